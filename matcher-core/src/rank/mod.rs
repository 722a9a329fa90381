//! The best offers for a person, and the best people for an offer.

mod answer;
mod best;
mod best_of_groups;
mod changes;
#[cfg(feature = "flat")]
mod flat;
mod group;
mod index;
mod lens;
mod lists;
mod many;
mod no_match;
mod query;
mod record;
mod understood;
mod what_if;

pub use answer::{Answer, Hit};
#[cfg(feature = "flat")]
pub use flat::{FlatDemands, Relaxed};
pub use group::Group;
pub use index::OfferIndex;
pub(crate) use index::has_tags;
pub(crate) use lens::{Lens, SearchScratch};
pub use many::{Candidate, Progress};
pub use no_match::{NoMatch, NoMatchRecord};
pub use query::Query;
pub use record::{MatchRecord, Stamp};
pub use understood::Understood;
pub use what_if::WhatIf;
