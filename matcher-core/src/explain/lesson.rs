use std::collections::BTreeMap;

use serde::Serialize;

use crate::change::Change;
use crate::rank::{Answer, OfferIndex, Query};

/// A skill that would help: see [`OfferIndex::lessons`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lesson {
    /// The skill's id.
    pub skill: String,
    /// How many of the best offers ask for it.
    pub offers: usize,
    /// Ten-thousandths of a point that the best offers, those after learning against those before, have more in sum.
    pub gain: u32,
}

impl OfferIndex {
    /// “If you learn X”: of the skills that the best offers of a query ask and the person has not, what each would bring, asked
    /// of the engine again. By falling gain, then by falling number of offers, then by id; none that brings nothing.
    ///
    /// Cost: the explanations of the best offers, and a search for each of `most` skills: those that most of the offers ask.
    pub fn lessons(&self, query: impl Into<Query>, most: usize) -> Vec<Lesson> {
        let query = query.into();
        let before = self.top(query.clone());
        let mut asked: BTreeMap<String, usize> = BTreeMap::new();
        for explanation in before.explanations() {
            let lines =
                explanation.criteria.iter().filter(|part| part.criterion == "skills").flat_map(|part| &part.lines);
            for line in lines {
                if let (Some(Change::Skill { skill, .. }), Some(1..)) = (&line.change, line.gain) {
                    *asked.entry(skill.clone()).or_default() += 1;
                }
            }
        }
        let mut asked: Vec<(String, usize)> = asked.into_iter().collect();
        asked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let total = |answer: &Answer| answer.hits().iter().map(|hit| hit.score().get()).sum::<u32>();
        let lesson = |(skill, offers): (String, usize)| {
            let change = Change::Skill { skill: skill.clone(), level: None };
            let changed = query.person.changed(&self.engine().0, &change.apply(query.person.profile())).ok()?;
            let after = self.top(Query { person: changed, ..query.clone() });
            let gain = total(&after).saturating_sub(total(&before));
            (gain > 0).then_some(Lesson { skill, offers, gain })
        };
        let mut lessons: Vec<Lesson> = asked.into_iter().take(most).filter_map(lesson).collect();
        lessons.sort_by(|a, b| (b.gain, b.offers).cmp(&(a.gain, a.offers)).then_with(|| a.skill.cmp(&b.skill)));
        lessons
    }
}
