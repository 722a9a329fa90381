//! Past work, the job wished for, education, languages and the day to start.

use matcher_core::model::{Ask, Offer, Profile};
use matcher_core::units::{Cefr, Years};

use super::{ONE, Oracle, occupation_of, parts, percent, ratio, words};

/// The occupation that a person names: by id, else by title.
pub(crate) fn named(oracle: &Oracle<'_>, title: &Option<String>, id: &Option<String>) -> Option<usize> {
    let by_id = id.as_ref().and_then(|id| oracle.facts.occupation(id));
    by_id.or_else(|| oracle.facts.titled(title.as_ref()?))
}

/// Whether two titles are the same: forms of one label, or one text (the forms that the tests use, without a label).
fn same_title(oracle: &Oracle<'_>, a: &str, b: &str) -> bool {
    match (oracle.facts.titled(a), oracle.facts.titled(b)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => matcher_core::text::forms(a).iter().any(|form| matcher_core::text::forms(b).contains(form)),
        _ => false,
    }
}

pub(super) fn nearness(oracle: &Oracle<'_>, title: &Option<String>, id: &Option<String>, offer: &Offer) -> Option<u64> {
    if title.as_ref().is_some_and(|title| same_title(oracle, title, &offer.title)) {
        return Some(ONE);
    }
    let (own, its) = (named(oracle, title, id), occupation_of(oracle, offer));
    let titles = (words::of_title(oracle, title), words::of_title(oracle, &Some(offer.title.clone())));
    match (own, its) {
        (Some(own), Some(its)) if titles.0.is_none() || titles.1.is_none() => Some(oracle.facts.similar[own][its]),
        _ => {
            let own = titles.0.or(words::of_occupation(oracle, own))?;
            let its = titles.1.or(words::of_occupation(oracle, its))?;
            Some(words::nearness(&own, &its, 20, 90))
        }
    }
}

/// Whether the offer says what the work is.
fn is_said(oracle: &Oracle<'_>, offer: &Offer) -> bool {
    occupation_of(oracle, offer).is_some() || words::of_title(oracle, &Some(offer.title.clone())).is_some()
}

fn years(had: Option<Years>, asked: &Ask<Years>) -> u64 {
    match (asked, had) {
        (Ask::NotAsked, _) => ONE,
        (Ask::Known(asked), _) if asked.tenths() == 0 => ONE,
        (Ask::Known(asked), Some(had)) => ratio(u64::from(had.tenths()), u64::from(asked.tenths())),
        _ => percent(75),
    }
}

pub(crate) fn occupation(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let factor = |past: &matcher_core::model::PastOccupation| years(past.years, &offer.experience);
    let worth = |past: &matcher_core::model::PastOccupation| {
        Some((nearness(oracle, &past.title, &past.occupation, offer)? * factor(past)) >> 15)
    };
    let best = profile.occupations.iter().filter_map(worth).max().unwrap_or(0);
    if is_said(oracle, offer) {
        return ONE - best;
    }
    let reach = profile.occupations.iter().map(factor).max().unwrap_or(0);
    (ONE - best).min(parts(oracle.world.settings.neutrals.occupation).max(ONE - reach))
}

pub(crate) fn wish(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let neutral = parts(oracle.world.settings.neutrals.wish);
    let of = |wish: &matcher_core::model::Wish| {
        let title = nearness(oracle, &wish.title, &wish.occupation, offer);
        let near = match (title, words::of_wish(oracle, &wish.title, offer)) {
            (Some(ONE), _) => Some(ONE),
            (Some(title), Some(words)) => Some((title + words) / 2),
            (one, other) => one.or(other),
        };
        near.map_or(neutral, |near| ONE - near)
    };
    profile.wishes.iter().map(of).min().unwrap_or(neutral)
}

pub(crate) fn education(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    match (&offer.education, &profile.education) {
        (Ask::NotAsked, _) => 0,
        (Ask::Unknown, own) => {
            let worst = ratio(8 - own.as_ref().map_or(1, |own| u64::from(own.eqf.get())), 3);
            parts(oracle.world.settings.neutrals.education).min(worst)
        }
        (Ask::Known(asked), None) => ratio(u64::from(asked.eqf.get()) - 1, 3),
        (Ask::Known(asked), Some(own)) => ratio(u64::from(asked.eqf.get().saturating_sub(own.eqf.get())), 3),
    }
}

/// Language, highest level asked, a must.
pub(crate) fn languages_asked(offer: &Offer) -> Vec<(matcher_core::model::Language, Option<Cefr>, bool)> {
    let Ask::Known(list) = &offer.languages else { return Vec::new() };
    let mut names: Vec<_> = list.iter().map(|need| need.language).collect();
    names.sort_unstable();
    names.dedup();
    let of = |language| list.iter().filter(move |need| need.language == language);
    names.into_iter().map(|l| (l, of(l).filter_map(|need| need.level).max(), of(l).any(|need| need.must))).collect()
}

pub(crate) fn languages(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let neutral = parts(oracle.world.settings.neutrals.languages);
    if offer.languages == Ask::Unknown {
        return neutral;
    }
    let asked = languages_asked(offer);
    if asked.is_empty() {
        return 0;
    }
    let gap = |own: Option<Cefr>, asked: Option<Cefr>| match (own, asked) {
        (Some(own), Some(asked)) => ratio(u64::from(asked.rank().saturating_sub(own.rank())), 3),
        (Some(Cefr::C1 | Cefr::C2), None) => 0,
        (None, Some(asked)) => neutral.min(ratio(u64::from(asked.rank()) - 1, 3)),
        _ => neutral,
    };
    let of = |&(language, level, _): &_| {
        let claims = profile.languages.iter().flatten().filter(|claim| claim.language == language);
        claims.map(|claim| gap(claim.level, level)).min().unwrap_or(ONE)
    };
    asked.iter().map(of).sum::<u64>() / asked.len() as u64
}

pub(crate) fn availability(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> u64 {
    let neutral = parts(oracle.world.settings.neutrals.availability);
    let Some(free) = profile.available_from else { return neutral };
    let late = |day: matcher_core::units::Day| ratio((free.number() - day.number()).max(0) as u64, 90);
    match (offer.start, oracle.world.as_of) {
        (Some(start), Some(today)) => late(start.max(today)),
        (Some(start), None) => late(start),
        // Free today is in time whenever it starts.
        (None, Some(today)) => neutral.min(late(today)),
        (None, None) => neutral,
    }
}
