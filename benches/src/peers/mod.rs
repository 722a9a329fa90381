//! Other programs that do the same work on the same data, run beside the engine.

mod fuzzy;
mod numpy;
mod python;

pub use fuzzy::{Fuzzy, FuzzyRun};
pub use numpy::{Numpy, Round};
