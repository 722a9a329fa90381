//! The same the other way round: the best people for an offer, with the very answer of a look at every pair.
//!
//! People lie in tiles of neighbours by their homes, those who go equally far by the same means by themselves: who goes far is
//! no reason to look at a neighbour who does not. Those of a tile who want and have the same where few values occur form a run:
//! one circle around the offer decides about a run before any of it is read. [Skills](skills) lower the bounds of whoever lies
//! within: what the offer asks is spread through the taxonomy to all that could meet or lend it, and for each such skill the list
//! of who has it is read, not the skills of each person. Only of those who are still ahead is read what else they say: every
//! [title](titles) is compared with the offer once, whoever has it, and other attributes once a class. Whoever is ahead even then
//! is scored exactly, by the score's own code.

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
