//! Everything that is tested from outside, in one binary.

#[cfg(feature = "corpus")]
mod corpus;
mod engine;
mod laws;
mod oracle;
mod phrases;
mod scoring_doc;
mod story;
