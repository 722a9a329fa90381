//! Measuring the engine: a seeded generator of people, offers and a taxonomy, the real collections that rankings are
//! judged by, and what the commands and benchmarks of this package share.
//!
//! Commands (`cargo run --release -p matcher-benches --bin …`): `brute` measures speed beside a named peer, `relevance`
//! the quality of rankings of real offers, `truth` the planted pairs of the demo, `typos` the search for misspelt labels,
//! `linking` what short texts are linked to. `docs/BENCHMARKS.md` has the figures.

pub mod corruption;
pub mod data;
pub mod esco;
pub mod linking;
pub mod peers;
pub mod process;
pub mod random;
pub mod relevance;
pub mod typing;
pub mod workload;
