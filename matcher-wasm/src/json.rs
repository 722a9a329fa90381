#[cfg(feature = "engine")]
use crate::error::Fault;

/// Parses a JSON argument; a fault of this code otherwise.
#[cfg(feature = "engine")]
pub(crate) fn parse<'a, T: serde::Deserialize<'a>>(code: &'static str, json: &'a str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| Fault::new(code, error.to_string()))
}

/// Records of ours always have a JSON form: their keys are strings and their numbers finite.
pub(crate) fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("records of ours have a JSON form")
}
