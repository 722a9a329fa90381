//! The best offers for a person, and the best people for an offer: every pair scored, the oracle for anything faster.

mod answer;
mod best;
mod index;
mod lens;
mod many;
mod query;
mod record;
mod what_if;

pub use answer::{Answer, Hit};
pub use index::OfferIndex;
pub(crate) use lens::{Lens, SearchScratch};
pub use many::{Candidate, Progress};
pub use query::Query;
pub use record::{MatchRecord, Stamp};
pub use what_if::WhatIf;
