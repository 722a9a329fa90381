//! A packed catalogue answers as the offers that it was made of, and hostile bytes are refused with a reason.

use matcher_core::model::Language;
use matcher_core::snapshot::{Merged, OfferCatalogue, TrainingCatalogue};
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::testing::worlds;
use matcher_core::{Engine, Offer, OfferIndex, Profile, Query, Severity, Taxonomy, Training};
use proptest::prelude::*;

use super::engine::{places, taxonomy};

fn engine() -> Engine {
    Engine::builder(taxonomy()).places(places()).build().unwrap()
}

fn packed(engine: &Engine, offers: &[Offer]) -> Vec<u8> {
    OfferCatalogue::of(engine, offers).0.to_bytes()
}

fn opened(engine: &Engine, bytes: &[u8]) -> OfferIndex {
    Merged::of(engine, vec![OfferCatalogue::from_bytes(engine, bytes).unwrap()]).index
}

/// Everything that an index says to a person, as it would be written.
fn said(index: &OfferIndex, query: Query) -> String {
    let answer = index.top(query.clone());
    let mut all = format!("{} {}\n", answer.eligible(), answer.considered());
    for hit in answer.hits() {
        all += &serde_json::to_string(&hit.record()).unwrap();
        all += &serde_json::to_string(&hit.explain()).unwrap();
    }
    for offer in index.iter() {
        all += &serde_json::to_string(&index.why_not(query.clone(), &offer.identity()).unwrap()).unwrap();
    }
    all += &serde_json::to_string(&answer.relaxations()).unwrap();
    all
}

proptest! {
    /// Whatever the world, the settings, the day.
    #[test]
    fn a_catalogue_gives_the_bytes_of_the_offers_it_was_made_of(world in worlds()) {
        let engine = world.engine();
        let index = opened(&engine, &packed(&engine, &world.offers));
        let (read, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            prop_assert_eq!(said(&index, world.query(&person)), said(&read, world.query(&person)));
        }
    }

    #[test]
    fn packing_what_was_opened_gives_the_same_file(world in worlds()) {
        let engine = world.engine();
        let bytes = packed(&engine, &world.offers);
        prop_assert_eq!(OfferCatalogue::from_bytes(&engine, &bytes).unwrap().to_bytes(), bytes);
    }
}

#[cfg(feature = "embedded")]
#[test]
fn the_demo_packed_answers_as_the_demo() {
    let engine = Engine::builder(Taxonomy::embedded()).build().unwrap();
    let offers: Vec<Offer> =
        matcher_core::demo::offers().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let index = opened(&engine, &packed(&engine, &offers));
    let (read, _) = engine.offers(&offers);
    for line in matcher_core::demo::profiles().lines().take(12) {
        let person = engine.prepare(&serde_json::from_str::<Profile>(line).unwrap()).unwrap();
        let query = || Query::new(&person).as_of("2027-03-01".parse::<matcher_core::units::Day>().unwrap());
        let written = |index: &OfferIndex| {
            index.top(query()).into_iter().map(|hit| serde_json::to_string(&(hit.record(), hit.explain())).unwrap())
        };
        assert!(written(&index).eq(written(&read)), "{line}");
    }
}

#[cfg(feature = "embedded")]
#[test]
fn a_catalogue_opens_before_the_words_and_is_whole_behind_them() {
    let whole = Engine::builder(Taxonomy::embedded()).build().unwrap();
    let offers = [Offer::new("1", "Développeuse web").place("57000"), Offer::new("2", "Boulanger").place("57000")];
    let bytes = packed(&whole, &offers);
    let without = Engine::builder(Taxonomy::embedded().without_words()).build().unwrap();
    let early = opened(&without, &bytes);
    assert_eq!(early.get("1").unwrap().title, "Développeuse web");
    let words = Taxonomy::embedded().words_to_bytes().unwrap();
    let later = Engine::builder(without.taxonomy().with_words(&words).unwrap()).build().unwrap();
    assert_eq!(later.fingerprint(), whole.fingerprint());
    let person = later.prepare(&Profile::new("p").wishes_for("développeur web").home("Metz")).unwrap();
    assert_eq!(said(&opened(&later, &bytes), (&person).into()), said(&whole.offers(&offers).0, (&person).into()));
}

#[test]
fn equal_offers_of_two_catalogues_are_one_and_both_sources_are_told() {
    let engine = engine();
    let offer = |source: &str, id: &str| Offer {
        source: source.to_owned(),
        employer: Some("Acme".to_owned()),
        link: Some(format!("https://{source}.example/{id}")),
        ..Offer::new(id, "data analyst").essential("SQL").place("Metz")
    };
    let other = Offer { employer: Some("Other".to_owned()), ..offer("b", "3") };
    let first = [offer("a", "1"), offer("a", "2")];
    let second = [offer("b", "1"), other, offer("a", "2")];
    let catalogues = [&first[..], &second[..]].map(|offers| OfferCatalogue::of(&engine, offers).0);
    let merged = Merged::of(&engine, catalogues.to_vec());
    let ids: Vec<String> = merged.index.iter().map(Offer::identity).collect();
    assert_eq!(ids, ["a:1", "a:2", "b:3"], "one catalogue's own offers stay apart");
    assert_eq!(merged.sources, [vec![0, 1], vec![0, 1], vec![1]]);
    assert_eq!(merged.folded, [0, 2]);
}

#[test]
fn a_link_that_could_run_something_and_a_field_without_end_do_not_travel() {
    let engine = engine();
    let offers = [
        Offer { link: Some("javascript:alert(1)".to_owned()), ..Offer::new("1", "data analyst") },
        Offer { link: Some("HTTPS://example.org/2".to_owned()), ..Offer::new("2", "data analyst") },
        Offer::new("3", "a".repeat(10_000_000)),
    ];
    let (catalogue, issues) = OfferCatalogue::of(&engine, &offers);
    let codes: Vec<&str> = issues.iter().filter(|i| i.severity != Severity::Note).map(|i| &*i.code).collect();
    assert_eq!(codes, ["offer.too-long", "offer.link-refused"]);
    let index = opened(&engine, &catalogue.to_bytes());
    assert_eq!(index.get("1").unwrap().link, None);
    assert_eq!(index.get("2").unwrap().link.as_deref(), Some("HTTPS://example.org/2"));
    assert!(!index.contains("3"));
}

#[test]
fn every_changed_byte_and_every_cut_is_refused() {
    let engine = engine();
    let bytes = packed(&engine, &[Offer::new("1", "data analyst").essential("SQL").place("Metz")]);
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x11;
        assert!(OfferCatalogue::from_bytes(&engine, &changed).is_err(), "byte {at}");
        assert!(OfferCatalogue::from_bytes(&engine, &bytes[..at]).is_err(), "cut at {at}");
    }
    let code = |bytes: &[u8]| OfferCatalogue::from_bytes(&engine, bytes).unwrap_err().code();
    assert_eq!(code(b"<html>not found</html>"), "catalogue.not-a-catalogue");
    let mut newer = bytes.clone();
    newer[8] = 9;
    assert_eq!(code(&newer), "catalogue.version");
    assert_eq!(code(&bytes[..bytes.len() - 1]), "catalogue.corrupt");
}

#[test]
fn a_catalogue_of_another_taxonomy_or_of_other_places_is_refused_by_name() {
    let own = engine();
    let bytes = packed(&own, &[Offer::new("1", "data analyst")]);
    let mut builder = Taxonomy::builder();
    builder.label(ConceptKind::Skill, "s", Language::EN, LabelKind::Preferred, "SQL");
    let other = Engine::builder(builder.build().unwrap()).places(places()).build().unwrap();
    assert_eq!(OfferCatalogue::from_bytes(&other, &bytes).unwrap_err().code(), "catalogue.other-taxonomy");
    let elsewhere = Engine::builder(taxonomy()).places(matcher_core::Gazetteer::empty()).build().unwrap();
    assert_eq!(OfferCatalogue::from_bytes(&elsewhere, &bytes).unwrap_err().code(), "catalogue.other-places");
}

#[test]
fn trainings_travel_with_the_skills_they_teach() {
    let engine = engine();
    let training = |id: &str, weeks| Training {
        teaches: vec!["SQL".into(), "juggling".into()],
        places: vec!["Metz".into()],
        weeks,
        link: Some("https://example.org/t".to_owned()),
        ..Training { id: id.to_owned(), title: format!("Course {id}"), ..Training::default() }
    };
    let (catalogue, issues) = TrainingCatalogue::of(&engine, &[training("long", Some(30)), training("short", Some(2))]);
    assert_eq!(issues.iter().filter(|issue| issue.code == "skill.not-found").count(), 2);
    let bytes = catalogue.to_bytes(&engine);
    let again = TrainingCatalogue::from_bytes(&engine, &bytes).unwrap();
    assert_eq!(again.entries(), catalogue.entries());
    let sql = engine.taxonomy().exact(ConceptKind::Skill, "SQL")[0].id().to_owned();
    let ids: Vec<&str> = again.teaching(&engine, &sql).iter().map(|training| training.id.as_str()).collect();
    assert_eq!(ids, ["short", "long"]);
    for at in 0..bytes.len() {
        assert!(TrainingCatalogue::from_bytes(&engine, &bytes[..at]).is_err(), "cut at {at}");
    }
}
