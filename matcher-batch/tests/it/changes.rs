//! The differences of two runs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::folder::{FIXED, Folder};
use crate::market::{offers, people};

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The matches of lines of JSON by their pair, without the stamp.
fn matches(text: &str) -> BTreeMap<(String, String), Value> {
    let found = lines(text).into_iter().filter(|line| line["offer"].is_string());
    let keyed = found.map(|mut line| {
        let word = |name: &str| line[name].as_str().unwrap().to_owned();
        let pair = (word("profile"), word("offer"));
        line.as_object_mut().unwrap().remove("stamp");
        (pair, line)
    });
    keyed.collect()
}

/// Yesterday's market and today's: people and offers gone, come and changed.
fn two_days(name: &str) -> Folder {
    let (before, after) = (offers(40, 5), offers(45, 5));
    let changed = after.replace("\"o7\"", "\"o70\"").replacen("selling", "welding", 3);
    let gone: String = people(90, 5).lines().skip(3).flat_map(|line| [line, "\n"]).collect();
    Folder::new(name)
        .with("p1.jsonl", people(80, 5))
        .with("o1.jsonl", before)
        .with("p2.jsonl", gone)
        .with("o2.jsonl", changed)
}

#[test]
fn since_writes_the_difference_of_two_full_runs_whatever_their_formats() {
    let folder = two_days("since");
    for (one, two, changes) in [
        ("a.jsonl", "b/", "b/changes.jsonl"),
        ("a.parquet", "b.csv", "b.csv.changes.jsonl"),
        ("a.csv.gz", "b.json", "b.json.changes.jsonl"),
        ("c/", "c/", "c/changes.jsonl"),
    ] {
        let day = |day: u8, out: &str| {
            format!("match --profiles p{day}.jsonl --offers o{day}.jsonl {FIXED} --top 4 --part-size 16 --out {out}")
        };
        assert_eq!(folder.run(&day(1, one)).status, 0);
        let ran = folder.run(&format!("{} --since {one}", day(2, two)));
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert_eq!(folder.run(&day(1, "full1.jsonl")).status, 0);
        assert_eq!(folder.run(&day(2, "full2.jsonl")).status, 0);
        let (before, after) = (matches(&folder.read("full1.jsonl")), matches(&folder.read("full2.jsonl")));
        let mut expected = BTreeSet::new();
        for pair in before.keys().chain(after.keys()) {
            let change = match (before.get(pair), after.get(pair)) {
                (None, _) => "new",
                (_, None) => "vanished",
                (one, two) if one != two => "changed",
                _ => continue,
            };
            expected.insert((change.to_owned(), pair.clone()));
        }
        let found = lines(&folder.read(changes));
        let word = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
        let told: BTreeSet<_> =
            found.iter().map(|line| (word(line, "change"), (word(line, "profile"), word(line, "offer")))).collect();
        assert_eq!(told.len(), found.len(), "a change is told twice");
        assert_eq!(told, expected, "{one} {two}");
        for kind in ["new", "changed", "vanished"] {
            assert!(told.iter().any(|(change, _)| change == kind), "the days show nothing {kind}");
        }
        for line in &found {
            let pair = (word(line, "profile"), word(line, "offer"));
            for (side, run) in [("before", &before), ("after", &after)] {
                assert_eq!(line[side]["score"], run.get(&pair).map_or(Value::Null, |found| found["score"].clone()));
            }
        }
        // Nothing changed since the run itself.
        let again = folder.run(&format!("{} --since {two}", day(2, "same.jsonl")));
        assert!(again.err.contains("0 new, 0 changed, 0 vanished"), "{}", again.err);
    }
}

#[test]
fn the_first_night_everything_is_new_and_a_run_that_is_not_there_is_told_before_the_work() {
    let folder = two_days("first-night");
    let base = format!("match --profiles p1.jsonl --offers o1.jsonl {FIXED} --top 4");
    let first = folder.run(&format!("{base} --out night/ --since night"));
    assert_eq!(first.status, 0, "{}", first.err);
    let changes = lines(&folder.read("night/changes.jsonl"));
    assert!(!changes.is_empty() && changes.iter().all(|line| line["change"] == "new"));
    let missing = folder.run(&format!("{base} --out other/ --since nigth"));
    assert!(missing.status == 1 && missing.err.contains("nigth"), "{}", missing.err);
    assert!(!folder.has("other.partial"));
}

#[test]
fn diff_tells_overlap_moves_and_what_caused_them() {
    let folder = two_days("diff").with("s.json", "{\"weights\":{\"skills_listed\":0.9}}");
    let base = format!("match --profiles p1.jsonl --offers o1.jsonl {FIXED} --top 2 --explain");
    assert_eq!(folder.run(&format!("{base} --out a.jsonl")).status, 0);
    assert_eq!(folder.run(&format!("{base} --out b.parquet --settings s.json")).status, 0);
    let json = folder.run("diff a.jsonl b.parquet --json");
    assert_eq!(json.status, 0, "{}", json.err);
    let found: Value = serde_json::from_str(&json.out).unwrap();
    let (before, after) = (matches(&folder.read("a.jsonl")), {
        assert_eq!(folder.run(&format!("{base} --out b.jsonl --settings s.json")).status, 0);
        matches(&folder.read("b.jsonl"))
    });
    let common = before.keys().filter(|pair| after.contains_key(*pair)).count();
    assert_eq!(found["common"], common);
    assert_eq!(found["new"], after.len() - common);
    assert_eq!(found["vanished"], before.len() - common);
    let moved = |pair: &(String, String)| {
        Some(before.get(pair)?["score"].as_u64()?.abs_diff(after.get(pair)?["score"].as_u64()?))
    };
    let mut moves: Vec<u64> = before.keys().filter_map(moved).collect();
    moves.sort_unstable();
    assert_eq!(found["moves"]["largest"], *moves.last().unwrap());
    let largest = found["largest"].as_array().unwrap();
    assert_eq!(largest.len(), moves.iter().filter(|&&by| by > 0).count().min(100));
    let by = |line: &Value| line["before"].as_u64().unwrap().abs_diff(line["after"].as_u64().unwrap());
    assert!(largest.windows(2).all(|pair| by(&pair[0]) >= by(&pair[1])), "the largest moves come first");
    assert!(largest[0]["cause"].as_str().unwrap().starts_with("skills "), "{}", largest[0]);
    let causes = found["causes"].as_array().unwrap();
    assert!(causes.iter().any(|cause| cause.as_str().unwrap().contains("the settings was")), "{causes:?}");
    let ids: BTreeSet<&String> = before.keys().chain(after.keys()).map(|(profile, _)| profile).collect();
    let list = |run: &BTreeMap<(String, String), Value>, id: &str| -> BTreeSet<String> {
        run.keys().filter(|(profile, _)| profile == id).map(|(_, offer)| offer.clone()).collect()
    };
    let shares = ids.iter().map(|id| {
        let (one, other) = (list(&before, id), list(&after, id));
        one.intersection(&other).count() as f64 / one.len().max(other.len()) as f64
    });
    let overlap = shares.sum::<f64>() / ids.len() as f64;
    assert!((found["overlap"].as_f64().unwrap() - overlap).abs() < 1e-12, "{overlap}");
    assert_eq!(found["lists"], ids.len());
    let same = folder.run("diff b.parquet b.jsonl");
    assert!(same.out.contains("overlap 1.0000") && same.out.contains("0 rose, 0 fell"), "{}", same.out);
    let none = folder.run("diff a.jsonl no-such-run");
    assert!(none.status == 1 && none.err.contains("no-such-run"), "{}", none.err);
}
