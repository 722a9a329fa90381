//! Small offers, each made up to show one thing.

use serde_json::{Value, json};

use super::{OfferReading, offer_from, read_answer, read_offer};
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, Limits, Offer, PayPeriod};
use crate::units::{Cents, Day};

fn read(fields: Value) -> (Offer, Vec<Issue>) {
    let mut record = json!({"id": "T1", "intitule": "Soudeur", "romeCode": "H2913"});
    record.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let (offer, issues) = read_offer(&record.to_string(), &Limits::default());
    (offer.unwrap(), issues)
}

fn codes(issues: &[Issue]) -> Vec<&str> {
    issues.iter().map(|issue| issue.code.as_ref()).collect()
}

#[test]
fn a_plain_offer_is_read_whole_and_without_an_issue() {
    let (offer, issues) = read(json!({
        "description": "On soude.",
        "dateCreation": "2027-02-01T08:00:00.000Z",
        "lieuTravail": {"libelle": "57 - METZ", "latitude": 49.11, "longitude": 6.17, "codePostal": "57000", "commune": "57463"},
        "entreprise": {"nom": "Atelier"},
        "typeContrat": "CDD", "natureContrat": "Contrat travail", "alternance": false,
        "experienceExige": "E", "experienceLibelle": "6 Mois",
        "formations": [{"niveauLibelle": "CAP, BEP et équivalents", "exigence": "E"}],
        "langues": [{"libelle": "Allemand", "exigence": "E"}],
        "permis": [{"libelle": "B - Véhicule léger", "exigence": "E"}],
        "competences": [{"code": "1", "libelle": "x", "exigence": "E"}, {"libelle": "Lire un plan", "exigence": "S"}],
        "salaire": {"libelle": "Mensuel de 2000.0 Euros à 2200.0 Euros sur 12.0 mois"},
        "dureeTravailLibelle": "35H/semaine\nTravail en journée",
        "nombrePostes": 2,
        "origineOffre": {"origine": "2", "urlOrigine": "https://example.org/1"},
    }));
    assert_eq!(issues, []);
    assert_eq!((offer.identity().as_str(), offer.title.as_str()), ("france-travail:T1", "Soudeur"));
    assert_eq!(offer.occupation.as_deref(), Some("H2913"));
    assert_eq!(offer.essential_skills, ["ogr:1".into()]);
    assert_eq!(offer.optional_skills, ["Lire un plan".into()]);
    assert_eq!(offer.contract, Some(ContractKind::FixedTerm));
    assert_eq!(offer.experience.known().unwrap().tenths(), 5);
    assert_eq!(offer.education.known().unwrap().eqf.get(), 3);
    assert!(offer.languages.known().unwrap()[0].must);
    assert_eq!(offer.licences, Ask::Known(vec!["B".to_owned()]));
    assert_eq!((offer.places[0].code.as_deref(), offer.places[0].name.as_deref()), (Some("57463"), Some("METZ")));
    assert_eq!(offer.hours.unwrap().max.tenths(), 350);
    assert_eq!(offer.pay.unwrap().max, Some(Cents(220_000)));
    assert_eq!((offer.openings, offer.valid_from), (Some(2), Day::from_ymd(2027, 2, 1)));
    assert_eq!(offer.link.as_deref(), Some("https://example.org/1"));
}

#[test]
fn skills_that_are_all_wished_count_as_essential_and_a_note_says_so() {
    let (offer, issues) =
        read(json!({"competences": [{"code": "1", "exigence": "S"}, {"code": "2", "exigence": "S"}]}));
    assert_eq!((offer.essential_skills.len(), offer.optional_skills.len()), (2, 0));
    assert_eq!(codes(&issues), ["offer.skills-all-wished"]);
}

#[test]
fn an_impossible_period_is_marked_and_what_fits_none_is_unknown() {
    let (offer, issues) = read(json!({"salaire": {"libelle": "Mensuel de 30000.0 Euros sur 12.0 mois"}}));
    assert_eq!(offer.pay.unwrap().period, PayPeriod::Year);
    assert_eq!((issues[0].code.as_ref(), issues[0].severity), ("offer.pay-period-implausible", Severity::Warning));
    assert_eq!(issues[0].pointer, "/salaire/libelle");
    let (offer, issues) = read(json!({"salaire": {"libelle": "Mensuel de 2500 Euros à 30000 Euros"}}));
    assert_eq!((offer.pay, codes(&issues)), (None, vec!["offer.pay-implausible"]));
    let (offer, issues) = read(json!({"salaire": {"commentaire": "à partir de 24600€/an"}}));
    assert_eq!((offer.pay.unwrap().min, codes(&issues)), (Some(Cents(2_460_000)), vec![]));
    let (offer, issues) = read(json!({"salaire": {"commentaire": "selon CCN 65"}}));
    assert_eq!((offer.pay, codes(&issues)), (None, vec!["offer.pay-in-words"]));
}

#[test]
fn flag_nature_and_title_go_before_the_type_of_contract() {
    let kind = |fields| {
        let (offer, issues) = read(fields);
        (offer.contract.unwrap(), codes(&issues).len())
    };
    assert_eq!(kind(json!({"typeContrat": "CDD", "alternance": true})), (ContractKind::Apprenticeship, 0));
    assert_eq!(
        kind(json!({"typeContrat": "MIS", "natureContrat": "Contrat apprentissage"})),
        (ContractKind::Apprenticeship, 1)
    );
    assert_eq!(
        kind(json!({"typeContrat": "MIS", "intitule": "Alternance - Soudeur"})),
        (ContractKind::Apprenticeship, 1)
    );
    assert_eq!(kind(json!({"typeContrat": "CDI", "intitule": "Soudeur - stage"})), (ContractKind::Internship, 1));
    assert_eq!(kind(json!({"typeContrat": "LIB", "intitule": "Mission freelance"})), (ContractKind::Freelance, 0));
}

#[test]
fn departments_regions_and_countries_are_areas() {
    for (label, area) in
        [("33 - Gironde", "FR-33"), ("Ile-de-France", "FR-R11"), ("France", "FR"), ("75 - Paris (Dept.)", "FR-75")]
    {
        let (offer, issues) = read(json!({"lieuTravail": {"libelle": label}}));
        assert_eq!((offer.places[0].area.as_deref(), codes(&issues)), (Some(area), vec![]), "{label}");
        assert!(offer.places[0].name.is_none());
    }
    let (offer, issues) = read(json!({"lieuTravail": {"libelle": "33 - PESSAC"}}));
    assert_eq!(
        (offer.places[0].area.as_deref(), offer.places[0].name.as_deref()),
        (Some("FR-33"), Some("33 - PESSAC"))
    );
    assert_eq!(codes(&issues), ["offer.place-by-name"]);
}

#[test]
fn experience_is_zero_unknown_or_not_asked() {
    let experience = |fields| read(fields).0.experience;
    assert_eq!(experience(json!({})), Ask::NotAsked);
    assert_eq!(experience(json!({"experienceExige": "E", "experienceLibelle": "Expérience exigée"})), Ask::Unknown);
    let Ask::Known(years) =
        experience(json!({"experienceExige": "D", "experienceLibelle": "Débutant accepté - 2 ans appréciés"}))
    else {
        panic!()
    };
    assert_eq!(years.tenths(), 0);
}

#[test]
fn of_several_diplomas_the_lowest_required_one_is_asked() {
    let (offer, issues) = read(json!({"formations": [
        {"niveauLibelle": "Bac+2 ou équivalents", "exigence": "E"},
        {"niveauLibelle": "Bac ou équivalent", "exigence": "E"},
        {"niveauLibelle": "CAP, BEP et équivalents", "exigence": "S"},
    ]}));
    assert_eq!(offer.education.known().unwrap().eqf.get(), 4);
    assert_eq!(codes(&issues), ["offer.education-alternatives"]);
    let (offer, _) = read(json!({"formations": [{"niveauLibelle": "Aucune formation scolaire", "exigence": "E"}]}));
    assert_eq!(offer.education, Ask::NotAsked);
    let (offer, issues) = read(json!({"formations": [{"niveauLibelle": "Diplôme maison", "exigence": "E"}]}));
    assert_eq!((offer.education, codes(&issues)), (Ask::Unknown, vec!["offer.education-not-understood"]));
}

#[test]
fn personal_data_is_dropped_and_unknown_fields_are_named() {
    let (offer, issues) = read(json!({
        "contact": {"nom": "Nobody", "courriel": "nobody@example.org"},
        "agence": {"telephone": "0"},
        "salaire": {"libele": "2000"},
        "competences": [{"code": "1", "exigence": "E", "niveau": 3}],
    }));
    assert!(!serde_json::to_string(&offer).unwrap().contains("obody"));
    assert!(issues.iter().all(|issue| !issue.to_string().contains("obody")));
    let pointers: Vec<&str> = issues.iter().map(|issue| issue.pointer.as_str()).collect();
    assert_eq!(pointers, ["/agence", "/competences/0/niveau", "/contact", "/salaire/libele"]);
}

#[test]
fn a_wrong_type_costs_the_field_and_not_the_offer() {
    let (offer, issues) = read(
        json!({"description": 7, "competences": "x", "alternance": "oui", "nombrePostes": 0, "salaire": "2000 €"}),
    );
    assert_eq!((offer.text, offer.essential_skills.len(), offer.openings), (None, 0, None));
    let wrong: Vec<&str> = issues.iter().map(|issue| issue.pointer.as_str()).collect();
    assert_eq!(wrong, ["/competences", "/salaire", "/description", "/alternance", "/nombrePostes"]);
}

#[test]
fn what_cannot_be_an_offer_is_rejected_by_name() {
    let code = |(offer, issues): OfferReading| {
        assert!(offer.is_none());
        issues[0].code.to_string()
    };
    assert_eq!(code(read_offer("{", &Limits::default())), "record.not-json");
    assert_eq!(code(read_offer("{}", &Limits::default())), "record.no-id");
    assert_eq!(code(read_offer("{\"id\":\"a\"}", &Limits { bytes: 3, items: 9 })), "record.too-large");
    let long = json!({"id": "a", "competences": [{"code": "1"}, {"code": "2"}]});
    assert_eq!(code(offer_from(&long, &Limits { bytes: 9, items: 1 })), "record.too-long");
}

#[test]
fn an_answer_a_list_and_a_single_offer_are_all_read() {
    let count = |json: &str| read_answer(json, &Limits::default()).map(|offers| offers.len());
    assert_eq!(count(r#"{"resultats":[{"id":"a"},{"id":"b"}],"filtresPossibles":[]}"#).unwrap(), 2);
    assert_eq!(count(r#"[{"id":"a"}]"#).unwrap(), 1);
    assert_eq!(count(r#"{"id":"a","intitule":"x","romeCode":"M1811"}"#).unwrap(), 1);
    assert_eq!(count("{}").unwrap_err().code(), "offers.no-list");
    assert_eq!(count("x").unwrap_err().code(), "offers.not-json");
}

proptest::proptest! {
    #[test]
    fn no_text_in_any_field_makes_the_reader_panic(texts in proptest::collection::vec("\\PC{0,24}", 12)) {
        let record = json!({
            "id": texts[0], "intitule": texts[1], "typeContrat": texts[2], "experienceExige": "E", "experienceLibelle": texts[3],
            "formations": [{"niveauLibelle": texts[4]}], "permis": [{"libelle": texts[5], "exigence": "E"}],
            "lieuTravail": {"libelle": texts[6]}, "salaire": {"libelle": texts[7]}, "dureeTravailLibelle": texts[8],
            "dateCreation": texts[9], "langues": [{"libelle": texts[10]}], texts[11].clone(): {},
        });
        let (offer, issues) = offer_from(&record, &Limits::default());
        proptest::prop_assert!(offer.is_some() || issues.iter().any(|issue| issue.severity == Severity::Rejected));
        // What was read can be written and read again in our own form.
        if let Some(offer) = offer {
            let own = serde_json::to_string(&offer).unwrap();
            proptest::prop_assert_eq!(serde_json::from_str::<Offer>(&own).unwrap(), offer);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC*") {
        let _ = read_offer(&text, &Limits::default());
        let _ = read_answer(&text, &Limits::default());
    }
}
