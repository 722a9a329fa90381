//! The seeded data generator behind the benchmarks.
