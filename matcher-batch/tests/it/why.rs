use serde_json::Value;

use crate::folder::{FIXED, Folder, OFFERS, PEOPLE};

fn folder(name: &str) -> Folder {
    Folder::new(name).with("p.jsonl", PEOPLE).with("o.jsonl", OFFERS)
}

fn why(profile: &str, offer: &str) -> String {
    format!("why --profiles p.jsonl --offers o.jsonl {FIXED} --profile {profile} --offer {offer}")
}

#[test]
fn the_losses_of_an_explanation_add_up_to_what_is_missing() {
    let ran = folder("why-json").run(&format!("{} --json", why("p1", "feed:a")));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["shown"], true);
    let explanation = &answer["explanation"];
    let lost: u64 = explanation["criteria"].as_array().unwrap().iter().map(|c| c["lost"].as_u64().unwrap()).sum();
    assert_eq!(lost, 1_000_000 - explanation["score"].as_u64().unwrap());
}

#[test]
fn an_offer_that_is_not_shown_is_refused_with_the_smallest_change_that_opens_it() {
    let folder = folder("why-not");
    let ran = folder.run(&format!("{} --json", why("p2", "b")));
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["shown"], false);
    assert_eq!(answer["why_not"]["refusals"][0]["filter"], "contract");
    assert_eq!(answer["why_not"]["relaxation"][0]["contract"], "temporary");
}

#[test]
fn an_unknown_id_is_answered_with_the_nearest_ones() {
    let folder = folder("why-unknown");
    let ran = folder.run(&why("p3", "feed:a"));
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("there is no profile p3") && ran.err.contains("p1"), "{}", ran.err);
    let ran = folder.run(&why("p1", "fed:a"));
    assert!(ran.err.contains("the nearest are feed:a"), "{}", ran.err);
}
