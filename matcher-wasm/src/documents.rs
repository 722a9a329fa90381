//! Documents in the formats of others.

use matcher_core::Profile;
use matcher_core::exchange::{job_posting, json_resume};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::parse;

/// Reads a JSON Resume: `{"profile", "issues"}`.
///
/// # Errors
/// `resume.not-json`.
#[wasm_bindgen(js_name = readResume)]
pub fn read_resume(json: &str) -> Result<String, Fault> {
    let (profile, issues) = json_resume::read(json)?;
    Ok(serde_json::json!({ "profile": profile, "issues": issues }).to_string())
}

/// Writes a profile as a JSON Resume, which `readResume` reads back to the same profile.
///
/// # Errors
/// `profile.not-json`.
#[wasm_bindgen(js_name = writeResume)]
pub fn write_resume(profile: &str) -> Result<String, Fault> {
    Ok(json_resume::write(&parse::<Profile>("profile.not-json", profile)?))
}

/// Reads every `JobPosting` of a JSON-LD text: `{"offers", "issues"}`.
///
/// # Errors
/// `postings.not-json`.
#[wasm_bindgen(js_name = readPostings)]
pub fn read_postings(json: &str) -> Result<String, Fault> {
    let (offers, issues) = job_posting::read(json)?;
    Ok(serde_json::json!({ "offers": offers, "issues": issues }).to_string())
}
