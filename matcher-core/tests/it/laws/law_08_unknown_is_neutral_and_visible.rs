//! Not to say something is worth no less than the worst answer and no more than the best; what cannot be checked passes,
//! marked, unless the caller rejects it; confidence is told and changes no score.

use matcher_core::model::{
    Ask, ContractKind, EducationNeed, Language, LanguageClaim, LanguageNeed, Offer, Pay, PlaceRef, Profile, Wish,
};
use matcher_core::testing::{TOWNS, occupation_id, skill_id, title, worlds};
use matcher_core::units::{Cefr, Day, Eqf, HoursPerWeek, HoursRange, Minutes, Ratio, Years};
use matcher_core::{Engine, Filters, Guard, Query, Settings};
use proptest::prelude::*;

use super::score;
use crate::oracle::{Facts, Oracle, requirements};

/// The lowest and the highest score over some answers, against that without an answer.
fn between(scores: impl IntoIterator<Item = u32>, unknown: u32, what: &str) {
    let scores: Vec<u32> = scores.into_iter().collect();
    let (bad, perfect) = (scores.iter().min().unwrap(), scores.iter().max().unwrap());
    assert!(*bad <= unknown && unknown <= *perfect, "{what}: bad {bad}, unknown {unknown}, perfect {perfect}");
}

proptest! {
    #[test]
    fn what_an_offer_does_not_say_lies_between_its_worst_and_its_best_answer(world in worlds()) {
        let engine = world.engine();
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            let of = |change: &dyn Fn(&mut Offer)| {
                let mut changed = offer.clone();
                change(&mut changed);
                score(&world, &engine, profile, &changed)
            };
            let any = |answers: &[Offer]| answers.iter().map(|offer| score(&world, &engine, profile, offer)).collect::<Vec<_>>();
            let with = |change: &dyn Fn(&mut Offer, usize), number: usize| {
                (0..number).map(|i| { let mut o = offer.clone(); change(&mut o, i); o }).collect::<Vec<_>>()
            };
            between(any(&with(&|o, i| o.contract = Some(ContractKind::ALL[i]), 7)), of(&|o| o.contract = None), "contract");
            let hours = |tenths: usize| HoursPerWeek::from_tenths(tenths as u16);
            // With pay by the hour the hours decide about the pay too.
            let monthly = offer.pay.is_none_or(|pay| pay.period != matcher_core::model::PayPeriod::Hour);
            if monthly && profile.pay.is_none_or(|pay| pay.period != matcher_core::model::PayPeriod::Hour) {
                let mut answers = with(&|o, i| o.hours = Some(HoursRange { min: hours(i * 800), max: hours(i * 800) }), 2);
                answers.extend(with(&|o, _| o.hours = profile.hours.or(o.hours), 1));
                between(any(&answers), of(&|o| o.hours = None), "hours");
            }
            between(any(&with(&|o, i| o.pay = Some(Pay::monthly(i as u32 * 40_000)), 2)), of(&|o| o.pay = None), "pay");
            let day = |i: usize| Day::from_number(18_000 + i as i32 * 4_000);
            between(any(&with(&|o, i| o.start = Some(day(i)), 2)), of(&|o| o.start = None), "start");
            let years = |i: usize| Ask::Known(Years::from_tenths(i as u16 * 800));
            between(any(&with(&|o, i| o.experience = years(i), 2)), of(&|o| o.experience = Ask::Unknown), "experience");
            let eqf = |i: usize| Ask::Known(EducationNeed { eqf: Eqf::new(1 + i as u8 * 7).unwrap(), must: false });
            let mut answers = with(&|o, i| o.education = eqf(i), 2);
            answers.extend(with(&|o, _| o.education = Ask::NotAsked, 1));
            between(any(&answers), of(&|o| o.education = Ask::Unknown), "education");
            let language = |i: usize| match i {
                0 => Ask::NotAsked,
                _ => Ask::Known(vec![LanguageNeed { language: "xx".parse().unwrap(), level: Some(Cefr::C2), must: false }]),
            };
            between(any(&with(&|o, i| o.languages = language(i), 2)), of(&|o| o.languages = Ask::Unknown), "languages");
            // The mirror of the home is the best place, a town at the other end of the world the worst.
            let far = PlaceRef::at(matcher_core::units::LatLon { lat: -30.0, lon: 170.0 });
            let near = profile.home.clone().unwrap_or_else(|| TOWNS[0].name.into());
            let mut own = profile.clone();
            own.commute.countries.clear();
            if !matches!(world.commute, matcher_core::testing::Commute::Table(_)) {
                let place = |place: Option<&PlaceRef>| {
                    let changed = Offer { places: place.into_iter().cloned().collect(), on_site_days: Some(5), ..offer.clone() };
                    score(&world, &engine, &own, &changed)
                };
                between([place(Some(&far)), place(Some(&near))], place(None), "place");
            }
        }
    }

    #[test]
    fn an_occupation_that_is_not_said_lies_between_the_farthest_and_the_nearest(world in worlds()) {
        let engine = world.engine();
        let n = world.taxonomy.occupations;
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            // Named skills, so that the occupation implies none; a title of its own, so that the occupation alone speaks.
            let offer = Offer { title: String::new(), ..offer.clone().essential("x") };
            let of = |occupation: Option<usize>| score(&world, &engine, profile, &Offer { occupation: occupation.map(occupation_id), ..offer.clone() });
            // One that the person never did, and one for each that she did or wishes for.
            let all: Vec<u32> = (0..n).map(|o| of(Some(o))).collect();
            let (worst, best) = (all.iter().min().unwrap(), all.iter().max().unwrap());
            let unknown = of(None);
            prop_assert!(profile_names_all(&world, profile) || *worst <= unknown, "bad {worst}, unknown {unknown}");
            prop_assert!(unknown <= *best || !profile_names_one(&world, profile), "unknown {unknown}, perfect {best}");
        }
    }

    #[test]
    fn a_requirement_not_understood_lies_between_one_missed_and_one_met(world in worlds(), essential: bool) {
        // Two skills that nothing is near, each with the median specificity.
        let engine = world.engine();
        let oracle = Oracle::new(&world, &engine);
        let facts = Facts::of(&world.taxonomy);
        let median: Vec<usize> = (0..world.taxonomy.skills).filter(|&s| facts.specificity[s] == facts.median).collect();
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            // One that is not asked yet and lends to nothing asked: once asked itself it may not lend any more.
            let asked: Vec<usize> = requirements(&oracle, offer).iter().filter_map(|r| r.skill).collect();
            let free = |s: &&usize| asked.iter().all(|r| r != *s && facts.lends[**s][*r] == 0);
            let Some(&skill) = median.iter().find(free) else { continue };
            if offer.essential_skills.is_empty() && offer.optional_skills.is_empty() {
                continue;
            }
            let mut lacking = profile.clone();
            lacking.occupations.clear();
            lacking.skills.retain(|claim| facts.skill(&claim.skill).is_none_or(|s| s != skill && facts.lends[s][skill] == 0 && !facts.above[s][skill]));
            let asking = |what: &str| if essential { offer.clone().essential(what) } else { offer.clone().optional(what) };
            let has = lacking.clone().skill(skill_id(skill).as_str());
            // One part of a share, rounded otherwise, may lie between the two.
            let bad = score(&world, &engine, &lacking, &asking(&skill_id(skill)));
            prop_assert!(bad <= score(&world, &engine, &lacking, &asking("never heard of")) + 61);
            let perfect = score(&world, &engine, &has, &asking(&skill_id(skill)));
            prop_assert!(score(&world, &engine, &has, &asking("never heard of")) <= perfect + 61);
        }
    }

    #[test]
    fn what_a_person_does_not_say_lies_between_her_worst_and_her_best_answer(world in worlds()) {
        let engine = world.engine();
        for (profile, offer) in world.people.iter().zip(&world.offers) {
            let of = |change: &dyn Fn(&mut Profile)| {
                let mut changed = profile.clone();
                change(&mut changed);
                score(&world, &engine, &changed, offer)
            };
            let day = |i: i32| Day::from_number(18_000 + i * 4_000);
            between([0, 1].map(|i| of(&|p| p.available_from = Some(day(i)))), of(&|p| p.available_from = None), "available from");
            let eqf = |level: u8| Eqf::new(level).map(|eqf| matcher_core::model::Education { eqf });
            between([1, 8].map(|l| of(&|p| p.education = eqf(l))), of(&|p| p.education = None), "education");
            let fluent = |level| ["fr", "de", "en"].map(|l| LanguageClaim { language: l.parse::<Language>().unwrap(), level: Some(level) }).to_vec();
            between([of(&|p| p.languages = Some(vec![])), of(&|p| p.languages = Some(fluent(Cefr::C2)))], of(&|p| p.languages = None), "languages");
            let unsaid = of(&|p| p.languages = Some(fluent(Cefr::A1).into_iter().map(|c| LanguageClaim { level: None, ..c }).collect()));
            between([of(&|p| p.languages = Some(fluent(Cefr::A1))), of(&|p| p.languages = Some(fluent(Cefr::C2)))], unsaid, "level of a language");
            let wish = |text: &str| vec![Wish { title: Some(text.to_owned()), occupation: None }];
            let far = world.taxonomy.occupations;
            let same = Offer { occupation: Some(occupation_id(0)), title: title(0, 1), ..offer.clone() };
            let wishing = |wishes: Vec<Wish>| score(&world, &engine, &Profile { wishes, ..profile.clone() }, &same);
            let all = (0..far).map(|o| wishing(wish(&title(o, 0))));
            prop_assert!(wishing(vec![]) <= all.max().unwrap(), "wish");
            between([of(&|p| p.pay = Some(Pay::monthly(40_000))), of(&|p| p.pay = Some(Pay::monthly(0)))], of(&|p| p.pay = Some(Pay::default())), "pay");
            if world.settings.filters.commute != Guard::Off {
                between([of(&|p| p.commute.minutes = Some(Minutes::new(0))), of(&|p| p.commute.minutes = Some(Minutes::MAX))], of(&|p| p.commute.minutes = None), "minutes");
            }
        }
    }

    #[test]
    fn what_cannot_be_checked_passes_marked_or_is_rejected_where_asked(world in worlds()) {
        let on = Filters::default();
        let r = Guard::RejectUnknown;
        let reject = Filters { commute: r, countries: r, days_on_site: r, contract: r, pay: r, languages: r, education: r, licences: r, exclusions: r, dates: r, skills: r, ..on };
        let engines = [on, reject].map(|filters| {
            let settings = Settings { filters, ..world.settings.clone() };
            matcher_core::testing::World { settings, ..world.clone() }.engine()
        });
        for profile in &world.people {
            let [lenient, strict] = engines.each_ref().map(|engine: &Engine| {
                let (index, _) = engine.offers(&world.offers);
                index.top(world.query(&world.prepare(engine, profile)))
            });
            let strict: Vec<_> = strict.hits().iter().map(|hit| hit.id().to_owned()).collect();
            let verified = lenient.hits().iter().filter(|hit| hit.unverified().is_empty());
            prop_assert_eq!(strict, verified.map(|hit| hit.id().to_owned()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn confidence_is_told_and_splits_the_list_without_changing_a_score(world in worlds(), hundredths in 0..=100u32) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            let all = index.top(world.query(&person));
            let least = Ratio::percent(hundredths);
            let split: matcher_core::Answer = index.top(Query::min_confidence(world.query(&person), least));
            let row = |hit: &matcher_core::Hit| (hit.id().to_owned(), hit.score(), hit.confidence());
            let (sure, unsure): (Vec<_>, Vec<_>) = all.hits().iter().map(row).partition(|(.., confidence)| *confidence >= least);
            prop_assert_eq!(split.hits().iter().map(row).collect::<Vec<_>>(), sure);
            prop_assert_eq!(split.uncertain().iter().map(row).collect::<Vec<_>>(), unsure);
        }
    }
}

/// Whether no offer is far from the person: every occupation is like one that she names, or she has a title that is no
/// label and that a table finds near to all of them, for here they all share a word.
fn profile_names_all(world: &matcher_core::testing::World, profile: &Profile) -> bool {
    let facts = Facts::of(&world.taxonomy);
    let past = profile.occupations.iter().filter_map(|past| past.title.as_ref());
    let mut titles = past.chain(profile.wishes.iter().filter_map(|wish| wish.title.as_ref()));
    if world.taxonomy.words && titles.any(|title| facts.titled(title).is_none()) {
        return true;
    }
    (0..world.taxonomy.occupations).all(|o| named(&facts, profile).iter().any(|&own| facts.similar[own][o] > 0))
}

/// Whether she names any, and wishes for nothing else: then one offer would be near.
fn profile_names_one(world: &matcher_core::testing::World, profile: &Profile) -> bool {
    let facts = Facts::of(&world.taxonomy);
    let past: Vec<usize> = named(&facts, &Profile { wishes: vec![], ..profile.clone() });
    let wished: Vec<usize> = named(&facts, &Profile { occupations: vec![], ..profile.clone() });
    let all = profile.wishes.len() + profile.occupations.len();
    all == past.len() + wished.len()
        && [&past, &wished].iter().all(|list| list.iter().all(|o| past.first().or(wished.first()) == Some(o)))
        && !wished.is_empty()
}

fn named(facts: &Facts, profile: &Profile) -> Vec<usize> {
    let one = |title: &Option<String>, id: &Option<String>| {
        let by_id = id.as_ref().and_then(|id| facts.occupation(id));
        by_id.or_else(|| facts.titled(title.as_ref()?))
    };
    let past = profile.occupations.iter().filter_map(|p| one(&p.title, &p.occupation));
    past.chain(profile.wishes.iter().filter_map(|w| one(&w.title, &w.occupation))).collect()
}
