use super::{Words, units};

/// A word as a number, equal where [`Words::tokens`] are equal, with what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weighed {
    pub(crate) word: u32,
    /// [`Words::information`].
    pub(crate) information: u32,
}

impl Words {
    /// The words of a text as numbers, each once, rising.
    pub(crate) fn numbers(&self, text: &str) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.tokens(text).iter().map(|token| units::word(token)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The same, each with what it says.
    pub(crate) fn weighed(&self, text: &str) -> Vec<Weighed> {
        let weighed = |token: &String| Weighed { word: units::word(token), information: self.information(token) };
        let mut all: Vec<Weighed> = self.tokens(text).iter().map(weighed).collect();
        all.sort_unstable();
        all.dedup_by_key(|weighed| weighed.word);
        all
    }
}
