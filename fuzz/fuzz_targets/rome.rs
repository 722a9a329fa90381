#![no_main]
//! ROME's tables and the crosswalk, which goes last; an ESCO beside them where the input has one.

use libfuzzer_sys::fuzz_target;
use matcher_core::taxonomy::{Import, SourceFile};
use matcher_fuzz::{build, files};

fuzz_target!(|data: &[u8]| {
    let all: Vec<SourceFile<'_>> = files(data).into_iter().map(|(name, csv)| SourceFile::new(name, csv)).collect();
    let mut import = Import::new();
    let _ = import.esco(&all);
    let rome = import.rome(&all).is_ok();
    for (name, csv) in files(data) {
        if name.starts_with("crosswalk") {
            let _ = import.crosswalk(&SourceFile::new(name, csv));
        }
    }
    if rome {
        build(import);
    }
});
