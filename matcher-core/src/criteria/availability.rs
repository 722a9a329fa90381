//! Can the person start when the offer starts?

use super::{Case, Deficit};
use crate::explain::Line;
use crate::score::constants::DAYS_LATE;
use crate::units::Ratio;

/// Days between the offer's start and the person's first possible day; `None` where either is unknown. Who is free today
/// is in time for any start to come.
fn days_late(case: &Case<'_>) -> Option<u32> {
    let free = case.person.raw.available_from?;
    let start = case.offers.start[case.offer].max(case.as_of);
    let late = |start: crate::units::Day| u32::try_from(free.number() - start.number()).unwrap_or(0);
    match (case.offers.start[case.offer], start) {
        (None, Some(today)) if late(today) > 0 => None,
        (_, start) => start.map(late),
    }
}

pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    match days_late(case) {
        None => Deficit::Unknown(case.engine.settings.neutrals.availability),
        Some(days) => Deficit::Known(Ratio::of(u64::from(days), u64::from(DAYS_LATE))),
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
