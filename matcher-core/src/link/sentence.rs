//! Skills of which a sentence speaks: what each of its phrases comes near to, beside what it means as a whole.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::fillers::Fillers;
use super::{Inner, Link, Linker};
use crate::model::Language;
use crate::units::Ratio;

/// A text of more words is a sentence.
const SHORT: usize = 6;
/// Words of a phrase at most, fillers not counted: more of them measured nothing.
const LONGEST: usize = 4;
/// Skills that each stretch may mean, and that each phrase may.
const OF_WHOLE: usize = 100;
const OF_PHRASE: usize = 10;
/// Words of a stretch of a longer sentence that is taken as a whole, and by how many the next one begins further on: what twenty
/// words and more mean together is nothing in particular.
const STRETCH: usize = 16;
const STRIDE: usize = STRETCH / 2;
/// Parts of a score: what the nearest phrase comes to, what the whole does, how much of a label stands in the sentence, how usual
/// the skill is. A word by itself counts nine tenths of a phrase. Round numbers, judged on the development sets by `cargo run
/// -p matcher-benches --bin linking`.
const PHRASE: u64 = 3;
const WHOLE: u64 = 3;
const COVERED: u64 = 1;
const USUAL: u64 = 1;
const ALL: u64 = PHRASE + WHOLE + COVERED + USUAL;
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
        let fillers = Fillers::of(language);
        let mut all: BTreeMap<&str, Spoken<'_>> = BTreeMap::new();
        let mut least: Option<u64> = None;
        for stretch in stretches(text, fillers) {
            let near = self.ranked_whole(&stretch, language, OF_WHOLE);
            let last = near.last().map_or(0, |link| u64::from(link.score.parts()));
            least = Some(least.map_or(last, |least| least.min(last)));
            for link in near {
                let score = u64::from(link.score.parts());
                let known = all.entry(link.id).or_insert(Spoken { link, whole: score, phrase: 0 });
                known.whole = known.whole.max(score);
            }
        }
        let least = least.unwrap_or(0);
        for (phrase, length) in phrases(text, fillers) {
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
            let (covered, usual) = names.find(link.id).map_or((0, 0), |concept| {
                let usual = Ratio::ONE.parts() - taxonomy.0.specificity[concept as usize].parts();
                (labels.covered(&query, concept, language, names), usual)
            });
            let sum = PHRASE * phrase + WHOLE * whole + COVERED * u64::from(covered) + USUAL * u64::from(usual);
            Link { score: Ratio::from_parts((sum / ALL) as u32), ..link }
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

/// The sentence without its fillers, or of a long one stretches that overlap by half; none where all are fillers.
fn stretches(text: &str, fillers: Fillers) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().filter(|word| !fillers.has(word)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let last = words.len().saturating_sub(STRETCH).div_ceil(STRIDE);
    (0..=last)
        .map(|number| words[number * STRIDE..].iter().take(STRETCH).copied().collect::<Vec<_>>().join(" "))
        .collect()
}

/// Rows of words that nothing parts, each with its number of words. None begins or ends with a filler, none is counted; inside they
/// stay: *work in a team*.
fn phrases(text: &str, fillers: Fillers) -> Vec<(String, usize)> {
    let mut out = Vec::new();
    for clause in text.split([',', ';', ':', '.', '(', ')', '•', '/', '–', '?', '!']) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        for clause in words.split(|word| JOINTS.contains(&word.to_lowercase().as_str())) {
            let full: Vec<usize> = (0..clause.len()).filter(|&at| !fillers.has(clause[at])).collect();
            for length in 1..=LONGEST.min(full.len()) {
                out.extend(full.windows(length).map(|at| (clause[at[0]..=at[length - 1]].join(" "), length)));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Language = Language::EN;

    #[test]
    fn a_long_sentence_is_read_in_stretches_that_overlap() {
        let text = (0..40).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
        let read = |text: &str| stretches(text, Fillers::of(ENGLISH));
        let first = |stretch: &String| stretch.split(' ').next().map(str::to_owned);
        let lengths: Vec<usize> = read(&text).iter().map(|stretch| stretch.split(' ').count()).collect();
        assert_eq!(lengths, [16; 4]);
        assert_eq!(read(&text).iter().filter_map(first).collect::<Vec<_>>(), ["w0", "w8", "w16", "w24"]);
        assert_eq!(read("one two three"), ["two three"], "“one” is a filler");
        assert_eq!(read(&text[..text.find(" w17").unwrap()]).len(), 2, "a seventeenth word");
        assert!(read("who are you and what would you like to be").is_empty());
    }

    #[test]
    fn a_phrase_ends_at_a_comma_and_at_a_word_that_joins() {
        let read = |text: &str| phrases(text, Fillers::of(ENGLISH)).into_iter().map(|(phrase, _)| phrase);
        assert_eq!(
            read("Java and unit tests, SQL").collect::<Vec<_>>(),
            ["Java", "unit", "tests", "unit tests", "SQL"]
        );
        assert_eq!(read(" ,; ").count(), 0);
        let longest = phrases("a1 a2 a3 a4 a5 a6 a7", Fillers::of(ENGLISH)).into_iter().map(|(_, words)| words).max();
        assert_eq!(longest, Some(LONGEST));
        assert!(is_sentence("one two three four five six seven") && !is_sentence("one two three four five six"));
    }

    #[test]
    fn no_phrase_begins_or_ends_with_a_filler_but_one_may_hold_some() {
        let read = phrases("you will have experience in the design of bridges", Fillers::of(ENGLISH));
        let expected = [("design", 1), ("bridges", 1), ("design of bridges", 2)];
        assert_eq!(read, expected.map(|(phrase, words)| (phrase.to_owned(), words)));
    }
}
