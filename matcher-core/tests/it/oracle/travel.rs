//! The way to work.

use matcher_core::model::{Country, Mode, Modes, Offer, Profile};
use matcher_core::testing::Commute;
use matcher_core::units::{Metres, Minutes, Point};
use matcher_core::{GreatCircle, Resolved};

use super::{ONE, Oracle, parts, ratio};

/// One place of work, as far as it is known.
pub(crate) enum Way {
    Known(Minutes),
    Beyond,
    Unknown,
}

/// Whether the limit counts at all.
fn limit(oracle: &Oracle<'_>, profile: &Profile) -> Option<Minutes> {
    let off = oracle.world.settings.filters.commute == matcher_core::Guard::Off;
    profile.commute.minutes.filter(|_| !off)
}

fn modes(profile: &Profile) -> Modes {
    if profile.commute.modes.is_empty() { Mode::Car.into() } else { profile.commute.modes }
}

fn home(oracle: &Oracle<'_>, profile: &Profile) -> Option<Point> {
    match oracle.places.resolve(profile.home.as_ref()?) {
        Resolved::Point { at, .. } => Some(at),
        _ => None,
    }
}

/// Every place of the offer with its country; `None` for one that was not understood.
pub(crate) fn places(oracle: &Oracle<'_>, offer: &Offer) -> Vec<Option<(Resolved, Option<Country>)>> {
    let of = |place| match oracle.places.resolve(place) {
        found @ (Resolved::Point { country, .. } | Resolved::Area { country, .. }) => Some((found, country)),
        _ => None,
    };
    if offer.places.is_empty() { vec![None] } else { offer.places.iter().map(of).collect() }
}

pub(crate) fn is_accepted(profile: &Profile, country: Option<Country>) -> bool {
    profile.commute.countries.is_empty() || country.is_none_or(|country| profile.commute.countries.contains(&country))
}

fn way(oracle: &Oracle<'_>, profile: &Profile, from: Point, to: &Resolved) -> Way {
    let all = modes(profile);
    let limit = limit(oracle, profile);
    let judged = |best: Option<Minutes>, blind: bool| match best {
        Some(minutes) if limit.is_none_or(|limit| minutes <= limit) => Way::Known(minutes),
        Some(_) if !blind => Way::Beyond,
        _ => Way::Unknown,
    };
    let circle = GreatCircle::default();
    let fastest = |metres: Metres| all.iter().map(|mode| circle.minutes(mode, metres)).min();
    match (&oracle.world.commute, to) {
        (Commute::GreatCircle, Resolved::Point { at, .. }) => judged(fastest(from.distance(*at)), false),
        (Commute::GreatCircle, Resolved::Area { id, .. }) => {
            match judged(fastest(oracle.places.area(*id).at_least(from)), false) {
                Way::Beyond => Way::Beyond,
                _ => Way::Unknown,
            }
        }
        (Commute::Table(table), Resolved::Point { at, .. }) => {
            let best = all.iter().filter_map(|mode| table.minutes(mode, from, *at)).min();
            judged(best, all.iter().any(|mode| table.minutes[mode as usize].is_none()))
        }
        _ => Way::Unknown,
    }
}

/// The ways to every place in a country that she accepts.
fn ways(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Vec<Way> {
    let Some(from) = home(oracle, profile) else { return vec![Way::Unknown] };
    let mut all = Vec::new();
    for place in places(oracle, offer) {
        match place {
            None => all.push(Way::Unknown),
            Some((to, country)) if is_accepted(profile, country) => all.push(way(oracle, profile, from, &to)),
            Some(_) => all.push(Way::Beyond),
        }
    }
    all
}

fn is_blind(oracle: &Oracle<'_>, profile: &Profile) -> bool {
    match &oracle.world.commute {
        Commute::Table(table) => modes(profile).iter().any(|mode| table.minutes[mode as usize].is_none()),
        Commute::GreatCircle => false,
    }
}

pub(crate) fn deficit(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    if offer.on_site_days == Some(0) {
        return 0;
    }
    let neutral = parts(oracle.world.settings.neutrals.commute);
    let limit = profile.commute.minutes.map_or(600, |limit| u64::from(limit.tenths()));
    let cost = |way: &Way| match way {
        Way::Beyond => ONE,
        Way::Unknown => neutral,
        Way::Known(minutes) if minutes.tenths() <= 150 => 0,
        Way::Known(minutes) => {
            let cost = ratio(u64::from(minutes.tenths()) - 150, limit.saturating_sub(150).max(1));
            if is_blind(oracle, profile) { cost.min(neutral) } else { cost }
        }
    };
    // A known way before an unknown one, which counts at most the neutral.
    let ways = ways(oracle, profile, offer);
    let known = ways.iter().filter(|way| matches!(way, Way::Known(_))).map(cost).min();
    let unknown = ways.iter().any(|way| matches!(way, Way::Unknown));
    match (known, unknown) {
        (Some(cost), true) => cost.min(neutral),
        (Some(cost), false) => cost,
        (None, true) => neutral,
        (None, false) => ONE,
    }
}

/// Whether some place is within the limit: yes, no, or it cannot be told.
pub(crate) fn within(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Option<bool> {
    if offer.on_site_days == Some(0) {
        return Some(true);
    }
    let ways = ways(oracle, profile, offer);
    match ways.iter().any(|way| matches!(way, Way::Known(_))) {
        true => Some(true),
        false if ways.iter().any(|way| matches!(way, Way::Unknown)) => None,
        false => Some(false),
    }
}
