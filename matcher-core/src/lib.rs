//! An exact, explainable job-matching engine.

mod change;
pub mod commute;
#[cfg(feature = "corpus")]
pub mod corpus;
mod criteria;
#[cfg(feature = "embedded")]
pub mod demo;
mod engine;
mod error;
#[cfg(feature = "exchange")]
pub mod exchange;
pub mod explain;
mod issue;
pub mod model;
pub mod phrases;
pub mod place;
mod prepare;
mod rank;
#[cfg(feature = "schema")]
mod schema;
mod score;
mod settings;
pub mod taxonomy;
pub mod text;
pub mod units;

pub use change::Change;
pub use commute::{CommuteModel, GreatCircle};
pub use criteria::{Criterion, Deficit, Filter, Pair, Side, State, Verdict};
pub use engine::{Engine, EngineBuilder};
pub use error::Error;
pub use explain::{Band, Explanation, Line, WhyNot};
pub use issue::{Issue, Severity};
pub use model::{Offer, Profile, Training};
pub use place::{Gazetteer, PlaceEntry, Resolved};
pub use prepare::{Origin, Person};
pub use rank::{
    Answer, Candidate, Hit, MatchRecord, NoMatch, NoMatchRecord, OfferIndex, Progress, Query, Stamp, Understood, WhatIf,
};
pub use settings::{Filters, Guard, Neutrals, SCORING_VERSION, Settings, Weights};
pub use taxonomy::Taxonomy;
