//! Everything that is tested from outside, in one binary.

mod audit;
#[cfg(feature = "corpus")]
mod corpus;
mod engine;
mod genders;
mod laws;
mod oracle;
mod phrases;
mod regressions;
mod scoring_doc;
mod snapshot;
mod story;
mod words_of_an_offer;
