use std::process::Command;

use matcher_benches::data;
use matcher_benches::relevance::{Collection, figures, totals};

/// Some order of the judged offers that says nothing about their grades, another one for each profile.
fn shuffled(collection: &Collection, profile: &str) -> Vec<String> {
    let mut offers: Vec<String> = collection.of(profile).keys().cloned().collect();
    let key =
        |offer: &String| offer.bytes().chain(profile.bytes()).fold(7u32, |h, b| h.wrapping_mul(31) ^ u32::from(b));
    offers.sort_by_key(key);
    offers
}

#[test]
fn the_table_is_letter_for_letter_that_of_the_collections_own_script() {
    let Some(folder) = data::folder_or_say().map(|folder| folder.join("eval/relevance")) else { return };
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("SKIPPED: there is no python3 to run the collection's script");
        return;
    }
    let collection = Collection::read(&folder).unwrap();
    let runs: Vec<(String, Vec<String>)> =
        collection.seekers.iter().map(|seeker| (seeker.id.clone(), shuffled(&collection, &seeker.id))).collect();
    let file = std::env::temp_dir().join(format!("matcher-relevance-{}.jsonl", std::process::id()));
    let line = |(profile, offers): &(String, Vec<String>)| {
        format!("{}\n", serde_json::json!({"profile": profile, "offers": offers}))
    };
    std::fs::write(&file, runs.iter().map(line).collect::<String>()).unwrap();
    let script = Command::new("python3").arg("-B").arg(folder.join("measure.py")).arg(&file).output().unwrap();
    std::fs::remove_file(&file).unwrap();
    let rows: Vec<_> = runs.iter().map(|(profile, offers)| figures(offers, collection.of(profile))).collect();
    assert_eq!(totals(&collection, &rows), String::from_utf8(script.stdout).unwrap());
}
