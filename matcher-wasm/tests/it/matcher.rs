//! The strings that JavaScript sees are what the engine says in Rust.

use matcher_core::model::{Language, Mode, PlaceRef};
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::units::Minutes;
use matcher_core::{CommuteMatrix, Engine, Offer, Profile, Query, Resolved, Taxonomy};
use matcher_wasm::Matcher;

const OFFERS: &str = r#"[
    {"id": "near", "title": "data analyst", "essential_skills": ["SQL", {"skill": "Python", "level": 3}], "places": ["57000"]},
    {"id": "past", "title": "data analyst", "essential_skills": ["SQL"], "valid_through": "2027-01-31"},
    {"title": "an offer without an id"}
]"#;
const PROFILE: &str = r#"{"id": "p", "skills": ["SQL"], "wishes": [{"title": "data analyst"}], "home": "57000"}"#;

fn engine() -> Engine {
    let mut builder = Taxonomy::builder();
    builder.version("one trade");
    for (id, label) in [("s:sql", "SQL"), ("s:python", "Python")] {
        builder.label(ConceptKind::Skill, id, Language::EN, LabelKind::Preferred, label);
    }
    builder.label(ConceptKind::Occupation, "o:data", Language::EN, LabelKind::Preferred, "data analyst");
    builder.essential("o:data", "s:sql");
    builder.essential("o:data", "s:python");
    Engine::builder(builder.build().unwrap()).build().unwrap()
}

fn loaded() -> (Matcher, String) {
    let mut matcher = Matcher::over(&engine());
    let issues = matcher.add_offers("page", OFFERS).unwrap();
    (matcher, issues)
}

#[test]
fn a_record_that_cannot_be_used_is_named_and_the_others_are_loaded() {
    let (matcher, issues) = loaded();
    assert_eq!(matcher.size(), 2);
    assert!(issues.contains("record.no-id"), "{issues}");
}

#[test]
fn matches_and_explanations_are_the_engines_byte_for_byte() {
    let (matcher, _) = loaded();
    let engine = engine();
    let texts: Vec<serde_json::Value> = serde_json::from_str(OFFERS).unwrap();
    let offers: Vec<Offer> = texts[..2].iter().map(|text| serde_json::from_value(text.clone()).unwrap()).collect();
    let (index, _) = engine.offers(&offers);
    let person = engine.prepare(&serde_json::from_str::<Profile>(PROFILE).unwrap()).unwrap();
    let query = Query::new(&person).as_of("2027-03-01".parse::<matcher_core::units::Day>().unwrap());

    let day = || Some(r#"{"as_of": "2027-03-01"}"#.to_owned());
    let best = index.top(query.clone());
    let hit = &best.hits()[0];
    let answer = matcher.matches(PROFILE, day()).unwrap();
    let record = serde_json::to_string(&hit.record()).unwrap();
    // The stamp is the same for all matches and stands beside them.
    let (record, stamp) = record.split_once(r#","stamp":"#).unwrap();
    assert!(
        answer.contains(&format!(r#""eligible":1,"selected":1,"matches":[{record},"card":"#)),
        "{answer}\n{record}"
    );
    assert!(answer.ends_with(&format!(r#""uncertain":[],"stamp":{stamp}"#)), "{answer}\n{stamp}");
    let without = matcher.matches(PROFILE, Some(r#"{"as_of": "2027-03-01", "cards": false}"#.to_owned())).unwrap();
    assert!(without.contains(&format!(r#""matches":[{record}}}],"#)), "{without}\n{record}");

    // An explanation comes with the labels of what it speaks of.
    let explained = serde_json::to_string(&hit.explain()).unwrap();
    let named = matcher.explain(PROFILE, "near", day()).unwrap();
    let names = named.strip_prefix(explained.trim_end_matches('}')).unwrap();
    assert!(names.contains(r#""names":{"s:python":"Python","s:sql":"SQL"}"#), "{names}");
    let why = index.why_not(query, "past").unwrap();
    assert_eq!(why.refusals[0].filter, "dates");
    assert_eq!(matcher.why_not(PROFILE, "past", day()).unwrap(), serde_json::to_string(&why).unwrap());
}

#[test]
fn a_skill_more_is_a_what_if_that_never_lowers_the_score() {
    let (matcher, _) = loaded();
    let answer = matcher.what_if(PROFILE, r#"[{"change": "skill", "skill": "Python"}]"#, "near", None).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert!(answer["after"][0].as_u64() > answer["before"][0].as_u64(), "{answer}");
}

#[test]
fn wrong_calls_and_wrong_input_are_faults_with_a_code() {
    let (mut matcher, _) = loaded();
    let code = |result: Result<String, matcher_wasm::Fault>| result.unwrap_err().code().to_owned();
    assert_eq!(code(matcher.add_offers("page", "{}")), "offers.not-json");
    assert_eq!(code(matcher.matches("{}", None)), "record.no-id");
    assert_eq!(code(matcher.matches(PROFILE, Some(r#"{"topp": 3}"#.into()))), "options.not-json");
    assert_eq!(code(matcher.explain(PROFILE, "nobody", None)), "call.unknown-offer");
    assert_eq!(code(matcher.what_if(PROFILE, "[1]", "near", None)), "changes.not-json");
    assert_eq!(matcher.size(), 2, "a failed load changes nothing");
}

#[test]
fn what_is_being_typed_is_completed_by_kind() {
    let matcher = Matcher::over(&engine());
    let complete = |prefix, kind: Option<&str>| matcher.complete(prefix, "en", 5, kind.map(str::to_owned)).unwrap();
    assert_eq!(
        complete("analyst", None),
        r#"[{"kind":"occupation","id":"o:data","label":"data analyst","language":"en","fit":"beginning"}]"#
    );
    assert!(
        complete("pyhton", Some("skill")).contains(r#""id":"s:python","label":"Python","language":"en","fit":"slip""#)
    );
    assert_eq!(complete("sql", Some("occupation")), "[]");
    assert_eq!(matcher.complete("s", "en", 5, Some("town".to_owned())).unwrap_err().code(), "call.unknown-kind");
    assert_eq!(matcher.complete("s", "english", 5, None).unwrap_err().code(), "language.not-a-code");
}

#[test]
fn travel_times_change_what_is_said_of_a_profile_that_was_asked_with_before() {
    let (mut matcher, _) = loaded();
    let places = engine();
    let from = |code: &str| {
        let place = PlaceRef { code: Some(code.to_owned()), ..PlaceRef::default() };
        let Resolved::Point { at, .. } = places.places().resolve(&place) else { panic!("{code}") };
        at
    };
    let person = PROFILE.replace("57000", "54395");
    let minutes = |matcher: &Matcher| {
        let answer = matcher.matches(&person, Some(r#"{"as_of": "2027-03-01"}"#.to_owned())).unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        answer["matches"][0]["travel"]["minutes"].as_f64()
    };
    let estimated = minutes(&matcher).unwrap();
    assert_eq!(minutes(&matcher), Some(estimated));
    let mut times = CommuteMatrix::builder();
    times.add(Mode::Car, from("54395"), from("57463"), Minutes::new(41)).unwrap();
    matcher.load_commute(&times.build().unwrap().to_bytes()).unwrap();
    assert_eq!(minutes(&matcher), Some(41.0));
    assert_ne!(estimated, 41.0);
    // They stay where the offers are taken away, and go into what is packed.
    matcher.clear();
    matcher.add_offers("page", OFFERS).unwrap();
    assert_eq!(minutes(&matcher), Some(41.0));
    assert!(matcher.pack(OFFERS, None, r#"{"as_of": "2027-03-01"}"#).unwrap().names().contains("commute-"));
    assert_eq!(matcher.load_commute(b"times").unwrap_err().code(), "commute.not-a-matrix");
    assert_eq!(minutes(&matcher), Some(41.0));
}

#[test]
fn what_is_packed_opens_again_and_what_is_left_out_is_told() {
    let mut matcher = Matcher::over(&engine());
    let packed = matcher.pack(OFFERS, None, r#"{"as_of": "2027-03-01"}"#).unwrap();
    let report: serde_json::Value = serde_json::from_str(&packed.report()).unwrap();
    let counts = ["offers", "trainings", "past", "rejected"].map(|name| report[name].as_u64().unwrap());
    assert_eq!(counts, [1, 0, 1, 1]);
    let names: Vec<String> = serde_json::from_str(&packed.names()).unwrap();
    assert!(names.iter().all(|name| packed.entry().contains(name.as_str())), "{names:?}");
    let offers = names.iter().find(|name| name.starts_with("offers-")).unwrap();
    matcher.add_catalogue("packed", &packed.file(offers).unwrap()).unwrap();
    assert_eq!(matcher.size(), 1);
    assert!(packed.file("entry.json").is_none());
    for (code, offers, options) in [
        ("options.not-json", "[]", "{}"),
        ("options.not-json", "[]", r#"{"as_of": "2027-03-01", "day": 1}"#),
        ("offers.not-json", "{}", r#"{"as_of": "2027-03-01"}"#),
    ] {
        assert_eq!(
            matcher.pack(offers, None, options).err().map(|fault| fault.code().to_owned()).as_deref(),
            Some(code)
        );
    }
}
