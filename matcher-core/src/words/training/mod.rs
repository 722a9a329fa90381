//! Makes the table: from the labels and descriptions of a taxonomy alone, the same bytes on every machine.
//!
//! Each step takes some thousand concepts at random and two texts of each, and turns the rows so that the two texts of a
//! concept point the same way and away from the texts of all others: symmetric cross-entropy over cosines (Sohn 2016;
//! van den Oord et al. 2018, arXiv:1807.03748). Everything is `f32` sums in a fixed order, and only `libm` is asked for
//! logarithms and the like.

mod concepts;
mod matrix;
mod optimiser;
mod pairs;
mod random;
mod shrink;
mod step;
mod texts;
mod vocabulary;

use std::ops::ControlFlow;

use super::{Canon, Vector, Words};
use crate::model::Language;
use crate::taxonomy::{ConceptKind, Frozen};
use crate::{Error, rank::Progress};
use optimiser::Optimiser;
use pairs::Drawn;
use random::Random;
use step::Side;
pub(crate) use texts::Descriptions;
use texts::Spoken;
use vocabulary::Vocabulary;

/// Compounds count as their parts where at least one label in so many is German. Where most labels are French, what looks like a
/// compound is one by chance (*transformation*): trained on ESCO, parts take German titles from .597 to .604 and French ones nowhere;
/// trained on ESCO and ROME, they take offers from .823 to .810 (`docs/BENCHMARKS.md`).
const GERMAN: usize = 4;

/// How large a table to make and how long to train it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordTraining {
    /// Numbers in a row: even, up to [`Vector::DIMENSIONS`].
    pub dimensions: usize,
    /// Words that get a row, at most.
    pub words: usize,
    /// Letter groups that get a row, at most.
    pub groups: usize,
    /// Steps; occupations and skills take turns.
    pub steps: usize,
    /// Concepts in a step, at most. The cost of a step grows with its square.
    pub batch: usize,
    /// Of a hundred units of a text, so many are left out when it is drawn: what remains must do without them.
    pub left_out: usize,
    /// Where the random numbers begin.
    pub seed: u64,
}

impl Default for WordTraining {
    /// For a server: 60,000 rows of 64 numbers, 2.2 MB.
    fn default() -> WordTraining {
        WordTraining {
            dimensions: Vector::DIMENSIONS,
            words: 30_000,
            groups: 30_000,
            steps: 360,
            batch: 3_000,
            left_out: 30,
            seed: 1,
        }
    }
}

impl WordTraining {
    /// For a browser: 12,000 rows of 32 numbers, under 300 kB compressed.
    pub fn small() -> WordTraining {
        WordTraining { dimensions: 32, words: 6_000, groups: 6_000, ..WordTraining::default() }
    }

    /// Trains a table on the labels of a taxonomy and on the descriptions read with it.
    ///
    /// # Errors
    /// `call.cancelled` where `progress` breaks off.
    pub(crate) fn run(
        &self,
        frozen: &Frozen,
        descriptions: &Descriptions,
        mut progress: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Words, Error> {
        let labels = || [&frozen.occupations, &frozen.skills].into_iter().flat_map(|names| names.labels.values());
        let canon = Canon::learn(labels().map(|label| &*label.text));
        let german = labels().filter(|label| label.language == Language::DE).count();
        let compounds = german * GERMAN >= labels().count().max(1);
        let spoken_by = |parts: &[u32]| {
            [ConceptKind::Skill, ConceptKind::Occupation]
                .map(|kind| Spoken::all(&canon, frozen, kind, descriptions, parts))
        };
        let vocabulary_of = |spoken: &[Vec<Spoken>]| {
            let texts = spoken.iter().flatten().flat_map(Spoken::texts).map(|(_, units)| units);
            Vocabulary::of(texts, self.words, self.groups)
        };
        let mut spoken = spoken_by(&[]);
        let mut vocabulary = vocabulary_of(&spoken);
        if compounds {
            // Parts are frequent words; which words are frequent is asked again with parts counted; then the texts have those.
            spoken = spoken_by(&vocabulary.words);
            vocabulary = vocabulary_of(&spoken);
            spoken = spoken_by(&vocabulary.words);
        }
        let drawn = spoken.map(|spoken| Drawn::new(spoken, &vocabulary));
        let mut random = Random::new(self.seed);
        let width = self.dimensions;
        let sigma = 0.1 / (width as f32).sqrt();
        let mut rows: Vec<f32> = (0..vocabulary.len() * width).map(|_| sigma * random.normal()).collect();
        let mut gradient = vec![0.0; rows.len()];
        let mut optimiser = Optimiser::new(&rows, width);
        // Of one concept nothing can be told apart.
        let drawn: Vec<&Drawn> = drawn.iter().filter(|drawn| drawn.len() > 1).collect();
        for step in 0..if drawn.is_empty() { 0 } else { self.steps } {
            if progress(Progress { done: step, of: self.steps }).is_break() {
                return Err(Error::new("call.cancelled", "the training was broken off"));
            }
            let [left, right] = drawn[step % drawn.len()].pairs(self.batch, self.left_out, &mut random);
            let side = |texts| Side::new(texts, &rows, &vocabulary.weights, width);
            let sides = [side(&left), side(&right)];
            gradient.fill(0.0);
            step::gradient([&sides[0], &sides[1]], &vocabulary.weights, width, &mut gradient);
            optimiser.step(&mut rows, &gradient, (step, self.steps));
        }
        let mut words = shrink::table(canon, compounds, &vocabulary, &rows, self.dimensions);
        concepts::fill(&mut words, frozen, descriptions);
        Ok(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::{LabelKind, Taxonomy, TaxonomyBuilder};

    fn trades() -> TaxonomyBuilder {
        let mut builder = Taxonomy::builder();
        let trades = [
            ("baker", ["bread maker", "baker"], ["Bäcker", "Brotbäcker"], "Makes bread and rolls from flour."),
            ("welder", ["welder", "metal joiner"], ["Schweißer", "Metallschweißer"], "Joins parts of metal by heat."),
            ("nurse", ["nurse", "ward nurse"], ["Pfleger", "Krankenpfleger"], "Cares for the sick on a ward."),
            ("driver", ["truck driver", "driver"], ["Fahrer", "Lastwagenfahrer"], "Takes goods from place to place."),
        ];
        for (id, english, german, description) in trades {
            for (language, labels) in [(Language::EN, english), (Language::DE, german)] {
                for label in labels {
                    builder.label(ConceptKind::Occupation, id, language, LabelKind::Alternative, label);
                }
            }
            builder.description(ConceptKind::Occupation, id, Language::EN, description);
        }
        builder
    }

    fn trained(training: &WordTraining) -> Taxonomy {
        trades().build_with_words(training, |_| ControlFlow::Continue(())).unwrap()
    }

    #[test]
    fn what_names_one_trade_in_two_languages_comes_together() {
        let taxonomy = trained(&WordTraining { left_out: 0, ..WordTraining::default() });
        let words = taxonomy.words().unwrap();
        let cosine = |a, b| words.vector(a).cosine(&words.vector(b));
        assert!(cosine("baker", "Bäcker") > 20_000, "{}", cosine("baker", "Bäcker"));
        assert!(cosine("baker", "Schweißer") < 8_000, "{}", cosine("baker", "Schweißer"));
        assert_eq!(words.vector("Bäckerin"), words.vector("Bäcker (m/w/d)"));
        assert!(words.vector("???").is_zero());
    }

    #[test]
    fn training_again_gives_the_same_bytes_and_another_seed_others() {
        let training = WordTraining { dimensions: 16, ..WordTraining::default() };
        assert_eq!(trained(&training).to_bytes(), trained(&training).to_bytes());
        assert_ne!(trained(&training).words(), trained(&WordTraining { seed: 2, ..training }).words());
    }

    #[test]
    fn who_watches_may_break_off() {
        let error = trades().build_with_words(&WordTraining::default(), |_| ControlFlow::Break(())).unwrap_err();
        assert_eq!(error.code(), "call.cancelled");
    }
}
