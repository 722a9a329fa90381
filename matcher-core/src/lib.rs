//! An exact, explainable job-matching engine.

mod error;
#[cfg(feature = "exchange")]
pub mod exchange;
mod issue;
pub mod model;
pub mod place;
#[cfg(feature = "schema")]
mod schema;
mod score;
pub mod taxonomy;
pub mod text;
pub mod units;

pub use error::Error;
pub use issue::{Issue, Severity};
pub use model::{Offer, Profile, Training};
pub use place::{Gazetteer, PlaceEntry, Resolved};
pub use taxonomy::Taxonomy;
