//! Runnable essays. Each file of `examples/` shows one use from end to end and asserts its result:
//! `cargo run -p matcher-examples --example a_profile`. The test `run` runs them all.
