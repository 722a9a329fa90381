//! Occupations, skills and the relations between them, frozen.
//!
//! A [`Taxonomy`] is built once, by [`Taxonomy::builder`], an importer or from a snapshot, and never changes. Concepts have
//! the publisher's ids (an ESCO URI, a ROME code); inside, each is a dense number in the order of the ids.

mod builder;
pub mod causeways;
mod csr;
mod derive;
mod difference;
#[cfg(any(feature = "embedded", feature = "embedded-small"))]
mod embedded;
mod frozen;
mod ids;
#[cfg(feature = "import")]
mod import;
mod labels;
mod loose;
#[cfg(all(test, feature = "import"))]
mod real_data;
mod slice;
mod snapshot;
pub(crate) mod tools;
mod view;

pub use builder::{ConceptKind, LabelKind, TaxonomyBuilder};
pub(crate) use csr::Csr;
pub use difference::{Changed, Difference};
pub(crate) use frozen::{Frozen, Label, Names};
#[cfg(feature = "import")]
pub use import::{Import, ImportReport, OwnConcept, OwnLabels, OwnTaxonomy, OwnTwin, SourceFile};
pub use loose::LooseRelation;
pub use slice::Slice;
pub(crate) use snapshot::{Reader, Writer, corrupt};
pub use tools::ToolsAdded;
pub(crate) use view::unknown;
pub use view::{ConceptView, SimilarOccupation};

use std::sync::Arc;

use crate::units::Fingerprint;
use crate::words::Words;

/// A frozen taxonomy. Cloning it costs nothing; it is `Send` and `Sync`.
#[derive(Clone)]
pub struct Taxonomy(pub(crate) Arc<Frozen>);

impl Taxonomy {
    /// An empty builder.
    pub fn builder() -> TaxonomyBuilder {
        TaxonomyBuilder::default()
    }

    /// One without any concept.
    pub(crate) fn nothing() -> Taxonomy {
        Taxonomy(Arc::new(Frozen::default()))
    }

    /// What the publishers call this edition, such as `ESCO 1.2.0 + ROME 4.60`.
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// The sentence that the publishers ask to be shown.
    pub fn attribution(&self) -> &str {
        &self.0.attribution
    }

    /// The table that tells which texts mean alike, where the taxonomy was imported with one or has been given one.
    pub fn words(&self) -> Option<&Words> {
        self.0.words.as_ref()
    }

    /// The same taxonomy without its table: smaller, and titles are compared through their occupations alone.
    #[must_use]
    pub fn without_words(self) -> Taxonomy {
        self.with_table(None)
    }

    /// The same taxonomy with another table, or none.
    pub(crate) fn with_table(self, words: Option<Words>) -> Taxonomy {
        let mut frozen = Arc::unwrap_or_clone(self.0);
        frozen.words = words;
        frozen.fingerprint = derive::fingerprint::of(&frozen);
        Taxonomy(Arc::new(frozen))
    }

    /// Names the exact content, derived numbers included.
    pub fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprint
    }
}

impl std::fmt::Debug for Taxonomy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Frozen { skills, occupations, groups, .. } = &*self.0;
        write!(
            f,
            "Taxonomy({:?}, {} occupations, {} skills, {} groups)",
            self.version(),
            occupations.len(),
            skills.len(),
            groups.len()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn tiny() -> TaxonomyBuilder {
        let mut builder = Taxonomy::builder();
        builder.version("tiny");
        for (id, label) in
            [("s:code", "programming"), ("s:java", "Java"), ("s:python", "Python"), ("s:sell", "selling")]
        {
            builder.label(ConceptKind::Skill, id, Language::EN, LabelKind::Preferred, label);
        }
        builder.label(ConceptKind::Occupation, "o:dev", Language::FR, LabelKind::Preferred, "développeur/développeuse");
        builder.label(ConceptKind::Occupation, "o:shop", Language::EN, LabelKind::Preferred, "shop assistant");
        builder.broader(ConceptKind::Skill, "s:java", ConceptKind::Skill, "s:code");
        builder.broader(ConceptKind::Skill, "s:python", ConceptKind::Skill, "s:code");
        builder.essential("o:dev", "s:java").optional("o:dev", "s:python").essential("o:shop", "s:sell");
        builder
    }

    #[test]
    fn a_label_is_found_in_each_of_its_forms() {
        let taxonomy = tiny().build().unwrap();
        for text in ["Développeur", "développeuse (H/F)", "développeur·euse", "DEVELOPPEUR / DEVELOPPEUSE"] {
            let found = taxonomy.exact(ConceptKind::Occupation, text);
            assert_eq!(found.iter().map(ConceptView::id).collect::<Vec<_>>(), ["o:dev"], "{text}");
        }
        assert!(taxonomy.exact(ConceptKind::Occupation, "développement").is_empty());
    }

    #[test]
    fn a_cycle_is_refused_with_its_path() {
        let mut builder = tiny();
        builder.broader(ConceptKind::Skill, "s:code", ConceptKind::Skill, "s:java");
        let error = builder.build().unwrap_err();
        assert_eq!(error.code(), "taxonomy.cycle");
        assert!(error.to_string().contains("s:code → s:java → s:code"), "{error}");
    }

    #[test]
    fn a_relation_to_nothing_is_refused() {
        let mut builder = tiny();
        builder.essential("o:dev", "s:none");
        assert_eq!(builder.build().unwrap_err().code(), "taxonomy.unknown-concept");
    }

    #[test]
    fn adding_twice_is_adding_once() {
        let mut twice = tiny();
        twice.essential("o:dev", "s:java").optional("o:dev", "s:java");
        assert_eq!(twice.build().unwrap().fingerprint(), tiny().build().unwrap().fingerprint());
    }

    #[test]
    fn occupations_without_anything_in_common_are_not_similar() {
        let taxonomy = tiny().build().unwrap();
        assert!(taxonomy.similar_occupations("o:dev").unwrap().is_empty());
        assert_eq!(taxonomy.similar_occupations("o:none").unwrap_err().code(), "call.unknown-occupation");
    }
}
