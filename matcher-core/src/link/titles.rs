//! Titles compared with titles: by their vectors, and by their letters as far as the table does not know the words.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::Error;
use crate::taxonomy::{Csr, Taxonomy};
use crate::units::Ratio;
use crate::words::{Units, Vector, Words};

/// A list of titles, or of any short texts, with which others are compared: which of them mean most nearly the same?
///
/// No concept stands between: what a taxonomy lacks is compared as well. An immutable value, cheap to clone, `Send` and `Sync`.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use matcher_core::{Taxonomy, link::Titles};
///
/// let titles = Titles::new(&Taxonomy::embedded(), ["Pâtissier", "Développeuse web", "Data analyst"])?;
/// assert_eq!(titles.nearest("Webentwickler (m/w/d)", 1)[0].at, 1);
/// # }
/// # Ok::<(), matcher_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Titles(Arc<Inner>);

struct Inner {
    taxonomy: Taxonomy,
    vectors: Vec<Vector>,
    letters: Letters,
}

/// One title of a list, and how near it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearTitle {
    /// Its place in the list, from 0.
    pub at: usize,
    /// The mean of the cosine of the two vectors, which counts once, and of the share of words and letter groups in common, which
    /// counts four times the share of the text that the table does not know. Comparable between the titles of one answer, not a
    /// probability; the other way round it may be another number.
    pub score: Ratio,
}

/// How often letters count for each vector where nothing of a text is known: a round number, judged on the development sets by
/// `cargo run -p matcher-benches --bin linking`.
const LETTERS: u64 = 4;

impl Titles {
    /// A list to compare with, by the table of words of a taxonomy.
    ///
    /// Cost: some microseconds and some hundred bytes a title.
    ///
    /// # Errors
    /// `link.no-words` where the taxonomy has no table of words.
    pub fn new(taxonomy: &Taxonomy, titles: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Titles, Error> {
        let words = super::words_of(taxonomy)?;
        let (vectors, units): (Vec<Vector>, Vec<Vec<u32>>) =
            titles.into_iter().map(|title| (words.vector(title.as_ref()), units(words, title.as_ref()))).unzip();
        Ok(Titles(Arc::new(Inner { taxonomy: taxonomy.clone(), vectors, letters: Letters::new(&units) })))
    }

    /// The titles that mean most nearly the same as this one, best first, then in the order of the list; at most `most`. All of
    /// them have a score, that of strangers is 0.
    ///
    /// Words that the table does not know, those of another language above all, are compared by their letters. Cost: one product of
    /// vectors for each title of the list, and one addition for each of its letter groups that the text has too.
    pub fn nearest(&self, title: &str, most: usize) -> Vec<NearTitle> {
        let Inner { taxonomy, vectors, letters } = &*self.0;
        let Some(words) = taxonomy.words() else { return Vec::new() };
        let (rows, unknown) = words.rows(title);
        let vector = words.vector_of(&rows);
        let unknown = u64::from(Ratio::ONE.parts() - words.known(&rows, unknown).parts());
        let one = u64::from(Ratio::ONE.parts());
        let score = |(at, other): (usize, Ratio)| {
            let cosine = u64::try_from(vector.cosine(&vectors[at])).unwrap_or(0);
            let sum = one * cosine + LETTERS * unknown * u64::from(other.parts());
            (Reverse(Ratio::from_parts((sum / (one + LETTERS * unknown)) as u32)), at)
        };
        let mut all: Vec<(Reverse<Ratio>, usize)> =
            letters.shared(&units(words, title)).into_iter().enumerate().map(score).collect();
        all.sort_unstable();
        all.truncate(most);
        all.into_iter().map(|(Reverse(score), at)| NearTitle { at, score }).collect()
    }

    /// How many titles there are.
    pub fn len(&self) -> usize {
        self.0.vectors.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.vectors.is_empty()
    }

    /// Bytes in memory, without the taxonomy.
    pub fn size_in_bytes(&self) -> usize {
        self.0.vectors.len() * size_of::<Vector>() + self.0.letters.size_in_bytes()
    }
}

impl fmt::Debug for Titles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Titles({})", self.len())
    }
}

/// The words and letter groups of a text as one list, rising.
fn units(words: &Words, text: &str) -> Vec<u32> {
    let Units { words, mut groups } = Units::of(&words.tokens(text));
    groups.extend(words);
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// Which titles have which words and letter groups, and how much each of these says among the titles of the list.
struct Letters {
    /// Rising.
    units: Vec<u32>,
    /// Squared information of each unit, and of one that no title has.
    squares: Vec<u64>,
    strange: u64,
    /// The titles of each unit.
    holders: Csr<u32>,
    /// The sum of a title's squares: some thousand units of at most 2¹⁷ each.
    sums: Vec<u64>,
}

impl Letters {
    fn new(titles: &[Vec<u32>]) -> Letters {
        let mut holders: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (at, units) in titles.iter().enumerate() {
            units.iter().for_each(|&unit| holders.entry(unit).or_default().push(at as u32));
        }
        // In sixteenths: ln((1 + titles) / (1 + titles with it)) + 1.
        let square = |with_it: usize| {
            let ratio = (1.0 + titles.len() as f64) / (1.0 + with_it as f64);
            ((16.0 * (libm::log(ratio) + 1.0)).round() as u64).pow(2)
        };
        let squares: Vec<u64> = holders.values().map(|holders| square(holders.len())).collect();
        let mut sums = vec![0; titles.len()];
        for (holders, square) in holders.values().zip(&squares) {
            holders.iter().for_each(|&title| sums[title as usize] += square);
        }
        Letters {
            units: holders.keys().copied().collect(),
            squares,
            strange: square(0),
            holders: Csr::from_rows(holders.into_values()),
            sums,
        }
    }

    /// How much each title has in common with a text of these units: the cosine of their information.
    fn shared(&self, units: &[u32]) -> Vec<Ratio> {
        let (mut shared, mut square) = (vec![0; self.sums.len()], 0);
        for unit in units {
            match self.units.binary_search(unit) {
                Ok(at) => {
                    square += self.squares[at];
                    self.holders.row(at).iter().for_each(|&title| shared[title as usize] += self.squares[at]);
                }
                Err(_) => square += self.strange,
            }
        }
        // The root of the product: roots of small sums are no whole numbers.
        let cosine = |(&shared, &own): (&u64, &u64)| {
            if shared == 0 { Ratio::ZERO } else { Ratio::of(shared, (square * own).isqrt()) }
        };
        shared.iter().zip(&self.sums).map(cosine).collect()
    }

    fn size_in_bytes(&self) -> usize {
        let lists = self.units.len() + self.holders.values().len() + self.holders.offsets().len();
        lists * size_of::<u32>() + (self.squares.len() + self.sums.len()) * size_of::<u64>()
    }
}

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn places(titles: &Titles, title: &str) -> Vec<usize> {
        titles.nearest(title, usize::MAX).iter().map(|near| near.at).collect()
    }

    #[test]
    fn the_same_title_comes_first_in_any_gender_order_and_language() {
        let titles =
            Titles::new(&Taxonomy::embedded(), ["Bäcker", "développeur web", "Data analyst", "Soudeur"]).unwrap();
        for title in ["développeuse web (H/F)", "web, développeur", "Webentwicklerin", "web developer"] {
            assert_eq!(places(&titles, title)[0], 1, "{title}");
        }
        assert_eq!(titles.nearest("développeuse web", 9).len(), 4);
        assert_eq!(titles.nearest("développeuse web", 2).len(), 2);
        assert!(titles.nearest("développeuse web", 1)[0].score > Ratio::percent(99));
    }

    #[test]
    fn what_the_table_does_not_know_is_compared_by_its_letters() {
        let titles = Titles::new(&Taxonomy::embedded(), ["zzyzxer", "qqfoowner", "wxkvqjz qqfoo"]).unwrap();
        assert_eq!(places(&titles, "qqfoo wxkvqjz")[0], 2);
        assert_eq!(places(&titles, "zzyzxers")[0], 0);
        let strange = titles.nearest("", 9);
        assert!(strange.iter().all(|near| near.score == Ratio::ZERO));
        assert_eq!(strange.iter().map(|near| near.at).collect::<Vec<_>>(), [0, 1, 2], "equals keep their order");
    }

    #[test]
    fn a_taxonomy_without_words_is_told_and_no_titles_are_no_fault() {
        let bare = Taxonomy::builder().build().unwrap();
        assert_eq!(Titles::new(&bare, ["a"]).unwrap_err().code(), "link.no-words");
        let none = Titles::new(&Taxonomy::embedded(), [""; 0]).unwrap();
        assert!(none.is_empty() && none.nearest("cook", 3).is_empty());
    }

    fn title() -> impl Strategy<Value = String> {
        let word =
            prop::sample::select(vec!["web", "développeuse", "cocinero", "panadero", "data", "qqfoo", "x", "IT"]);
        prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn the_score_is_the_one_that_the_definition_gives(list in prop::collection::vec(title(), 0..8), text in title()) {
            let taxonomy = Taxonomy::embedded();
            let words = taxonomy.words().unwrap();
            let titles = Titles::new(&taxonomy, &list).unwrap();
            let sets: Vec<BTreeSet<u32>> = list.iter().map(|title| units(words, title).into_iter().collect()).collect();
            let own: BTreeSet<u32> = units(words, &text).into_iter().collect();
            let square = |unit: &u32| {
                let with_it = sets.iter().filter(|set| set.contains(unit)).count() as f64;
                let information = libm::log((1.0 + list.len() as f64) / (1.0 + with_it)) + 1.0;
                let sixteenths = (information * 16.0).round();
                sixteenths * sixteenths
            };
            let sum = |units: &mut dyn Iterator<Item = &u32>| units.map(square).sum::<f64>();
            let known = {
                let (rows, unknown) = words.rows(&text);
                let known: f64 = rows.iter().map(|&row| f64::from(words.weight(row).pow(2))).sum();
                if rows.is_empty() { 0.0 } else { (known / (known + unknown as f64)).sqrt() }
            };
            for near in titles.nearest(&text, usize::MAX) {
                let set = &sets[near.at];
                let lengths = (sum(&mut own.iter()) * sum(&mut set.iter())).sqrt();
                let alike = if lengths == 0.0 { 0.0 } else { sum(&mut own.intersection(set)) / lengths };
                let cosine = f64::from(words.vector(&text).cosine(&words.vector(&list[near.at])).max(0)) / 32_768.0;
                let expected = (cosine + 4.0 * (1.0 - known) * alike) / (1.0 + 4.0 * (1.0 - known));
                prop_assert!((near.score.to_f64() - expected).abs() < 0.01, "{} {expected}", near.score.to_f64());
            }
        }

        #[test]
        fn a_shorter_answer_is_the_beginning_of_a_longer_one(list in prop::collection::vec(title(), 0..8), text in title(), k in 0usize..9) {
            let titles = Titles::new(&Taxonomy::embedded(), &list).unwrap();
            let all = titles.nearest(&text, usize::MAX);
            prop_assert_eq!(all.len(), list.len());
            prop_assert_eq!(&titles.nearest(&text, k)[..], &all[..k.min(all.len())]);
        }
    }
}
