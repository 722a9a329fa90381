use matcher_core::model::{Limits, Record, read_json};
use matcher_core::{Offer, Profile, Training};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;

/// Reads one record (`kind`: `profile`, `offer` or `training`) and says what it understood, as JSON:
/// `{"record": …, "issues": […]}`. A record that cannot be used is `null` beside the issue that says why; a page can
/// so check a form before anything is matched.
///
/// # Errors
/// `call.unknown-kind` for any other kind.
#[wasm_bindgen(js_name = readRecord)]
pub fn read_record(kind: &str, json: &str) -> Result<String, Fault> {
    match kind {
        "profile" => Ok(read::<Profile>(json)),
        "offer" => Ok(read::<Offer>(json)),
        "training" => Ok(read::<Training>(json)),
        _ => Err(Fault::new(
            "call.unknown-kind",
            format!("\"{kind}\" is no kind of record: ask for profile, offer or training"),
        )),
    }
}

fn read<R: Record + Serialize>(json: &str) -> String {
    let (record, issues) = read_json::<R>(json, &Limits::default());
    serde_json::json!({ "record": record, "issues": issues }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_comes_back_with_what_was_not_understood() {
        let answer = read_record("profile", r#"{"id":"p","skils":["SQL"]}"#).unwrap();
        assert!(answer.contains(r#""id":"p""#), "{answer}");
        assert!(answer.contains(r#""code":"record.unknown-field""#), "{answer}");
        assert!(answer.contains(r#""pointer":"/skils""#), "{answer}");
    }

    #[test]
    fn a_record_that_cannot_be_used_is_null_beside_its_issue() {
        let answer = read_record("offer", "{").unwrap();
        assert!(answer.contains(r#""record":null"#) && answer.contains("record.not-json"), "{answer}");
    }

    #[test]
    fn an_unknown_kind_is_a_wrong_call() {
        assert_eq!(read_record("person", "{}").unwrap_err().code(), "call.unknown-kind");
    }
}
