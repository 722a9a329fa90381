//! Where every point went, why an offer is not shown, and what would change that.

mod apportion;
mod band;
mod confidence;
mod explanation;
mod lesson;
mod line;
mod names;
mod relaxation;
mod travel;
mod why_not;

pub use apportion::shown;
pub use band::Band;
pub(crate) use confidence::confidence;
pub use explanation::{Explanation, Part};
pub(crate) use explanation::{explain, explain_all};
pub use lesson::Lesson;
pub use line::{Arg, Line};
pub use relaxation::Opening;
pub(crate) use relaxation::relaxations;
pub use travel::Travel;
pub(crate) use why_not::why_not;
pub use why_not::{Refusal, WhyNot};
