use matcher_core::link::Linker;
use matcher_core::model::Language;
use matcher_core::{Vector, Words};

use super::{Candidates, Ranker};

/// The engine's own linking. What it finds beyond the candidates is passed over.
pub struct Linked<'a> {
    linker: &'a Linker,
    candidates: &'a Candidates,
}

/// Concepts asked of the linker: it looks at no more.
const MOST: usize = 100;

impl<'a> Linked<'a> {
    /// This linker over these candidates.
    pub fn new(linker: &'a Linker, candidates: &'a Candidates) -> Linked<'a> {
        Linked { linker, candidates }
    }
}

impl Ranker for Linked<'_> {
    fn name(&self) -> &str {
        "this engine"
    }

    fn rank(&self, text: &str, language: Language) -> Vec<u32> {
        let links = self.linker.ranked(text, language, MOST);
        links.iter().filter_map(|link| self.candidates.find(link.id)).collect()
    }
}

/// The engine's vectors of texts alone, for candidates that are texts and no concepts of the taxonomy.
pub struct Vectors<'a> {
    words: &'a Words,
    candidates: &'a Candidates,
    labels: Vec<Vector>,
}

impl<'a> Vectors<'a> {
    /// The vectors of all labels.
    pub fn new(words: &'a Words, candidates: &'a Candidates) -> Vectors<'a> {
        let labels = candidates.labels().iter().map(|(_, label)| words.vector(label)).collect();
        Vectors { words, candidates, labels }
    }
}

impl Ranker for Vectors<'_> {
    fn name(&self) -> &str {
        "vectors of texts"
    }

    fn rank(&self, text: &str, _: Language) -> Vec<u32> {
        let vector = self.words.vector(text);
        let scores: Vec<f64> = self.labels.iter().map(|label| f64::from(vector.cosine(label))).collect();
        self.candidates.ranked(&scores)
    }
}
