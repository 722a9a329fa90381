use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{skills, spotted};
use crate::engine::Parts;
use crate::issue::{Issue, Severity};
use crate::model::{Offer, SkillClaim};
use crate::score::constants::{ESSENTIAL_MASS, ORDINARY_ESSENTIALS};
use crate::score::shares::{apportion, cap_optional, mass};
use crate::units::{Level, Ratio};

/// How an offer comes to ask for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A field of the offer names it.
    Listed,
    /// Its text names it.
    Spotted,
    /// Its occupation asks for it, and the offer itself names none.
    Implied,
    /// It was named but not understood, or the offer says so little that something must be missing.
    NotUnderstood,
}

/// The skill of a requirement that was not understood.
pub(crate) const NOT_UNDERSTOOD: u32 = u32::MAX;

/// One skill that an offer asks for. Its loss is `weight` × (1 − credit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Demand {
    /// [`NOT_UNDERSTOOD`] or a skill.
    pub(crate) skill: u32,
    /// Share of 2¹⁵ times λ in parts of 2¹⁵: parts of 2³⁰.
    pub(crate) weight: u32,
    /// Share of 2¹⁵.
    pub(crate) share: u16,
    pub(crate) need: Need,
    pub(crate) origin: Origin,
    pub(crate) essential: bool,
    /// People who have nothing of it are left out.
    pub(crate) must: bool,
}

/// Level asked: 0 where it is unknown, else 1 to 4. An index into the credits of a skill had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Need(pub(crate) u8);

impl Need {
    pub(crate) fn level(self) -> Option<Level> {
        Level::new(self.0)
    }
}

/// One skill that the fields or the text of an offer ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) need: Need,
    pub(crate) origin: Origin,
    pub(crate) essential: bool,
    pub(crate) must: bool,
}

/// What an offer itself asks of skills, before anything is weighed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Asks {
    pub(crate) skills: BTreeMap<u32, Asked>,
    /// How many named ones were not understood: optional, essential.
    pub(crate) not_understood: [u32; 2],
}

/// What the fields and the text of an offer ask for.
pub(super) fn of_offer(engine: &Parts, offer: &Offer, issues: &mut Vec<Issue>) -> Asks {
    let mut asked: BTreeMap<u32, Asked> = BTreeMap::new();
    let mut not_understood = [0u32; 2];
    let lists =
        [("essential_skills", true, &offer.essential_skills), ("optional_skills", false, &offer.optional_skills)];
    for (field, essential, claims) in lists {
        for (i, claim) in claims.iter().enumerate() {
            let at = || format!("/{field}/{i}");
            let found = skills::resolve(&engine.taxonomy, &claim.skill);
            let inside = if found.is_empty() { spotted::in_phrase(engine, &claim.skill) } else { Vec::new() };
            if found.is_empty() && inside.is_empty() {
                not_understood[usize::from(essential)] += 1;
                issues.push(skills::not_found(&claim.skill).at(at()));
                continue;
            }
            let told = skills::several(&engine.taxonomy, &claim.skill, &found);
            let told = told.or_else(|| skills::in_words(&engine.taxonomy, &claim.skill, &inside));
            issues.extend(told.map(|issue| issue.at(at())));
            for skill in found.into_iter().chain(inside) {
                add(&mut asked, skill, claim, essential, engine, at, issues);
            }
        }
    }
    for (skill, essential) in spotted::in_offer(engine, offer) {
        let spotted = Asked { need: Need(0), origin: Origin::Spotted, essential, must: false };
        asked.entry(skill).or_insert(spotted);
    }
    Asks { skills: asked, not_understood }
}

impl Asks {
    /// Everything asked of a person's skills, rising by skill, what was not understood last; what the occupation asks where
    /// the offer itself asks nothing. The shares sum to 2¹⁵.
    pub(crate) fn weighed(mut self, engine: &Parts, occupation: Option<u32>) -> Vec<Demand> {
        if self.skills.is_empty() && self.not_understood == [0, 0] {
            implied(engine, occupation, &mut self.skills);
        }
        weigh(engine, self.skills, self.not_understood)
    }
}

fn add(
    asked: &mut BTreeMap<u32, Asked>,
    skill: u32,
    claim: &SkillClaim,
    essential: bool,
    engine: &Parts,
    at: impl Fn() -> String,
    issues: &mut Vec<Issue>,
) {
    let need = Need(claim.level.map_or(0, Level::get));
    let origin = if claim.spotted { Origin::Spotted } else { Origin::Listed };
    let must = claim.must && !claim.spotted;
    match asked.get_mut(&skill) {
        None => {
            asked.insert(skill, Asked { need, origin, essential, must });
        }
        Some(known) => {
            known.need = known.need.max(need);
            known.origin = known.origin.min(origin);
            known.essential |= essential;
            known.must |= must;
            let cause = format!("“{}” was already asked ({})", claim.skill, engine.taxonomy.0.skills.id(skill));
            let issue = Issue::new("skill.merged", Severity::Note, cause).at(at());
            issues.push(issue.action("Both were merged into one, with the higher level."));
        }
    }
}

/// What the occupation asks, where the offer itself asks nothing.
fn implied(engine: &Parts, occupation: Option<u32>, asked: &mut BTreeMap<u32, Asked>) {
    let Some(occupation) = occupation else { return };
    for &skill in engine.taxonomy.0.asked_by(occupation) {
        asked.insert(skill, Asked { need: Need(0), origin: Origin::Implied, essential: true, must: false });
    }
}

fn weigh(engine: &Parts, asked: BTreeMap<u32, Asked>, not_understood: [u32; 2]) -> Vec<Demand> {
    let frozen = &engine.taxonomy.0;
    let specific = |skill: u32| frozen.specificity[skill as usize];
    let unknown = |essential: bool, count: u32| count * mass(essential, frozen.median_specificity);
    let essential: u64 =
        asked.iter().filter(|(_, a)| a.essential).map(|(&s, _)| u64::from(mass(true, specific(s)))).sum();
    let essential = essential + u64::from(unknown(true, not_understood[1]));
    // Something must be missing where less is asked than any ordinary job asks.
    let ordinary = u64::from(ORDINARY_ESSENTIALS * ESSENTIAL_MASS * frozen.median_specificity.parts());
    let padding = ordinary.saturating_sub(essential);
    let mut optional: Vec<u32> =
        asked.iter().filter(|(_, a)| !a.essential).map(|(&s, _)| mass(false, specific(s))).collect();
    optional.push(unknown(false, not_understood[0]));
    cap_optional(essential + padding, &mut optional);
    let mut cut = optional.iter();
    let mut masses: Vec<u64> = Vec::with_capacity(asked.len() + 1);
    for (&skill, a) in &asked {
        masses.push(u64::from(if a.essential { mass(true, specific(skill)) } else { *cut.next().unwrap_or(&0) }));
    }
    masses.push(u64::from(*cut.next().unwrap_or(&0)) + u64::from(unknown(true, not_understood[1])) + padding);
    let shares = apportion(1 << Ratio::BITS, &masses);
    let rest = Asked { need: Need(0), origin: Origin::NotUnderstood, essential: true, must: false };
    let rows = asked.into_iter().chain([(NOT_UNDERSTOOD, rest)]).zip(shares);
    // A requirement too small for a share stays: it is shown, and who is asked for it does not lend.
    rows.filter(|((skill, _), share)| *share > 0 || *skill != NOT_UNDERSTOOD)
        .map(|((skill, a), share)| {
            let weights = &engine.settings.weights;
            let lambda = match a.origin {
                Origin::Listed => weights.skills_listed,
                Origin::Spotted => weights.skills_spotted,
                Origin::Implied | Origin::NotUnderstood => weights.skills_implied,
            };
            let weight = share as u32 * lambda.parts();
            Demand {
                skill,
                weight,
                share: share as u16,
                need: a.need,
                origin: a.origin,
                essential: a.essential,
                must: a.must,
            }
        })
        .collect()
}
