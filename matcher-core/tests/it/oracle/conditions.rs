//! Contract, hours and pay.

use matcher_core::model::{ContractKind, Offer, Pay, PayPeriod, Profile};

use matcher_core::units::HoursRange;

use super::{ONE, Oracle, parts, percent, ratio};

fn distance(a: ContractKind, b: ContractKind) -> u64 {
    use ContractKind::{FixedTerm, Permanent, Seasonal, Temporary};
    if a == b {
        return 0;
    }
    let mut pair = [a, b];
    pair.sort_unstable();
    match pair {
        [Permanent, FixedTerm] | [FixedTerm, Temporary | Seasonal] | [Temporary, Seasonal] => percent(50),
        [Permanent, Temporary] => percent(75),
        _ => ONE,
    }
}

pub(crate) fn deficit(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let neutral = parts(oracle.world.settings.neutrals.conditions);
    let nearest = |kind| profile.contracts.iter().map(|&wanted| distance(wanted, kind)).min().unwrap();
    let contract = match offer.contract {
        _ if profile.contracts.is_empty() => 0,
        None => ContractKind::ALL.into_iter().map(nearest).max().unwrap().min(neutral),
        Some(kind) => nearest(kind),
    };
    let gap = |a: HoursRange, b: [i64; 2]| {
        let a = [a.min, a.max].map(|hours| i64::from(hours.tenths()));
        ratio((b[0] - a[1]).max(a[0] - b[1]).max(0) as u64, 150)
    };
    let hours = match (profile.hours, offer.hours) {
        (None, _) => 0,
        (Some(wanted), None) => gap(wanted, [0, 0]).max(gap(wanted, [800, 800])).min(neutral),
        (Some(wanted), Some(given)) => gap(wanted, [given.min, given.max].map(|hours| i64::from(hours.tenths()))),
    };
    (contract + hours) / 2
}

/// Euro cents a month, from–to; `None` where nothing is said or no rate is set.
fn per_month(oracle: &Oracle<'_>, pay: &Pay, offer: &Offer, convert_first: bool) -> Option<(u64, u64)> {
    let settings = &oracle.world.settings;
    let rate = if pay.currency.code() == "EUR" {
        1 << 16
    } else {
        (settings.rates.get(pay.currency.code())? * 65_536.0).round() as u64
    };
    let hours = u64::from(offer.hours.map_or(settings.full_time_hours, |hours| hours.max).tenths());
    let month = |cents: u64| match pay.period {
        PayPeriod::Hour => cents * hours * 52 / 120,
        PayPeriod::Day => cents * 5 * 52 / 12,
        PayPeriod::Week => cents * 52 / 12,
        PayPeriod::Month => cents,
        PayPeriod::Year => cents / 12,
    };
    let euro = |cents: u64| (cents * rate) >> 16;
    let whole = |cents: u64| if convert_first { month(euro(cents)) } else { euro(month(cents)) };
    let bounds = [pay.min, pay.max].into_iter().flatten().map(|cents| whole(u64::from(cents.0)));
    Some((bounds.clone().min()?, bounds.max()?))
}

/// What the person asks at least, and what the offer pays.
pub(crate) fn money(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> (Option<u64>, Option<(u64, u64)>) {
    let floor = profile.pay.and_then(|pay| per_month(oracle, &pay, offer, true)).map(|(low, _)| low);
    (floor, offer.pay.and_then(|pay| per_month(oracle, &pay, offer, false)))
}

pub(crate) fn pay(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let neutral = parts(oracle.world.settings.neutrals.pay);
    match money(oracle, profile, offer) {
        _ if profile.pay.is_none() => 0,
        (Some(0), None) => 0,
        (None, _) | (_, None) => neutral,
        (Some(floor), Some((low, high))) => {
            let middle = low + (high - low) / 2;
            ratio(floor.saturating_sub(middle) * ONE, floor * percent(25))
        }
    }
}
