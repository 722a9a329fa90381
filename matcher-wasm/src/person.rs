//! The person who asks.

use std::cell::RefCell;

use matcher_core::model::{Limits, read_json};
use matcher_core::{Issue, Person, Profile, Severity};

use crate::error::Fault;
use crate::matcher::Matcher;

/// The profile that was asked with last, prepared: a page asks many questions in a row with the same one.
#[derive(Default)]
pub(crate) struct Last(RefCell<Option<(String, Person, Vec<Issue>)>>);

impl Last {
    /// Nothing of a person stays behind.
    pub(crate) fn forget(&self) {
        self.0.take();
    }
}

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

#[cfg(test)]
mod tests {
    use matcher_core::{Engine, Taxonomy};

    use super::*;

    #[test]
    fn the_last_profile_is_kept_until_something_is_asked_without_one() {
        let engine = Engine::builder(Taxonomy::builder().build().unwrap()).build().unwrap();
        let matcher = Matcher::over(&engine);
        let kept = || matcher.last.0.borrow().as_ref().map(|(text, ..)| text.clone());
        for text in [r#"{"id": "p"}"#, r#"{"id": "q"}"#] {
            let asked = || matcher.person(text).unwrap().0.profile().clone();
            assert_eq!(asked(), asked());
            assert_eq!(kept().as_deref(), Some(text));
        }
        assert!(matcher.person("{").is_err());
        matcher.browse(None).unwrap();
        assert_eq!(kept(), None);
    }
}
