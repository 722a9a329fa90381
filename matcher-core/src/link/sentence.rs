//! Skills of which a sentence speaks: what each of its phrases comes near to, beside what it means as a whole.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Link, Linker};
use crate::model::Language;
use crate::units::Ratio;

/// A text of more words is a sentence.
const SHORT: usize = 6;
/// Words of a phrase at most.
const LONGEST: usize = 5;
/// Skills that the whole sentence may mean, and that each phrase may.
const OF_WHOLE: usize = 300;
const OF_PHRASE: usize = 20;
/// Of five parts so many are the phrase's, the others the whole's; and a word by itself counts nine tenths of a phrase. Judged on the
/// development sets by `cargo run -p matcher-benches --bin linking`.
const PHRASE: u64 = 2;
const WHOLE: u64 = 3;
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
        let whole = self.ranked_whole(text, language, OF_WHOLE);
        let least = whole.last().map_or(0, |link| u64::from(link.score.parts()));
        let mut all: BTreeMap<&str, (Link<'_>, u64, u64)> =
            whole.into_iter().map(|link| (link.id, (link.clone(), u64::from(link.score.parts()), 0))).collect();
        for (phrase, words) in phrases(text) {
            for link in self.ranked_whole(&phrase, language, OF_PHRASE) {
                let score = u64::from(link.score.parts());
                let score = if words == 1 { score * WORD / 10 } else { score };
                let known = all.entry(link.id).or_insert((link.clone(), least, 0));
                if score > known.2 {
                    (known.0, known.2) = (link, score);
                }
            }
        }
        let mean =
            |whole: u64, phrase: u64| Ratio::from_parts(((PHRASE * phrase + WHOLE * whole) / (PHRASE + WHOLE)) as u32);
        let scored = all.into_values().map(|(link, whole, phrase)| Link { score: mean(whole, phrase), ..link });
        let mut scored: Vec<Link<'_>> = scored.collect();
        scored.sort_by_key(|link| (Reverse(link.score), link.id));
        scored.truncate(most);
        scored
    }
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
    fn a_phrase_ends_at_a_comma_and_at_a_word_that_joins() {
        let texts: Vec<String> = phrases("Java and unit tests, SQL").into_iter().map(|(phrase, _)| phrase).collect();
        assert_eq!(texts, ["Java", "unit", "tests", "unit tests", "SQL"]);
        assert!(phrases(" ,; ").is_empty());
        let longest = phrases("one two three four five six seven").into_iter().map(|(_, words)| words).max();
        assert_eq!(longest, Some(LONGEST));
        assert!(is_sentence("one two three four five six seven") && !is_sentence("one two three four five six"));
    }
}
