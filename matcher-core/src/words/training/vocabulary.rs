use std::collections::BTreeMap;

use crate::words::Units;

/// The units that get a row: the words and letter groups that most texts have, with their weights.
pub(super) struct Vocabulary {
    /// Rising.
    pub(super) words: Vec<u32>,
    pub(super) groups: Vec<u32>,
    /// Words first, then groups.
    pub(super) weights: Vec<f32>,
    /// ln(texts / texts with it), words first.
    pub(super) information: Vec<f64>,
}

/// Texts that must have a word, and a letter group, for it to have a row.
const WORD_IN: u32 = 2;
const GROUP_IN: u32 = 3;
/// A word says more than a letter group of the same frequency.
const WORD_FACTOR: f32 = 2.0;

impl Vocabulary {
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a Units>, words: usize, groups: usize) -> Vocabulary {
        let (mut word_counts, mut group_counts) = (BTreeMap::new(), BTreeMap::new());
        let mut total = 0u32;
        for text in texts {
            total += 1;
            for (units, counts) in [(&text.words, &mut word_counts), (&text.groups, &mut group_counts)] {
                units.iter().for_each(|&unit| *counts.entry(unit).or_insert(0u32) += 1);
            }
        }
        let words = frequent(&word_counts, WORD_IN, words);
        let groups = frequent(&group_counts, GROUP_IN, groups);
        let information = |count: u32| libm::log(f64::from(total.max(1)) / f64::from(count.max(1)));
        let of_words = words.iter().map(|word| information(word_counts[word]));
        let of_groups = groups.iter().map(|group| information(group_counts[group]));
        let information: Vec<f64> = of_words.chain(of_groups).collect();
        let factor = |at: usize| if at < words.len() { WORD_FACTOR } else { 1.0 };
        let weights = information.iter().enumerate().map(|(at, &x)| factor(at) * x as f32).collect();
        Vocabulary { words, groups, weights, information }
    }

    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// The rows of a text, rising.
    pub(super) fn rows(&self, units: &Units) -> Vec<u32> {
        let of = |list: &[u32], known: &[u32], first: usize| -> Vec<u32> {
            list.iter().filter_map(|unit| Some((first + known.binary_search(unit).ok()?) as u32)).collect()
        };
        let mut rows = of(&units.words, &self.words, 0);
        rows.extend(of(&units.groups, &self.groups, self.words.len()));
        rows
    }
}

/// The units with at least `least` texts, the `most` most frequent of them, rising by unit.
fn frequent(counts: &BTreeMap<u32, u32>, least: u32, most: usize) -> Vec<u32> {
    let mut units: Vec<(u32, u32)> =
        counts.iter().filter(|(_, count)| **count >= least).map(|(&u, &c)| (u, c)).collect();
    units.sort_by_key(|&(unit, count)| (std::cmp::Reverse(count), unit));
    units.truncate(most);
    let mut units: Vec<u32> = units.into_iter().map(|(unit, _)| unit).collect();
    units.sort_unstable();
    units
}
