#![no_main]
//! Records in our own JSON. What is read is written as JSON that reads as the same record.

use libfuzzer_sys::fuzz_target;
use matcher_core::model::{Limits, Record, read_json};
use matcher_core::{Offer, Profile, Severity, Training};

fuzz_target!(|json: &str| {
    survives::<Profile>(json);
    survives::<Offer>(json);
    survives::<Training>(json);
});

fn survives<R: Record + serde::Serialize + PartialEq + std::fmt::Debug>(json: &str) {
    let limits = Limits { bytes: 1 << 16, items: 64 };
    let (record, issues) = read_json::<R>(json, &limits);
    assert_eq!(record.is_none(), issues.iter().any(|issue| issue.severity == Severity::Rejected));
    let Some(record) = record else { return };
    assert!(record.longest_list() <= limits.items && !record.id().is_empty());
    let written = serde_json::to_string(&record).expect("a record can be written");
    let (again, issues) = read_json::<R>(&written, &Limits { bytes: usize::MAX, ..limits });
    assert!(issues.is_empty(), "{written}: {issues:?}");
    assert_eq!(again, Some(record), "{written}");
}
