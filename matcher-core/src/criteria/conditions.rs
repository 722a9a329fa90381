//! Is it the kind of contract and the working time that the person wants?

use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::model::ContractKind;
use crate::score::constants::HOURS_GAP_TENTHS;
use crate::units::{HoursPerWeek, HoursRange, Ratio};

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let wanted = &case.person.raw.contracts;
    match case.offers.contract[case.offer] {
        _ if wanted.is_empty() => Verdict::Pass,
        None => Verdict::Unverified,
        Some(kind) if wanted.contains(&kind) => Verdict::Pass,
        Some(_) => Verdict::Fail,
    }
}

/// How far one kind of contract is from another (judgement): how long it lasts and who the employer is.
const fn distance(a: ContractKind, b: ContractKind) -> Ratio {
    use ContractKind::{FixedTerm, Permanent, Seasonal, Temporary};
    match (a, b) {
        _ if a as u8 == b as u8 => Ratio::ZERO,
        (Permanent, FixedTerm) | (FixedTerm, Permanent) => Ratio::percent(50),
        (FixedTerm, Temporary | Seasonal) | (Temporary | Seasonal, FixedTerm) => Ratio::percent(50),
        (Temporary, Seasonal) | (Seasonal, Temporary) => Ratio::percent(50),
        (Permanent, Temporary) | (Temporary, Permanent) => Ratio::percent(75),
        _ => Ratio::ONE,
    }
}

fn contract(case: &Case<'_>) -> Deficit {
    let wanted = &case.person.raw.contracts;
    match case.offers.contract[case.offer] {
        _ if wanted.is_empty() => Deficit::NotAsked,
        None => {
            let worst = ContractKind::ALL.into_iter().map(|kind| nearest(wanted, kind)).max().unwrap_or_default();
            Deficit::Unknown(case.engine.settings.neutrals.conditions.min(worst))
        }
        Some(kind) => Deficit::Known(nearest(wanted, kind)),
    }
}

fn nearest(wanted: &[ContractKind], kind: ContractKind) -> Ratio {
    wanted.iter().map(|&w| distance(w, kind)).min().unwrap_or_default()
}

fn hours(case: &Case<'_>) -> Deficit {
    match (case.person.raw.hours, case.offers.hours[case.offer]) {
        (None, _) => Deficit::NotAsked,
        (Some(wanted), None) => {
            let ends = [0, u16::MAX].map(HoursPerWeek::from_tenths);
            let worst = ends.map(|end| gap(wanted, HoursRange { min: end, max: end })).into_iter().max();
            Deficit::Unknown(case.engine.settings.neutrals.conditions.min(worst.unwrap_or_default()))
        }
        (Some(wanted), Some(given)) => Deficit::Known(gap(wanted, given)),
    }
}

fn gap(wanted: HoursRange, given: HoursRange) -> Ratio {
    Ratio::of(u64::from(gap_tenths(wanted, given)), u64::from(HOURS_GAP_TENTHS))
}

/// Tenths of an hour between two ranges; 0 where they meet.
fn gap_tenths(a: HoursRange, b: HoursRange) -> u16 {
    let above = b.min.tenths().saturating_sub(a.max.tenths());
    above.max(a.min.tenths().saturating_sub(b.max.tenths()))
}

/// Half for each of the two. What the offer does not say counts the neutral, and no more than the worst answer would. What the person leaves open costs nothing, so that giving up one wish never makes the other
/// one heavier.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    let (contract, hours) = (contract(case), hours(case));
    let half = Ratio::from_parts((contract.ratio().parts() + hours.ratio().parts()) / 2);
    match (contract, hours) {
        (Deficit::NotAsked, Deficit::NotAsked) => Deficit::NotAsked,
        (Deficit::Unknown(_), _) | (_, Deficit::Unknown(_)) => Deficit::Unknown(half),
        _ => Deficit::Known(half),
    }
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let kind = case.offers.contract[case.offer];
    match (contract(case), kind) {
        (Deficit::NotAsked, _) => {}
        (deficit, Some(kind)) => {
            let key =
                if deficit.ratio() == Ratio::ZERO { "conditions.contract-met" } else { "conditions.contract-other" };
            let line = Line::new(key)
                .word("contract", format!("contract.{}", kind.name()))
                .losing(u64::from(deficit.ratio().parts()));
            let other = deficit.ratio() > Ratio::ZERO;
            lines.push(if other { line.meeting(Change::Contract { contract: kind }) } else { line });
        }
        (deficit, None) => {
            lines.push(Line::new("conditions.contract-unknown").losing(u64::from(deficit.ratio().parts())));
        }
    }
    match (hours(case), case.offers.hours[case.offer]) {
        (Deficit::NotAsked, _) => {}
        (deficit, Some(given)) => {
            let key = if deficit.ratio() == Ratio::ZERO { "conditions.hours-met" } else { "conditions.hours-other" };
            let line = Line::new(key).tenths("hours", given.max.tenths());
            lines.push(line.losing(u64::from(deficit.ratio().parts())));
        }
        (deficit, None) => lines.push(Line::new("conditions.hours-unknown").losing(u64::from(deficit.ratio().parts()))),
    }
    lines
}
