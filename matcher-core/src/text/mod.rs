//! Words: folding, the forms of a label, exact look-up.

mod fold;
mod forms;

pub use fold::fold;
pub use forms::forms;
pub(crate) use forms::{both_genders, without_marks};
