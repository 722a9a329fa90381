//! How far is it, in which country, on how many days?

use super::{Case, Deficit, Verdict};
use crate::change::Change;
use crate::commute::{Arrival, SiteId};
use crate::explain::Line;
use crate::model::Mode;
use crate::prepare::Inner;
use crate::score::constants::{FREE_TENTHS, USUAL_LIMIT_TENTHS};
use crate::settings::Guard;
use crate::units::{Metres, Minutes, Ratio};

/// The way to the nearest place of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Nobody need travel.
    Remote,
    /// So long, to this site.
    Known { minutes: Minutes, mode: Mode, metres: Metres, site: SiteId },
    /// One side's place, or the time, is unknown.
    Unknown,
    /// Every place is further than the limit.
    Beyond,
}

fn is_remote(case: &Case<'_>) -> bool {
    case.offers.on_site_days[case.offer] == Some(0)
}

/// Sites in a country that the person accepts; one of unknown country is among them.
fn accepted<'a>(case: &Case<'a>) -> impl Iterator<Item = SiteId> + 'a {
    let countries = &case.person.raw.commute.countries;
    let sites = &case.offers.sites;
    let allowed = move |&site: &SiteId| {
        countries.is_empty() || sites.country(site).is_none_or(|country| countries.contains(&country))
    };
    case.offers.places.row(case.offer).iter().copied().filter(allowed)
}

/// The best of the places that the person accepts: a known way before an unknown one, the shorter before the longer.
pub(crate) fn way(case: &Case<'_>) -> Way {
    if is_remote(case) {
        return Way::Remote;
    }
    if case.person.home.is_none() {
        return Way::Unknown;
    }
    let mut best = if case.offers.place_missing[case.offer] { Way::Unknown } else { Way::Beyond };
    for site in accepted(case) {
        best = match (best, case.reach.to(site)) {
            (Way::Known { minutes: known, .. }, Arrival::Known { minutes, .. }) if known <= minutes => best,
            (_, Arrival::Known { minutes, mode, metres }) => Way::Known { minutes, mode, metres, site },
            (Way::Beyond, Arrival::Unknown) => Way::Unknown,
            _ => best,
        };
    }
    best
}

pub(crate) fn verdict(case: &Case<'_>) -> Verdict {
    // Without any place in a country that is accepted, distance is not the reason, if the country may be one.
    let countries = case.engine.settings.filters.countries != Guard::Off;
    let nowhere = countries && accepted(case).next().is_none() && !case.offers.place_missing[case.offer];
    if case.person.raw.commute.minutes.is_none() || nowhere {
        return Verdict::Pass;
    }
    match way(case) {
        Way::Remote | Way::Known { .. } => Verdict::Pass,
        Way::Unknown => Verdict::Unverified,
        Way::Beyond => Verdict::Fail,
    }
}

pub(crate) fn countries_verdict(case: &Case<'_>) -> Verdict {
    if case.person.raw.commute.countries.is_empty() {
        return Verdict::Pass;
    }
    let known = accepted(case).any(|site| case.offers.sites.country(site).is_some());
    let unknown = case.offers.place_missing[case.offer] || accepted(case).next().is_some();
    match (known, unknown) {
        (true, _) => Verdict::Pass,
        (false, true) => Verdict::Unverified,
        (false, false) => Verdict::Fail,
    }
}

pub(crate) fn days_verdict(case: &Case<'_>) -> Verdict {
    match (case.person.raw.commute.days_on_site, case.offers.on_site_days[case.offer]) {
        (None, _) => Verdict::Pass,
        (Some(_), None) => Verdict::Unverified,
        (Some(most), Some(asked)) if asked > most => Verdict::Fail,
        (Some(_), Some(_)) => Verdict::Pass,
    }
}

/// Nothing up to a quarter of an hour, then rising in a straight line to 1 at the person's limit (an hour where none is
/// stated). The best place counts, an unknown one at the neutral.
pub(crate) fn deficit(case: &Case<'_>) -> Deficit {
    let neutral = case.engine.settings.neutrals.commute;
    match way(case) {
        Way::Remote => Deficit::Known(Ratio::ZERO),
        Way::Unknown => Deficit::Unknown(neutral),
        Way::Beyond => Deficit::Known(Ratio::ONE),
        Way::Known { minutes, .. } => {
            let cost = least(case.person, minutes);
            // Another place or another mode, of which less is known, may be nearer.
            if cost > neutral && may_be_nearer(case) { Deficit::Unknown(neutral) } else { Deficit::Known(cost) }
        }
    }
}

/// The least deficit of an offer with one place, no nearer than this.
pub(crate) fn least(person: &Inner, minutes: Minutes) -> Ratio {
    of_minutes(u32::from(minutes.tenths()), u32::from(full(person).tenths()))
}

/// The way that costs all that a way can.
pub(crate) fn full(person: &Inner) -> Minutes {
    person.raw.commute.minutes.unwrap_or(Minutes::from_tenths(USUAL_LIMIT_TENTHS))
}

/// Whether any place of the offer lies in a country that the person accepts.
pub(crate) fn is_accepted(case: &Case<'_>) -> bool {
    accepted(case).next().is_some()
}

fn may_be_nearer(case: &Case<'_>) -> bool {
    let unknown = |site| case.reach.to(site) == Arrival::Unknown;
    case.reach.has_passed_over_a_mode() || case.offers.place_missing[case.offer] || accepted(case).any(unknown)
}

fn of_minutes(tenths: u32, limit: u32) -> Ratio {
    if tenths <= FREE_TENTHS {
        return Ratio::ZERO;
    }
    Ratio::of(u64::from(tenths - FREE_TENTHS), u64::from(limit.saturating_sub(FREE_TENTHS).max(1)))
}

pub(crate) fn lines(case: &Case<'_>) -> Vec<Line> {
    let line = match way(case) {
        Way::Remote => Line::new("commute.remote"),
        Way::Unknown if case.person.home.is_none() => Line::new("commute.person-unknown"),
        Way::Unknown => Line::new("commute.offer-unknown"),
        Way::Beyond => Line::new("commute.beyond"),
        Way::Known { minutes, mode, metres, site } => {
            let key = if case.engine.commute.is_approximate() { "commute.about" } else { "commute.known" };
            let line = Line::new(key)
                .number("minutes", minutes.rounded())
                .km("km", metres)
                .mode("mode", mode)
                .text("place", case.offers.sites.label(site));
            let longer = case.person.raw.commute.minutes.filter(|_| deficit(case).ratio() > Ratio::ZERO);
            match longer {
                Some(limit) => {
                    let wider = Minutes::from_tenths(u32::from(limit.tenths()) + 150);
                    line.meeting(Change::Minutes { minutes: wider })
                }
                None => line,
            }
        }
    };
    let mut lines = vec![line];
    let told = &case.offers.told[case.offer];
    if let Some(town) = &told.town {
        lines.push(Line::new("commute.other-town").text("place", &**town).losing(0));
    }
    if let Some(days) = told.remote_days {
        lines.push(Line::new("commute.other-days").number("days", days).losing(0));
    }
    lines
}
