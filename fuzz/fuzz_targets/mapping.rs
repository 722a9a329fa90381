#![no_main]
//! A mapping file, then a NUL and a partner's record in JSON. A record made by a mapping is one that our own format holds,
//! and the same record gives the same issues again.

use libfuzzer_sys::fuzz_target;
use matcher_core::Severity;
use matcher_core::exchange::mapping::{Mapped, Mapping, MappingFile};
use matcher_core::model::{Limits, Record, read_json};
use matcher_fuzz::halves;

fuzz_target!(|data: &[u8]| {
    let (file, record) = halves(data);
    let Ok(Ok(file)) = std::str::from_utf8(file).map(MappingFile::from_json) else { return };
    let Ok(record) = serde_json::from_slice(record) else { return };
    file.profile.iter().for_each(|mapping| holds(mapping, &record));
    file.offer.iter().for_each(|mapping| holds(mapping, &record));
    file.training.iter().for_each(|mapping| holds(mapping, &record));
});

fn holds<R: Mapped + Record + serde::Serialize + PartialEq + std::fmt::Debug>(
    mapping: &Mapping<R>,
    record: &serde_json::Value,
) {
    let limits = Limits { bytes: 1 << 16, items: 64 };
    let (read, issues) = mapping.read(record, &limits);
    assert_eq!(read.is_none(), issues.iter().any(|issue| issue.severity == Severity::Rejected), "{issues:?}");
    assert_eq!(mapping.read(record, &limits), (read.as_ref().map(clone), issues));
    if let Some(columns) = record.as_object() {
        let _ = mapping.check_columns(columns.keys().map(String::as_str));
    }
    let Some(read) = read else { return };
    assert_eq!(clone(&read), read);
}

/// Through our own JSON and back.
fn clone<R: Record + serde::Serialize>(record: &R) -> R {
    let written = serde_json::to_string(record).expect("a record can be written");
    let (again, issues) = read_json::<R>(&written, &Limits { bytes: usize::MAX, items: usize::MAX });
    assert!(issues.is_empty(), "{written}: {issues:?}");
    again.expect("no issue rejects it")
}
