//! The person who asks.

use matcher_core::model::{Limits, read_json};
use matcher_core::{Issue, Person, Profile, Severity};

use crate::error::Fault;
use crate::matcher::Matcher;

impl Matcher {
    /// The profile prepared, with all issues of reading and preparing it.
    pub(crate) fn person(&self, profile: &str) -> Result<(Person, Vec<Issue>), Fault> {
        let (record, mut issues) = read_json::<Profile>(profile, &Limits::default());
        let Some(record) = record else {
            let rejected = issues.into_iter().find(|issue| issue.severity == Severity::Rejected);
            return Err(
                rejected.map_or_else(|| Fault::new("record.not-json", "the profile cannot be read"), Fault::from)
            );
        };
        let person = self.engine.prepare(&record)?;
        issues.extend_from_slice(person.issues());
        Ok((person, issues))
    }
}
