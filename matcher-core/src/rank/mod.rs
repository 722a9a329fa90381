//! The best offers for a person, and the best people for an offer.

mod answer;
mod best;
mod best_of_groups;
mod candidates;
mod changes;
#[cfg(feature = "flat")]
mod flat;
mod group;
mod index;
mod lens;
mod lists;
mod many;
mod no_match;
mod page;
mod profile_index;
mod query;
mod record;
mod rotation;
mod scratch;
mod seek;
mod standing;
mod understood;
mod what_if;

pub use answer::{Answer, Hit};
pub use candidates::Candidate;
#[cfg(feature = "flat")]
pub use flat::{FlatDemands, Relaxed};
pub use group::Group;
pub use index::OfferIndex;
pub(crate) use index::{Inner, has_tags};
pub(crate) use lens::{Lens, reach_of};
pub use many::Progress;
pub use no_match::{NoMatch, NoMatchRecord};
pub use page::Cursor;
pub use profile_index::ProfileIndex;
pub use query::Query;
pub use record::{MatchRecord, Stamp};
pub use rotation::Rotation;
pub(crate) use scratch::SearchScratch;
pub use seek::Seek;
pub use understood::Understood;
pub use what_if::WhatIf;
