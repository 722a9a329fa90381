use serde_json::Value;

use crate::folder::{FIXED, Folder, OFFERS, PEOPLE};

#[test]
fn every_kind_of_record_has_a_schema() {
    let folder = Folder::new("schema");
    for kind in ["profile", "offer", "training", "settings", "result"] {
        let ran = folder.run(&format!("schema {kind}"));
        assert_eq!(ran.status, 0, "{kind}: {}", ran.err);
        let schema: Value = serde_json::from_str(&ran.out).unwrap();
        assert!(schema["$schema"].as_str().unwrap().contains("json-schema.org"), "{kind}");
    }
    assert_eq!(folder.run("schema person").status, 2);
}

#[test]
fn the_schema_of_results_names_every_field_that_is_written() {
    let folder = Folder::new("schema-result").with("p.jsonl", PEOPLE).with("o.jsonl", OFFERS);
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --explain"));
    let schema: Value = serde_json::from_str(&folder.run("schema result").out).unwrap();
    let known = &schema["$defs"]["MatchRecord"]["properties"];
    let written: Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
    for field in written.as_object().unwrap().keys() {
        assert!(!known[field].is_null(), "{field} is not in the schema: {known}");
    }
}
