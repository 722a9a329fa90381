//! Words: folding, the forms of a label, exact look-up.

mod fold;
mod forms;

pub use fold::fold;
pub use forms::forms;
