#![no_main]
//! What texts say: no text may make a reader panic, and what it gives lies in the text.

use libfuzzer_sys::fuzz_target;
use matcher_core::reading;

fuzz_target!(|text: &str| {
    for phrase in reading::phrases(text) {
        assert!(text.contains(phrase));
    }
    for name in reading::workplace(text) {
        assert!(text.contains(name));
    }
    assert_eq!(reading::title(text).is_empty(), text.trim().is_empty());
    let _ = (reading::languages(text), reading::language_of(text), reading::conditions(text), reading::refused(text));
    let _ = (reading::contract_in_title(text), reading::contract_in_text(text));
    let _ = (reading::pay_period(text), reading::remote_days(text), reading::wish(text));
});
