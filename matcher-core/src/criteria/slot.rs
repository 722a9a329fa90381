use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Case, Criterion, Deficit};
use crate::Error;
use crate::settings::Weights;
use crate::units::Ratio;

/// Whose interest a criterion stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Side {
    /// The person meets the offer.
    Fit,
    /// The offer meets the person.
    Wish,
}

/// The built-in criteria in the byte order of their ids, which is the order of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BuiltIn {
    Availability,
    Commute,
    Conditions,
    Education,
    Languages,
    Occupation,
    Pay,
    Skills,
    Tasks,
    Wish,
}

impl BuiltIn {
    pub(crate) const ALL: [BuiltIn; 10] = [
        BuiltIn::Availability,
        BuiltIn::Commute,
        BuiltIn::Conditions,
        BuiltIn::Education,
        BuiltIn::Languages,
        BuiltIn::Occupation,
        BuiltIn::Pay,
        BuiltIn::Skills,
        BuiltIn::Tasks,
        BuiltIn::Wish,
    ];

    pub(crate) const fn id(self) -> &'static str {
        match self {
            BuiltIn::Availability => "availability",
            BuiltIn::Commute => "commute",
            BuiltIn::Conditions => "conditions",
            BuiltIn::Education => "education",
            BuiltIn::Languages => "languages",
            BuiltIn::Occupation => "occupation",
            BuiltIn::Pay => "pay",
            BuiltIn::Skills => "skills",
            BuiltIn::Tasks => "tasks",
            BuiltIn::Wish => "wish",
        }
    }

    pub(crate) const fn side(self) -> Side {
        match self {
            BuiltIn::Commute | BuiltIn::Conditions | BuiltIn::Pay | BuiltIn::Wish => Side::Wish,
            _ => Side::Fit,
        }
    }

    /// λ. The skills have one for each requirement; theirs here is the largest.
    pub(crate) fn weight(self, weights: &Weights) -> Ratio {
        match self {
            BuiltIn::Availability => weights.availability,
            BuiltIn::Commute => weights.commute,
            BuiltIn::Conditions => weights.conditions,
            BuiltIn::Education => weights.education,
            BuiltIn::Languages => weights.languages,
            BuiltIn::Occupation => weights.occupation,
            BuiltIn::Pay => weights.pay,
            BuiltIn::Skills => weights.skills_listed.max(weights.skills_spotted).max(weights.skills_implied),
            BuiltIn::Tasks => weights.tasks,
            BuiltIn::Wish => weights.wish,
        }
    }

    /// The deficit; for the skills see [`super::skills::loss`].
    pub(crate) fn deficit(self, case: &Case<'_>) -> Deficit {
        match self {
            BuiltIn::Availability => super::availability::deficit(case),
            BuiltIn::Commute => super::commute::deficit(case),
            BuiltIn::Conditions => super::conditions::deficit(case),
            BuiltIn::Education => super::education::deficit(case),
            BuiltIn::Languages => super::languages::deficit(case),
            BuiltIn::Occupation => super::occupation::deficit(case),
            BuiltIn::Pay => super::pay::deficit(case),
            BuiltIn::Skills => Deficit::NotAsked,
            BuiltIn::Tasks => super::tasks::deficit(case),
            BuiltIn::Wish => super::wish::deficit(case),
        }
    }
}

/// A place in the product: a built-in criterion or the host's, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    BuiltIn(BuiltIn),
    Host(usize),
}

/// Every criterion in the byte order of the ids.
pub(crate) fn slots(host: &[Arc<dyn Criterion>]) -> Result<Vec<Slot>, Error> {
    let mut all: Vec<(&str, Slot)> = BuiltIn::ALL.iter().map(|&b| (b.id(), Slot::BuiltIn(b))).collect();
    for (number, criterion) in host.iter().enumerate() {
        let id = criterion.id();
        if id.is_empty() {
            return Err(Error::new("criterion.nameless", "a criterion needs an id"));
        }
        if criterion.weight() > Weights::MAX {
            let message = format!("the criterion {id} may take {} of the score; 0.95 is the most", criterion.weight());
            return Err(Error::new("criterion.weight-too-large", message));
        }
        all.push((id, Slot::Host(number)));
    }
    all.sort_by_key(|(id, _)| *id);
    if let Some(pair) = all.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let message = format!("two criteria are called {}; give each an id of its own", pair[0].0);
        return Err(Error::new("criterion.twice", message));
    }
    Ok(all.into_iter().map(|(_, slot)| slot).collect())
}
