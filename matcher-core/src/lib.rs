//! An exact, explainable job-matching engine.

mod error;
#[cfg(feature = "exchange")]
pub mod exchange;
mod issue;
pub mod model;
pub mod place;
#[cfg(feature = "schema")]
mod schema;
pub mod units;

pub use error::Error;
pub use issue::{Issue, Severity};
pub use model::{Offer, Profile, Training};
pub use place::{Gazetteer, PlaceEntry, Resolved};
