//! Finds the best offers without looking at every pair, with the very answer that looking at every pair gives.
//!
//! Offers lie in [tiles](tiling) of neighbours. Within a tile those that ask the same of contract, days, licences,
//! languages and education form a run, so that one look-up decides about all of them. What else an offer asks is a number
//! of a [class](classes): whatever depends on the class alone is judged once a query, by the very functions of the score, on
//! one offer of the class. The way to work is known by rings around the home. What no limit keeps out has an
//! [upper bound](upper) by then: the product of what it loses for certain. Sums over the skills asked, each credited as if it
//! could be lent [many times](terms), lower it in two steps: the heaviest skills first, then all of them. At each step the
//! highest bounds go ahead, so that what they score leaves little of the others; and only those that could still be among the
//! first are scored exactly, by the score's own code. The search ends where no bound reaches the last of the best.
//!
//! A bound is a product of the score's own integers, each step rounded up, over losses no greater than the true ones: it is
//! never below the score, so that no tolerance is needed. Only exact scores of offers that may be shown raise the limit.

mod attribute;
mod ball;
mod classes;
mod counts;
mod layout;
mod memo;
pub(crate) mod people;
mod search;
mod sweep;
mod terms;
mod tiling;
mod titled;
mod upper;

pub use counts::Counts;
pub(crate) use layout::Layout;
pub(crate) use search::{best_first, lower};
pub(crate) use sweep::{Memory, admit, look_at_titles, sweep};
