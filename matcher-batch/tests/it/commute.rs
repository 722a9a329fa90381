//! Travel times of somebody else, in place of estimates.

use serde_json::Value;

use crate::folder::{Folder, Ran};

const OFFERS: &str = "\
{\"id\": \"metz\", \"title\": \"Web developer\", \"places\": [\"57463\"]}
{\"id\": \"luxembourg\", \"title\": \"Web developer\", \"places\": [\"Luxembourg\"]}
{\"id\": \"nancy\", \"title\": \"Web developer\", \"places\": [\"54395\"]}
";
const TIMES: &str = "\
from,to,mode,minutes
57463,Luxembourg,transit,58.4
Luxembourg,57463,transit,61
57463,54395,car,12
57463,Atlantis,car,5
";

fn times(name: &str) -> Folder {
    let person =
        r#"{"id": "p", "skills": ["Python"], "home": "57463", "commute": {"modes": ["transit"], "minutes": 60}}"#;
    Folder::new(name).with("offers.jsonl", OFFERS).with("people.jsonl", person).with("times.csv", TIMES)
}

/// Offer and minutes of every match, in the order of their offers.
fn minutes(ran: &Ran) -> Vec<(String, Value)> {
    assert_eq!(ran.status, 0, "{}", ran.err);
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).unwrap();
        (row["offer"].as_str().unwrap().to_owned(), row["travel"]["minutes"].clone())
    };
    let mut rows: Vec<_> = ran.out.lines().map(row).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows
}

#[test]
fn imported_times_stand_in_the_result_and_in_what_a_page_loads() {
    let folder = times("commute");
    let ran = folder.run("commute import --times times.csv --out times.bin");
    assert_eq!(ran.status, 3, "a row is left out: {}", ran.err);
    assert!(ran.err.contains("times.csv:5") && ran.err.contains("Atlantis"), "{}", ran.err);
    assert!(ran.out.contains("3 zones") && ran.out.contains("Transit: 2 of 9 pairs"), "{}", ran.out);
    assert_eq!(folder.run("commute info times.bin").status, 0);

    let how = "match --profiles people.jsonl --offers offers.jsonl --as-of 2027-03-01";
    let expected: Vec<(String, Value)> =
        vec![("luxembourg".into(), 58.4.into()), ("metz".into(), 0.into()), ("nancy".into(), Value::Null)];
    assert_eq!(minutes(&folder.run(&format!("{how} --commute times.bin"))), expected);
    // The estimate knows a way to Nancy.
    assert_ne!(minutes(&folder.run(how)), expected);

    assert_eq!(folder.run("pack --offers offers.jsonl --as-of 2027-03-01 --commute times.bin --out out").status, 0);
    let entry: Value = serde_json::from_str(&folder.read("out/entry.json")).unwrap();
    assert_eq!(entry["files"]["commute"]["bytes"], folder.bytes("times.bin")[0].1.len());
    assert_eq!(minutes(&folder.run(&format!("{how} --taxonomy out/entry.json"))), expected);
}

#[test]
fn a_file_that_is_none_is_named_with_what_to_do() {
    let folder = times("commute_refused");
    for args in ["commute info times.csv", "match --profiles people.jsonl --offers offers.jsonl --commute times.csv"] {
        let ran = folder.run(args);
        assert_eq!(ran.status, 1);
        assert!(ran.err.contains("times.csv") && ran.err.contains("commute.not-a-matrix"), "{}", ran.err);
    }
    let ran = folder.run("commute import --times offers.jsonl --out times.bin");
    assert!(ran.status == 1 && ran.err.contains("commute.unknown-table"), "{}", ran.err);
    assert!(!folder.has("times.bin"));
}
