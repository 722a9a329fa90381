use std::borrow::Cow;
use std::fmt;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A fault on its way to JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: Cow<'static, str>,
    message: String,
    path: Option<String>,
}

impl Fault {
    /// A code in kebab-case behind the noun it concerns, and one sentence with cause and remedy.
    #[cfg(feature = "engine")]
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Fault {
        Fault { code: Cow::Borrowed(code), message: message.into(), path: None }
    }

    /// The stable name of the kind of fault; `code` of the JavaScript error.
    pub fn code(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<matcher_core::Error> for Fault {
    fn from(error: matcher_core::Error) -> Fault {
        Fault { code: Cow::Borrowed(error.code()), message: error.to_string(), path: error.path().map(str::to_owned) }
    }
}

impl From<matcher_core::Issue> for Fault {
    fn from(issue: matcher_core::Issue) -> Fault {
        let path = Some(issue.pointer).filter(|pointer| !pointer.is_empty());
        Fault { code: issue.code, message: issue.cause, path }
    }
}

impl From<Fault> for JsValue {
    fn from(fault: Fault) -> JsValue {
        let error = JsError::new(&fault.message);
        error.set_name("MatcherError");
        error.set_code(&fault.code);
        if let Some(path) = &fault.path {
            error.set_path(path);
        }
        error.into()
    }
}

#[wasm_bindgen]
extern "C" {
    // JavaScript's own `Error`, with the fields of `MatcherError` set on it.
    #[wasm_bindgen(js_name = Error)]
    type JsError;
    #[wasm_bindgen(constructor, js_class = "Error")]
    fn new(message: &str) -> JsError;
    #[wasm_bindgen(method, setter, structural)]
    fn set_name(this: &JsError, name: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_code(this: &JsError, code: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_path(this: &JsError, path: &str);
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What every function throws. */
export interface MatcherError extends Error {
  name: "MatcherError";
  /** A stable name for the kind of fault, such as "call.unknown-kind". */
  code: string;
  /** Where in the input, where it is known: a JSON pointer, a column. */
  path?: string;
}
"#;
