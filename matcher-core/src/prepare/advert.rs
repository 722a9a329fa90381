use crate::reading;
use crate::taxonomy::Taxonomy;
use crate::words::{Vector, Words};

/// What an offer says in words, apart from what its fields say: nothing of it where the taxonomy has no table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Advert {
    /// The words of its title as numbers, rising.
    pub(crate) title_words: Vec<u32>,
    /// Those of its text that its title does not have, rising.
    pub(crate) text_words: Vec<u32>,
    /// What its text says is done and asked, in the order of the text.
    pub(crate) phrases: Vec<Phrase>,
}

/// A phrase of an offer's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) text: Box<str>,
    pub(crate) vector: Vector,
}

impl Advert {
    pub(super) fn of(taxonomy: &Taxonomy, title: &str, text: Option<&str>) -> Advert {
        let Some(words) = taxonomy.words() else { return Advert::default() };
        let title_words = words.numbers(title);
        let text = text.unwrap_or_default();
        let mut text_words = words.numbers(text);
        text_words.retain(|word| title_words.binary_search(word).is_err());
        Advert { title_words, text_words, phrases: phrases(words, text) }
    }

    /// What [`Advert::of`] gave, from the words and phrases of the text that it found.
    pub(super) fn again(taxonomy: &Taxonomy, title: &str, text_words: Vec<u32>, phrases: &[&str]) -> Advert {
        let Some(words) = taxonomy.words() else { return Advert::default() };
        let phrase = |text: &&str| Phrase { text: (*text).into(), vector: words.vector(text) };
        Advert { title_words: words.numbers(title), text_words, phrases: phrases.iter().map(phrase).collect() }
    }
}

/// A phrase of which no word or letter group is known can be compared to nothing and is passed over.
fn phrases(words: &Words, text: &str) -> Vec<Phrase> {
    let of = |phrase: &str| Phrase { text: phrase.into(), vector: words.vector(phrase) };
    reading::phrases(text).into_iter().map(of).filter(|phrase| !phrase.vector.is_zero()).collect()
}
