use std::collections::BTreeMap;

use super::Facet;
use super::rows::Rows;
use crate::text::fold;

/// What narrows the offers beside a person's own limits: chosen values of facets and the words of a keyword box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Folded; every one must begin a word.
    words: Vec<String>,
    pub(super) chosen: BTreeMap<Facet, Vec<String>>,
}

impl Selection {
    /// Everything.
    pub fn new() -> Selection {
        Selection::default()
    }

    /// Only offers of which every one of these words begins a word of the title, in any of its genders, or of the employer's name.
    /// Case and accents do not matter.
    #[must_use]
    pub fn keywords(mut self, text: &str) -> Selection {
        self.words = fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        self
    }

    /// Only offers that have one of the values chosen in this facet; several facets must all hold.
    #[must_use]
    pub fn choose(mut self, facet: Facet, value: impl Into<String>) -> Selection {
        self.chosen.entry(facet).or_default().push(value.into());
        self
    }

    /// Whether nothing is narrowed.
    pub fn is_everything(&self) -> bool {
        self.words.is_empty() && self.chosen.values().all(Vec::is_empty)
    }

    pub(crate) fn admits(&self, offers: &dyn Rows, row: usize) -> bool {
        self.has_words(offers, row) && self.chosen.iter().all(|(facet, values)| has_any(facet, values, offers, row))
    }

    /// Whether all that is chosen holds, but in one facet.
    pub(super) fn admits_but(&self, but: &Facet, offers: &dyn Rows, row: usize) -> bool {
        let mut others = self.chosen.iter().filter(|(facet, _)| *facet != but);
        others.all(|(facet, values)| has_any(facet, values, offers, row))
    }

    /// Whether anything is chosen in another facet.
    pub(super) fn chooses_but(&self, but: &Facet) -> bool {
        self.chosen.iter().any(|(facet, values)| facet != but && !values.is_empty())
    }

    /// Whether nothing was written into the keyword box.
    pub(super) fn has_no_words(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn has_words(&self, offers: &dyn Rows, row: usize) -> bool {
        self.words.iter().all(|word| offers.has_word(row, word))
    }
}

fn has_any(facet: &Facet, values: &[String], offers: &dyn Rows, row: usize) -> bool {
    let mut found = values.is_empty();
    facet.values(offers, row, &mut |value| found |= values.iter().any(|chosen| chosen == value));
    found
}
