use matcher_core::{Issue, Severity};
use serde::Serialize;

use super::{Origin, Place};

/// An issue with the place of its record.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) origin: Origin,
    pub(crate) issue: Issue,
}

/// An issue as it is written into the files of rejects and issues.
#[derive(Serialize)]
struct Written<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// Number in a JSON list, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<usize>,
    /// Number in a Parquet file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(flatten)]
    issue: &'a Issue,
}

impl Told {
    pub(crate) fn is_rejected(&self) -> bool {
        self.issue.severity == Severity::Rejected
    }

    /// One line of JSON.
    pub(crate) fn to_json(&self) -> String {
        let (line, item, row) = match self.origin.place {
            Place::Whole => (None, None, None),
            Place::Line(line) => (Some(line), None, None),
            Place::Item(item) => (None, Some(item), None),
            Place::Row(row) => (None, None, Some(row)),
        };
        let written = Written { file: &self.origin.file, line, item, row, issue: &self.issue };
        // Texts and numbers only: writing them cannot fail.
        serde_json::to_string(&written).unwrap_or_default()
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.origin, self.issue)
    }
}
