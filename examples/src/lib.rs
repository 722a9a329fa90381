//! Runnable essays. Each file of `examples/` shows one use from end to end and asserts its result:
//! `cargo run -p matcher-examples --example a_profile`. The test `run` runs them all.

/// The README's Rust, compiled and run with the documentation's tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
