use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::names::{SKILLS_NAMED, TASKS, TITLES_NAMED, occupation_id, skill_text, title};
use super::places::place_refs;
use crate::model::{Ask, ContractKind, EducationNeed, Language, LanguageNeed, Offer, Pay, PayPeriod, SkillClaim, Tags};
use crate::units::{Cefr, Cents, Currency, Day, Eqf, HoursPerWeek, HoursRange, Level, Years};

/// Skills, some not in the taxonomy, some twice; `spotted` ones only for offers.
pub(super) fn claims(spotted: bool, most: usize) -> impl Strategy<Value = Vec<SkillClaim>> {
    let claim = (0..SKILLS_NAMED, any::<bool>(), of(1..=4u8), any::<bool>());
    let claim = claim.prop_map(move |(skill, words, level, seen)| SkillClaim {
        skill: skill_text(skill, words),
        level: level.and_then(Level::new),
        spotted: spotted && seen,
        must: spotted && !seen && words,
    });
    vec(claim, 0..most)
}

pub(super) fn contracts() -> impl Strategy<Value = ContractKind> {
    (0..ContractKind::ALL.len()).prop_map(|kind| ContractKind::ALL[kind])
}

pub(super) fn languages_named() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::FR), Just(Language::DE), Just(Language::EN)]
}

pub(super) fn hours() -> impl Strategy<Value = HoursRange> {
    (0..500u16, 0..200u16).prop_map(|(min, more)| HoursRange {
        min: HoursPerWeek::from_tenths(min),
        max: HoursPerWeek::from_tenths(min + more),
    })
}

pub(super) fn pays() -> impl Strategy<Value = Pay> {
    let month = (of(0..400_000u32), of(0..400_000u32), Just(PayPeriod::Month));
    let hour = (of(0..3_000u32), of(0..3_000u32), Just(PayPeriod::Hour));
    let year = (of(0..4_000_000u32), of(0..4_000_000u32), Just(PayPeriod::Year));
    let currency = prop_oneof![3 => Just(Currency::EUR), 1 => Just(Currency::CHF)];
    (prop_oneof![3 => month, 1 => hour, 1 => year], currency).prop_map(|((min, max, period), currency)| Pay {
        min: min.map(Cents),
        max: max.map(Cents),
        currency,
        period,
    })
}

pub(super) fn days() -> impl Strategy<Value = Day> {
    (0..300).prop_map(|days| Day::from_number(19_950 + days))
}

/// Every state that a demand can be in.
fn asks<T: std::fmt::Debug + Clone>(known: impl Strategy<Value = T>) -> impl Strategy<Value = Ask<T>> {
    prop_oneof![2 => Just(Ask::NotAsked), 1 => Just(Ask::Unknown), 3 => known.prop_map(Ask::Known)]
}

/// Offers with every field, each often empty. Ids are left to the caller.
pub fn offers() -> impl Strategy<Value = Offer> {
    let level = of((0..6usize).prop_map(|level| Cefr::ALL[level]));
    let language = (languages_named(), level, any::<bool>());
    let language = language.prop_map(|(language, level, must)| LanguageNeed { language, level, must });
    let education = (1..=8u8, any::<bool>())
        .prop_filter_map("no level", |(eqf, must)| Some(EducationNeed { eqf: Eqf::new(eqf)?, must }));
    let licences = vec(prop_oneof![Just("B"), Just("CACES R489 3"), Just(" ")].prop_map(str::to_owned), 0..2);
    let title = (0..TITLES_NAMED, 0..4usize).prop_map(|(number, form)| title(number, form));
    let text = vec(0..TASKS.len(), 0..4)
        .prop_map(|tasks| tasks.into_iter().map(|task| format!("- {}\n", TASKS[task])).collect::<String>());
    let asks = (
        (of((0..TITLES_NAMED).prop_map(occupation_id)), of(text)),
        prop_oneof![3 => title, 1 => Just(String::new())],
        claims(true, 6),
        claims(true, 4),
        asks(vec(language, 0..3)),
        asks(education),
        asks((0..100u16).prop_map(Years::from_tenths)),
        asks(licences),
    );
    let employer = prop_oneof![Just("acme"), Just("Atelier & Co")].prop_map(str::to_owned);
    let gives = (
        vec(place_refs(), 0..3),
        of(0..=8u8),
        of(contracts()),
        of(hours()),
        of(pays()),
        of(days()),
        (of(days()), of(days())),
        (of(employer), any::<bool>()),
    );
    (asks, gives).prop_map(
        |(
            ((occupation, text), title, essential_skills, optional_skills, languages, education, experience, licences),
            (places, on_site_days, contract, hours, pay, start, (valid_from, valid_through), (employer, night)),
        )| {
            let mut tags = Tags::new();
            if night {
                tags.insert("shift".to_owned(), vec!["night".to_owned()]);
            }
            Offer {
                title,
                text,
                occupation,
                essential_skills,
                optional_skills,
                languages,
                education,
                experience,
                licences,
                places,
                on_site_days,
                contract,
                hours,
                pay,
                start,
                valid_from,
                valid_through,
                employer,
                tags,
                ..Offer::default()
            }
        },
    )
}
