use std::cmp::Reverse;

use super::lexicon::{Lexicon, Name};
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::units::Ratio;

/// A label near to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near<'a> {
    /// Skill, occupation or group.
    pub kind: ConceptKind,
    /// The id of the concept.
    pub id: &'a str,
    /// The label as its publisher writes it.
    pub label: &'a str,
    /// Preferred, alternative or hidden.
    pub label_kind: LabelKind,
    /// The label's language.
    pub language: Language,
    /// The folded form that was compared.
    pub form: &'a str,
    /// How many edits lie between text and form: a letter put in, taken out or replaced, or two neighbours swapped.
    pub edits: u32,
    /// 1 − edits / letters of the longer of the two.
    pub similarity: Ratio,
    /// The number of the concept within its kind.
    pub(crate) concept: u32,
}

/// A form near to a text, before its labels are looked up.
#[derive(Clone, Copy)]
pub(super) struct NearForm {
    pub(super) form: u32,
    pub(super) edits: usize,
    pub(super) similarity: Ratio,
}

/// 1 − edits / letters of the longer text, to the nearest part of 2¹⁵.
pub(super) fn similarity(edits: usize, a: usize, b: usize) -> Ratio {
    let letters = a.max(b);
    Ratio::of(letters.saturating_sub(edits) as u64, letters as u64)
}

/// The labels of some forms, best first, cut at k: by falling similarity, then those of the languages asked in their
/// order before all others, then by form, kind of label, kind of concept and id.
pub(super) fn ranked<'a>(lexicon: &'a Lexicon, forms: &[NearForm], languages: &[Language], k: usize) -> Vec<Near<'a>> {
    let asked = |language| languages.iter().position(|&asked| asked == language).unwrap_or(languages.len());
    let mut all: Vec<(Reverse<Ratio>, usize, &str, Name, usize)> = Vec::new();
    for &NearForm { form, edits, similarity } in forms {
        for &name in lexicon.names(form) {
            all.push((Reverse(similarity), asked(name.language), lexicon.form(form), name, edits));
        }
    }
    all.sort_unstable();
    all.truncate(k);
    let near = |(Reverse(similarity), _, form, name, edits): (_, _, _, Name, usize)| Near {
        kind: name.kind,
        id: lexicon.id(name),
        label: lexicon.label(name),
        label_kind: name.label_kind,
        language: name.language,
        form,
        edits: edits as u32,
        similarity,
        concept: name.concept,
    };
    all.into_iter().map(near).collect()
}
