//! Does the offer pay what the person asks at least?

use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::score::constants::PAY_SHORTFALL;
use crate::units::{Cents, Ratio};

/// The least pay accepted, euro cents a month at the offer's hours.
pub(crate) fn floor(case: &Case<'_>) -> Option<Cents> {
    let full_time = case.engine.settings.full_time_hours;
    let hours = case.offers.hours[case.offer].map_or(full_time, |hours| hours.max);
    case.person.floor.as_ref()?.per_month(hours).map(|(low, _)| low)
}

/// Fails where even the upper end of what is paid stays below the floor.
pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    match (floor(case), case.offers.pay[case.offer]) {
        (None, _) if case.person.raw.pay.is_some() => Verdict::Unverified,
        (None, _) => Verdict::Pass,
        (Some(_), None) => Verdict::Unverified,
        (Some(floor), Some((_, high))) if high < floor => Verdict::Fail,
        (Some(_), Some(_)) => Verdict::Pass,
    }
}

/// How far the middle of the range stays below the floor, over [`PAY_SHORTFALL`] of it.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    match (floor(case), case.offers.pay[case.offer]) {
        (None, _) if case.person.raw.pay.is_some() => Deficit::Unknown(case.engine.settings.neutrals.pay),
        (None, _) => Deficit::NotAsked,
        // No pay is below nothing.
        (Some(Cents(0)), None) => Deficit::Unknown(Ratio::ZERO),
        (Some(_), None) => Deficit::Unknown(case.engine.settings.neutrals.pay),
        (Some(Cents(floor)), Some(range)) => {
            let short = u64::from(floor.saturating_sub(middle(range).0));
            Deficit::Known(Ratio::of(short << Ratio::BITS, u64::from(floor) * u64::from(PAY_SHORTFALL.parts())))
        }
    }
}

fn middle((low, high): (Cents, Cents)) -> Cents {
    Cents(low.0 + (high.0 - low.0) / 2)
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let line = match (floor(case), case.offers.pay[case.offer]) {
        (None, _) if case.person.raw.pay.is_some() => Line::new("pay.floor-unknown"),
        (None, _) => return Vec::new(),
        (Some(_), None) => Line::new("pay.offer-unknown"),
        (Some(floor), Some(range)) => {
            let key = if middle(range) < floor { "pay.below" } else { "pay.met" };
            let line = Line::new(key).euro("pay", middle(range)).euro("floor", floor);
            if middle(range) < floor {
                line.meeting(Change::PayFloor { euro: Cents(middle(range).0 / 100 * 100) })
            } else {
                line
            }
        }
    };
    let other = case.offers.told[case.offer].pay_period;
    let other =
        other.map(|period| Line::new("pay.other-period").word("period", format!("period.{}", period.name())).losing(0));
    std::iter::once(line).chain(other).collect()
}
