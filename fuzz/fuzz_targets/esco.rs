#![no_main]
//! ESCO's tables, any of them, in one input.

use libfuzzer_sys::fuzz_target;
use matcher_core::taxonomy::{Import, SourceFile};
use matcher_fuzz::{build, files};

fuzz_target!(|data: &[u8]| {
    let files: Vec<SourceFile<'_>> = files(data).into_iter().map(|(name, csv)| SourceFile::new(name, csv)).collect();
    let mut import = Import::new();
    if import.esco(&files).is_ok() {
        build(import);
    }
});
