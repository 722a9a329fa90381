use std::collections::BTreeMap;

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
    #[serde(flatten)]
    issue: &'a Issue,
}

impl Told {
    pub(crate) fn is_rejected(&self) -> bool {
        self.issue.severity == Severity::Rejected
    }

    /// One line of JSON.
    pub(crate) fn to_json(&self) -> String {
        let (line, item) = match self.origin.place {
            Place::Whole => (None, None),
            Place::Line(line) => (Some(line), None),
            Place::Item(item) => (None, Some(item)),
        };
        let written = Written { file: &self.origin.file, line, item, issue: &self.issue };
        // Texts and numbers only: writing them cannot fail.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// How many issues there are of each severity and code, the gravest first.
    pub(crate) fn by_code(all: &[Told]) -> Vec<(Severity, &str, usize)> {
        let mut counts: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
        for told in all {
            *counts.entry((told.issue.severity, &told.issue.code)).or_default() += 1;
        }
        let mut list: Vec<_> = counts.into_iter().map(|((severity, code), count)| (severity, code, count)).collect();
        list.sort_by_key(|&(severity, _, count)| std::cmp::Reverse((severity, count)));
        list
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.origin, self.issue)
    }
}
