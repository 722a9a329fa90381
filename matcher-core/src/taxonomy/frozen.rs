use super::ids::Ids;
use super::{Csr, LabelKind};
use crate::model::Language;
use crate::units::{Fingerprint, Ratio};
use crate::words::Words;

/// The content of a taxonomy in flat arrays. Skills, occupations and groups are numbered apart, each in the byte order of
/// the ids, so that "by number" and "by id" are the same order.
#[derive(Clone, Default)]
pub(crate) struct Frozen {
    pub(crate) version: String,
    pub(crate) attribution: String,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) skills: Names,
    pub(crate) occupations: Names,
    pub(crate) groups: Names,
    /// Skill → broader skills (direct).
    pub(crate) skill_broader: Csr<u32>,
    /// Skill → groups it stands in (direct).
    pub(crate) skill_groups: Csr<u32>,
    /// Occupation → broader occupations (direct).
    pub(crate) occupation_broader: Csr<u32>,
    /// Occupation → groups it stands in (direct).
    pub(crate) occupation_groups: Csr<u32>,
    /// Group → broader groups (direct).
    pub(crate) group_broader: Csr<u32>,
    /// Occupation → essential skills, rising.
    pub(crate) essential: Csr<u32>,
    /// Occupation → optional skills, rising; none of them essential too.
    pub(crate) optional: Csr<u32>,
    /// Skill → skills related to it, both directions.
    pub(crate) related: Csr<u32>,
    /// Occupation → the same occupation in another classification, with the confidence of the mapping, both directions.
    pub(crate) crosswalk: Csr<(u32, Ratio)>,

    // Derived when freezing; see `derive`.
    /// Skill → every skill above it.
    pub(crate) ancestors: Csr<u32>,
    /// Skill → how much knowing it says.
    pub(crate) specificity: Vec<Ratio>,
    /// Skill → its share of what an occupation asks, mean over all occupations, in parts of 2³⁰.
    pub(crate) mean_share: Vec<u32>,
    /// The median specificity over all (occupation, essential skill) pairs: what a requirement not understood is taken for.
    pub(crate) median_specificity: Ratio,
    /// Skill → what it lends to other skills, falling.
    pub(crate) lends: Csr<(u32, Ratio)>,
    /// Occupation → similar occupations, rising by number; itself left out.
    pub(crate) similar: Csr<(u32, Ratio)>,
    /// Occupation → every group above it, rising.
    pub(crate) occupation_all_groups: Csr<u32>,
    /// Folded form → concept, sorted by form.
    pub(crate) skill_forms: Forms,
    /// Folded form → concept, sorted by form.
    pub(crate) occupation_forms: Forms,

    /// The trained table, where there is one; its concepts are numbered as here.
    pub(crate) words: Option<Words>,
}

impl Frozen {
    /// What an occupation asks: its essential skills, or those of the same occupation in another classification where it has none of
    /// its own.
    pub(crate) fn asked_by(&self, occupation: u32) -> &[u32] {
        let own = self.essential.row(occupation as usize);
        if !own.is_empty() {
            return own;
        }
        let twins = self.crosswalk.row(occupation as usize).iter();
        let twins = twins.filter(|(twin, _)| !self.essential.row(*twin as usize).is_empty());
        let best = twins.max_by_key(|(twin, confidence)| (*confidence, std::cmp::Reverse(*twin)));
        best.map_or(&[], |(twin, _)| self.essential.row(*twin as usize))
    }
}

/// Ids and labels of one kind of concept.
#[derive(Clone, Default)]
pub(crate) struct Names {
    pub(crate) ids: Ids,
    /// Concept → its labels: by language, preferred first.
    pub(crate) labels: Csr<Label>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Label {
    pub(crate) language: Language,
    pub(crate) kind: LabelKind,
    pub(crate) text: Box<str>,
}

/// Exact look-up of folded forms.
#[derive(Clone, Default)]
pub(crate) struct Forms {
    /// Sorted by form, then kind, then concept.
    pub(crate) entries: Vec<Form>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Form {
    pub(crate) form: Box<str>,
    pub(crate) kind: LabelKind,
    pub(crate) concept: u32,
}

impl Names {
    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        self.ids.find(id)
    }

    pub(crate) fn id(&self, concept: u32) -> &str {
        &self.ids[concept as usize]
    }

    /// The preferred label in the language, else in English, French, German, else any, else the id.
    pub(crate) fn label(&self, concept: u32, language: Language) -> &str {
        let labels = self.labels.row(concept as usize);
        [language, Language::EN, Language::FR, Language::DE]
            .into_iter()
            .find_map(|l| labels.iter().find(|label| label.language == l && label.kind == LabelKind::Preferred))
            .or(labels.first())
            .map_or(self.id(concept), |label| &label.text)
    }
}
