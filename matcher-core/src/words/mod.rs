//! What words mean, as far as a taxonomy's own labels tell: a table of small integer vectors, one row for each common word
//! and letter group, made when the taxonomy is imported.
//!
//! The vector of a text is the sum of the rows of its words and letter groups, brought to unit length. Texts that mean
//! alike point the same way, whatever the language, for the labels of one concept in all languages were drawn together
//! in training. Everything here is integer arithmetic in a fixed order: the same text gives the same vector on every
//! machine.

mod bytes;
mod canonical;
mod rows;
#[cfg(feature = "import")]
mod training;
mod units;
mod vector;

pub(crate) use canonical::Canon;
pub(crate) use rows::Rows;
#[cfg(feature = "import")]
pub(crate) use training::Descriptions;
#[cfg(feature = "import")]
pub use training::WordTraining;
pub(crate) use units::Units;
pub use vector::Vector;

/// The table of a taxonomy and the vectors of its concepts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub(crate) canon: Canon,
    pub(crate) words: Rows,
    pub(crate) groups: Rows,
    pub(crate) occupations: Concepts,
    pub(crate) skills: Concepts,
}

/// Two vectors for each concept of one kind, by its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts {
    /// The middle of its labels, each language counting as much as another.
    pub(crate) labels: Vec<Vector>,
    /// The middle of its descriptions; [`Vector::ZERO`] where it had none.
    pub(crate) texts: Vec<Vector>,
}

impl Words {
    /// The vector of a text as written: a title, a wish, a phrase. [`Vector::ZERO`] where nothing in it is known.
    ///
    /// Both genders of a word, the marks between them and the order of the words make no difference. Words beyond the
    /// first two thousand are not read. Cost: some microseconds for a title.
    pub fn vector(&self, text: &str) -> Vector {
        let units = Units::of(&self.canon.tokens(text));
        let mut sum = [0; Vector::DIMENSIONS];
        let known = units.words.iter().filter_map(|&word| Some((&self.words, self.words.find(word)?)));
        let groups = units.groups.iter().filter_map(|&group| Some((&self.groups, self.groups.find(group)?)));
        known.chain(groups).for_each(|(rows, row)| rows.add(row, &mut sum));
        Vector::unit(&sum)
    }

    /// The words of a text in the form in which they are compared, each once: folded, both genders as one.
    pub fn tokens(&self, text: &str) -> Vec<String> {
        self.canon.tokens(text)
    }

    /// How much a word of [`Words::tokens`] says: its information over the labels of the taxonomy, ln(labels / labels
    /// with it), in sixteenths; a word that no label has says as much as the rarest.
    pub fn information(&self, token: &str) -> u32 {
        match self.words.find(units::word(token)) {
            Some(row) => self.words.information(row),
            None => self.words.most_information(),
        }
    }

    /// Trial.
    pub fn concept(&self, kind: crate::taxonomy::ConceptKind, i: usize) -> (Vector, Vector) {
        let c = if kind == crate::taxonomy::ConceptKind::Occupation { &self.occupations } else { &self.skills };
        (c.labels[i], c.texts[i])
    }

    /// Bytes in memory.
    pub fn size_in_bytes(&self) -> usize {
        let vectors =
            [&self.occupations, &self.skills].into_iter().map(|c| c.labels.len() + c.texts.len()).sum::<usize>();
        self.words.size_in_bytes() + self.groups.size_in_bytes() + vectors * size_of::<Vector>()
    }
}
