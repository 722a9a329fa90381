//! The vectors of the concepts, by the finished table.

use super::texts::{Descriptions, sentences};
use crate::taxonomy::{ConceptKind, Frozen};
use crate::words::{Concepts, Vector, Words};

pub(super) fn fill(words: &mut Words, frozen: &Frozen, descriptions: &Descriptions) {
    for kind in [ConceptKind::Occupation, ConceptKind::Skill] {
        let names = if kind == ConceptKind::Occupation { &frozen.occupations } else { &frozen.skills };
        let mut concepts = Concepts::default();
        for (id, labels) in names.ids.iter().zip(names.labels.rows()) {
            let known = descriptions.get(&(kind, id.to_string())).into_iter().flatten();
            let of_texts = known.map(|(_, text)| sentences(text).into_iter().map(|s| words.vector(s)).collect());
            concepts.labels.push(words.middle_of_labels(labels));
            concepts.texts.push(Vector::middle(of_texts).coarse());
        }
        *(if kind == ConceptKind::Occupation { &mut words.occupations } else { &mut words.skills }) = concepts;
    }
}
