//! Explanations in words, as a reader meets them.

use matcher_core::explain::shown;
use matcher_core::model::{Ask, ContractKind, Education, Language, LanguageClaim, LanguageNeed, Pay};
use matcher_core::phrases::Phrases;
use matcher_core::units::{Cefr, Eqf, HoursPerWeek, HoursRange, Years};
use matcher_core::{Explanation, Offer, OfferIndex, Person, Profile};
use proptest::prelude::*;

use crate::engine::engine;

const LANGUAGES: [Language; 4] = [Language::EN, Language::FR, Language::DE, Language::LB];

fn pair(profile: &Profile, offer: Offer) -> (OfferIndex, Person) {
    let engine = engine();
    (engine.offers(&[offer]).0, engine.prepare(profile).unwrap())
}

fn analyst() -> (Profile, Offer) {
    let profile = Profile::new("p").skill("SQL").skill(("Python", 2)).worked_as("data analyst", 1.0).home("Nancy");
    let mut offer = Offer::new("o", "Data analyst").essential("SQL").essential(("Python", 3)).place("Metz");
    offer.occupation = Some("o:data".into());
    offer.experience = Ask::Known(Years::from_tenths(20));
    (profile.minutes(60), offer)
}

#[test]
fn an_explanation_reads_as_sentences_with_names_and_what_each_would_bring() {
    let (profile, offer) = analyst();
    let (index, person) = pair(&profile, offer);
    let explanation = index.explain(&person, "o").unwrap();
    let english = explanation.to_string();
    assert!(english.starts_with("Data analyst (o)\n"), "{english}");
    assert!(english.contains("SQL: you have it (essential, listed in the offer)"), "{english}");
    assert!(english.contains("Python: level 2 stated; level 3 of 4 is asked"), "{english}");
    assert!(english.contains("→ would bring +"), "{english}");
    assert!(english.contains("1 year stated, 2 years asked"), "{english}");
    assert!(!english.contains("s:python"), "{english}");
    let french = explanation.render(Language::FR, index.engine().taxonomy());
    assert!(french.contains("points sur 100") && french.contains("1 an indiqué, 2 ans demandés"), "{french}");
}

#[test]
fn what_was_read_from_a_file_is_equal_and_shows_ids() {
    let (profile, offer) = analyst();
    let (index, person) = pair(&profile, offer);
    let explanation = index.explain(&person, "o").unwrap();
    let json = serde_json::to_string(&explanation).unwrap();
    let read: Explanation = serde_json::from_str(&json).unwrap();
    assert_eq!(read, explanation);
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    assert!(read.to_string().contains("s:python"));
    assert_eq!(
        read.render(Language::DE, index.engine().taxonomy()),
        explanation.render(Language::DE, index.engine().taxonomy())
    );
}

#[test]
fn a_refusal_names_the_limit_and_the_smallest_change() {
    let (mut profile, mut offer) = analyst();
    profile.contracts = vec![ContractKind::Permanent];
    profile.pay = Some(Pay::monthly(2500));
    offer.contract = Some(ContractKind::FixedTerm);
    offer.pay = Some(Pay::monthly(1900));
    let (index, person) = pair(&profile, offer);
    let why = index.why_not(&person, "o").unwrap();
    let english = why.to_string();
    assert!(english.contains("not among those you accept: fixed-term contract"), "{english}");
    assert!(english.contains("€1,900 a month at most; you ask for at least €2,500"), "{english}");
    assert!(english.contains("It would be shown with:\n    one more kind of contract"), "{english}");
    let german = why.render(Language::DE, index.engine().taxonomy());
    assert!(german.contains("ein Lohn ab 1.900\u{a0}€ im Monat"), "{german}");
}

prop_compose! {
    fn profiles()(
        sql in proptest::option::of(proptest::option::of(1u8..5)),
        years in proptest::option::of(0u8..8),
        wish in proptest::option::of("data analyst|welder|astronaut"),
        home in proptest::option::of("Metz|Nancy|Luxembourg"),
        minutes in 5u16..120,
        level in proptest::option::of(0usize..6),
        eqf in proptest::option::of(1u8..9),
        floor in proptest::option::of(1500u32..4000),
        contract in proptest::option::of(0usize..7),
        hours in proptest::option::of(50u16..400),
        free in proptest::option::of(1u8..29),
    ) -> Profile {
        let mut profile = Profile::new("p").minutes(minutes).skill("Python");
        if let Some(level) = sql {
            profile = match level { Some(level) => profile.skill(("SQL", level)), None => profile.skill("SQL") };
        }
        if let Some(years) = years {
            profile = profile.worked_as("data analyst", (years > 0).then_some(f64::from(years) / 2.0));
        }
        if let Some(title) = wish { profile = profile.wishes_for(&title) }
        if let Some(home) = home { profile = profile.home(home.as_str()) }
        profile.languages = level.map(|level| {
            vec![LanguageClaim { language: Language::DE, level: Cefr::ALL.get(level).copied() }]
        });
        profile.education = eqf.and_then(Eqf::new).map(|eqf| Education { eqf });
        profile.pay = floor.map(Pay::monthly);
        profile.contracts = contract.map(|kind| ContractKind::ALL[kind]).into_iter().collect();
        profile.hours = hours.map(|hours| {
            let hours = HoursPerWeek::from_tenths(hours);
            HoursRange { min: hours, max: hours }
        });
        profile.available_from = free.and_then(|day| format!("2027-03-{day:02}").parse().ok());
        profile
    }
}

prop_compose! {
    fn offers()(
        level in proptest::option::of(1u8..5),
        strange in any::<bool>(),
        occupation in proptest::option::of("o:data|o:shop|o:weld"),
        place in proptest::option::of("Metz|Nancy|Luxembourg"),
        language in proptest::option::of((0usize..7, any::<bool>())),
        eqf in proptest::option::of(1u8..9),
        years in proptest::option::of(0u16..60),
        pay in proptest::option::of(1500u32..4000),
        contract in proptest::option::of(0usize..7),
        hours in proptest::option::of(50u16..400),
        start in proptest::option::of(1u8..29),
    ) -> Offer {
        let mut offer = Offer::new("o", "data analyst").optional("computer programming").essential("welding");
        offer = match level { Some(level) => offer.essential(("SQL", level)), None => offer.essential("SQL") };
        if strange { offer = offer.essential("juggling with chainsaws") }
        if let Some(place) = place { offer = offer.place(place.as_str()) }
        offer.occupation = occupation;
        if let Some((level, must)) = language {
            let need = LanguageNeed { language: Language::DE, level: Cefr::ALL.get(level).copied(), must };
            offer.languages = Ask::Known(vec![need]);
        }
        offer.experience = years.map_or(Ask::NotAsked, |years| Ask::Known(Years::from_tenths(years)));
        if let Some(eqf) = eqf.and_then(Eqf::new) {
            offer.education = Ask::Known(matcher_core::model::EducationNeed { eqf, must: years.is_some() });
        }
        offer.pay = pay.map(Pay::monthly);
        offer.contract = contract.map(|kind| ContractKind::ALL[kind]);
        offer.hours = hours.map(|hours| {
            let hours = HoursPerWeek::from_tenths(hours);
            HoursRange { min: hours, max: hours }
        });
        offer.start = start.and_then(|day| format!("2027-03-{day:02}").parse().ok());
        offer
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_points_shown_add_up_at_every_precision_and_nothing_is_left_unsaid(
        profile in profiles(), offer in offers(),
    ) {
        let (index, person) = pair(&profile, offer);
        let taxonomy = index.engine().taxonomy();
        let explanation = index.explain(&person, "o").unwrap();
        for decimals in 0..=2 {
            let (score, parts) = shown(&explanation, decimals);
            let lost: u32 = parts.iter().map(|(lost, _)| lost).sum();
            prop_assert_eq!(score + lost, 100 * 10u32.pow(decimals));
            for (lost, lines) in &parts {
                prop_assert_eq!(*lost, lines.iter().sum::<u32>());
            }
            for language in LANGUAGES {
                let phrases = Phrases::of(language);
                let said = phrases.explanation(&explanation, taxonomy, decimals);
                prop_assert!(!said.contains(['{', '}', '[', ']']), "{}", said);
                let column = |indent: &str| -> Vec<u32> {
                    let lines = said.lines().filter_map(|line| line.strip_prefix(indent));
                    let numbers = lines.filter_map(|line| line.trim_start().split("  ").next());
                    numbers.filter_map(|number| number.replace([',', '.'], "").parse().ok()).collect()
                };
                let all: u32 = column("    ").iter().sum();
                prop_assert_eq!(all, 2 * lost, "criteria and lines, in {}:\n{}", language, said);
            }
        }
        let why = index.why_not(&person, "o").unwrap();
        for language in LANGUAGES {
            let said = why.render(language, taxonomy);
            prop_assert!(!said.contains(['{', '}', '[', ']']), "{}", said);
        }
    }
}
