//! Everything that is tested from outside, in one binary.

mod engine;
mod scoring_doc;
mod story;
