#![no_main]
//! Folding of words and of place names, and the forms of a label: folding twice is folding once, and every form is folded.

use libfuzzer_sys::fuzz_target;
use matcher_core::place::fold_name;
use matcher_core::text::{fold, forms};

fuzz_target!(|text: &str| {
    let folded = fold(text);
    assert_eq!(fold(&folded), folded);
    let name = fold_name(text);
    assert_eq!(fold_name(&name), name);
    let forms = forms(text);
    for form in &forms {
        assert_eq!(fold(form), *form);
        assert!(!form.is_empty());
    }
    let mut sorted = forms.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), forms.len(), "a form is given once");
});
