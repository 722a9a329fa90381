//! A partner's own columns, read without a line of code: French people with semicolons, day-first dates, decimal commas,
//! "bac+2" and "permis B"; German offers. The mapping files and tables lie in `data/`; people and firms are made up.

use std::error::Error;

use matcher_core::Issue;
use matcher_core::exchange::mapping::{Mapped, Mapping, MappingFile};
use matcher_core::model::{Ask, ContractKind, Limits, PayPeriod};
use matcher_core::units::Day;
use serde_json::Value;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let map = MappingFile::from_json(include_str!("../data/personnes.map.json"))?;
    let (people, issues) =
        read_table(&map.profile.ok_or("a part for profiles")?, include_str!("../data/personnes.csv"))?;
    assert_eq!(people.len(), 4);
    let adviser = &people[0];
    assert_eq!(adviser.education.as_ref().map(|education| education.eqf.get()), Some(5));
    assert_eq!(adviser.licences.as_deref(), Some(["B".to_owned()].as_slice()));
    assert_eq!(adviser.available_from, Day::from_ymd(2027, 3, 1));
    assert_eq!(adviser.exclusions[0].contract, Some(ContractKind::Temporary));
    // "non" is translated to nothing: it is known that this person has no licence.
    assert_eq!(people[2].licences.as_deref(), Some([].as_slice()));
    // What cannot be read is left unknown and named by its column.
    let told: Vec<&str> = issues.iter().map(|issue| issue.pointer.as_str()).collect();
    assert_eq!(told, ["Diplôme", "Disponible le", "pay"]);
    for issue in &issues {
        println!("{issue}");
    }

    let map = MappingFile::from_json(include_str!("../data/stellen.map.json"))?;
    let (offers, issues) = read_table(&map.offer.ok_or("a part for offers")?, include_str!("../data/stellen.csv"))?;
    assert_eq!(offers[0].identity(), "beispiel:S-1");
    assert_eq!(offers[1].licences, Ask::Known(vec!["CE".to_owned()]));
    assert_eq!(offers[1].experience.known().map(|years| years.tenths()), Some(15));
    assert_eq!(offers[2].contract, Some(ContractKind::FixedTerm));
    // The constant says "a month", and nobody is paid 48,000 € a month: read as a year, and marked.
    assert_eq!(offers[2].pay.map(|pay| pay.period), Some(PayPeriod::Year));
    assert_eq!(issues.iter().map(|issue| issue.code.as_ref()).collect::<Vec<_>>(), ["mapping.pay-period-implausible"]);

    // A misspelt field of ours is refused when the mapping is loaded, before any record is read.
    let error = MappingFile::from_json(r#"{"profile": {"fields": {"id": "Nr", "skils": "Kenntnisse"}}}"#).unwrap_err();
    assert_eq!((error.code(), error.path()), ("mapping.unknown-field", Some("/profile/fields/skils")));
    println!("{error}");
    Ok(())
}

/// Every row of a table with semicolons, as an object of texts.
fn read_table<R: Mapped>(map: &Mapping<R>, table: &str) -> Result<(Vec<R>, Vec<Issue>), Box<dyn Error>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
    let header = reader.headers()?.clone();
    let mut issues = map.check_columns(&header)?;
    let mut records = Vec::new();
    for row in reader.records() {
        let object = header.iter().zip(&row?).map(|(name, text)| (name.to_owned(), Value::from(text))).collect();
        let (record, told) = map.read(&Value::Object(object), &Limits::default());
        records.extend(record);
        issues.extend(told);
    }
    Ok((records, issues))
}
