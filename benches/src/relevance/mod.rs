//! How good a ranking of real offers is: a collection of graded pairs and the figures taken on it.

mod bootstrap;
mod collection;
mod engine;
mod figures;
mod folds;
mod grades;
mod mersenne;
mod table;
mod variants;

pub use bootstrap::{Interval, interval};
pub use collection::{Collection, Judgement, Seeker};
pub use engine::{Ranked, Real};
pub use figures::{Figures, column, figures};
pub use folds::held_out;
pub use grades::by_grade;
pub use table::{Peer, each, peers, totals};
pub use variants::{grid, without_each};
