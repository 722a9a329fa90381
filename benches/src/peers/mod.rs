//! Other programs that do the same work on the same data, run beside the engine.

mod fuzzy;
mod peer;
mod python;

pub use fuzzy::{Fuzzy, FuzzyRun};
pub use peer::{Peer, Round};
