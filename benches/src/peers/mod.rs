//! Other programs that rank the same data, run beside the engine.

mod numpy;

pub use numpy::{Numpy, Round};
