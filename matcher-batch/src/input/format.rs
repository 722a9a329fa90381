use std::path::Path;

use super::Compression;
use crate::failure::Failure;

/// How records are laid out in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// One JSON object a line.
    Jsonl,
    /// One JSON list, or one object.
    Json,
    /// A table whose first row names the columns.
    Csv,
    /// A table in columns, packed by itself.
    Parquet,
}

/// A format and how it is packed: what the endings of a file's name say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) format: Format,
    pub(crate) compression: Compression,
}

impl Layout {
    /// Lines of JSON, not packed: standard input and output.
    pub(crate) const LINES: Layout = Layout { format: Format::Jsonl, compression: Compression::None };

    /// The layout that a file's endings say; `-` is JSONL.
    pub(crate) fn of(path: &Path) -> Result<Layout, Failure> {
        if path.as_os_str() == "-" {
            return Ok(Layout::LINES);
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        Layout::of_endings(name).ok_or_else(|| {
            Failure::Usage(format!(
                "{}: the ending says no format; rename it to .jsonl, .json, .csv (each also .gz or .zst) or .parquet",
                path.display()
            ))
        })
    }

    /// The layout of a name such as `people.csv.gz`, or of its endings alone.
    pub(crate) fn of_endings(name: &str) -> Option<Layout> {
        let name = name.to_ascii_lowercase();
        let mut endings = name.rsplit('.');
        let mut ending = endings.next()?;
        let compression = Compression::of(ending);
        if compression != Compression::None {
            ending = endings.next()?;
        }
        let format = match ending {
            "jsonl" | "ndjson" => Format::Jsonl,
            "json" => Format::Json,
            "csv" | "tsv" => Format::Csv,
            "parquet" | "pq" if compression == Compression::None => Format::Parquet,
            _ => return None,
        };
        Some(Layout { format, compression })
    }

    /// The endings, with their points: `.csv.gz`.
    pub(crate) fn endings(self) -> String {
        let format = match self.format {
            Format::Jsonl => ".jsonl",
            Format::Json => ".json",
            Format::Csv => ".csv",
            Format::Parquet => ".parquet",
        };
        format!("{format}{}", self.compression.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_say_format_and_packing_and_what_says_none_is_refused_with_a_remedy() {
        for endings in [".jsonl", ".json.gz", ".csv.zst", ".parquet"] {
            let layout = Layout::of(Path::new(&format!("a.b/people{endings}"))).unwrap();
            assert_eq!(layout.endings(), endings);
        }
        assert_eq!(Layout::of(Path::new("X.NDJSON")).unwrap(), Layout::LINES);
        for name in ["people", "people.gz", "people.txt", "people.parquet.gz"] {
            let failure = Layout::of(Path::new(name)).unwrap_err().to_string();
            assert!(failure.contains("rename it to .jsonl"), "{failure}");
        }
    }
}
