//! The package's figures against independent ones.

mod counts;
mod relevance;
mod workload;
