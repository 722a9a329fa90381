use matcher_core::model::Language;

use super::postings::{Postings, counts};
use crate::linking::candidates::plain;
use crate::linking::{Candidates, Ranker};

const K1: f64 = 1.2;
const B: f64 = 0.75;

/// Okapi BM25 over folded words, each label a document; k₁ 1.2, b .75, idf = ln(1 + (N − df + ½)/(df + ½)).
pub struct Bm25<'a> {
    candidates: &'a Candidates,
    postings: Postings,
}

impl Bm25<'_> {
    /// Over these labels.
    pub fn new(candidates: &Candidates) -> Bm25<'_> {
        let labels = candidates.labels();
        let lengths: Vec<f64> = labels.iter().map(|(_, label)| words(label).len() as f64).collect();
        let n = labels.len() as f64;
        let mean = lengths.iter().sum::<f64>() / n.max(1.0);
        let mut postings = Postings::counted(labels.iter().map(|(_, label)| words(label)));
        postings.weigh(|df, label, times| {
            let idf = libm::log(1.0 + (n - df as f64 + 0.5) / (df as f64 + 0.5));
            idf * times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * lengths[label as usize] / mean))
        });
        Bm25 { candidates, postings }
    }
}

impl Ranker for Bm25<'_> {
    fn name(&self) -> &str {
        "BM25"
    }

    fn rank(&self, text: &str, _: Language) -> Vec<u32> {
        let mut scores = vec![0.0; self.candidates.labels().len()];
        for (word, times) in counts(words(&plain(text))) {
            self.postings.list(&word).iter().for_each(|&(label, weight)| scores[label as usize] += times * weight);
        }
        self.candidates.ranked(&scores)
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
