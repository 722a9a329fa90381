use std::fmt;
use std::sync::Arc;

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The file as it was named; `-` for standard input.
    pub(crate) file: Arc<str>,
    /// Where in it.
    pub(crate) place: Place,
}

/// A place in a file, counted from 1 as an editor does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The file as a whole.
    Whole,
    /// A line of JSONL, or the line on which a row of CSV begins.
    Line(usize),
    /// An entry of a JSON list.
    Item(usize),
    /// A row of a Parquet file.
    Row(usize),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Place::Whole => f.write_str(&self.file),
            Place::Line(line) => write!(f, "{}:{line}", self.file),
            Place::Item(item) => write!(f, "{}, record {item}", self.file),
            Place::Row(row) => write!(f, "{}, row {row}", self.file),
        }
    }
}
