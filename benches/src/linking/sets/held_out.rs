//! Alternative labels of skills that the index has not seen.

use std::collections::{BTreeMap, BTreeSet};

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, LabelKind};

use crate::linking::{Candidates, Task};
use crate::random::Random;

/// Labels taken out: skill, language, text.
pub type Held = BTreeSet<(String, Language, String)>;

/// A tenth of the alternative labels of skills, drawn with a seed. Only labels are drawn of which no form is a form of another
/// label of the same skill.
pub fn draw(taxonomy: &Taxonomy, seed: u64) -> Held {
    let mut random = Random::seeded(seed);
    let mut held = Held::new();
    for concept in taxonomy.concepts(ConceptKind::Skill) {
        let labels: Vec<_> = concept.labels().collect();
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        for (.., label) in &labels {
            matcher_core::text::forms(label).into_iter().for_each(|form| *times.entry(form).or_default() += 1);
        }
        for &(language, kind, label) in &labels {
            let drawn = random.percent(10);
            let own = matcher_core::text::forms(label).iter().all(|form| times[form] == 1);
            if drawn && own && kind == LabelKind::Alternative {
                held.insert((concept.id().to_owned(), language, label.to_owned()));
            }
        }
    }
    held
}

/// The labels taken out of a language as texts, over the labels that are left in `taxonomy`.
pub fn task(taxonomy: &Taxonomy, held: &Held, language: Language) -> Task {
    let of_language = held.iter().filter(|(_, of, _)| *of == language);
    Task {
        name: format!("ESCO skills, alternative labels held out, {language}"),
        language,
        candidates: Candidates::of(taxonomy, ConceptKind::Skill, language),
        queries: of_language.map(|(id, _, label)| (label.clone(), BTreeSet::from([id.clone()]))).collect(),
    }
}
