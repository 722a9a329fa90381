use std::collections::BTreeMap;

/// Which texts hold a term, and with what weight.
#[derive(Default)]
pub(super) struct Postings {
    terms: BTreeMap<String, Vec<(u32, f64)>>,
}

impl Postings {
    /// Of texts given by their terms; each weight is how often the term stands in the text.
    pub(super) fn counted<'a>(texts: impl Iterator<Item = Vec<String>> + 'a) -> Postings {
        let mut terms: BTreeMap<String, Vec<(u32, f64)>> = BTreeMap::new();
        for (number, of_text) in texts.enumerate() {
            for (term, times) in counts(of_text) {
                terms.entry(term).or_default().push((number as u32, times));
            }
        }
        Postings { terms }
    }

    /// Puts other weights in the place of all: from the term's list length, the text and the weight so far.
    pub(super) fn weigh(&mut self, weight: impl Fn(usize, u32, f64) -> f64) {
        for list in self.terms.values_mut() {
            let length = list.len();
            list.iter_mut().for_each(|(text, value)| *value = weight(length, *text, *value));
        }
    }

    /// The texts that hold a term.
    pub(super) fn list(&self, term: &str) -> &[(u32, f64)] {
        self.terms.get(term).map_or(&[], Vec::as_slice)
    }

    /// All lists.
    pub(super) fn lists(&self) -> impl Iterator<Item = &[(u32, f64)]> {
        self.terms.values().map(Vec::as_slice)
    }
}

/// Each term once, with how often it stands.
pub(super) fn counts(terms: Vec<String>) -> BTreeMap<String, f64> {
    let mut counts = BTreeMap::new();
    for term in terms {
        *counts.entry(term).or_default() += 1.0;
    }
    counts
}
