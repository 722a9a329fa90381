//! What goes out: results as JSONL, CSV or Parquet, rejected records, files and standard output.

mod columns;
mod destination;
mod lines;
mod parquet;
mod results;
mod table;

pub(crate) use destination::{Destination, Written, beside, is_open, sync_folder_of};
pub(crate) use lines::Lines;
pub(crate) use results::{OUTPUT_VERSION, ResultLine, Results};
