//! The corpus, answered by the native build.

use std::path::PathBuf;
use std::{env, fs};

#[test]
fn every_case_of_the_corpus_is_answered_with_the_same_bytes() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    cases.sort();
    assert!(cases.len() >= 30, "only {} cases in {}", cases.len(), folder.display());
    let mut changed = Vec::new();
    for case in cases {
        let answer = matcher_core::corpus::run(&fs::read_to_string(&case).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", case.display()));
        let expected = case.with_extension("expected.jsonl");
        if env::var_os("BLESS").is_some() {
            fs::write(&expected, &answer).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != answer {
            changed.push(case);
        }
    }
    assert!(changed.is_empty(), "other answers than expected (corpus/README.md says what to do): {changed:#?}");
}
