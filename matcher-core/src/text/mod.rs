//! Words: folding, the forms of a label, exact look-up.

mod fold;
mod forms;
mod letters;

pub use fold::fold;
pub(crate) use fold::fold_char;
#[cfg(feature = "import")]
pub(crate) use forms::both_genders;
pub use forms::forms;
pub(crate) use forms::without_marks;
pub(crate) use letters::{is_mark, letters};
