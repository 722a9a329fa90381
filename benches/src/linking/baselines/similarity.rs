use matcher_core::model::Language;

use crate::linking::candidates::plain;
use crate::linking::{Candidates, Ranker};

/// A measure of `strsim` against every label.
pub struct Similarity<'a> {
    name: &'static str,
    measure: fn(&str, &str) -> f64,
    candidates: &'a Candidates,
}

impl Similarity<'_> {
    /// Jaro-Winkler.
    pub fn jaro_winkler(candidates: &Candidates) -> Similarity<'_> {
        Similarity { name: "strsim Jaro-Winkler", measure: strsim::jaro_winkler, candidates }
    }

    /// Sørensen-Dice over pairs of letters.
    pub fn sorensen_dice(candidates: &Candidates) -> Similarity<'_> {
        Similarity { name: "strsim Sørensen-Dice", measure: strsim::sorensen_dice, candidates }
    }
}

impl Ranker for Similarity<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn rank(&self, text: &str, _: Language) -> Vec<u32> {
        let text = plain(text);
        let scores: Vec<f64> = self.candidates.labels().iter().map(|(_, label)| (self.measure)(&text, label)).collect();
        self.candidates.ranked(&scores)
    }
}
