//! How well short texts are linked to the concepts that they mean: development sets, measures, and simple rankers beside
//! the engine's own.

mod baselines;
mod candidates;
mod engine;
mod measures;
mod report;
pub mod sets;

pub use baselines::{Bm25, CharTfIdf, Fusion, Similarity};
pub use candidates::Candidates;
pub use engine::{Compared, Linked};
pub use measures::Measures;
pub use report::{Task, measured, misses, report};

use matcher_core::model::Language;

/// Whatever ranks candidates for a text.
pub trait Ranker {
    /// How it is called in a table.
    fn name(&self) -> &str;

    /// Numbers of candidates, best first, each at most once. Those left out come last.
    fn rank(&self, text: &str, language: Language) -> Vec<u32>;
}
