//! What leaves an offer out.

use matcher_core::model::{Ask, Exclusion, Offer, Profile};
use matcher_core::{Filter, Guard};

use super::{Oracle, conditions, known, occupation_of, requirements, travel, work};

/// Whether the limit is kept; `None` where it cannot be told.
type Kept = Option<bool>;

/// Whether the offer is shown, and the limits that could not be checked.
pub(crate) fn all(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> (bool, Vec<&'static str>) {
    let filters = &oracle.world.settings.filters;
    let judged: [(&str, Guard, Kept); 11] = [
        (Filter::Dates.name(), filters.dates, Some(dates(oracle, offer))),
        (Filter::Contract.name(), filters.contract, contract(profile, offer)),
        (Filter::Pay.name(), filters.pay, pay(oracle, profile, offer)),
        (Filter::DaysOnSite.name(), filters.days_on_site, days(profile, offer)),
        (Filter::Countries.name(), filters.countries, countries(oracle, profile, offer)),
        (Filter::Commute.name(), filters.commute, commute(oracle, profile, offer)),
        (Filter::Languages.name(), filters.languages, languages(profile, offer)),
        (Filter::Education.name(), filters.education, education(profile, offer)),
        (Filter::Licences.name(), filters.licences, licences(profile, offer)),
        (Filter::Skills.name(), filters.skills, super::skills::kept(oracle, profile, offer)),
        (Filter::Exclusions.name(), filters.exclusions, exclusions(oracle, profile, offer)),
    ];
    let breaks = |(_, guard, kept): &(&str, Guard, Kept)| match guard {
        Guard::Off => false,
        Guard::On => *kept == Some(false),
        Guard::RejectUnknown => *kept != Some(true),
    };
    let open = judged.iter().filter(|(_, guard, kept)| *guard == Guard::On && kept.is_none());
    (!judged.iter().any(breaks), open.map(|(name, ..)| *name).collect())
}

fn dates(oracle: &Oracle<'_>, offer: &Offer) -> bool {
    let Some(today) = oracle.world.as_of else { return true };
    offer.valid_from.is_none_or(|from| from <= today) && offer.valid_through.is_none_or(|through| today <= through)
}

fn contract(profile: &Profile, offer: &Offer) -> Kept {
    if profile.contracts.is_empty() {
        return Some(true);
    }
    Some(profile.contracts.contains(&offer.contract?))
}

fn pay(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Kept {
    if profile.pay.is_none() {
        return Some(true);
    }
    let (floor, paid) = conditions::money(oracle, profile, offer);
    Some(paid?.1 >= floor?)
}

fn days(profile: &Profile, offer: &Offer) -> Kept {
    let Some(most) = profile.commute.days_on_site else { return Some(true) };
    Some(offer.on_site_days?.min(7) <= most)
}

fn countries(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Kept {
    if profile.commute.countries.is_empty() {
        return Some(true);
    }
    let places = travel::places(oracle, offer);
    let country =
        |place: &Option<(_, Option<matcher_core::model::Country>)>| place.as_ref().and_then(|(_, country)| *country);
    if places.iter().filter_map(country).any(|country| profile.commute.countries.contains(&country)) {
        return Some(true);
    }
    if places.iter().any(|place| country(place).is_none()) { None } else { Some(false) }
}

fn commute(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Kept {
    // Where no place lies in a country that is accepted, that is the reason.
    let elsewhere = oracle.world.settings.filters.countries != Guard::Off
        && travel::places(oracle, offer)
            .iter()
            .all(|place| place.as_ref().is_some_and(|(_, country)| !travel::is_accepted(profile, *country)));
    if profile.commute.minutes.is_none() || elsewhere { Some(true) } else { travel::within(oracle, profile, offer) }
}

fn languages(profile: &Profile, offer: &Offer) -> Kept {
    let mut kept = Some(true);
    for (language, level, must) in work::languages_asked(offer) {
        let claims: Vec<_> = profile.languages.iter().flatten().filter(|claim| claim.language == language).collect();
        let enough = claims.iter().any(|claim| claim.level.is_some_and(|own| level.is_none_or(|level| own >= level)));
        if !must || enough {
            continue;
        }
        if profile.languages.is_none() || claims.iter().any(|claim| claim.level.is_none()) {
            kept = kept.and(None);
        } else {
            return Some(false);
        }
    }
    kept
}

fn education(profile: &Profile, offer: &Offer) -> Kept {
    match known(&offer.education) {
        Some(asked) if asked.must => Some(profile.education.as_ref()?.eqf >= asked.eqf),
        _ => Some(true),
    }
}

fn licences(profile: &Profile, offer: &Offer) -> Kept {
    let plain = |licence: &String| licence.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    match &offer.licences {
        Ask::NotAsked => Some(true),
        Ask::Unknown => None,
        Ask::Known(asked) => {
            let asked: Vec<String> = asked.iter().map(plain).filter(|licence| !licence.is_empty()).collect();
            if asked.is_empty() {
                return Some(true);
            }
            let had: Vec<String> = profile.licences.as_ref()?.iter().map(plain).collect();
            Some(asked.iter().all(|licence| had.contains(licence)))
        }
    }
}

fn exclusions(oracle: &Oracle<'_>, profile: &Profile, offer: &Offer) -> Kept {
    let hits: Vec<Kept> = profile.exclusions.iter().map(|exclusion| hit(oracle, exclusion, offer)).collect();
    if hits.contains(&Some(true)) {
        return Some(false);
    }
    if hits.contains(&None) { None } else { Some(true) }
}

/// Whether the offer falls under an exclusion: every part that is given must be true. One that is not understood, or says
/// nothing, hits nothing.
fn hit(oracle: &Oracle<'_>, exclusion: &Exclusion, offer: &Offer) -> Kept {
    let facts = &oracle.facts;
    let occupation = occupation_of(oracle, offer);
    let is_or_is_twin = |excluded: usize| occupation.map(|own| own == excluded || facts.same[excluded][own] == 1 << 15);
    let mut parts: Vec<Kept> = Vec::new();
    if let Some(id) = &exclusion.occupation {
        let group = id.strip_prefix("g:").and_then(|group| group.parse().ok());
        match (facts.occupation(id), group) {
            (Some(excluded), _) => parts.push(is_or_is_twin(excluded)),
            (None, Some(group)) => parts.push(occupation.map(|own| facts.is_in_group(own, group))),
            (None, None) => return Some(false),
        }
    }
    if let Some(text) = &exclusion.skill {
        let Some(skill) = facts.skill(text) else { return Some(false) };
        let asked: Vec<usize> = requirements(oracle, offer).iter().filter_map(|r| r.skill).collect();
        parts.push(if asked.is_empty() { None } else { Some(asked.contains(&skill)) });
    }
    if let Some(contract) = exclusion.contract {
        parts.push(offer.contract.map(|own| own == contract));
    }
    if let Some(employer) = &exclusion.employer {
        let plain = matcher_core::text::fold(employer);
        parts.push(offer.employer.as_ref().map(|own| matcher_core::text::fold(own) == plain));
    }
    if let Some(tag) = &exclusion.tag {
        let Some((key, value)) = tag.split_once('=') else { return Some(false) };
        parts.push(Some(offer.tags.get(key).is_some_and(|values| values.iter().any(|own| own == value))));
    }
    if let Some(text) = &exclusion.text {
        let Some(excluded) = facts.titled(text) else { return Some(false) };
        parts.push(is_or_is_twin(excluded));
    }
    if parts.is_empty() || parts.contains(&Some(false)) {
        return Some(false);
    }
    if parts.contains(&None) { None } else { Some(true) }
}
