use std::io::Read;

use super::lines::{JsonLines, RawRecord, Wrong};
use super::parquet::Rows;
use super::{Format, Place, Source, document};
use crate::failure::Failure;

/// Records and bytes that are handed on at once.
const RECORDS: usize = 1024;
const BYTES: usize = 8 << 20;

/// The records of a file as JSON texts, some at once.
pub(super) enum Texts<'a> {
    Lines { lines: JsonLines<Box<dyn Read + 'a>>, longest: usize },
    Document { records: std::vec::IntoIter<RawRecord>, longest: usize },
    Parquet { rows: Box<Rows>, row: usize, longest: usize },
}

impl<'a> Texts<'a> {
    /// `longest`: bytes that one record may have.
    pub(super) fn open(source: &'a Source, longest: usize) -> Result<Texts<'a>, Failure> {
        Ok(match source.layout.format {
            Format::Parquet => Texts::Parquet { rows: Box::new(Rows::open(&source.path)?), row: 0, longest },
            Format::Json => {
                let mut bytes = Vec::new();
                source.open()?.read_to_end(&mut bytes).map_err(|error| source.fault(&error))?;
                let records = document::records(&bytes).map_err(|cause| {
                    Failure::Other(format!("{}: not JSON: {cause}; correct it", source.path.display()))
                })?;
                let records: Vec<RawRecord> =
                    records.into_iter().map(|(place, text)| (place, within(text, longest))).collect();
                Texts::Document { records: records.into_iter(), longest }
            }
            Format::Jsonl | Format::Csv => Texts::Lines { lines: JsonLines::new(source.open()?, longest), longest },
        })
    }

    /// The next records; none at the end.
    pub(super) fn some(&mut self, source: &Source) -> Result<Vec<RawRecord>, Failure> {
        match self {
            Texts::Document { records, .. } => Ok(records.by_ref().take(RECORDS).collect()),
            Texts::Parquet { rows, row, longest } => {
                let lines = rows.lines()?.unwrap_or_default();
                let numbered = lines.into_iter().map(|line| {
                    *row += 1;
                    (Place::Row(*row), within(&line, *longest))
                });
                Ok(numbered.collect())
            }
            Texts::Lines { lines, .. } => {
                let (mut some, mut bytes) = (Vec::new(), 0);
                while some.len() < RECORDS && bytes < BYTES {
                    let Some(record) = lines.next().map_err(|error| source.fault(&error))? else { break };
                    bytes += record.1.as_ref().map_or(0, String::len);
                    some.push(record);
                }
                Ok(some)
            }
        }
    }

    /// Bytes that one record may have.
    pub(super) fn longest(&self) -> usize {
        match self {
            Texts::Lines { longest, .. } | Texts::Document { longest, .. } | Texts::Parquet { longest, .. } => *longest,
        }
    }
}

fn within(text: &str, longest: usize) -> Result<String, Wrong> {
    if text.len() > longest { Err(Wrong::TooLarge(text.len())) } else { Ok(text.to_owned()) }
}
