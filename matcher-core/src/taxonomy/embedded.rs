use std::sync::{Arc, OnceLock};

use super::Taxonomy;

#[cfg(feature = "embedded")]
static PACKED: &[u8] = include_bytes!("../../data/taxonomy.bin");
#[cfg(feature = "embedded-small")]
static SMALL: &[u8] = include_bytes!("../../data/taxonomy-small.bin");

impl Taxonomy {
    /// The bundled taxonomy: the digital trades and those that people leave for them, by ESCO URI and ROME code, with
    /// labels in French, English and German, and a table of words trained on all of ESCO and ROME.
    /// `matcher-core/data/README.md` says how it is made and whose data it is.
    ///
    /// Opened once in a process; later calls clone a reference. Should the bundled file be damaged, which the tests of
    /// this crate exclude, it is an empty taxonomy.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> Taxonomy {
        static OPENED: OnceLock<Taxonomy> = OnceLock::new();
        opened(&OPENED, PACKED)
    }

    /// The same concepts with a table of words small enough for a browser, trained at its size. Another taxonomy, by its
    /// fingerprint: what is compared as words scores a little differently.
    #[cfg(feature = "embedded-small")]
    pub fn embedded_small() -> Taxonomy {
        static OPENED: OnceLock<Taxonomy> = OnceLock::new();
        opened(&OPENED, SMALL)
    }
}

fn opened(once: &OnceLock<Taxonomy>, packed: &[u8]) -> Taxonomy {
    once.get_or_init(|| Taxonomy::from_bytes(packed).unwrap_or_else(|_| Taxonomy(Arc::default()))).clone()
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::Language;
    use crate::taxonomy::ConceptKind;

    #[test]
    fn the_bundled_taxonomy_opens_and_has_every_trade_of_the_target_sets() {
        let taxonomy = Taxonomy::from_bytes(PACKED).unwrap();
        let lists = [
            include_str!("../../data/target/digital.txt"),
            include_str!("../../data/target/origin.txt"),
            include_str!("../../data/target/esco.txt"),
        ];
        let ids = lists.iter().flat_map(|list| list.lines()).filter_map(|line| line.split_whitespace().next());
        let ids: BTreeSet<&str> = ids.filter(|id| !id.starts_with('#')).collect();
        for id in &ids {
            assert!(taxonomy.get(ConceptKind::Occupation, id).is_some(), "{id}");
        }
        assert_eq!(taxonomy.len(ConceptKind::Occupation), ids.len());
        assert!(taxonomy.attribution().contains("ESCO classification of the European Commission"));
        assert!(taxonomy.attribution().contains("Licence Ouverte"));
        assert_eq!(taxonomy.languages(), [Language::DE, Language::EN, Language::FR]);
    }

    #[test]
    fn every_concept_of_the_demo_is_bundled() {
        let taxonomy = Taxonomy::embedded();
        let demo = [
            include_str!("../../data/demo/profiles.jsonl"),
            include_str!("../../data/demo/offers.jsonl"),
            include_str!("../../data/demo/trainings.jsonl"),
        ];
        let mut seen = 0;
        for text in demo.iter().flat_map(|file| file.split('"')) {
            let kind = match text {
                _ if text.starts_with("http://data.europa.eu/esco/skill/") => ConceptKind::Skill,
                _ if text.starts_with("http://data.europa.eu/esco/occupation/") => ConceptKind::Occupation,
                _ => continue,
            };
            seen += 1;
            assert!(taxonomy.get(kind, text).is_some(), "{text}");
        }
        assert!(seen > 1000, "{seen}");
    }
}
