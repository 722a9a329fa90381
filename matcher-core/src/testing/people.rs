use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::names::{SKILLS_NAMED, TITLES_NAMED, occupation_id, skill_text, title};
use super::offers::{claims, contracts, days, hours, languages_named, pays};
use super::places::place_refs;
use crate::model::{CommuteWish, Country, Education, Exclusion, LanguageClaim, Mode, PastOccupation, Profile, Wish};
use crate::units::{Cefr, Eqf, Minutes, Years};

/// An occupation as a person names it: by a title, an id, both or neither.
fn named() -> impl Strategy<Value = (Option<String>, Option<String>)> {
    let title = (0..TITLES_NAMED, 0..4usize).prop_map(|(number, form)| title(number, form));
    (proptest::option::weighted(0.7, title), of((0..TITLES_NAMED).prop_map(occupation_id)))
}

fn past() -> impl Strategy<Value = PastOccupation> {
    (named(), of(0..200u16)).prop_map(|((title, occupation), years)| PastOccupation {
        title,
        occupation,
        years: years.map(Years::from_tenths),
    })
}

fn commutes() -> impl Strategy<Value = CommuteWish> {
    let modes = vec(prop_oneof![Just(Mode::Car), Just(Mode::Transit), Just(Mode::Bike), Just(Mode::Walk)], 0..3);
    let countries = vec(prop_oneof![Just(Country::FR), Just(Country::LU), Just(Country::DE)], 0..3);
    (modes, of(prop_oneof![Just(0u16), 1..120u16]), of(0..=8u8), countries).prop_map(
        |(modes, minutes, days_on_site, countries)| CommuteWish {
            modes: modes.into_iter().collect(),
            minutes: minutes.map(Minutes::new),
            days_on_site,
            countries,
        },
    )
}

fn exclusions() -> impl Strategy<Value = Exclusion> {
    let occupation =
        prop_oneof![(0..TITLES_NAMED).prop_map(occupation_id), (0..3usize).prop_map(|group| format!("g:{group}"))];
    let skill = (0..SKILLS_NAMED, any::<bool>()).prop_map(|(skill, words)| skill_text(skill, words));
    let employer = prop_oneof![Just("ACME"), Just("Ateliér & Co")].prop_map(str::to_owned);
    let tag = prop_oneof![Just("shift=night"), Just("no equals sign")].prop_map(str::to_owned);
    let text = (0..TITLES_NAMED, 0..4usize).prop_map(|(number, form)| title(number, form));
    (of(occupation), of(skill), of(contracts()), of(employer), of(tag), proptest::option::weighted(0.1, text)).prop_map(
        |(occupation, skill, contract, employer, tag, text)| Exclusion {
            occupation,
            skill,
            contract,
            employer,
            tag,
            text,
        },
    )
}

/// Profiles with every field, each often empty. Ids are left to the caller.
pub fn people() -> impl Strategy<Value = Profile> {
    let level = of(prop_oneof![Just(Cefr::A1), Just(Cefr::B1), Just(Cefr::B2), Just(Cefr::C1), Just(Cefr::C2)]);
    let language = (languages_named(), level).prop_map(|(language, level)| LanguageClaim { language, level });
    let licences = vec(prop_oneof![Just("B"), Just("caces r489-3")].prop_map(str::to_owned), 0..3);
    let has = (claims(false, 5), vec(past(), 0..3), of(vec(language, 0..3)), of(1..=8u8), of(licences));
    let wish = named().prop_map(|(title, occupation)| Wish { title, occupation });
    let wants = (vec(wish, 0..3), proptest::option::weighted(0.8, place_refs()), commutes(), vec(contracts(), 0..3));
    let rest = (of(hours()), of(pays()), of(days()), prop_oneof![3 => Just(Vec::new()), 1 => vec(exclusions(), 1..3)]);
    (has, wants, rest).prop_map(
        |(
            (skills, occupations, languages, eqf, licences),
            (wishes, home, commute, contracts),
            (hours, pay, available_from, exclusions),
        )| {
            Profile {
                skills,
                occupations,
                languages,
                education: eqf.and_then(Eqf::new).map(|eqf| Education { eqf }),
                licences,
                wishes,
                home,
                commute,
                contracts,
                hours,
                pay,
                available_from,
                exclusions,
                ..Profile::default()
            }
        },
    )
}
