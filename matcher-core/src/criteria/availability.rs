//! Can the person start when the offer starts?

use super::{Case, Deficit};
use crate::explain::Line;
use crate::score::constants::DAYS_LATE;
use crate::units::{Day, Ratio};

/// Days between the offer's start, today at the earliest, and the person's first possible day; `None` where either is
/// unknown. Who is free today is in time for any start to come.
fn days_late(case: &Case<'_>) -> Option<u32> {
    match case.offers.start[case.offer] {
        Some(start) => days_after(case, Some(start).max(case.as_of)),
        None => days_after(case, case.as_of).filter(|&late| late == 0),
    }
}

fn days_after(case: &Case<'_>, start: Option<Day>) -> Option<u32> {
    let free = case.person.raw.available_from?;
    start.map(|start| u32::try_from(free.number() - start.number()).unwrap_or(0))
}

/// The days late over [`DAYS_LATE`]. A start that is not said counts the neutral, and no more than a start today would.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    let cost = |days: u32| Ratio::of(u64::from(days), u64::from(DAYS_LATE));
    match days_late(case) {
        None => {
            let worst = days_after(case, case.as_of).map_or(Ratio::ONE, cost);
            Deficit::Unknown(case.engine.settings.neutrals.availability.min(worst))
        }
        Some(days) => Deficit::Known(cost(days)),
    }
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    match days_late(case) {
        None if case.person.raw.available_from.is_none() => vec![Line::new("availability.person-unknown")],
        None => vec![Line::new("availability.offer-unknown")],
        Some(0) => vec![Line::new("availability.in-time")],
        Some(days) => vec![Line::new("availability.late").number("days", days)],
    }
}
