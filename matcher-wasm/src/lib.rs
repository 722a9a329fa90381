//! The engine for JavaScript: thin bindings over `matcher-core`, JSON strings in and out.
//!
//! A fault is thrown as a JavaScript `Error` with a stable `code` and, where it is known, the `path` of what is wrong;
//! what is said of one record of many comes back as its issues.

mod completion;
#[cfg(feature = "corpus")]
mod corpus;
mod error;
mod links;
mod matcher;
mod options;
mod record;

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "corpus")]
pub use corpus::run_case;
pub use error::Fault;
pub use matcher::Matcher;
pub use record::read_record;

/// The engine's version, as in its changelog.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
