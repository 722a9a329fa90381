//! What concepts are called.

use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, Taxonomy};

/// The label of a skill or an occupation, else the id.
pub(crate) fn label<'a>(taxonomy: &'a Taxonomy, id: &'a str, language: Language) -> &'a str {
    find(taxonomy, id, language).unwrap_or(id)
}

pub(crate) fn find<'a>(taxonomy: &'a Taxonomy, id: &str, language: Language) -> Option<&'a str> {
    let of = |kind| taxonomy.get(kind, id).map(|concept| concept.label(language));
    of(ConceptKind::Skill).or_else(|| of(ConceptKind::Occupation))
}
