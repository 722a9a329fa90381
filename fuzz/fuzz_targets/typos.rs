#![no_main]
//! Misspelt and unfinished words: any labels, any text. What the index finds is what a look at every label finds, and
//! nothing that is found is other than it says.

use libfuzzer_sys::fuzz_target;
use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::text::{fold, forms};
use matcher_core::typos::{Completion, Lexicon, Spelling};

fuzz_target!(|input: (Vec<&str>, &str, u8)| {
    let (labels, text, k) = input;
    let mut builder = Taxonomy::builder();
    for (number, label) in labels.iter().take(64).enumerate() {
        let language = [Language::FR, Language::DE][number % 2];
        builder.label(ConceptKind::Skill, &format!("s:{number}"), language, LabelKind::Preferred, label);
    }
    let taxonomy = builder.build().expect("labels alone make a taxonomy");
    let lexicon = Lexicon::of(&taxonomy, &[ConceptKind::Skill]);
    let (spelling, completion) = (Spelling::of(&lexicon), Completion::of(&lexicon));

    let written = forms(text).into_iter().next();
    let mut all = Vec::new();
    for concept in taxonomy.concepts(ConceptKind::Skill) {
        for form in concept.labels().flat_map(|(_, _, label)| forms(label)) {
            if let Some(written) = &written {
                let longer = written.chars().count().max(form.chars().count()) as u64;
                let edits = strsim::osa_distance(written, &form) as u64;
                all.push(matcher_core::units::Ratio::of(longer - edits, longer));
            }
        }
    }
    all.sort_by(|a, b| b.cmp(a));
    all.truncate(usize::from(k));
    let near = spelling.nearest(text, &[Language::DE], usize::from(k));
    assert_eq!(near.iter().map(|near| near.similarity).collect::<Vec<_>>(), all);
    for near in spelling.corrections(text, &[], 5) {
        assert!(forms(near.label).iter().any(|form| form == near.form));
        assert_eq!(strsim::osa_distance(written.as_deref().unwrap_or_default(), near.form), near.edits as usize);
    }
    for suggestion in completion.complete(text, Language::FR, usize::from(k)) {
        assert!(forms(suggestion.label).iter().any(|form| form == suggestion.form));
        assert!(!fold(text).is_empty());
    }
});
