//! Licences and permits: a filter, never a penalty.

use super::{Case, Verdict};
use crate::model::Ask;
use crate::prepare::missing_licences;

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    match (&case.offers.licences[case.offer], &case.person.licences) {
        (Ask::NotAsked, _) => Verdict::Pass,
        (Ask::Unknown, _) | (Ask::Known(_), None) => Verdict::Unverified,
        (Ask::Known(asked), Some(had)) if missing_licences(asked, had).next().is_some() => Verdict::Fail,
        (Ask::Known(_), Some(_)) => Verdict::Pass,
    }
}
