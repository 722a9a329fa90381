//! The same the other way round: the best people for an offer, with the very answer of a look at every pair.
//!
//! People lie in tiles of neighbours by their homes. Those of a tile who go equally far by the same means, and want and have
//! the same where few values occur, form a run: one circle around the offer decides about a run before any of it is read.
//! Every [title](titles) is compared with the offer once, whoever has it. What a [list of skills](skills) gives to each requirement
//! lowers the bounds: raw skills are indexed, and what the offer asks is spread through the taxonomy to all that could meet or lend
//! it, once a search. Whoever is still ahead is scored exactly, by the score's own code.

mod layout;
mod offer;
mod search;
mod skills;
mod sweep;
mod titles;

pub(crate) use layout::Layout;
pub(crate) use offer::Offer;
pub(crate) use search::best_first;
pub(crate) use sweep::{Memory, sweep};
