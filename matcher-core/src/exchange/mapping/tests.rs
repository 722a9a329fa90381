//! Small mappings, each made up to show one thing.

use serde_json::{Value, json};

use super::MappingFile;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, Limits, Mode, PayPeriod};
use crate::units::{Cents, Day, Minutes};
use crate::{Offer, Profile, Training};

fn file(part: &str, mapping: Value) -> MappingFile {
    MappingFile::from_json(&json!({part: mapping}).to_string()).unwrap()
}

fn refused(text: &str) -> (&'static str, String) {
    let error = MappingFile::from_json(text).unwrap_err();
    (error.code(), error.to_string())
}

fn profile(mapping: Value, record: Value) -> (Option<Profile>, Vec<Issue>) {
    file("profile", mapping).profile.unwrap().read(&record, &Limits::default())
}

fn offer(mapping: Value, record: Value) -> (Option<Offer>, Vec<Issue>) {
    file("offer", mapping).offer.unwrap().read(&record, &Limits::default())
}

fn told(issues: &[Issue]) -> Vec<(&str, &str)> {
    issues.iter().map(|issue| (issue.code.as_ref(), issue.pointer.as_str())).collect()
}

#[test]
fn a_row_of_a_french_table_becomes_a_profile() {
    let mapping = json!({
        "date": "dmy", "decimal": "comma", "list": ",",
        "fields": {
            "id": "N°", "skills": "Compétences", "education": "Diplôme", "licences": "Permis", "home.postcode": "CP",
            "commute.minutes": {"from": "Trajet", "unit": "hours"}, "commute.modes": "Moyens", "contracts": "Contrat",
            "pay.min": "Salaire", "available_from": "Libre", "tags.agence": "Agence"
        },
        "constants": {"home.country": "FR", "pay.period": "month"}
    });
    let record = json!({
        "N°": "7", "Compétences": "vente, accueil,", "Diplôme": "bac+2", "Permis": "permis B", "CP": "57000", "Trajet": "0,75",
        "Moyens": "voiture, vélo", "Contrat": "CDI, intérim", "Salaire": "1 950,50 €", "Libre": "01/03/2027", "Agence": "Metz"
    });
    let (person, issues) = profile(mapping, record);
    let person = person.unwrap();
    assert_eq!(issues, []);
    assert_eq!(person.skills, ["vente".into(), "accueil".into()]);
    assert_eq!(person.education.unwrap().eqf.get(), 5);
    assert_eq!(person.licences, Some(vec!["B".to_owned()]));
    let home = person.home.unwrap();
    assert_eq!((home.postcode.as_deref(), home.country.unwrap().code()), (Some("57000"), "FR"));
    assert_eq!(person.commute.minutes, Some(Minutes::new(45)));
    assert_eq!(person.commute.modes.iter().collect::<Vec<_>>(), [Mode::Car, Mode::Bike]);
    assert_eq!(person.contracts, [ContractKind::Permanent, ContractKind::Temporary]);
    assert_eq!((person.pay.unwrap().min, person.pay.unwrap().period), (Some(Cents(195_050)), PayPeriod::Month));
    assert_eq!(person.available_from, Day::from_ymd(2027, 3, 1));
    assert_eq!(person.tags["agence"], ["Metz"]);
}

#[test]
fn lists_of_objects_are_read_entry_by_entry() {
    let mapping = json!({"fields": {
        "id": "id",
        "occupations": {"from": "/past", "each": {"title": "job.name", "years": {"from": "months", "unit": "months"}}},
        "languages": {"from": "lang", "each": {"language": "l", "level": "n"}},
        "home.lat": "where.lat", "home.lon": "where.lon"
    }});
    let record = json!({
        "id": "a",
        "past": [{"job": {"name": "cook"}, "months": 30}, {"months": "many"}],
        "lang": [{"l": "fr", "n": "C2"}, {"n": "B1"}, "anglais courant"],
        "where": {"lat": 49.1, "lon": 6.2}
    });
    let (person, issues) = profile(mapping, record);
    let person = person.unwrap();
    assert_eq!(person.occupations.len(), 1);
    assert_eq!(person.occupations[0].years.unwrap().tenths(), 25);
    assert_eq!(person.languages.unwrap().len(), 2);
    assert!(person.home.unwrap().at.is_some());
    assert_eq!(
        told(&issues),
        [("mapping.entry-incomplete", "lang/1"), ("mapping.value-not-understood", "/past/1/months")]
    );
    assert!(issues.iter().all(|issue| issue.record.as_deref() == Some("a")));
}

#[test]
fn a_demand_that_was_not_understood_is_unknown_and_not_absent() {
    let mapping = json!({"fields": {"id": "id", "education": "dip", "experience": "exp", "languages": "lang"}});
    let (read, issues) = offer(mapping, json!({"id": "o", "dip": "diplôme maison", "exp": "2 ans"}));
    let read = read.unwrap();
    assert_eq!((read.education, read.languages), (Ask::Unknown, Ask::NotAsked));
    assert_eq!(read.experience.known().unwrap().tenths(), 20);
    assert_eq!(told(&issues), [("mapping.value-not-understood", "dip")]);
}

#[test]
fn words_are_translated_whatever_their_case_and_null_means_known_to_be_none() {
    let mapping = json!({"fields": {
        "id": "id",
        "contracts": {"from": "c", "values": {"Vertrag A": "CDI"}},
        "licences": {"from": "p", "values": {"Néant": null, "oui": "B"}}
    }});
    let (person, issues) = profile(mapping.clone(), json!({"id": "a", "c": "vertrag a", "p": "neant"}));
    let person = person.unwrap();
    assert_eq!(issues, []);
    assert_eq!((person.contracts, person.licences), (vec![ContractKind::Permanent], Some(vec![])));
    let (person, issues) = profile(mapping, json!({"id": "a", "p": "cariste"}));
    assert_eq!(person.unwrap().licences, Some(vec!["cariste".to_owned()]));
    assert_eq!(told(&issues), [("mapping.value-not-understood", "p")]);
}

#[test]
fn several_sources_fill_a_list_and_one_value_takes_the_first_that_speaks() {
    let mapping = json!({"empty": ["-"], "fields": {"id": ["ref", "nr"], "skills": {"from": ["s1", "s2", "s3"]}}});
    let (person, _) = profile(mapping, json!({"ref": "-", "nr": 12, "s1": "a", "s2": "", "s3": "b"}));
    let person = person.unwrap();
    assert_eq!((person.id.as_str(), person.skills.len()), ("12", 2));
}

#[test]
fn a_pay_that_cannot_be_for_its_period_is_never_believed() {
    let mapping =
        json!({"fields": {"id": "id", "pay.min": "lo", "pay.max": "hi"}, "constants": {"pay.period": "month"}});
    let (read, issues) = offer(mapping.clone(), json!({"id": "o", "lo": 30000, "hi": 32000}));
    assert_eq!(read.unwrap().pay.unwrap().period, PayPeriod::Year);
    assert_eq!(told(&issues), [("mapping.pay-period-implausible", "pay")]);
    let (read, issues) = offer(mapping.clone(), json!({"id": "o", "lo": 2000, "hi": 32000}));
    assert_eq!((read.unwrap().pay, told(&issues)), (None, vec![("mapping.pay-implausible", "pay")]));
    let (read, issues) = offer(mapping, json!({"id": "o"}));
    assert_eq!((read.unwrap().pay, issues.len()), (None, 0));
    let text = json!({"fields": {"id": "id", "pay": "gehalt"}});
    let (read, _) = offer(text, json!({"id": "o", "gehalt": "2.800-3.200 CHF im Monat"}));
    assert_eq!(read.unwrap().pay.unwrap().currency.code(), "CHF");
}

#[test]
fn half_a_point_is_none_and_one_bound_of_hours_leaves_the_other_open() {
    let mapping = json!({"fields": {"id": "id", "place.lat": "lat", "place.lon": "lon", "hours.min": "h"}});
    let (read, issues) = offer(mapping, json!({"id": "o", "lat": 49.2, "lon": "east", "h": 20}));
    let read = read.unwrap();
    assert_eq!((read.places[0].at, read.hours.unwrap().max.tenths()), (None, 800));
    assert_eq!(told(&issues), [("mapping.value-not-understood", "lon"), ("mapping.half-a-point", "place")]);
}

#[test]
fn a_training_has_its_session_in_columns_of_their_own() {
    let mapping = json!({"date": "dmy", "list": "|", "fields": {
        "id": "id", "title": "t", "teaches": "s", "weeks": {"from": "d", "unit": "days"}, "cost": "c",
        "session.start": "von", "session.end": "bis", "remote": "r"
    }});
    let record = json!({"id": "k", "t": "Kurs", "s": "Python|SQL", "d": "12", "c": "1.200,00 €", "von": "1.9.2027", "bis": "30.9.2027", "r": "ja"});
    let (training, issues) = file("training", mapping).training.unwrap().read(&record, &Limits::default());
    let training: Training = training.unwrap();
    assert_eq!(issues, []);
    assert_eq!((training.teaches.len(), training.weeks, training.remote), (2, Some(3), true));
    assert_eq!((training.cost, training.sessions[0].end), (Some(Cents(120_000)), Day::from_ymd(2027, 9, 30)));
}

#[test]
fn a_mapping_with_a_fault_is_refused_and_the_fault_named() {
    let (code, text) = refused(r#"{"profile": {"fields": {"id": "a", "educaton": "b"}}}"#);
    assert_eq!(code, "mapping.unknown-field");
    assert!(
        text.contains("did you mean “education”?")
            && text.contains("/profile/fields/educaton")
            && text.contains("skills")
    );
    let (code, text) = refused(r#"{"profile": {"fields": {}, "dates": "dmy"}}"#);
    assert_eq!(code, "mapping.malformed");
    assert!(text.contains("dates") && text.contains("constants"), "{text}");
    let (code, text) = refused(r#"{"profile": {"fields": {"id": {"form": "a"}}}}"#);
    assert!(code == "mapping.malformed" && text.contains("`from`"), "{text}");
    for (text, wanted) in [
        ("{", "mapping.malformed"),
        (r#"{"people": {"fields": {}}}"#, "mapping.malformed"),
        (r#"{"profile": {"fields": {"id": "a", "id": "b"}}}"#, "mapping.malformed"),
        (r#"{"profile": {"fields": {"id": ""}}}"#, "mapping.no-source"),
        (r#"{"profile": {"fields": {"id": {"from": "a", "split": ","}}}}"#, "mapping.not-a-list"),
        (r#"{"profile": {"fields": {"commute.minutes": {"from": "a", "unit": "weeks"}}}}"#, "mapping.wrong-unit"),
        (r#"{"profile": {"fields": {"education": {"from": "a", "values": {"x": 9}}}}}"#, "mapping.wrong-value"),
        (r#"{"profile": {"fields": {}, "constants": {"pay.period": "fortnight"}}}"#, "mapping.wrong-value"),
        (r#"{"offer": {"fields": {"commute.minutes": "a"}}}"#, "mapping.unknown-field"),
        (r#"{"offer": {"fields": {"languages": {"from": "a", "each": {"lang": "b"}}}}}"#, "mapping.unknown-field"),
    ] {
        assert_eq!(refused(text).0, wanted, "{text}");
    }
}

#[test]
fn columns_are_compared_once_a_file() {
    let mapping = json!({
        "fields": {"id": "Nr", "home.lat": "ort.lat", "skills": {"from": "Kann", "optional": true}},
        "ignore": ["Notiz"]
    });
    let mapping = file("profile", mapping).profile.unwrap();
    let issues = mapping.check_columns(["Nr", "ort", "Notiz", "Alter", "Telefon"]).unwrap();
    assert_eq!((issues.len(), issues[0].severity), (1, Severity::Note));
    assert!(issues[0].cause.contains("“Alter”, “Telefon”") && !issues[0].cause.contains("Notiz"));
    assert_eq!(mapping.check_columns(["Nr", "ort", "Kann"]).unwrap(), []);
    let error = mapping.check_columns(["Nummer", "ort"]).unwrap_err();
    assert_eq!(error.code(), "mapping.columns-missing");
    assert!(error.to_string().contains("no column “Nr”") && error.to_string().contains("“Nummer”, “ort”"), "{error}");
}

#[test]
fn a_record_without_an_id_or_too_long_is_rejected() {
    let mapping = json!({"list": ",", "fields": {"id": "id", "skills": "s"}});
    let (person, issues) = profile(mapping.clone(), json!({"s": "a"}));
    assert_eq!((person, told(&issues)), (None, vec![("record.no-id", "/id")]));
    let mapping = file("profile", mapping).profile.unwrap();
    let (person, issues) = mapping.read(&json!({"id": "p", "s": "a,b,c"}), &Limits { bytes: 99, items: 2 });
    assert_eq!((person.is_none(), issues[0].code.as_ref()), (true, "record.too-long"));
}

/// Every field of a record, each from a column of its name.
fn everything(kind: super::target::Kind) -> Value {
    let targets = super::target::targets(kind);
    let fields: serde_json::Map<String, Value> =
        targets.iter().map(|target| (target.name.to_owned(), json!({"from": target.name, "optional": true}))).collect();
    json!({"date": "dmy", "decimal": "comma", "list": ",", "fields": fields})
}

proptest::proptest! {
    #[test]
    fn no_text_in_any_column_makes_a_mapping_panic_or_fail_its_own_reading(
        texts in proptest::collection::vec(
            proptest::prop_oneof!["\\PC{0,12}", "[0-9]{1,6}([.,][0-9]{1,2})?", proptest::sample::select(vec![
                "bac+2".to_owned(), "permis B".into(), "CDI".into(), "1.3.2027".into(), "35 h".into(), "anglais".into(), "€".into(),
                "2000-3000 € par mois".into(), "oui".into(), "FR".into(), "voiture".into(),
            ])], 40,
        ),
    ) {
        use super::target::{Kind, targets};
        for kind in [Kind::Profile, Kind::Offer, Kind::Training] {
            let mut record: serde_json::Map<String, Value> =
                targets(kind).iter().zip(&texts).map(|(target, text)| (target.name.to_owned(), json!(text))).collect();
            record.insert("id".into(), json!("x"));
            let record = Value::Object(record);
            let limits = Limits::default();
            let (known, issues) = match kind {
                Kind::Profile => {
                    let (person, issues) = file("profile", everything(kind)).profile.unwrap().read(&record, &limits);
                    let again = person.as_ref().map(|p| serde_json::from_str::<Profile>(&serde_json::to_string(p).unwrap()).unwrap());
                    proptest::prop_assert_eq!(&again, &person);
                    (person.is_some(), issues)
                }
                Kind::Offer => {
                    let (offer, issues) = file("offer", everything(kind)).offer.unwrap().read(&record, &limits);
                    let again = offer.as_ref().map(|o| serde_json::from_str::<Offer>(&serde_json::to_string(o).unwrap()).unwrap());
                    proptest::prop_assert_eq!(&again, &offer);
                    (offer.is_some(), issues)
                }
                Kind::Training => {
                    let (training, issues) = file("training", everything(kind)).training.unwrap().read(&record, &limits);
                    (training.is_some(), issues)
                }
            };
            proptest::prop_assert!(known, "{:?}", issues);
        }
    }

    #[test]
    fn no_text_makes_the_reader_of_mapping_files_panic(text in "\\PC*") {
        let _ = MappingFile::from_json(&text);
    }
}
