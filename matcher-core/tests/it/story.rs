//! The demo's records are what its README says they are.

use std::collections::{BTreeMap, BTreeSet};

use matcher_core::model::{Ask, ContractKind, Country, Limits, PlaceRef, Record, read_json};
use matcher_core::units::{Currency, Day, HoursPerWeek};
use matcher_core::{Offer, Profile, Training};

const PROFILES: &str = include_str!("../../data/demo/profiles.jsonl");
const OFFERS: &str = include_str!("../../data/demo/offers.jsonl");
const TRAININGS: &str = include_str!("../../data/demo/trainings.jsonl");
const TRUTH: &str = include_str!("../../data/demo/truth.tsv");
const DIGITAL: &str = include_str!("../../data/target/digital.txt");
const ORIGIN: &str = include_str!("../../data/target/origin.txt");
const ESCO: &str = include_str!("../../data/target/esco.txt");

const STORY_DAY: &str = "2027-03-01";
/// The five largest municipalities of Grand Est: Strasbourg, Reims, Mulhouse, Metz, Nancy.
const LARGEST: [&str; 5] = ["67482", "51454", "68224", "57463", "54395"];
const DEPARTMENTS: [&str; 10] = ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"];

fn records<R: Record>(jsonl: &str) -> Vec<R> {
    jsonl
        .lines()
        .map(|line| {
            let (record, issues) = read_json::<R>(line, &Limits::default());
            assert!(issues.is_empty(), "{issues:?} in {line}");
            record.unwrap()
        })
        .collect()
}

fn offers() -> Vec<Offer> {
    records(OFFERS)
}

/// The ids of a target set: what stands before the comment of each line.
fn target(list: &str) -> BTreeSet<&str> {
    let ids: Vec<&str> =
        list.lines().map(|line| line.split('#').next().unwrap_or("").trim()).filter(|id| !id.is_empty()).collect();
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(set.len(), ids.len(), "an id stands twice");
    set
}

fn is_remote(offer: &Offer) -> bool {
    offer.on_site_days == Some(0)
}

fn country(offer: &Offer) -> Country {
    offer.places[0].country.unwrap()
}

fn part_time(offer: &Offer) -> bool {
    offer.hours.is_some_and(|hours| hours.max < HoursPerWeek::from_tenths(300))
}

#[test]
fn sixty_people_three_hundred_offers_and_fourteen_trainings_are_read_without_an_issue() {
    let profiles: Vec<Profile> = records(PROFILES);
    let ids: BTreeSet<String> = profiles.iter().map(|profile| profile.id.clone()).collect();
    assert_eq!((profiles.len(), ids.len()), (60, 60));
    assert_eq!(ids.iter().filter(|id| id.starts_with("r-")).count(), 50);
    let offers: BTreeSet<String> = offers().iter().map(Offer::identity).collect();
    assert_eq!(offers.len(), 300);
    assert_eq!(records::<Training>(TRAININGS).len(), 14);
}

#[test]
fn the_offers_lie_where_the_story_says() {
    let mut zones: BTreeMap<&str, usize> = BTreeMap::new();
    let (offers, mut outside) = (offers(), 0);
    for offer in &offers {
        let zone = if is_remote(offer) {
            "remote"
        } else {
            match country(offer).code() {
                "FR" => "Grand Est",
                "LU" => "Luxembourg",
                "DE" => "Saarland, Palatinate, Baden",
                "CH" => "Basel",
                "BE" => "Belgian Luxembourg",
                other => panic!("{other} is no part of the story"),
            }
        };
        if zone == "Grand Est" {
            for PlaceRef { code, .. } in &offer.places {
                assert!(DEPARTMENTS.contains(&&code.as_ref().unwrap()[..2]), "{}", offer.id);
            }
            outside += usize::from(!LARGEST.contains(&offer.places[0].code.as_deref().unwrap()));
        }
        *zones.entry(zone).or_default() += 1;
    }
    let expected = [
        ("Basel", 30),
        ("Belgian Luxembourg", 10),
        ("Grand Est", 140),
        ("Luxembourg", 60),
        ("Saarland, Palatinate, Baden", 45),
        ("remote", 15),
    ];
    assert_eq!(zones.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(outside, 60);
}

#[test]
fn the_planted_peculiarities_are_as_many_as_the_story_says() {
    let today: Day = STORY_DAY.parse().unwrap();
    let offers = offers();
    let count = |which: &dyn Fn(&Offer) -> bool| offers.iter().filter(|offer| which(offer)).count();
    assert_eq!(count(&|o| o.essential_skills.is_empty() && o.optional_skills.is_empty()), 12, "without skills");
    assert_eq!(count(&|o| o.places.len() == 2), 8, "with two places");
    assert_eq!(count(&|o| o.places.len() != 1), 8, "without or with many places");
    assert_eq!(count(&|o| o.pay.is_some_and(|pay| pay.currency == Currency::CHF)), 6, "in Swiss francs");
    assert_eq!(count(&part_time), 20, "part-time");
    assert_eq!(count(&|o| o.valid_through.is_some_and(|day| day < today)), 5, "past their date");
    assert_eq!(count(&|o| o.source == "feed-b"), 10, "from the second feed");
}

/// The offer with everything that names it taken away.
fn content(offer: &Offer) -> Offer {
    Offer { id: String::new(), source: String::new(), title: String::new(), ..offer.clone() }
}

#[test]
fn each_offer_of_the_second_feed_repeats_one_of_the_first_under_another_title() {
    let offers = offers();
    for copy in offers.iter().filter(|offer| offer.source == "feed-b") {
        let originals: Vec<&Offer> =
            offers.iter().filter(|offer| offer.source == "feed-a" && content(offer) == content(copy)).collect();
        assert!(!originals.is_empty(), "{} repeats nothing", copy.id);
        assert!(originals.iter().all(|original| original.title != copy.title), "{}", copy.id);
    }
}

#[test]
fn four_pairs_of_offers_differ_by_the_gender_of_their_title_alone() {
    let offers = offers();
    let pairs = [
        ("Développeur web", "Développeuse web"),
        ("Technicien de maintenance industrielle", "Technicienne de maintenance industrielle"),
        ("Concepteur graphique", "Conceptrice graphique"),
        ("Assistant comptable", "Assistante comptable"),
    ];
    for (masculine, feminine) in pairs {
        let titled = |title: &str| offers.iter().find(|offer| offer.title == title).unwrap();
        assert_eq!(content(titled(masculine)), content(titled(feminine)), "{masculine}");
    }
}

#[test]
fn the_trainings_are_given_at_twenty_seven_places_in_two_sessions_each() {
    let trainings: Vec<Training> = records(TRAININGS);
    assert_eq!(trainings.iter().map(|training| training.places.len()).sum::<usize>(), 27);
    let today: Day = STORY_DAY.parse().unwrap();
    for training in &trainings {
        assert_eq!(training.sessions.len(), 2, "{}", training.id);
        assert!(training.sessions.iter().all(|s| s.start > today && s.end.is_some_and(|end| end > s.start)));
        assert!(!training.teaches.is_empty() || !training.languages.is_empty(), "{} teaches nothing", training.id);
    }
}

#[test]
fn the_truth_file_names_three_offers_that_belong_and_three_that_do_not_for_each_person() {
    let people: BTreeSet<String> = records::<Profile>(PROFILES).into_iter().map(|profile| profile.id).collect();
    let offers: BTreeSet<String> = offers().iter().map(Offer::identity).collect();
    let mut rows = TRUTH.lines();
    assert_eq!(rows.next(), Some("profile\toffer\tbelongs\treason"));
    let mut seen: BTreeMap<&str, (BTreeSet<&str>, usize)> = BTreeMap::new();
    for row in rows {
        let [profile, offer, belongs, reason] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        assert!(people.contains(profile) && offers.contains(offer), "{row}");
        assert!(["yes", "no"].contains(&belongs) && !reason.is_empty(), "{row}");
        let (named, yes) = seen.entry(profile).or_default();
        assert!(named.insert(offer), "{row} stands twice");
        *yes += usize::from(belongs == "yes");
    }
    assert_eq!(seen.len(), 60);
    assert!(seen.values().all(|(named, yes)| named.len() == 6 && *yes == 3));
}

#[test]
fn the_cnc_operator_is_kept_out_of_basel_by_german_alone_and_one_course_opens_it() {
    let profiles: Vec<Profile> = records(PROFILES);
    let person = profiles.iter().find(|profile| profile.id == "cnc-operator").unwrap();
    let german = |level: &str| format!("[{{\"language\":\"de\",\"level\":\"{level}\"}}]");
    let had = serde_json::to_string(&person.languages).unwrap();
    assert!(had.contains("\"de\",\"level\":\"A2\""), "{had}");
    let basel: Vec<Offer> = offers()
        .into_iter()
        .filter(|o| o.occupation == person.wishes[0].occupation && country(o) == Country::CH)
        .collect();
    assert!(basel.len() >= 5);
    for offer in &basel {
        let Ask::Known(needs) = &offer.languages else { panic!("{} asks no language", offer.id) };
        assert!(needs.iter().any(|need| need.must && need.language.code() == "de"), "{}", offer.id);
    }
    let courses = records::<Training>(TRAININGS);
    let opening = courses.iter().filter(|t| serde_json::to_string(&t.languages).unwrap() == german("B1")).count();
    assert_eq!(opening, 1);
}

#[test]
fn the_pupil_finds_apprenticeships_near_by() {
    let near: BTreeSet<String> = offers()
        .into_iter()
        .filter(|o| o.contract == Some(ContractKind::Apprenticeship) && country(o) == Country::FR)
        .filter_map(|o| o.places[0].code.clone())
        .collect();
    assert_eq!(near.into_iter().collect::<Vec<_>>(), ["88372", "88413"], "Raon-l'Étape and Saint-Dié");
}

#[test]
fn every_occupation_of_the_story_is_in_a_target_set() {
    let (digital, origin, esco) = (target(DIGITAL), target(ORIGIN), target(ESCO));
    assert_eq!(digital.len(), 170);
    assert!(digital.is_disjoint(&origin));
    assert!((100..=130).contains(&origin.len()), "{}", origin.len());
    assert!((220..=320).contains(&esco.len()), "{}", esco.len());
    let known = |id: &str| digital.contains(id) || origin.contains(id) || esco.contains(id);
    let profiles: Vec<Profile> = records(PROFILES);
    let of_people = profiles.iter().flat_map(|profile| {
        let past = profile.occupations.iter().filter_map(|past| past.occupation.clone());
        past.chain(profile.wishes.iter().filter_map(|wish| wish.occupation.clone()))
    });
    let of_offers = offers().into_iter().filter_map(|offer| offer.occupation);
    for id in of_people.chain(of_offers).collect::<BTreeSet<String>>() {
        assert!(known(&id), "{id} is in no target set");
    }
}
