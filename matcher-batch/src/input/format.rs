use std::path::Path;

use clap::ValueEnum;

use crate::failure::Failure;

/// How records are laid out in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object a line.
    Jsonl,
    /// One JSON list, or one object.
    Json,
    /// A table whose first row names the columns.
    Csv,
}

impl Format {
    /// The format that a file's ending says; `-` is JSONL.
    pub(crate) fn of(path: &Path) -> Result<Format, Failure> {
        if path.as_os_str() == "-" {
            return Ok(Format::Jsonl);
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
        match ending.as_str() {
            "jsonl" | "ndjson" => Ok(Format::Jsonl),
            "json" => Ok(Format::Json),
            "csv" | "tsv" => Ok(Format::Csv),
            _ => Err(Failure::Usage(format!(
                "{}: the ending says no format; rename it to .jsonl, .json or .csv",
                path.display()
            ))),
        }
    }
}
