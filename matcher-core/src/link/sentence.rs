//! Skills of which a sentence speaks: what each of its phrases comes near to, beside what it means as a whole.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Inner, Link, Linker};
use crate::model::Language;
use crate::units::Ratio;

/// A text of more words is a sentence.
const SHORT: usize = 6;
/// Words of a phrase at most.
const LONGEST: usize = 5;
/// Skills that the whole sentence may mean, and that each phrase may.
const OF_WHOLE: usize = 300;
const OF_PHRASE: usize = 20;
/// Words of a stretch of a longer sentence that is taken as a whole, and by how many the next one begins further on: what twenty
/// words and more mean together is nothing in particular.
const STRETCH: usize = 16;
const STRIDE: usize = STRETCH / 2;
/// Parts of a score: what the nearest phrase comes to, what the whole does, how much of a label stands in the sentence. A word by
/// itself counts nine tenths of a phrase. Round numbers, judged on the development sets by `cargo run -p matcher-benches --bin
/// linking`.
const PHRASE: u64 = 2;
const WHOLE: u64 = 3;
const COVERED: u64 = 1;
const WORD: u64 = 9;

/// Words at which a clause ends.
const JOINTS: [&str; 16] = [
    "and",
    "or",
    "with",
    "using",
    "including",
    "by",
    "for",
    "et",
    "ou",
    "avec",
    "par",
    "und",
    "oder",
    "sowie",
    "mit",
    "durch",
];

/// Whether a text is long enough to speak of several things.
pub(super) fn is_sentence(text: &str) -> bool {
    text.split_whitespace().nth(SHORT).is_some()
}

impl Linker {
    /// The skills of which a sentence speaks. A skill that no phrase comes near to has no part of a phrase; one that only a phrase
    /// comes near to has as much of the whole as the last that the whole comes near to.
    pub(super) fn ranked_by_phrases(&self, text: &str, language: Language, most: usize) -> Vec<Link<'_>> {
        let Inner { taxonomy, kind, labels, .. } = &*self.0;
        let Some(words) = taxonomy.words() else { return Vec::new() };
        let names = taxonomy.names(*kind);
        let mut all: BTreeMap<&str, Spoken<'_>> = BTreeMap::new();
        let mut least = u64::MAX;
        for stretch in stretches(text) {
            let near = self.ranked_whole(&stretch, language, OF_WHOLE);
            least = least.min(near.last().map_or(0, |link| u64::from(link.score.parts())));
            for link in near {
                let score = u64::from(link.score.parts());
                let known = all.entry(link.id).or_insert(Spoken { link, whole: score, phrase: 0 });
                known.whole = known.whole.max(score);
            }
        }
        for (phrase, length) in phrases(text) {
            for link in self.ranked_whole(&phrase, language, OF_PHRASE) {
                let score = u64::from(link.score.parts());
                let score = if length == 1 { score * WORD / 10 } else { score };
                let known = all.entry(link.id).or_insert(Spoken { link: link.clone(), whole: least, phrase: 0 });
                if score > known.phrase {
                    (known.link, known.phrase) = (link, score);
                }
            }
        }
        let query = labels.query(words, text);
        let scored = all.into_values().map(|Spoken { link, whole, phrase }| {
            let covered = names.find(link.id).map_or(0, |concept| labels.covered(&query, concept, language, names));
            let sum = PHRASE * phrase + WHOLE * whole + COVERED * u64::from(covered);
            Link { score: Ratio::from_parts((sum / (PHRASE + WHOLE + COVERED)) as u32), ..link }
        });
        let mut scored: Vec<Link<'_>> = scored.collect();
        scored.sort_by_key(|link| (Reverse(link.score), link.id));
        scored.truncate(most);
        scored
    }
}

/// A skill of which a sentence may speak, with what the whole and what the nearest phrase comes to.
struct Spoken<'a> {
    link: Link<'a>,
    whole: u64,
    phrase: u64,
}

/// The sentence, or of a long one stretches that overlap by half.
fn stretches(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.len().saturating_sub(STRETCH).div_ceil(STRIDE);
    (0..=last)
        .map(|number| words[number * STRIDE..].iter().take(STRETCH).copied().collect::<Vec<_>>().join(" "))
        .collect()
}

/// Rows of words that nothing parts, each with its number of words.
fn phrases(text: &str) -> Vec<(String, usize)> {
    let mut out = Vec::new();
    for clause in text.split([',', ';', ':', '.', '(', ')', '•', '/', '–', '?', '!']) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        for clause in words.split(|word| JOINTS.contains(&word.to_lowercase().as_str())) {
            for length in 1..=LONGEST.min(clause.len()) {
                out.extend(clause.windows(length).map(|window| (window.join(" "), length)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_read_in_stretches_that_overlap() {
        let text = (0..40).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
        let first = |stretch: &String| stretch.split(' ').next().map(str::to_owned);
        let lengths: Vec<usize> = stretches(&text).iter().map(|stretch| stretch.split(' ').count()).collect();
        assert_eq!(lengths, [16; 4]);
        assert_eq!(stretches(&text).iter().filter_map(first).collect::<Vec<_>>(), ["0", "8", "16", "24"]);
        assert_eq!(stretches("one two three"), ["one two three"]);
        assert_eq!(stretches(&text[..text.find(" 17").unwrap()]).len(), 2, "a seventeenth word");
    }

    #[test]
    fn a_phrase_ends_at_a_comma_and_at_a_word_that_joins() {
        let texts: Vec<String> = phrases("Java and unit tests, SQL").into_iter().map(|(phrase, _)| phrase).collect();
        assert_eq!(texts, ["Java", "unit", "tests", "unit tests", "SQL"]);
        assert!(phrases(" ,; ").is_empty());
        let longest = phrases("one two three four five six seven").into_iter().map(|(_, words)| words).max();
        assert_eq!(longest, Some(LONGEST));
        assert!(is_sentence("one two three four five six seven") && !is_sentence("one two three four five six"));
    }
}
