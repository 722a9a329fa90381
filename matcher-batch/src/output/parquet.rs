use std::error::Error;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use super::OUTPUT_VERSION;
use crate::failure::Failure;

/// Rows of a group: by count, so that the same rows give the same bytes.
const GROUP: usize = 1 << 16;

/// A writer whose bytes depend on the rows alone: neither a time nor a machine stands in the file.
pub(super) fn writer<W: Write + Send>(to: W, schema: Schema, path: &Path) -> Result<ArrowWriter<W>, Failure> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3).map_err(|error| fault(path, error))?))
        .set_created_by("matcher".to_owned())
        .set_max_row_group_row_count(Some(GROUP))
        .set_key_value_metadata(Some(vec![KeyValue::new("matcher.output".to_owned(), OUTPUT_VERSION.to_string())]))
        .build();
    ArrowWriter::try_new(to, Arc::new(schema), Some(properties)).map_err(|error| fault(path, error))
}

/// A fault of the writer with the name of the file; one of the disk with its remedy.
pub(super) fn fault(path: &Path, error: ParquetError) -> Failure {
    if let ParquetError::External(cause) = &error
        && let Some(cause) = disk(cause.as_ref())
    {
        return Failure::file(path, cause);
    }
    Failure::Other(format!("{}: {error}", path.display()))
}

fn disk<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a io::Error> {
    error.downcast_ref().or_else(|| error.source().and_then(disk))
}
