#![no_main]
//! Words, vectors and links of any text, by the bundled table: no more answers than asked, and the same ones when
//! asked again.

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use matcher_core::Taxonomy;
use matcher_core::link::Linker;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;

fuzz_target!(|text: &str| {
    static LINKERS: OnceLock<[Linker; 2]> = OnceLock::new();
    let taxonomy = Taxonomy::embedded();
    let linkers = LINKERS.get_or_init(|| {
        [ConceptKind::Skill, ConceptKind::Occupation].map(|kind| Linker::new(&taxonomy, kind).expect("it has words"))
    });
    let words = taxonomy.words().expect("it has words");
    let vector = words.vector(text);
    assert!(vector.is_zero() || vector.cosine(&vector) > 32_000);
    assert!(words.tokens(text).iter().all(|token| words.information(token) > 0));
    for linker in linkers {
        let links = linker.ranked(text, Language::FR, 8);
        assert!(links.len() <= 8);
        assert_eq!(linker.ranked(text, Language::FR, 8), links);
    }
});
