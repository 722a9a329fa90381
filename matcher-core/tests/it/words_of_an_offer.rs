//! What an offer's text says counts beside its fields, and what a person excludes in words is understood.

use matcher_core::model::{Ask, ContractKind, Exclusion, Language, LanguageClaim, LanguageNeed};
use matcher_core::units::Cefr;
use matcher_core::{Engine, Issue, Offer, OfferIndex, Profile, Query};

use super::engine::{places, taxonomy};

fn engine() -> Engine {
    Engine::builder(taxonomy()).places(places()).build().unwrap()
}

fn offer(text: &str) -> Offer {
    Offer { text: Some(text.to_owned()), ..Offer::new("o", "data analyst").place("Metz") }
}

fn excluding(text: &str) -> Profile {
    let exclusions = vec![Exclusion { text: Some(text.to_owned()), ..Exclusion::default() }];
    Profile { exclusions, ..Profile::new("p").wishes_for("data analyst") }
}

fn speaking(language: Language, level: Cefr) -> Profile {
    let languages = Some(vec![LanguageClaim { language, level: Some(level) }]);
    Profile { languages, ..Profile::new("p").wishes_for("data analyst") }
}

/// Which limit keeps the offer out, if any.
fn refusal(profile: &Profile, offer: Offer) -> Option<String> {
    let engine = engine();
    let (index, _) = engine.offers(&[offer]);
    let person = engine.prepare(profile).unwrap();
    index.why_not(&person, "o").unwrap().refusals.first().map(|refusal| refusal.filter.clone())
}

/// The keys of all lines of the only offer, and its score.
fn lines(profile: &Profile, offer: Offer) -> (Vec<String>, u32) {
    let engine = engine();
    let (index, _): (OfferIndex, Vec<Issue>) = engine.offers(&[offer]);
    let person = engine.prepare(profile).unwrap();
    let answer = index.top(Query::new(&person));
    let hit = &answer.hits()[0];
    let parts = hit.explain().criteria;
    let keys = parts.iter().flat_map(|part| &part.lines).map(|line| line.key.to_string()).collect();
    (keys, hit.score().get())
}

fn issues(offer: Offer) -> Vec<String> {
    engine().offers(&[offer]).1.into_iter().map(|issue| issue.code.into_owned()).collect()
}

#[test]
fn a_level_that_the_text_asks_is_a_must() {
    let asks = || offer("Anglais courant exigé. Vous assurez le suivi des données et la relation avec les métiers.");
    assert_eq!(refusal(&speaking(Language::EN, Cefr::B1), asks()).as_deref(), Some("languages"));
    assert_eq!(refusal(&speaking(Language::EN, Cefr::B2), asks()), None);
    // Who was never asked what she speaks is not left out.
    assert_eq!(refusal(&Profile::new("p").wishes_for("data analyst"), asks()), None);
}

#[test]
fn the_text_gives_the_level_that_the_field_leaves_open() {
    let need = LanguageNeed { language: Language::EN, level: None, must: true };
    let asks = |text: &str| Offer { languages: Ask::Known(vec![need]), ..offer(text) };
    assert_eq!(refusal(&speaking(Language::EN, Cefr::A2), asks("Bon niveau d'anglais.")).as_deref(), Some("languages"));
    assert_eq!(refusal(&speaking(Language::EN, Cefr::A2), asks("Vous aimez les données.")), None);
}

#[test]
fn an_internship_typed_as_permanent_is_an_internship() {
    let wants = Profile { contracts: vec![ContractKind::Permanent], ..Profile::new("p").wishes_for("data analyst") };
    let typed = |text: &str| Offer { contract: Some(ContractKind::Permanent), ..offer(text) };
    let internship = "Ce stage est à pourvoir pour une durée de six mois.";
    assert_eq!(refusal(&wants, typed(internship)).as_deref(), Some("contract"));
    assert_eq!(issues(typed(internship)), ["text.contract"]);
    assert_eq!(refusal(&wants, typed("Vous encadrez un stagiaire.")), None);
}

#[test]
fn a_contract_without_a_field_is_read_in_the_text_and_marked() {
    let wants = Profile { contracts: vec![ContractKind::FixedTerm], ..Profile::new("p").wishes_for("data analyst") };
    assert_eq!(refusal(&wants, offer("Poste en CDI.")).as_deref(), Some("contract"));
    assert!(lines(&wants, offer("CDD de 6 mois.")).0.contains(&"conditions.contract-met".to_owned()));
}

#[test]
fn what_is_excluded_in_words_leaves_out_what_the_text_states() {
    for (excluded, stated, silent) in [
        ("travail de nuit", "Poste de nuit.", "Pas de travail de nuit."),
        ("astreintes", "Astreintes une semaine sur quatre.", "Sans astreinte."),
        (
            "management d'équipe",
            "Vous managez une équipe de cinq personnes.",
            "Vous rejoignez une équipe de cinq personnes.",
        ),
        ("CDD", "CDD de 6 mois.", "Poste en CDI."),
        ("anglais courant", "Anglais courant exigé.", "Anglais non requis."),
    ] {
        assert_eq!(refusal(&excluding(excluded), offer(stated)).as_deref(), Some("exclusions"), "{stated}");
        assert_eq!(refusal(&excluding(excluded), offer(silent)), None, "{silent}");
    }
}

#[test]
fn what_texts_state_only_vaguely_costs_and_says_so() {
    let profile = excluding("déplacements");
    let (with, low) = lines(&profile, offer("Déplacements ponctuels à prévoir."));
    let (without, high) = lines(&profile, offer("Vous analysez les données."));
    assert!(low < high, "{low} {high}");
    assert!(with.contains(&"conditions.unwished".to_owned()) && !without.contains(&"conditions.unwished".to_owned()));
}

#[test]
fn a_wish_that_refuses_nights_prefers_days() {
    let profile = Profile::new("p").wishes_for("data analyst, pas de nuits");
    assert!(lines(&profile, offer("Poste de nuit.")).1 < lines(&profile, offer("Poste de jour.")).1);
}

#[test]
fn contradictions_are_issues_and_shown() {
    assert_eq!(issues(offer("Le poste est basé à Nancy.")), ["text.place"]);
    assert!(issues(offer("Le poste est basé à Metz.")).is_empty());
    let profile = Profile::new("p").wishes_for("data analyst").home("Metz").minutes(60);
    assert!(lines(&profile, offer("Le poste est basé à Nancy.")).0.contains(&"commute.other-town".to_owned()));
    let five = |text: &str| Offer { on_site_days: Some(5), ..offer(text) };
    assert_eq!(issues(five("2 jours de télétravail par semaine.")), ["text.on-site-days"]);
    let beside = Offer { contract: Some(ContractKind::Permanent), ..offer("CDD de 6 mois.") };
    assert_eq!(issues(beside), ["text.contract"]);
}
