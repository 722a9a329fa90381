//! What goes out: results as JSONL or CSV, rejected records, files and standard output.

mod columns;
mod lines;
mod results;

pub(crate) use lines::Lines;
pub(crate) use results::{ResultLine, Results};
