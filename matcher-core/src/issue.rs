use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// What was not understood, merged, assumed or refused in one record. Nothing of that kind happens silently: whatever
/// reads or prepares records returns every issue, all at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue {
    /// A stable name for programs, such as `"skill.not-found"`.
    pub code: Cow<'static, str>,
    /// What became of the record.
    pub severity: Severity,
    /// The record's id where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// Where in the record: a JSON pointer (`/skills/2/level`) or a column name; empty for the whole record.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pointer: String,
    /// What was found, in one sentence.
    pub cause: String,
    /// What to do about it, in one sentence; empty where nothing need be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
}

/// What became of the record that an [`Issue`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Severity {
    /// It was understood in one way of several, or approximated.
    Note,
    /// A part of it was left out.
    Warning,
    /// The whole record was left out.
    Rejected,
}

impl Issue {
    /// An issue about the whole record; see [`Issue::at`], [`Issue::of`] and [`Issue::action`] for the rest.
    pub fn new(code: &'static str, severity: Severity, cause: impl Into<String>) -> Issue {
        Issue {
            code: Cow::Borrowed(code),
            severity,
            record: None,
            pointer: String::new(),
            cause: cause.into(),
            action: String::new(),
        }
    }

    /// Where in the record.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Issue {
        self.pointer = pointer.into();
        self
    }

    /// Which record.
    #[must_use]
    pub fn of(mut self, record: impl Into<String>) -> Issue {
        self.record = Some(record.into());
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn action(mut self, action: impl Into<String>) -> Issue {
        self.action = action.into();
        self
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(record) = &self.record {
            write!(f, "{record}")?;
        }
        write!(f, "{}: {} [{}]", self.pointer, self.cause, self.code)?;
        if !self.action.is_empty() {
            write!(f, " {}", self.action)?;
        }
        Ok(())
    }
}
