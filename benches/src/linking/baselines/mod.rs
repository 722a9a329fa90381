//! Rankers that only look at letters and words.

mod bm25;
mod char_tf_idf;
mod postings;
mod similarity;

pub use bm25::Bm25;
pub use char_tf_idf::CharTfIdf;
pub use similarity::Similarity;
