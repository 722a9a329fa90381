use std::path::Path;

use matcher_core::{MatchRecord, NoMatchRecord};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Lines, columns};
use crate::failure::Failure;
use crate::input::Format;

/// One line of the results: a match, or why a person has none.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum ResultLine {
    /// A match.
    Match(Box<MatchRecord>),
    /// A person without one.
    NoMatch(Box<NoMatchRecord>),
}

/// Results on their way into a file: JSONL, one JSON list, or CSV.
pub(crate) struct Results {
    lines: Lines,
    format: Format,
    explain: bool,
    begun: bool,
}

impl Results {
    /// With `explain` a CSV has a column with the explanation as JSON.
    pub(crate) fn create(path: &Path, explain: bool) -> Result<Results, Failure> {
        let format = Format::of(path)?;
        let mut results = Results { lines: Lines::create(path)?, format, explain, begun: false };
        if format == Format::Csv {
            results.row(&columns::header(explain))?;
        }
        Ok(results)
    }

    /// One more result.
    pub(crate) fn push(&mut self, result: &ResultLine) -> Result<(), Failure> {
        match self.format {
            Format::Csv => self.row(&columns::row(result, self.explain)),
            Format::Jsonl => self.lines.line(&json(result)?),
            Format::Json => {
                let before = if std::mem::replace(&mut self.begun, true) { ",\n" } else { "[\n" };
                self.lines.write(before.as_bytes())?;
                self.lines.write(json(result)?.as_bytes())
            }
        }
    }

    /// Ends the file.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        if self.format == Format::Json {
            self.lines.line(if self.begun { "\n]" } else { "[]" })?;
        }
        self.lines.finish()
    }

    fn row(&mut self, cells: &[String]) -> Result<(), Failure> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let row = writer.write_record(cells).map_err(|error| Failure::Other(error.to_string()));
        row?;
        let bytes = writer.into_inner().map_err(|error| Failure::Other(error.to_string()))?;
        self.lines.write(&bytes)
    }
}

fn json(result: &ResultLine) -> Result<String, Failure> {
    serde_json::to_string(result).map_err(|error| Failure::Other(error.to_string()))
}
