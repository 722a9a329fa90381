//! A decision is kept and judged again.

use matcher_core::{AuditRecord, Engine, Offer, Profile, Settings};

use crate::engine::{engine, places, taxonomy};

fn kept() -> AuditRecord {
    let profile = Profile::new("p").skill(("Python", 2)).home("Metz").minutes(45);
    let mut offer = Offer::new("o", "data analyst").essential("SQL").essential(("Python", 3)).place("Nancy");
    offer.text = Some("Texte d'annonce".into());
    AuditRecord::of(&engine(), &profile, &offer, "2027-03-01".parse().ok()).unwrap()
}

#[test]
fn the_same_engine_gives_the_same_bytes_again() {
    let record = kept();
    assert!(record.why_not.is_some(), "Nancy is too far, and the record says so");
    let json = record.to_json();
    let again = AuditRecord::from_json(&json).unwrap().replay(&engine()).unwrap();
    assert_eq!(again.to_json(), json);
}

#[test]
fn another_engine_is_refused_and_what_differs_is_named() {
    let record = kept();
    let refused = |engine: Engine| {
        let error = record.replay(&engine).unwrap_err();
        assert_eq!(error.code(), "audit.other-engine");
        error.to_string()
    };
    let wishes = Settings::preset("wishes").unwrap();
    let settings = Engine::builder(taxonomy()).places(places()).settings(wishes).build().unwrap();
    assert!(refused(settings).contains("settings was "));
    let mut builder = matcher_core::Taxonomy::builder();
    builder.version("no trade");
    let other = Engine::builder(builder.build().unwrap()).places(places()).build().unwrap();
    assert!(refused(other).contains("taxonomy was three trades and is no trade"));
    let nowhere = Engine::builder(taxonomy()).places(matcher_core::Gazetteer::empty()).build().unwrap();
    assert!(refused(nowhere).contains("places"));
}

#[test]
fn a_record_that_was_changed_or_is_from_the_future_is_refused() {
    let json = kept().to_json();
    let code = |json: &str| AuditRecord::from_json(json).unwrap_err().code();
    assert_eq!(code(&json.replace("\"minutes\": 45", "\"minutes\": 90")), "audit.changed");
    assert_eq!(code(&json.replace("\"audit\": 1", "\"audit\": 2")), "audit.too-new");
    assert_eq!(code(&json[..json.len() - 1]), "audit.malformed");
}
