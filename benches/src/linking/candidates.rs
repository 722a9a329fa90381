use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::{Taxonomy, text};

/// What a text may be linked to: concepts with their labels. A label counts for its concept, so that a concept is as near as
/// its nearest label.
pub struct Candidates {
    /// Sorted ids.
    ids: Vec<String>,
    /// Concept and folded label, without notices; rising, each once.
    labels: Vec<(u32, String)>,
}

impl Candidates {
    /// The concepts of a kind by their labels in a language. Groups are no candidates.
    pub fn of(taxonomy: &Taxonomy, kind: ConceptKind, language: Language) -> Candidates {
        Candidates::new(taxonomy.concepts(kind).map(|concept| {
            let of_language = concept.labels().filter(|&(of, ..)| of == language);
            (concept.id().to_owned(), of_language.map(|(_, _, label)| label.to_owned()).collect())
        }))
    }

    /// Any concepts with their labels.
    pub fn new(concepts: impl IntoIterator<Item = (String, Vec<String>)>) -> Candidates {
        let mut concepts: Vec<(String, Vec<String>)> = concepts.into_iter().collect();
        concepts.sort();
        let mut labels: Vec<(u32, String)> = Vec::new();
        for (number, (_, texts)) in concepts.iter().enumerate() {
            labels.extend(texts.iter().map(|text| (number as u32, plain(text))));
        }
        labels.sort();
        labels.dedup();
        Candidates { ids: concepts.into_iter().map(|(id, _)| id).collect(), labels }
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The number of a concept.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok().map(|at| at as u32)
    }

    /// Concept and folded label.
    pub fn labels(&self) -> &[(u32, String)] {
        &self.labels
    }

    /// The concepts by their best label's score, falling, then by id. One score a label; those without a label come last.
    pub fn ranked(&self, scores: &[f64]) -> Vec<u32> {
        let mut best = vec![f64::NEG_INFINITY; self.len()];
        for ((concept, _), &score) in self.labels.iter().zip(scores) {
            let known = &mut best[*concept as usize];
            *known = known.max(score);
        }
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        order.sort_by(|&a, &b| best[b as usize].total_cmp(&best[a as usize]).then(a.cmp(&b)));
        order
    }
}

/// A text as the lexical rankers see it: folded, without notices such as `(H/F)`.
pub(super) fn plain(text: &str) -> String {
    text::forms(text).into_iter().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concept_is_as_near_as_its_nearest_label() {
        let of = |id: &str, labels: &[&str]| (id.to_owned(), labels.iter().map(|&label| label.to_owned()).collect());
        let candidates = Candidates::new([of("b", &["Boucher (H/F)", "viande"]), of("a", &["rien"]), of("c", &[])]);
        assert_eq!(candidates.labels()[1], (1, "boucher".to_owned()));
        assert_eq!(candidates.ranked(&[0.5, 0.1, 0.9]), [1, 0, 2]);
        assert_eq!(candidates.ranked(&[0.5, 0.5, 0.2]), [0, 1, 2], "equals by id");
    }
}
