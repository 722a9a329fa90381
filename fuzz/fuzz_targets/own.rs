#![no_main]
//! A taxonomy of one's own in JSON. The document is written as JSON that reads as the same document.

use libfuzzer_sys::fuzz_target;
use matcher_core::taxonomy::{Import, OwnTaxonomy, SourceFile};
use matcher_fuzz::build;

fuzz_target!(|json: &[u8]| {
    let mut import = Import::new();
    if import.own(&SourceFile::new("own.json", json)).is_err() {
        return;
    }
    build(import);
    let read: OwnTaxonomy = serde_json::from_slice(json).expect("the importer read it");
    let written = serde_json::to_string(&read).expect("it can be written");
    assert_eq!(serde_json::from_str::<OwnTaxonomy>(&written).ok(), Some(read), "{written}");
});
