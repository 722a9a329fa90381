//! Is it the kind of contract and the working time that the person wants?

use super::exclusions::unwished;
use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::model::ContractKind;
use crate::prepare::Part;
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

/// What the person would rather not have: all of the weight where the offer has it.
fn disliked(case: &Case<'_>) -> Deficit {
    match unwished(case) {
        _ if case.person.unwished.is_empty() => Deficit::NotAsked,
        (Some(_), _) => Deficit::Known(Ratio::ONE),
        (None, Verdict::Unverified) => Deficit::Unknown(case.engine.settings.neutrals.conditions),
        (None, _) => Deficit::Known(Ratio::ZERO),
    }
}

/// Half for contract and hours each. What the offer does not say counts the neutral, and no more than the worst answer
/// would. What the person leaves open costs nothing, so that giving up one wish never makes the other one heavier. Something
/// unwished costs what both halves could.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    let (contract, hours, disliked) = (contract(case), hours(case), disliked(case));
    let ratio = half(contract, hours).max(disliked.ratio());
    let all = [contract, hours, disliked];
    if all.iter().all(|deficit| matches!(deficit, Deficit::NotAsked)) {
        return Deficit::NotAsked;
    }
    // Once the worst is known, nothing that is not can change it.
    let unknown = ratio < Ratio::ONE && all.iter().any(|deficit| matches!(deficit, Deficit::Unknown(_)));
    if unknown { Deficit::Unknown(ratio) } else { Deficit::Known(ratio) }
}

fn half(contract: Deficit, hours: Deficit) -> Ratio {
    Ratio::from_parts((contract.ratio().parts() + hours.ratio().parts()) / 2)
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
            let read = case.offers.told[case.offer].contract_read;
            let line = if read { line.word("origin", "origin.spotted") } else { line };
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
    if let Some(other) = case.offers.told[case.offer].contract_beside {
        let line = Line::new("conditions.contract-beside").word("contract", format!("contract.{}", other.name()));
        lines.push(line.losing(0));
    }
    lines.extend(disliked_line(case));
    lines
}

fn disliked_line(case: &Case<'_>) -> Option<Line> {
    let disliked = disliked(case);
    // Twice what it costs beyond the halves: the lines of contract and hours count twice what they cost, too.
    let beyond = disliked.ratio().parts().saturating_sub(half(contract(case), hours(case)).parts());
    let lost = u64::from(2 * beyond);
    match (disliked, unwished(case)) {
        (Deficit::Known(_), (Some(unwished), _)) => {
            let line = Line::new("conditions.unwished").word("what", name(&unwished.parts)).losing(lost);
            Some(match unwished.number {
                Some(number) => line.meeting(Change::WithoutExclusion { number }),
                None => line,
            })
        }
        (Deficit::Unknown(_), _) => Some(Line::new("conditions.unwished-unknown").losing(lost)),
        _ => None,
    }
}

/// The message that names what is unwished.
fn name(parts: &[Part]) -> String {
    let named = parts.iter().find_map(|part| match part {
        Part::Condition(condition) => Some(format!("condition.{}", condition.name())),
        Part::Contract(kind) => Some(format!("contract.{}", kind.name())),
        _ => None,
    });
    named.unwrap_or_else(|| "condition.other".to_owned())
}
