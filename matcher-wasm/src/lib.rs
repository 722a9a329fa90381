//! The engine for JavaScript: thin bindings over `matcher-core`, JSON strings in and out, files as bytes.
//!
//! A fault is thrown as a JavaScript `Error` with a stable `code` and, where it is known, the `path` of what is wrong;
//! what is said of one record of many comes back as its issues.
//!
//! Three modules are built from this crate: one with what a page needs before anybody types ([`Listing`]), with the feature
//! `engine` one that matches (`Matcher`), and with the feature `whole` one that reads records and foreign formats too.

#[cfg(feature = "engine")]
mod answers;
mod browsing;
#[cfg(feature = "engine")]
mod completion;
#[cfg(feature = "corpus")]
mod corpus;
#[cfg(feature = "whole")]
mod documents;
mod error;
#[cfg(feature = "engine")]
mod exploring;
mod json;
#[cfg(feature = "engine")]
mod labels;
#[cfg(feature = "engine")]
mod lessons;
#[cfg(feature = "engine")]
mod links;
mod listing;
#[cfg(feature = "engine")]
mod loading;
#[cfg(feature = "engine")]
mod matcher;
#[cfg(feature = "engine")]
mod names;
#[cfg(feature = "engine")]
mod options;
#[cfg(feature = "whole")]
mod packing;
#[cfg(feature = "engine")]
mod person;
#[cfg(feature = "engine")]
mod places;
#[cfg(feature = "whole")]
mod record;
#[cfg(feature = "whole")]
mod records;
#[cfg(feature = "engine")]
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "corpus")]
pub use corpus::run_case;
#[cfg(feature = "whole")]
pub use documents::{read_postings, read_resume, write_resume};
pub use error::Fault;
pub use listing::Listing;
#[cfg(feature = "engine")]
pub use matcher::Matcher;
#[cfg(feature = "whole")]
pub use packing::Packed;
#[cfg(feature = "whole")]
pub use record::read_record;

/// The engine's version, as in its changelog.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
