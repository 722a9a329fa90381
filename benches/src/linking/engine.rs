use matcher_core::Taxonomy;
use matcher_core::link::{Linker, Titles};
use matcher_core::model::Language;

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

/// The engine's comparison of texts with texts, for candidates that are texts and no concepts of the taxonomy.
pub struct Compared<'a> {
    titles: Titles,
    candidates: &'a Candidates,
}

impl<'a> Compared<'a> {
    /// With all labels, by the table of words of the taxonomy.
    ///
    /// # Errors
    /// A taxonomy without one.
    pub fn new(taxonomy: &Taxonomy, candidates: &'a Candidates) -> Result<Compared<'a>, matcher_core::Error> {
        let titles = Titles::new(taxonomy, candidates.labels().iter().map(|(_, label)| label))?;
        Ok(Compared { titles, candidates })
    }
}

impl Ranker for Compared<'_> {
    fn name(&self) -> &str {
        "this engine, text by text"
    }

    fn rank(&self, text: &str, _: Language) -> Vec<u32> {
        let mut scores = vec![0.0; self.titles.len()];
        self.titles.nearest(text, usize::MAX).iter().for_each(|near| scores[near.at] = near.score.to_f64());
        self.candidates.ranked(&scores)
    }
}
