//! Rankers that only look at letters and words.

mod bm25;
mod char_tf_idf;
mod fusion;
mod postings;
mod similarity;

pub use bm25::Bm25;
pub use char_tf_idf::CharTfIdf;
pub use fusion::Fusion;
pub use similarity::Similarity;
