//! What words mean, as far as a taxonomy's own labels tell: a table of small integer vectors, one row for each common word
//! and letter group, made when the taxonomy is imported.
//!
//! The vector of a text is the sum of the rows of its words and letter groups, brought to unit length. Texts that mean
//! alike point the same way, whatever the language, for the labels of one concept in all languages were drawn together
//! in training. Everything here is integer arithmetic in a fixed order: the same text gives the same vector on every
//! machine.

mod bytes;
mod canonical;
#[cfg(feature = "import")]
mod clipped;
mod compounds;
mod concepts;
#[cfg(any(test, feature = "testing"))]
mod hashed;
mod rows;
#[cfg(feature = "import")]
mod training;
mod units;
mod vector;
mod weighed;

pub(crate) use canonical::Canon;
pub(crate) use concepts::Concepts;
pub(crate) use rows::Rows;
#[cfg(feature = "import")]
pub(crate) use training::Descriptions;
#[cfg(feature = "import")]
pub use training::WordTraining;
pub(crate) use units::Units;
pub use vector::Vector;
pub(crate) use weighed::Weighed;

use crate::units::Ratio;

/// The table of a taxonomy and the vectors of its concepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub(crate) canon: Canon,
    /// Whether it was trained on the parts of compounds too.
    pub(crate) compounds: bool,
    pub(crate) words: Rows,
    pub(crate) groups: Rows,
    pub(crate) occupations: Concepts,
    pub(crate) skills: Concepts,
}

impl Words {
    /// The vector of a text as written: a title, a wish, a phrase. [`Vector::ZERO`] where nothing in it is known.
    ///
    /// Both genders of a word, the marks between them and the order of the words make no difference. Words beyond the
    /// first two thousand are not read. Cost: some microseconds for a title.
    pub fn vector(&self, text: &str) -> Vector {
        self.vector_of(&self.rows(text).0)
    }

    /// The rows of a text, rising, those of letter groups numbered behind those of words; and the squared weight of
    /// everything in it that has none.
    pub(crate) fn rows(&self, text: &str) -> (Vec<u32>, u64) {
        let units =
            Units::with_parts(&self.canon.tokens(text), |word| self.compounds && self.words.find(word).is_some());
        let mut known = Vec::with_capacity(units.words.len() + units.groups.len());
        let mut unknown = 0;
        for (units, rows, first) in [(&units.words, &self.words, 0), (&units.groups, &self.groups, self.words.len())] {
            for &unit in units {
                match rows.find(unit) {
                    Some(row) => known.push((first + row) as u32),
                    None => unknown += u64::from(rows.most_information()).pow(2),
                }
            }
        }
        (known, unknown)
    }

    /// The vector of rows that [`Words::rows`] found.
    pub(crate) fn vector_of(&self, rows: &[u32]) -> Vector {
        let mut sum = [0; Vector::DIMENSIONS];
        for &row in rows {
            match (row as usize).checked_sub(self.words.len()) {
                None => self.words.add(row as usize, &mut sum),
                Some(group) => self.groups.add(group, &mut sum),
            }
        }
        Vector::unit(&sum)
    }

    /// The share of a text that has rows, by what [`Words::rows`] found of it: a cosine of lengths, 0 where nothing has one.
    pub(crate) fn known(&self, rows: &[u32], unknown: u64) -> Ratio {
        let square: u64 = rows.iter().map(|&row| u64::from(self.weight(row)).pow(2)).sum();
        Ratio::of(square.isqrt(), (square + unknown).isqrt())
    }

    /// The information of a row that [`Words::rows`] found, in sixteenths.
    pub(crate) fn weight(&self, row: u32) -> u32 {
        match (row as usize).checked_sub(self.words.len()) {
            None => self.words.information(row as usize),
            Some(group) => self.groups.information(group),
        }
    }

    /// The words of a text in the form in which they are compared, each once: folded, both genders as one.
    pub fn tokens(&self, text: &str) -> Vec<String> {
        self.canon.tokens(text)
    }

    /// Names the set of words of a text: equal for all its genders and orders. `None` where there is no word.
    pub(crate) fn set(&self, text: &str) -> Option<u64> {
        let tokens = self.canon.tokens(text);
        (!tokens.is_empty()).then(|| units::set(&tokens))
    }

    /// How much a word of [`Words::tokens`] says: its information over the labels of the taxonomy, ln(labels / labels
    /// with it), in sixteenths; a word that no label has says as much as the rarest.
    pub fn information(&self, token: &str) -> u32 {
        match self.words.find(units::word(token)) {
            Some(row) => self.words.information(row),
            None => self.words.most_information(),
        }
    }

    /// So many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len() + self.groups.len()
    }

    /// Bytes in memory.
    pub fn size_in_bytes(&self) -> usize {
        let vectors =
            [&self.occupations, &self.skills].into_iter().map(|c| c.labels.len() + c.texts.len()).sum::<usize>();
        self.words.size_in_bytes() + self.groups.size_in_bytes() + vectors * size_of::<Vector>()
    }
}
