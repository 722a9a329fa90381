use std::fs::File;
use std::path::Path;

use arrow_array::RecordBatch;
use arrow_schema::DataType;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde_json::Value;

use crate::failure::Failure;

/// Rows that are unpacked at once.
const AT_ONCE: usize = 1024;

/// The rows of a Parquet file as lines of JSON, some at once.
pub(crate) struct Rows {
    path: std::path::PathBuf,
    batches: ParquetRecordBatchReader,
    /// Names of the columns.
    pub(crate) columns: Vec<String>,
    /// Whether a column holds structures, which only JSON has.
    pub(crate) nested: bool,
}

/// How many rows a Parquet file holds.
pub(super) fn rows(path: &Path) -> Result<usize, Failure> {
    let rows = builder(path)?.metadata().file_metadata().num_rows();
    Ok(usize::try_from(rows).unwrap_or(0))
}

fn builder(path: &Path) -> Result<ParquetRecordBatchReaderBuilder<File>, Failure> {
    let file = File::open(path).map_err(|error| Failure::file(path, &error))?;
    ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| damaged(path, &error.to_string()))
}

fn damaged(path: &Path, cause: &str) -> Failure {
    Failure::Other(format!("{}: not a whole Parquet file: {cause}; write it anew", path.display()))
}

impl Rows {
    pub(crate) fn open(path: &Path) -> Result<Rows, Failure> {
        let builder = builder(path)?;
        let fields = builder.schema().fields().clone();
        let batches = builder.with_batch_size(AT_ONCE).build().map_err(|error| damaged(path, &error.to_string()))?;
        Ok(Rows {
            path: path.to_owned(),
            batches,
            columns: fields.iter().map(|field| field.name().clone()).collect(),
            nested: fields.iter().any(|field| has_structure(field.data_type())),
        })
    }

    /// The next rows as they lie in the file.
    pub(crate) fn batch(&mut self) -> Result<Option<RecordBatch>, Failure> {
        self.batches.next().transpose().map_err(|error| damaged(&self.path, &error.to_string()))
    }

    /// The next rows, a JSON object each; what is null is left out.
    pub(crate) fn lines(&mut self) -> Result<Option<Vec<String>>, Failure> {
        let Some(batch) = self.batch()? else { return Ok(None) };
        let mut writer = arrow_json::LineDelimitedWriter::new(Vec::new());
        let written = writer.write(&batch).and_then(|()| writer.finish());
        written.map_err(|error| damaged(&self.path, &error.to_string()))?;
        let text = String::from_utf8(writer.into_inner()).map_err(|error| damaged(&self.path, &error.to_string()))?;
        Ok(Some(text.lines().map(without_empty).collect()))
    }
}

/// A structure whose fields are all null is one that was not given: a table has no other way to say so.
fn without_empty(line: &str) -> String {
    fn clear(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.values_mut().for_each(clear);
                fields.retain(|_, field| field.as_object().is_none_or(|fields| !fields.is_empty()));
            }
            Value::Array(items) => items.iter_mut().for_each(clear),
            _ => {}
        }
    }
    if !line.contains("{}") {
        return line.to_owned();
    }
    match serde_json::from_str(line) {
        Ok(mut value) => {
            clear(&mut value);
            value.to_string()
        }
        Err(_) => line.to_owned(),
    }
}

fn has_structure(kind: &DataType) -> bool {
    match kind {
        DataType::Struct(_) | DataType::Map(..) => true,
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            has_structure(item.data_type())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_structure_of_nulls_is_not_given_and_an_empty_list_is() {
        let line = r#"{"id":"a{}","pay":{},"home":{"at":{},"name":"Metz"},"languages":[],"wishes":[{"x":{}}]}"#;
        let expected = r#"{"home":{"name":"Metz"},"id":"a{}","languages":[],"wishes":[{}]}"#;
        assert_eq!(without_empty(line), expected);
    }
}
