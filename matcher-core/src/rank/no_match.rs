use serde::{Deserialize, Serialize};

use super::{Answer, Stamp};
use crate::explain::Opening;

/// Why a person has no match, as it is written into files beside the [`MatchRecord`](super::MatchRecord)s.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NoMatchRecord {
    /// The profile's id.
    pub profile: String,
    /// Why.
    pub reason: NoMatch,
    /// What to ask next, the most telling first: names of fields of the profile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<String>,
    /// Changes of one wish that would open offers, by falling number of offers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relaxations: Vec<Opening>,
    /// What the answer depends on beside the person.
    pub stamp: Stamp,
}

/// The reason of a [`NoMatchRecord`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum NoMatch {
    /// Neither a skill nor an occupation nor a wish is known, so a ranking would mean nothing.
    NotEnoughInformation,
    /// Every offer breaks a limit.
    NothingWithinLimits,
    /// Offers pass the limits, none of them the score or the confidence asked for.
    NothingGoodEnough,
}

impl Answer {
    /// Why the list is empty; `None` where it is not.
    ///
    /// Cost: that of [`Answer::relaxations`] where limits keep all offers out.
    pub fn no_match(&self) -> Option<NoMatchRecord> {
        if !self.hits().is_empty() {
            return None;
        }
        let questions = self.questions();
        let reason = match (self.person().is_rankable(), self.eligible()) {
            (false, _) => NoMatch::NotEnoughInformation,
            (true, 0) => NoMatch::NothingWithinLimits,
            (true, _) => NoMatch::NothingGoodEnough,
        };
        let limits = reason == NoMatch::NothingWithinLimits;
        Some(NoMatchRecord {
            profile: self.person().id().to_owned(),
            reason,
            questions: questions.into_iter().map(str::to_owned).collect(),
            relaxations: if limits { self.relaxations() } else { Vec::new() },
            stamp: self.stamp(),
        })
    }
}
