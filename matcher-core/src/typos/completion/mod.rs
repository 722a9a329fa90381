mod shelf;
mod slips;

use std::sync::Arc;

use shelf::{Picks, Shelf};

use super::Lexicon;
use super::lexicon::Name;
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::text;

/// From so many letters on, what was typed may have one edit too many.
const LETTERS_FOR_A_SLIP: usize = 4;

/// What the beginning of a label may become, while it is being typed.
///
/// Building sorts the words of all forms: n·log n. A question costs a binary search and one comparison for each word that
/// begins with what was typed; where that finds too few, a walk over the beginnings that differ by one edit. Cloning
/// costs nothing.
#[derive(Clone)]
pub struct Completion(Arc<Inner>);

struct Inner {
    lexicon: Lexicon,
    /// One for each language, rising by code.
    shelves: Vec<Shelf>,
}

/// A concept, by the label that begins as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion<'a> {
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
    /// The folded form that begins, or has a word that begins, as typed.
    pub form: &'a str,
    /// How what was typed stands to it.
    pub fit: Fit,
}

/// How what was typed stands to a form, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the whole form.
    Whole,
    /// The form, or one of its words, begins with it.
    Beginning,
    /// The form, or one of its words, begins with it but for one edit: a letter put in, taken out or replaced, or two
    /// neighbours swapped.
    Slip,
}

impl Completion {
    /// The index of these labels.
    pub fn of(lexicon: &Lexicon) -> Completion {
        let shelves = lexicon.languages().into_keys().map(|language| Shelf::of(lexicon, language)).collect();
        Completion(Arc::new(Inner { lexicon: lexicon.clone(), shelves }))
    }

    /// At most k concepts, each by its best label. Nothing for a text without a word.
    ///
    /// Labels that are wholly typed come first, then those of which the beginning or the beginning of a word is typed,
    /// then, from four letters on, those that are so but for one edit. Within each of the three the language asked comes
    /// before all others (these by code); then the beginning of a label before that of a word within it, preferred labels
    /// before alternative before hidden ones, short ones before long ones, and the rest by form, kind of concept and id.
    /// A blank at the end says that the last word is complete.
    pub fn complete(&self, prefix: &str, language: Language, k: usize) -> Vec<Suggestion<'_>> {
        let folded = text::fold(prefix);
        if folded.is_empty() || k == 0 {
            return Vec::new();
        }
        let complete = prefix.ends_with(char::is_whitespace);
        let Inner { lexicon, shelves } = &*self.0;
        let mut order: Vec<&Shelf> = shelves.iter().collect();
        order.sort_by_key(|shelf| shelf.language() != language);
        let mut found: Vec<(Fit, Name, u32)> = Vec::with_capacity(k.min(lexicon.len()));
        let slips = !complete && folded.chars().count() >= LETTERS_FOR_A_SLIP;
        for fit in [Fit::Whole, Fit::Beginning, Fit::Slip] {
            for shelf in &order {
                if found.len() == k || fit == Fit::Slip && !slips {
                    break;
                }
                let known: Vec<_> = found.iter().map(|(_, name, _)| (name.kind, name.concept)).collect();
                let mut picks = Picks::new(shelf, lexicon, &known, k - found.len());
                match fit {
                    Fit::Whole => picks.take_whole(shelf.beginning_with(lexicon, &folded, complete), folded.len()),
                    Fit::Beginning => picks.take(shelf.beginning_with(lexicon, &folded, complete)),
                    Fit::Slip => slips::ranges(shelf, lexicon, &folded, |range| picks.take(range)),
                }
                found.extend(picks.into_names().map(|(name, form)| (fit, name, form)));
            }
        }
        let suggestion = |(fit, name, form): (Fit, Name, u32)| Suggestion {
            kind: name.kind,
            id: lexicon.id(name),
            label: lexicon.label(name),
            label_kind: name.label_kind,
            language: name.language,
            form: lexicon.form(form),
            fit,
        };
        found.into_iter().map(suggestion).collect()
    }

    /// The labels looked at.
    pub fn lexicon(&self) -> &Lexicon {
        &self.0.lexicon
    }

    /// Bytes held beside the lexicon.
    pub fn size_in_bytes(&self) -> usize {
        self.0.shelves.iter().map(Shelf::size_in_bytes).sum()
    }
}

impl std::fmt::Debug for Completion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Completion({:?})", self.0.lexicon)
    }
}
