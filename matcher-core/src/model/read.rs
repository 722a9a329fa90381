use serde::de::DeserializeOwned;

use crate::issue::{Issue, Severity};

/// What a record from outside may cost at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one record; 1 MiB by default.
    pub bytes: usize,
    /// Skills, occupations, places… of one record, each list by itself; 4,096 by default.
    pub items: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: 1 << 20, items: 4096 }
    }
}

/// A record that can be read from outside: [`Profile`](crate::Profile), [`Offer`](crate::Offer) or
/// [`Training`](crate::Training).
pub trait Record: DeserializeOwned {
    /// The record's id; empty where it has none.
    fn id(&self) -> &str;
    /// The length of its longest list.
    fn longest_list(&self) -> usize;
}

impl Record for crate::Profile {
    fn id(&self) -> &str {
        &self.id
    }
    fn longest_list(&self) -> usize {
        self.skills.len().max(self.occupations.len()).max(self.wishes.len()).max(self.exclusions.len())
    }
}

impl Record for crate::Offer {
    fn id(&self) -> &str {
        &self.id
    }
    fn longest_list(&self) -> usize {
        self.essential_skills.len().max(self.optional_skills.len()).max(self.places.len())
    }
}

impl Record for crate::Training {
    fn id(&self) -> &str {
        &self.id
    }
    fn longest_list(&self) -> usize {
        self.teaches.len().max(self.prerequisites.len()).max(self.places.len()).max(self.sessions.len())
    }
}

/// Reads one record from its JSON text, with every issue found. A field that the record type does not know is a
/// warning that names it, since it may be a misspelt one; a record that cannot be used (not JSON, a wrong type, too
/// large, no id) is `None` beside an issue of severity [`Severity::Rejected`].
pub fn read_json<R: Record>(json: &str, limits: &Limits) -> (Option<R>, Vec<Issue>) {
    let mut issues = Vec::new();
    if json.len() > limits.bytes {
        let cause = format!("the record has {} bytes, more than the limit of {}", json.len(), limits.bytes);
        issues.push(Issue::new("record.too-large", Severity::Rejected, cause).action("Shorten it or raise the limit."));
        return (None, issues);
    }
    let mut unknown = Vec::new();
    let mut ignored = |path: serde_ignored::Path<'_>| unknown.push(pointer(&path.to_string()));
    let deserializer = &mut serde_json::Deserializer::from_str(json);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut *deserializer, &mut track);
    let read = R::deserialize(serde_ignored::Deserializer::new(tracked, &mut ignored));
    let read = read.and_then(|record| deserializer.end().map(|()| record));
    let record = match read {
        Ok(record) => record,
        Err(error) => {
            let path = track.path().to_string();
            let at = if path == "." { String::new() } else { pointer(&path) };
            let code = if error.is_data() { "record.wrong-type" } else { "record.not-json" };
            issues.push(
                Issue::new(code, Severity::Rejected, error.to_string())
                    .at(at)
                    .action("Correct the field; `matcher schema` prints what is accepted."),
            );
            return (None, issues);
        }
    };
    for field in unknown {
        let cause = format!("the field {field} is not known and was not read");
        let issue = Issue::new("record.unknown-field", Severity::Warning, cause).at(field);
        issues.push(issue.of(record.id()).action("Check its spelling, or name it in a mapping file."));
    }
    if record.id().is_empty() {
        issues.push(
            Issue::new("record.no-id", Severity::Rejected, "the record has no id")
                .at("/id")
                .action("Give it one that is unique in its file."),
        );
        return (None, issues);
    }
    if record.longest_list() > limits.items {
        let cause = format!("a list has {} entries, more than the limit of {}", record.longest_list(), limits.items);
        issues.push(
            Issue::new("record.too-long", Severity::Rejected, cause)
                .of(record.id())
                .action("Shorten it or raise the limit."),
        );
        return (None, issues);
    }
    (Some(record), issues)
}

/// `skills[2].level` and `skills.2.level` as a JSON pointer.
fn pointer(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 1);
    out.push('/');
    for c in path.chars() {
        match c {
            '[' | '.' => {
                if !out.ends_with('/') {
                    out.push('/');
                }
            }
            ']' | '?' => {}
            '/' => out.push_str("~1"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offer, Profile};

    #[test]
    fn a_wrong_value_is_named_by_its_pointer() {
        let (record, issues) = read_json::<Profile>(
            r#"{"id":"p","occupations":[{"title":"a"},{"title":"b","years":-3}]}"#,
            &Limits::default(),
        );
        assert!(record.is_none());
        assert_eq!(
            (issues[0].code.as_ref(), issues[0].pointer.as_str()),
            ("record.wrong-type", "/occupations/1/years")
        );
    }

    #[test]
    fn an_unknown_field_is_a_warning_and_the_record_is_read() {
        let (record, issues) = read_json::<Offer>(r#"{"id":"o","titel":"x","commute":{}}"#, &Limits::default());
        assert_eq!(record.unwrap().id, "o");
        assert_eq!(issues.iter().map(|i| i.pointer.as_str()).collect::<Vec<_>>(), ["/titel", "/commute"]);
    }

    #[test]
    fn broken_json_a_missing_id_and_too_much_are_refused() {
        let code = |json: &str, limits: &Limits| read_json::<Profile>(json, limits).1[0].code.to_string();
        assert_eq!(code("{", &Limits::default()), "record.not-json");
        assert_eq!(code("{} {}", &Limits::default()), "record.not-json");
        assert_eq!(code("{}", &Limits::default()), "record.no-id");
        assert_eq!(code(r#"{"id":"p"}"#, &Limits { bytes: 5, items: 1 }), "record.too-large");
        assert_eq!(code(r#"{"id":"p","skills":["a","b"]}"#, &Limits { bytes: 500, items: 1 }), "record.too-long");
    }
}
