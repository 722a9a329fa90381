//! Measuring the engine: a seeded generator of people, offers and a taxonomy, the real collections that rankings are
//! judged by, and what the commands and benchmarks of this package share.
//!
//! Commands (`cargo run --release -p matcher-benches --bin …`): `topk` measures the index beside a look at every offer and named peers, `relevance`
//! the quality of rankings of real offers, `spotting` what is found in their texts, `linking` what short texts are linked to,
//! `typos` the search for misspelt labels, `market` writes a made-up market as files for the command, `truth` the planted pairs of the demo. `docs/BENCHMARKS.md` has the figures.

pub mod corruption;
pub mod data;
pub mod esco;
pub mod linking;
pub mod peers;
pub mod process;
pub mod random;
pub mod relevance;
pub mod spotting;
pub mod typing;
pub mod workload;
