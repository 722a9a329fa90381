//! The corpus, answered by the command: the same records, byte for byte, as the library gives.

use std::fs;
use std::path::Path;

use matcher_core::corpus::Case;
use serde_json::Value;

use crate::folder::Folder;

#[test]
fn the_command_answers_the_corpus_with_the_bytes_of_the_library() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut matches = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let case = Case::read(&fs::read_to_string(&path).unwrap()).unwrap();
        let answered = command(&case, path.file_stem().unwrap().to_str().unwrap());
        let expected = expected(&fs::read_to_string(path.with_extension("expected.jsonl")).unwrap());
        assert_eq!(answered, expected, "{}: {}", path.display(), case.shows);
        matches += expected.len();
    }
    assert!(matches > 100, "only {matches} matches were compared");
}

/// The matches that the command writes, without what changes with every release.
fn command(case: &Case, name: &str) -> Vec<String> {
    let lines = |records: Vec<String>| records.join("\n");
    let written = |record: serde_json::Result<String>| record.unwrap();
    let folder = Folder::new(&format!("corpus-{name}"))
        .with("case.mtx", case.taxonomy().unwrap().to_bytes())
        .with("case.places", case.gazetteer().unwrap().to_bytes())
        .with("settings.json", written(serde_json::to_string(&case.settings)))
        .with("people.jsonl", lines(case.profiles.iter().map(|p| written(serde_json::to_string(p))).collect()))
        .with("offers.jsonl", lines(case.offers.iter().map(|o| written(serde_json::to_string(o))).collect()));
    let day = case.as_of.map_or_else(String::new, |day| format!("--as-of {day}"));
    let ran = folder.run(&format!(
        "match --profiles people.jsonl --offers offers.jsonl --taxonomy case.mtx --places case.places \
         --settings settings.json --top 1000 --out out.jsonl --rejects rejects.jsonl {day}"
    ));
    assert!([0, 3].contains(&ran.status), "{name}: {}", ran.err);
    let results = folder.read("out.jsonl");
    let records = results.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    records.filter(|record| record.get("rank").is_some()).map(without_stamp).collect()
}

/// The matches of an expected answer.
fn expected(answer: &str) -> Vec<String> {
    let lines = answer.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter_map(|line| line.get("matches").cloned()).flat_map(list).map(without_stamp).collect()
}

fn list(value: Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn without_stamp(mut record: Value) -> String {
    record.as_object_mut().map(|fields| fields.remove("stamp"));
    record.to_string()
}
