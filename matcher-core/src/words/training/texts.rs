use std::collections::BTreeMap;

use crate::model::Language;
use crate::taxonomy::{ConceptKind, Frozen, Label};
use crate::words::{Canon, Units};

/// Concept → its description in each language. Read for the training alone: no snapshot has them.
pub(crate) type Descriptions = BTreeMap<(ConceptKind, String), BTreeMap<Language, String>>;

/// Where a text stands: two texts of two slots teach what is alike across languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    Label(Language),
    Description(Language),
}

/// What is known of one concept in words.
pub(super) struct Spoken(Vec<(Slot, Units)>);

/// Labels of a skill that are read, in each language: a few have dozens.
const SKILL_LABELS: usize = 8;

impl Spoken {
    /// All concepts of a kind, in their order; the words named by these hashes may be parts of compounds.
    pub(super) fn all(
        canon: &Canon,
        frozen: &Frozen,
        kind: ConceptKind,
        descriptions: &Descriptions,
        parts: &[u32],
    ) -> Vec<Spoken> {
        let (names, most) = match kind {
            ConceptKind::Occupation => (&frozen.occupations, usize::MAX),
            _ => (&frozen.skills, SKILL_LABELS),
        };
        let units = |text: &str| Units::with_parts(&canon.tokens(text), |word| parts.binary_search(&word).is_ok());
        let spoken = |(id, labels): (&str, &[Label])| {
            let languages = labels.chunk_by(|a, b| a.language == b.language);
            let labels = languages.flat_map(|labels| labels.iter().take(most));
            let mut texts: Vec<(Slot, Units)> =
                labels.map(|label| (Slot::Label(label.language), units(&label.text))).collect();
            let known = descriptions.get(&(kind, id.to_string()));
            for (&language, description) in known.into_iter().flatten() {
                texts.extend(sentences(description).into_iter().map(|s| (Slot::Description(language), units(s))));
            }
            Spoken(texts)
        };
        names.ids.iter().map(|id| &**id).zip(names.labels.rows()).map(spoken).collect()
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &(Slot, Units)> {
        self.0.iter()
    }
}

/// The sentences of a description that say what a concept is: the first, and the second and third as one.
pub(super) fn sentences(description: &str) -> Vec<&str> {
    let mut ends: Vec<usize> = Vec::new();
    let bytes = description.as_bytes();
    for (at, _) in description.match_indices(['.', '!', '?', ';', '\n']) {
        if bytes.get(at + 1).is_none_or(|next| next.is_ascii_whitespace()) || bytes[at] == b'\n' {
            ends.push(at + 1);
        }
    }
    ends.push(description.len());
    let mut starts = Vec::new();
    let mut from = 0;
    for end in ends {
        let sentence = &description[from..end];
        // An abbreviation ends no sentence.
        if sentence.split_whitespace().count() >= 4 || end == description.len() {
            starts.push((from, end));
            from = end;
        }
    }
    let first = starts.first().map(|&(from, to)| &description[from..to]);
    let more = starts.get(1).map(|&(from, to)| &description[from..starts.get(2).map_or(to, |&(_, to)| to)]);
    first.into_iter().chain(more).map(str::trim).filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_stands_alone_and_the_next_two_together() {
        let text = "Bakers make bread of many kinds. They weigh the flour, e.g. of rye. They bake it at night. They sell it to all.";
        assert_eq!(
            sentences(text),
            ["Bakers make bread of many kinds.", "They weigh the flour, e.g. of rye. They bake it at night."]
        );
        assert!(sentences("  ").is_empty());
    }
}
