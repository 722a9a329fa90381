//! What people write, and what it means: a misspelt title, a text that names skills and denies one, a word still being typed.

use std::error::Error;

use matcher_core::Taxonomy;
use matcher_core::link::Linker;
use matcher_core::model::Language;
use matcher_core::spot::Spotter;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::typos::{Completion, Lexicon};

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let taxonomy = Taxonomy::embedded();

    // A short text to the occupations it may mean, surest first. Both genders and any order of the words are one text.
    let linker = Linker::new(&taxonomy, ConceptKind::Occupation)?;
    for text in ["dévelopeuse web", "Web-Entwicklerin (m/w/d)", "dev web"] {
        let links = linker.link(text, Language::FR, 3);
        println!("{text}: {} ({})", links[0].label, links[0].score);
        assert!(links[0].score < matcher_core::units::Ratio::ONE || links[0].label.contains("web"));
    }
    assert_eq!(linker.link("développeuse web", Language::FR, 3), linker.link("web, développeur", Language::FR, 3));
    // Nothing close is an answer.
    assert!(linker.link("zzyzx", Language::FR, 3).is_empty());

    // Free text to what it names, with the bytes where it does; what it denies is marked.
    let text = "Nous cherchons quelqu'un qui connaît JavaScript, pas de Java.";
    for find in Spotter::new(&taxonomy).spot(text, Some(Language::FR)) {
        let label = find.concept(&taxonomy).label(Language::FR);
        println!("{label}: “{}”{}", &text[find.start..find.end], if find.negated { ", denied" } else { "" });
        assert!(!find.negated || text[find.start..find.end] == *"Java");
    }

    // What a beginning may become, while it is being typed.
    let completion = Completion::of(&Lexicon::of(&taxonomy, &[ConceptKind::Occupation]));
    let found = completion.complete("développeur we", Language::FR, 5);
    assert!(found[0].label.to_lowercase().contains("web"), "{}", found[0].label);
    Ok(())
}
