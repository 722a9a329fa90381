//! Reads people in a foreign shape through the mapping file of the examples. They lie outside of the repository: in the
//! folder named by `MATCHER_DATA`, or in `../shared/data` beside it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use super::MappingFile;
use crate::model::{ContractKind, Limits};

#[test]
fn the_22_people_of_the_relevance_collection_are_read_without_an_issue() {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let folder = std::env::var_os("MATCHER_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let path = folder.join("eval/relevance/profiles.jsonl");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {} is not there; set MATCHER_DATA to the folder of the data", path.display());
        return;
    };
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/data/relevance-profiles.map.json");
    let map = std::fs::read_to_string(map).expect("the mapping file lies among the examples");
    let map = MappingFile::from_json(&map).unwrap().profile.unwrap();
    let records: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let columns: BTreeSet<&str> =
        records.iter().filter_map(Value::as_object).flat_map(|object| object.keys().map(String::as_str)).collect();
    assert_eq!(map.check_columns(columns).unwrap(), []);
    let mut people = Vec::new();
    for record in &records {
        let (person, issues) = map.read(record, &Limits::default());
        assert_eq!(issues, []);
        people.push(person.unwrap());
    }
    assert_eq!(people.len(), 22);
    for (person, record) in people.iter().zip(&records) {
        assert_eq!(person.occupations.len(), record["title_past"].as_array().unwrap().len(), "{}", person.id);
        assert_eq!(person.contracts.len(), record["contract_wanted"].as_array().unwrap().len(), "{}", person.id);
        assert_eq!(person.exclusions.len(), record["excludes"].as_array().unwrap().len(), "{}", person.id);
        assert_eq!(person.pay.is_some(), !record["min_salary_month_gross"].is_null(), "{}", person.id);
        assert!(person.home.as_ref().is_some_and(|home| home.at.is_some() && home.code.is_some()), "{}", person.id);
        assert!(person.commute.minutes.is_some() && person.languages.is_some() && person.education.is_some());
    }
    let excluded = people.iter().flat_map(|person| &person.exclusions);
    let by_kind = excluded.clone().filter(|exclusion| exclusion.contract.is_some()).count();
    eprintln!("exclusions: {} of which {by_kind} are a kind of contract", excluded.count());
    assert!(people.iter().any(|person| person.exclusions.iter().any(|e| e.contract == Some(ContractKind::Temporary))));
}
