//! Everything that is tested from outside, in one binary.

mod engine;
mod phrases;
mod scoring_doc;
mod story;
