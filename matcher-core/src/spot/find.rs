use serde::Serialize;

use crate::model::Language;
use crate::taxonomy::{ConceptKind, ConceptView, Taxonomy};

/// A skill or an occupation that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Find {
    /// First byte of the words in the text.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// Skill or occupation.
    pub kind: ConceptKind,
    /// It stands in a denial (*pas de Java*, *kein SAP*, *not required*): named, but not had or not asked.
    pub negated: bool,
    pub(crate) concept: u32,
    /// It is found by a name, such as a tool's, not by ordinary words.
    pub(crate) is_name: bool,
    pub(crate) is_soft: bool,
}

/// A [`Find`] with its concept's id and label, as it is written for others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindRecord {
    /// The concept's id in the taxonomy.
    pub id: String,
    /// Its preferred label in the language asked for.
    pub label: String,
    /// `skill` or `occupation`.
    pub kind: &'static str,
    /// See [`Find::start`]; or UTF-16 units, see [`utf16`](super::utf16).
    pub start: usize,
    /// See [`Find::end`].
    pub end: usize,
    /// See [`Find::negated`].
    pub negated: bool,
}

impl Find {
    /// The concept found, in the taxonomy that the spotter was built from.
    ///
    /// # Panics
    /// In another taxonomy, where it has fewer concepts.
    pub fn concept<'a>(&self, taxonomy: &'a Taxonomy) -> ConceptView<'a> {
        taxonomy.at(self.kind, self.concept)
    }

    /// Whether it is about the person rather than about work (*travail en équipe*): what any advertisement asks and
    /// anybody claims. No offer's requirements are made from such.
    pub fn is_soft(&self) -> bool {
        self.is_soft
    }

    /// The find as a record, with the label in this language where there is one.
    pub fn record(&self, taxonomy: &Taxonomy, language: Language) -> FindRecord {
        let concept = self.concept(taxonomy);
        FindRecord {
            id: concept.id().to_owned(),
            label: concept.label(language).to_owned(),
            kind: if self.kind == ConceptKind::Skill { "skill" } else { "occupation" },
            start: self.start,
            end: self.end,
            negated: self.negated,
        }
    }
}
