//! The package's figures against independent ones.

mod relevance;
mod workload;
