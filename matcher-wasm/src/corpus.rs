use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;

/// Answers a case of the corpus; see `matcher_core::corpus`.
///
/// # Errors
/// Those of reading the case and building its engine.
#[wasm_bindgen(js_name = runCase)]
pub fn run_case(case: &str) -> Result<String, Fault> {
    Ok(matcher_core::corpus::run(case)?)
}
