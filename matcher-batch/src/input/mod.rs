//! What comes in: files and standard input, of any format, as records with the place they stand at.

mod compression;
mod decode;
mod document;
mod engine;
mod format;
mod lines;
mod locations;
mod mappings;
mod origin;
mod parquet;
mod reading;
mod rejects;
mod survey;
mod table;
mod text_lines;
mod texts;

pub(crate) use compression::{Compression, Packer};
pub(crate) use engine::{EngineArgs, matrix, places, taxonomy, today};
pub(crate) use format::{Format, Layout};
pub(crate) use locations::{expand, local};
pub(crate) use mappings::Mappings;
pub(crate) use origin::{Origin, Place};
pub(crate) use parquet::Rows as ParquetRows;
pub(crate) use reading::{Batch, Foreign, HowToRead, LimitArgs, Readable, Sink, read, read_all, read_files, twice};
pub(crate) use rejects::Told;
pub(crate) use survey::{Source, hexadecimal};
pub(crate) use text_lines::TextLines;

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::failure::Failure;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        return read.map(|_| bytes).map_err(|error| Failure::file(Path::new("standard input"), &error));
    }
    fs::read(path).map_err(|error| Failure::file(path, &error))
}

/// The text of a small file that must be UTF-8: settings, mapping files.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?)
        .map_err(|error| Failure::Other(format!("{}: not UTF-8 ({error}); save it as UTF-8", path.display())))
}
