use std::io::Write;
use std::path::Path;

use arrow_array::RecordBatch;
use matcher_core::{MatchRecord, NoMatchRecord};
use parquet::arrow::ArrowWriter;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Destination, Written, columns, parquet as packing, table};
use crate::failure::Failure;
use crate::input::{Format, Layout, Packer};

/// Version of the lines and columns of results. A field that is added, renamed, removed or has another meaning raises it.
pub(crate) const OUTPUT_VERSION: u32 = 1;

/// One line of the results: a match, or why a person has none.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum ResultLine {
    /// A match.
    Match(Box<MatchRecord>),
    /// A person without one.
    NoMatch(Box<NoMatchRecord>),
}

/// Results on their way into a file of any layout, or to standard output.
pub(crate) struct Results {
    to: To,
    explain: bool,
    /// Lines or rows so far.
    written: usize,
}

enum To {
    Lines { to: Box<Packer<Destination>>, format: Format },
    Parquet { to: Box<ArrowWriter<Destination>>, table: Box<table::Table>, name: std::path::PathBuf },
}

/// Rows that are handed to the writer of Parquet at once.
const AT_ONCE: usize = 8192;

impl Results {
    /// With `explain` a CSV has a column with the explanation as JSON.
    pub(crate) fn create(path: &Path, layout: Layout, explain: bool) -> Result<Results, Failure> {
        let to = Destination::create(path)?;
        let fault = |error: &std::io::Error| Failure::file(path, error);
        let to = if layout.format == Format::Parquet {
            To::Parquet {
                to: Box::new(packing::writer(to, table::schema(), path)?),
                table: Box::new(table::Table::new()),
                name: path.to_owned(),
            }
        } else {
            let to = layout.compression.writer(to).map_err(|error| fault(&error))?;
            To::Lines { to: Box::new(to), format: layout.format }
        };
        let mut results = Results { to, explain, written: 0 };
        if layout.format == Format::Csv {
            results.bytes(&row(&columns::header(explain))?, path)?;
        }
        Ok(results)
    }

    /// One more result.
    pub(crate) fn push(&mut self, result: &ResultLine) -> Result<(), Failure> {
        match &mut self.to {
            To::Parquet { to, table, name } => {
                table.push(result);
                if table.rows() == AT_ONCE {
                    let taken = table.take().map_err(|error| Failure::Other(error.to_string()))?;
                    to.write(&taken).map_err(|error| packing::fault(name, error))?;
                }
                self.written += 1;
                Ok(())
            }
            To::Lines { format: Format::Csv, .. } => {
                let bytes = row(&columns::row(result, self.explain))?;
                self.text(&bytes)
            }
            To::Lines { .. } => {
                let line = serde_json::to_vec(result).map_err(|error| Failure::Other(error.to_string()))?;
                self.line(&line)
            }
        }
    }

    /// One more result as it stands in a file of the same format: its JSON, or its row of CSV with the row's end.
    pub(crate) fn push_text(&mut self, text: &[u8]) -> Result<(), Failure> {
        match &self.to {
            To::Lines { format: Format::Csv, .. } => self.text(text),
            _ => self.line(text),
        }
    }

    /// Rows as they were read from a file of results.
    pub(crate) fn push_rows(&mut self, rows: &RecordBatch) -> Result<(), Failure> {
        let To::Parquet { to, name, .. } = &mut self.to else {
            return Err(Failure::Other("rows of Parquet go into Parquet only".to_owned()));
        };
        self.written += rows.num_rows();
        to.write(rows).map_err(|error| packing::fault(name, error))
    }

    fn line(&mut self, json: &[u8]) -> Result<(), Failure> {
        let begun = self.written > 0;
        let To::Lines { to, format } = &mut self.to else { return Ok(()) };
        let (before, after): (&[u8], &[u8]) = match (*format, begun) {
            (Format::Json, true) => (b",\n", b""),
            (Format::Json, false) => (b"[\n", b""),
            _ => (b"", b"\n"),
        };
        let written = to.write_all(before).and_then(|()| to.write_all(json)).and_then(|()| to.write_all(after));
        written.map_err(|error| self.fault(&error))?;
        self.written += 1;
        Ok(())
    }

    fn text(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let To::Lines { to, .. } = &mut self.to else { return Ok(()) };
        let written = to.write_all(bytes);
        written.map_err(|error| self.fault(&error))?;
        self.written += 1;
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8], path: &Path) -> Result<(), Failure> {
        let To::Lines { to, .. } = &mut self.to else { return Ok(()) };
        to.write_all(bytes).map_err(|error| Failure::file(path, &error))
    }

    fn fault(&self, error: &std::io::Error) -> Failure {
        match &self.to {
            To::Lines { to, .. } => to.inner().fault(error),
            To::Parquet { name, .. } => Failure::file(name, error),
        }
    }

    /// Ends the file, which has its name when this returns.
    pub(crate) fn finish(mut self) -> Result<Written, Failure> {
        if let To::Lines { to, format: Format::Json } = &mut self.to {
            let end: &[u8] = if self.written > 0 { b"\n]\n" } else { b"[]\n" };
            let written = to.write_all(end);
            written.map_err(|error| self.fault(&error))?;
        }
        match self.to {
            To::Lines { to, .. } => {
                // The name is asked for before the packer is taken apart.
                let name = to.inner().name().to_owned();
                to.finish().map_err(|error| Failure::file(&name, &error))?.finish()
            }
            To::Parquet { mut to, mut table, name } => {
                if table.rows() > 0 {
                    let taken = table.take().map_err(|error| Failure::Other(error.to_string()))?;
                    to.write(&taken).map_err(|error| packing::fault(&name, error))?;
                }
                to.into_inner().map_err(|error| packing::fault(&name, error))?.finish()
            }
        }
    }
}

fn row(cells: &[String]) -> Result<Vec<u8>, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).map_err(|error| Failure::Other(error.to_string()))?;
    writer.into_inner().map_err(|error| Failure::Other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// Descriptions may be improved; names, types and what is required may not change unnoticed.
    fn without_descriptions(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                if fields.get("description").is_some_and(Value::is_string) {
                    fields.remove("description");
                }
                fields.values_mut().for_each(without_descriptions);
            }
            Value::Array(items) => items.iter_mut().for_each(without_descriptions),
            _ => {}
        }
    }

    #[test]
    fn lines_and_columns_are_those_of_the_version_that_they_are_said_to_be() {
        let mut lines = schemars::schema_for!(ResultLine).to_value();
        without_descriptions(&mut lines);
        let schema = table::schema();
        let columns: Vec<Value> = schema
            .fields()
            .iter()
            .map(|field| json!([field.name(), field.data_type().to_string(), field.is_nullable()]))
            .collect();
        let now = json!({"version": OUTPUT_VERSION, "csv": columns::header(true), "parquet": columns, "lines": lines});
        let name = format!("schema/output-{OUTPUT_VERSION}.json");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        let kept = std::fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
        if kept.as_ref() != Some(&now) {
            let found = std::env::temp_dir().join("matcher-output.json");
            std::fs::write(&found, format!("{now:#}\n")).unwrap();
            panic!(
                "the output is not what {name} says: raise OUTPUT_VERSION, tell it in docs/FORMAT.md and the changelog, \
                 and keep {} as the file of the new version",
                found.display()
            );
        }
    }
}
