//! Skills: what is asked, what is had, who lends where.

use matcher_core::model::{Offer, Profile};

use super::facts::cap;
use super::{ONE, Oracle, occupation_of, parts, percent, shared};

/// One thing asked; without a skill it is what was not understood.
#[derive(Clone, Debug)]
pub(crate) struct Requirement {
    pub(crate) skill: Option<usize>,
    pub(crate) level: Option<u8>,
    pub(crate) share: u64,
    pub(crate) lambda: u64,
}

/// Everything an offer asks, rising by skill, what was not understood last.
pub(crate) fn requirements(oracle: &Oracle<'_>, offer: &Offer) -> Vec<Requirement> {
    let facts = &oracle.facts;
    let weights = &oracle.world.settings.weights;
    let lists = [(true, &offer.essential_skills), (false, &offer.optional_skills)];
    let claims: Vec<_> = lists.iter().flat_map(|(must, list)| list.iter().map(move |claim| (*must, claim))).collect();
    // Skill, level, λ, essential.
    let mut asked: Vec<(usize, Option<u8>, u64, bool)> = Vec::new();
    for skill in 0..facts.taxonomy.skills {
        let naming: Vec<_> = claims.iter().filter(|(_, claim)| facts.skill(&claim.skill) == Some(skill)).collect();
        if naming.is_empty() {
            continue;
        }
        let level = naming.iter().filter_map(|(_, claim)| claim.level.map(|level| level.get())).max();
        let listed = naming.iter().any(|(_, claim)| !claim.spotted);
        let lambda = parts(if listed { weights.skills_listed } else { weights.skills_spotted });
        asked.push((skill, level, lambda, naming.iter().any(|(must, _)| *must)));
    }
    if claims.is_empty() {
        for skill in implied(oracle, offer) {
            asked.push((skill, None, parts(weights.skills_implied), true));
        }
    }
    let lost = |must: bool| {
        claims.iter().filter(|(m, claim)| *m == must && facts.skill(&claim.skill).is_none()).count() as u64
    };
    let musts: u64 =
        asked.iter().filter(|a| a.3).map(|a| 3 * facts.specificity[a.0]).sum::<u64>() + lost(true) * 3 * facts.median;
    let padding = (4 * 3 * facts.median).saturating_sub(musts);
    let mut may: Vec<u64> = asked.iter().filter(|a| !a.3).map(|a| facts.specificity[a.0]).collect();
    may.push(lost(false) * facts.median);
    cap(musts + padding, &mut may);
    let mut cut = may.iter();
    let mut masses: Vec<u64> =
        asked.iter().map(|a| if a.3 { 3 * facts.specificity[a.0] } else { *cut.next().unwrap() }).collect();
    masses.push(*cut.next().unwrap() + lost(true) * 3 * facts.median + padding);
    let shares = shared(ONE, &masses);
    let mut all: Vec<Requirement> = asked
        .iter()
        .zip(&shares)
        .map(|(a, &share)| Requirement { skill: Some(a.0), level: a.1, share, lambda: a.2 })
        .collect();
    all.push(Requirement {
        skill: None,
        level: None,
        share: shares[asked.len()],
        lambda: parts(weights.skills_implied),
    });
    all
}

/// What the occupation asks, or its surest twin that asks anything.
fn implied(oracle: &Oracle<'_>, offer: &Offer) -> Vec<usize> {
    let facts = &oracle.facts;
    let Some(occupation) = occupation_of(oracle, offer) else { return Vec::new() };
    if !facts.essential[occupation].is_empty() {
        return facts.essential[occupation].clone();
    }
    let twins =
        (0..facts.taxonomy.occupations).filter(|&t| facts.same[occupation][t] > 0 && !facts.essential[t].is_empty());
    let best = twins.max_by_key(|&t| (facts.same[occupation][t], std::cmp::Reverse(t)));
    best.map_or(Vec::new(), |twin| facts.essential[twin].clone())
}

/// What a claim is worth where so much is asked.
fn worth(have: Option<u8>, sure: u64, asked: Option<u8>) -> u64 {
    let credit = match (have, asked) {
        (_, None) => ONE,
        // The lowest level gives all that the lowest asks.
        (None, Some(1)) => ONE,
        (None, Some(_)) => percent(80),
        (Some(have), Some(asked)) => match asked.saturating_sub(have) {
            0 => ONE,
            1 => percent(70),
            2 => percent(40),
            _ => percent(20),
        },
    };
    (credit * sure) >> 15
}

/// Skill, level, how sure.
fn claims(oracle: &Oracle<'_>, profile: &Profile) -> Vec<(usize, Option<u8>, u64)> {
    let facts = &oracle.facts;
    let stated =
        profile.skills.iter().filter_map(|claim| Some((facts.skill(&claim.skill)?, claim.level.map(|l| l.get()), ONE)));
    let mut all: Vec<_> = stated.collect();
    for past in &profile.occupations {
        let Some(occupation) = super::work::named(oracle, &past.title, &past.occupation) else { continue };
        all.extend(facts.essential[occupation].iter().map(|&s| (s, None, percent(50))));
        for twin in 0..facts.taxonomy.occupations {
            let sure = (percent(50) * facts.same[occupation][twin]) >> 15;
            if facts.same[occupation][twin] > 0 {
                all.extend(facts.essential[twin].iter().map(|&s| (s, None, sure)));
            }
        }
    }
    all
}

/// What the claims give of a skill, itself or through a narrower one.
fn has(oracle: &Oracle<'_>, claims: &[(usize, Option<u8>, u64)], skill: usize, asked: Option<u8>) -> u64 {
    let giving = claims.iter().filter(|(s, ..)| *s == skill || oracle.facts.above[*s][skill]);
    giving.map(|&(_, level, sure)| worth(level, sure, asked)).max().unwrap_or(0)
}

/// What one skill of hers lends to another.
fn lends(oracle: &Oracle<'_>, claims: &[(usize, Option<u8>, u64)], lender: usize, to: usize, asked: Option<u8>) -> u64 {
    let own = claims.iter().filter(|(s, ..)| *s == lender).map(|&(_, level, sure)| worth(level, sure, asked)).max();
    (own.unwrap_or(0) * oracle.facts.lends[lender][to]) >> 15
}

/// What she meets on average of what the occupations ask, every skill lending as often as it likes.
fn ordinary(oracle: &Oracle<'_>, claims: &[(usize, Option<u8>, u64)]) -> u64 {
    let n = oracle.facts.taxonomy.skills;
    let met = |s: usize| {
        (0..n).map(|l| lends(oracle, claims, l, s, None)).max().unwrap_or(0).max(has(oracle, claims, s, None))
    };
    (0..n).map(|s| oracle.facts.mean_share[s] * met(s)).sum::<u64>() >> 30
}

/// The loss in parts of 2³⁰.
pub(crate) fn loss(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let claims = claims(oracle, profile);
    let asked = requirements(oracle, offer);
    let mut lost = 0;
    // Requirement → what each lender would save.
    let mut savings: Vec<Vec<(usize, u64)>> = Vec::new();
    for requirement in &asked {
        let weight = requirement.share * requirement.lambda;
        let Some(skill) = requirement.skill else {
            lost += weight * (ONE - ordinary(oracle, &claims));
            continue;
        };
        let own = has(oracle, &claims, skill, requirement.level);
        lost += weight * (ONE - own);
        let free = (0..oracle.facts.taxonomy.skills).filter(|l| asked.iter().all(|r| r.skill != Some(*l)));
        let saving =
            free.map(|l| (l, weight * lends(oracle, &claims, l, skill, requirement.level).saturating_sub(own)));
        savings.push(saving.filter(|(_, saved)| *saved > 0).collect());
    }
    (lost - most(&savings, &mut Vec::new())) >> 15
}

/// Whether she has something of every listed must and enough of what is listed; `None` where she names nothing at all.
pub(crate) fn kept(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Option<bool> {
    let claims = claims(oracle, profile);
    let lists = [&offer.essential_skills, &offer.optional_skills];
    let named =
        |skill: usize| lists.into_iter().flatten().filter(move |claim| oracle.facts.skill(&claim.skill) == Some(skill));
    let (mut met, mut asked, mut missing) = (0, 0, false);
    for requirement in requirements(oracle, offer) {
        let Some(skill) = requirement.skill else { continue };
        let own = has(oracle, &claims, skill, requirement.level);
        missing |= own == 0 && named(skill).any(|claim| claim.must && !claim.spotted);
        if named(skill).any(|claim| !claim.spotted) {
            asked += requirement.share;
            met += requirement.share * own;
        }
    }
    let least = parts(oracle.world.settings.filters.min_coverage);
    let too_little = least > 0 && asked > 0 && met / asked < least;
    match missing || too_little {
        false => Some(true),
        true if claims.is_empty() => None,
        true => Some(false),
    }
}

/// The most that can be saved, each lender used once: everything is tried.
fn most(savings: &[Vec<(usize, u64)>], used: &mut Vec<usize>) -> u64 {
    let Some((first, rest)) = savings.split_first() else { return 0 };
    let mut best = most(rest, used);
    for &(lender, saved) in first {
        if !used.contains(&lender) {
            used.push(lender);
            best = best.max(saved + most(rest, used));
            used.pop();
        }
    }
    best
}
