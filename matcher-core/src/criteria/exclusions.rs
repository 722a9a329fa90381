//! What the person will not do: a filter, never a penalty.

use super::{Case, Verdict};
use crate::prepare::{Excluded, NOT_UNDERSTOOD, Part, Unwished};
use crate::reading::Condition;

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let all = case.person.exclusions.iter().map(|excluded| of_one(case, &excluded.parts));
    all.fold(Verdict::Pass, |worst, verdict| match (worst, verdict) {
        (Verdict::Fail, _) | (_, Verdict::Fail) => Verdict::Fail,
        (Verdict::Unverified, _) | (_, Verdict::Unverified) => Verdict::Unverified,
        _ => Verdict::Pass,
    })
}

/// The first exclusion that the offer falls under.
pub(crate) fn hit<'a>(case: &Case<'a>) -> Option<&'a Excluded> {
    case.person.exclusions.iter().find(|excluded| of_one(case, &excluded.parts) == Verdict::Fail)
}

/// The first thing unwished that the offer has; where it has none, whether that is known.
pub(crate) fn unwished<'a>(case: &Case<'a>) -> (Option<&'a Unwished>, Verdict) {
    let mut verdict = Verdict::Pass;
    for unwished in &case.person.unwished {
        match of_one(case, &unwished.parts) {
            Verdict::Fail => return (Some(unwished), Verdict::Fail),
            Verdict::Unverified => verdict = Verdict::Unverified,
            Verdict::Pass => {}
        }
    }
    (None, verdict)
}

/// Fails where every part is true; passes where one is false; else it cannot be told.
fn of_one(case: &Case<'_>, parts: &[Part]) -> Verdict {
    let mut verdict = Verdict::Fail;
    for part in parts {
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
        Part::Condition(condition) => states(case, *condition),
        Part::Language(refused) => {
            let asked = offers.languages.row(i).iter().find(|asked| asked.language == refused.language);
            match asked {
                None if offers.languages_unknown[i] => None,
                None => Some(false),
                Some(asked) => refused.level.map_or(Some(true), |level| Some(asked.level? >= level)),
            }
        }
        Part::Tag(key, value) => Some(offers.raw[i].tags.get(key).is_some_and(|values| values.contains(value))),
    }
}

/// Whether the offer states a condition of work. Part time is in its hours too; what no text and no field could state is
/// unknown.
fn states(case: &Case<'_>, condition: Condition) -> Option<bool> {
    let stated = case.offers.told[case.offer].conditions.map(|found| found.has(condition));
    let hours = match condition {
        Condition::PartTime => {
            case.offers.hours[case.offer].map(|hours| hours.max < case.engine.settings.full_time_hours)
        }
        _ => None,
    };
    match (stated, hours) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (stated, hours) => stated.or(hours),
    }
}
