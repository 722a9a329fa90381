//! What the person will not do: a filter, never a penalty.

use super::{Case, Verdict};
use crate::prepare::{Excluded, NOT_UNDERSTOOD, Part};

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let all = case.person.exclusions.iter().map(|excluded| of_one(case, excluded));
    all.fold(Verdict::Pass, |worst, verdict| match (worst, verdict) {
        (Verdict::Fail, _) | (_, Verdict::Fail) => Verdict::Fail,
        (Verdict::Unverified, _) | (_, Verdict::Unverified) => Verdict::Unverified,
        _ => Verdict::Pass,
    })
}

/// The first exclusion that the offer falls under.
pub(crate) fn hit<'a>(case: &Case<'a>) -> Option<&'a Excluded> {
    case.person.exclusions.iter().find(|excluded| of_one(case, excluded) == Verdict::Fail)
}

/// Fails where every part is true; passes where one is false; else it cannot be told.
fn of_one(case: &Case<'_>, excluded: &Excluded) -> Verdict {
    let mut verdict = Verdict::Fail;
    for part in &excluded.parts {
        match holds(case, part) {
            Some(true) => {}
            Some(false) => return Verdict::Pass,
            None => verdict = Verdict::Unverified,
        }
    }
    verdict
}

/// Whether a part is true of the offer; `None` where the offer does not say.
fn holds(case: &Case<'_>, part: &Part) -> Option<bool> {
    let (offers, i) = (case.offers, case.offer);
    match part {
        Part::Occupations(occupations) => Some(occupations.binary_search(&offers.occupation[i]?).is_ok()),
        Part::Group(group) => {
            let groups = case.engine.taxonomy.0.occupation_all_groups.row(offers.occupation[i]? as usize);
            Some(groups.binary_search(group).is_ok())
        }
        Part::Skills(skills) => {
            let mut asked = offers.demands.row(i).iter().filter(|d| d.skill != NOT_UNDERSTOOD).peekable();
            // An offer that names no skill does not say that it asks for none.
            asked.peek()?;
            Some(asked.any(|d| skills.binary_search(&d.skill).is_ok()))
        }
        Part::Contract(contract) => Some(offers.contract[i]? == *contract),
        Part::Employer(name) => Some(**offers.employer[i].as_ref()? == **name),
        Part::Tag(key, value) => Some(offers.raw[i].tags.get(key).is_some_and(|values| values.contains(value))),
    }
}
