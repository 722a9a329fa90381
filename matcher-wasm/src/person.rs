//! The person who asks.

use std::cell::RefCell;

use matcher_core::model::{Limits, read_json};
use matcher_core::{Issue, Person, Profile, Severity};

use crate::error::Fault;
use crate::matcher::Matcher;

/// The profile that was asked with last, prepared: a page asks many questions in a row with the same one.
#[derive(Default)]
pub(crate) struct Last(RefCell<Option<(String, Person, Vec<Issue>)>>);

impl Matcher {
    /// The profile prepared, with all issues of reading and preparing it.
    pub(crate) fn person(&self, profile: &str) -> Result<(Person, Vec<Issue>), Fault> {
        let mut last = self.last.0.borrow_mut();
        if let Some((_, person, issues)) = last.as_ref().filter(|(known, ..)| known == profile) {
            return Ok((person.clone(), issues.clone()));
        }
        let (record, mut issues) = read_json::<Profile>(profile, &Limits::default());
        let Some(record) = record else {
            let rejected = issues.into_iter().find(|issue| issue.severity == Severity::Rejected);
            return Err(
                rejected.map_or_else(|| Fault::new("record.not-json", "the profile cannot be read"), Fault::from)
            );
        };
        let person = self.engine.prepare(&record)?;
        issues.extend_from_slice(person.issues());
        *last = Some((profile.to_owned(), person.clone(), issues.clone()));
        Ok((person, issues))
    }
}
