use super::{Vector, Words};
use crate::taxonomy::{ConceptKind, Frozen, Label};

/// Two vectors for each concept of one kind, by its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts {
    /// The middle of its labels, each language counting as much as another.
    pub(crate) labels: Vec<Vector>,
    /// The middle of its descriptions; [`Vector::ZERO`] where it had none.
    pub(crate) texts: Vec<Vector>,
}

impl Words {
    /// The vectors of the concepts of a kind; groups have none.
    pub(crate) fn concepts(&self, kind: ConceptKind) -> Option<&Concepts> {
        match kind {
            ConceptKind::Occupation => Some(&self.occupations),
            ConceptKind::Skill => Some(&self.skills),
            ConceptKind::Group => None,
        }
    }

    /// The vector of a concept with these labels, which stand by language.
    pub(crate) fn middle_of_labels(&self, labels: &[Label]) -> Vector {
        let languages = labels.chunk_by(|a, b| a.language == b.language);
        let vectors = languages.map(|labels| labels.iter().map(|label| self.vector(&label.text)).collect());
        Vector::middle(vectors).coarse()
    }

    /// This table of one taxonomy for the concepts of another.
    pub(crate) fn carried_over(&self, from: &Frozen, to: &Frozen) -> Words {
        let kinds = [(&from.occupations, &self.occupations, &to.occupations), (&from.skills, &self.skills, &to.skills)];
        let [occupations, skills] = kinds.map(|(from, known, to)| {
            let mut concepts = Concepts::default();
            for (id, labels) in to.ids.iter().zip(to.labels.rows()) {
                let before = from.find(id).map(|concept| concept as usize);
                concepts.labels.push(before.map_or_else(|| self.middle_of_labels(labels), |c| known.labels[c]));
                concepts.texts.push(before.map_or(Vector::ZERO, |c| known.texts[c]));
            }
            concepts
        });
        Words { occupations, skills, ..self.clone() }
    }
}
