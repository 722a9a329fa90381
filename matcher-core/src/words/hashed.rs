use std::collections::{BTreeMap, BTreeSet};

use super::rows::OFFSET;
use super::{Canon, Concepts, Rows, Units, Vector, Words, units};

impl Words {
    /// A table that nobody trained, for tests: the numbers of a row follow from the hash of its unit, so that texts are as
    /// near as the words and letter groups they share. It knows the units of these texts; every concept has the
    /// vector of its only label.
    pub(crate) fn hashed(texts: &[&str], occupations: &[String], skills: &[String]) -> Words {
        let canon = Canon::default();
        let mut words: BTreeMap<u32, u32> = BTreeMap::new();
        let mut groups: BTreeSet<u32> = BTreeSet::new();
        for text in texts {
            let units = Units::of(&canon.tokens(text));
            units.words.iter().for_each(|&word| *words.entry(word).or_default() += 1);
            groups.extend(units.groups);
        }
        // Information of a word in sixteenths of the logarithm to the base 2: a test table needs no other.
        let information =
            words.values().map(|&count| (16 * (texts.len() as u32 / count).max(1).ilog2()) as u8).collect();
        let mut table = Words {
            canon,
            words: rows(words.into_keys().collect(), 4, information),
            groups: rows(groups.into_iter().collect(), 1, Vec::new()),
            ..Words::default()
        };
        let concepts = |labels: &[String]| Concepts {
            labels: labels.iter().map(|label| table.vector(label)).collect(),
            texts: vec![Vector::ZERO; labels.len()],
        };
        (table.occupations, table.skills) = (concepts(occupations), concepts(skills));
        table
    }
}

fn rows(keys: Vec<u32>, scale: u16, information: Vec<u8>) -> Rows {
    let bytes = Vector::DIMENSIONS / 2;
    let numbers = keys.iter().flat_map(|&key| {
        let mut state = u64::from(key);
        (0..bytes).map(move |_| {
            let mut half = || {
                state = units::next(state);
                OFFSET + (state >> 40) as u8 % 15 - 7
            };
            half() | half() << 4
        })
    });
    let numbers = numbers.collect();
    Rows::new(Vector::DIMENSIONS, keys.clone(), vec![scale; keys.len()], information, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_near_as_far_as_they_share_words_and_letters() {
        let texts = ["web developer", "software developer", "baker of bread", "development of software"];
        let words = Words::hashed(&texts, &[], &[]);
        let cosine = |a: &str, b: &str| words.vector(a).cosine(&words.vector(b));
        assert!(cosine("web developer", "developer, web") > 32_700);
        assert!(cosine("web developer", "software developer") > cosine("web developer", "development of software"));
        assert!(cosine("web developer", "development of software") > cosine("web developer", "baker of bread"));
        assert!(words.vector("zzz").is_zero());
        assert!(words.information("web") > words.information("developer"));
    }
}
