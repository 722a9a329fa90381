//! Other programs that do the same work on the same data, run beside the engine.

mod fuzzy;
mod node;
mod peer;
mod python;

pub use fuzzy::{Fuzzy, FuzzyRun};
pub use peer::{Market, Peer, Round};
