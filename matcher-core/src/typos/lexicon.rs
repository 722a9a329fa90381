use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::Language;
use crate::taxonomy::{ConceptKind, Csr, LabelKind, Names, Taxonomy};
use crate::text;

/// What stands behind each form in the text of a lexicon. It sorts before every letter of a folded text, the blank
/// included, so that a form sorts before those that go on after it.
pub(super) const END: u8 = b'\n';

/// Every label of a taxonomy's concepts in each of its folded forms (see [`text::forms`]), each form once.
///
/// Cloning it costs nothing. Building takes one pass over the labels and a sort of their forms: n·log n in the number of
/// forms.
#[derive(Clone)]
pub struct Lexicon(Arc<Inner>);

struct Inner {
    taxonomy: Taxonomy,
    /// The forms by number, each followed by [`END`].
    text: String,
    /// Form → where it begins in the text; one more than there are forms.
    starts: Vec<u32>,
    /// Form → how many letters it has, blanks among them.
    letters: Vec<u32>,
    /// Form → the labels that may be written so.
    names: Csr<Name>,
}

/// One label of one concept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    /// How it stands to its concept.
    pub(super) label_kind: LabelKind,
    /// Skill, occupation or group.
    pub(super) kind: ConceptKind,
    /// Its language.
    pub(super) language: Language,
    /// The number of the concept within its kind.
    pub(super) concept: u32,
    /// Which of the concept's labels.
    label: u32,
}

impl Lexicon {
    /// The labels of these kinds of concepts, in every language that the taxonomy has.
    ///
    /// One form more than 2³² bytes of text would be needed for is not taken up: no taxonomy comes near.
    pub fn of(taxonomy: &Taxonomy, kinds: &[ConceptKind]) -> Lexicon {
        let mut found: Vec<(u32, Box<str>, Name)> = Vec::new();
        for &kind in kinds {
            for (concept, labels) in names(taxonomy, kind).labels.rows().enumerate() {
                for (number, label) in labels.iter().enumerate() {
                    let name = Name {
                        label_kind: label.kind,
                        kind,
                        language: label.language,
                        concept: concept as u32,
                        label: number as u32,
                    };
                    for form in text::forms(&label.text) {
                        found.push((form.chars().count() as u32, form.into_boxed_str(), name));
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        let (mut text, mut starts, mut letters, mut rows) = (String::new(), vec![0], Vec::new(), Vec::new());
        for same in found.chunk_by(|a, b| a.1 == b.1) {
            let Ok(end) = u32::try_from(text.len() + same[0].1.len() + 1) else { break };
            text.push_str(&same[0].1);
            text.push(char::from(END));
            starts.push(end);
            letters.push(same[0].0);
            rows.push(same.iter().map(|&(_, _, name)| name));
        }
        text.shrink_to_fit();
        Lexicon(Arc::new(Inner { taxonomy: taxonomy.clone(), text, starts, letters, names: Csr::from_rows(rows) }))
    }

    /// How many forms there are, each counted once.
    pub fn len(&self) -> usize {
        self.0.letters.len()
    }

    /// Whether there is no label.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes held beside the taxonomy.
    pub fn size_in_bytes(&self) -> usize {
        let Inner { text, starts, letters, names, .. } = &*self.0;
        text.capacity()
            + size_of_val(&starts[..])
            + size_of_val(&letters[..])
            + size_of_val(names.offsets())
            + size_of_val(names.values())
    }

    /// A form. Forms are numbered by rising letters, then bytes.
    pub(super) fn form(&self, form: u32) -> &str {
        let starts = &self.0.starts[form as usize..form as usize + 2];
        &self.0.text[starts[0] as usize..starts[1] as usize - 1]
    }

    /// Where a form begins in the text.
    pub(super) fn start(&self, form: u32) -> u32 {
        self.0.starts[form as usize]
    }

    /// All forms, each followed by [`END`].
    pub(super) fn text(&self) -> &str {
        &self.0.text
    }

    /// How many letters each form has, rising.
    pub(super) fn letters(&self) -> &[u32] {
        &self.0.letters
    }

    /// The labels that may be written so.
    pub(super) fn names(&self, form: u32) -> &[Name] {
        self.0.names.row(form as usize)
    }

    /// The id of a label's concept.
    pub(super) fn id(&self, name: Name) -> &str {
        names(&self.0.taxonomy, name.kind).id(name.concept)
    }

    /// A label as its publisher writes it.
    pub(super) fn label(&self, name: Name) -> &str {
        &names(&self.0.taxonomy, name.kind).labels.row(name.concept as usize)[name.label as usize].text
    }

    /// The languages of the labels, rising by code, each with how many (label, form) pairs it has.
    pub(super) fn languages(&self) -> BTreeMap<Language, usize> {
        let mut languages = BTreeMap::new();
        for name in self.0.names.values() {
            *languages.entry(name.language).or_default() += 1;
        }
        languages
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({} forms of {:?})", self.len(), self.0.taxonomy)
    }
}

fn names(taxonomy: &Taxonomy, kind: ConceptKind) -> &Names {
    match kind {
        ConceptKind::Skill => &taxonomy.0.skills,
        ConceptKind::Occupation => &taxonomy.0.occupations,
        ConceptKind::Group => &taxonomy.0.groups,
    }
}
