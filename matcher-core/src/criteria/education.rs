//! Does the person have the level of education that is asked?

use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::explain::Line;
use crate::prepare::AskedLevel;
use crate::score::constants::EQF_GAP;
use crate::units::{Eqf, Ratio};

fn own(case: &Case<'_>) -> Option<Eqf> {
    case.person.raw.education.as_ref().map(|education| education.eqf)
}

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    match (case.offers.education[case.offer], own(case)) {
        (AskedLevel::At { eqf, must: true }, Some(own)) if own < eqf => Verdict::Fail,
        (AskedLevel::At { must: true, .. }, None) => Verdict::Unverified,
        _ => Verdict::Pass,
    }
}

/// The gap in levels over [`EQF_GAP`]. A person who names no diploma counts as one at the lowest level (see
/// [`Neutrals`](crate::settings::Neutrals)); a level asked but unknown counts the neutral, and no more than the highest
/// one would cost this person.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    match (case.offers.education[case.offer], own(case)) {
        (AskedLevel::Nothing, _) => Deficit::NotAsked,
        (AskedLevel::Unknown, own) => {
            Deficit::Unknown(case.engine.settings.neutrals.education.min(gap(Eqf::HIGHEST, own.unwrap_or(Eqf::LOWEST))))
        }
        (AskedLevel::At { eqf, .. }, None) => Deficit::Unknown(gap(eqf, Eqf::LOWEST)),
        (AskedLevel::At { eqf, .. }, Some(own)) => Deficit::Known(gap(eqf, own)),
    }
}

fn gap(asked: Eqf, own: Eqf) -> Ratio {
    Ratio::of(u64::from(asked.get().saturating_sub(own.get())), u64::from(EQF_GAP))
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let line = match (case.offers.education[case.offer], own(case)) {
        (AskedLevel::Nothing, _) => return Vec::new(),
        (AskedLevel::Unknown, _) => Line::new("education.offer-unknown"),
        (AskedLevel::At { eqf, .. }, None) => {
            Line::new("education.person-unknown").education("asked", eqf).meeting(Change::Education { eqf })
        }
        (AskedLevel::At { eqf, .. }, Some(own)) if own >= eqf => Line::new("education.met").education("asked", eqf),
        (AskedLevel::At { eqf, .. }, Some(own)) => Line::new("education.below")
            .education("asked", eqf)
            .education("own", own)
            .meeting(Change::Education { eqf }),
    };
    vec![line]
}
