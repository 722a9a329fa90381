//! An offer is shown from its first to its last day.

use super::{Case, Verdict};

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    let (from, through) = case.offers.valid[case.offer];
    match case.as_of {
        Some(day) if day.number() < from || day.number() > through => Verdict::Fail,
        _ => Verdict::Pass,
    }
}
