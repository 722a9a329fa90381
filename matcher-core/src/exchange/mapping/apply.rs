use serde_json::{Map, Value, json};

use super::file::{Field, Mapping};
use super::finish::finish;
use super::source::find;
use super::target::{DEMANDS, Kind, Mapped, Read};
use crate::exchange::values::plain;
use crate::issue::{Issue, Severity};
use crate::model::Limits;

impl<R: Mapped> Mapping<R> {
    /// Makes a record of a partner's: an object of fields, or of texts for a row of a table. A value that is not understood
    /// is a Warning that names its column, and the field stays unknown. Of the limits only [`Limits::items`] is looked at.
    /// Time linear in the size of the record and of the mapping.
    pub fn read(&self, record: &Value, limits: &Limits) -> (Option<R>, Vec<Issue>) {
        let mut own = Value::Object(Map::new());
        let mut issues = Vec::new();
        for (path, value) in &self.constants {
            put(&mut own, path, value.clone());
        }
        for field in &self.fields {
            let before = issues.len();
            match self.value(field, record, &mut issues) {
                Some(value) => put(&mut own, &field.path, value),
                // Something was asked and not understood: that is not the same as nothing asked.
                None if issues.len() > before && R::KIND == Kind::Offer && DEMANDS.contains(&field.path.as_str()) => {
                    put(&mut own, &field.path, json!("unknown"));
                }
                None => {}
            }
        }
        finish(&mut own, &mut issues);
        let id = own["id"].as_str().unwrap_or_default().to_owned();
        issues.iter_mut().for_each(|issue| issue.record = (!id.is_empty()).then(|| id.clone()));
        let mut reject = |issue: Issue| {
            issues.push(if id.is_empty() { issue } else { issue.of(id.as_str()) });
            (None, std::mem::take(&mut issues))
        };
        if id.is_empty() {
            let issue = Issue::new("record.no-id", Severity::Rejected, "the record has no id").at("/id");
            return reject(issue.action("Map a column that is unique in its file to “id”."));
        }
        let read: R = match serde_json::from_value(own) {
            Ok(read) => read,
            Err(error) => {
                let issue = Issue::new("record.wrong-type", Severity::Rejected, error.to_string());
                return reject(issue.action("Map the parts of the field that are missing."));
            }
        };
        if read.longest_list() > limits.items {
            let cause = format!("a list has {} entries, more than the limit of {}", read.longest_list(), limits.items);
            return reject(
                Issue::new("record.too-long", Severity::Rejected, cause).action("Shorten it or raise the limit."),
            );
        }
        (Some(read), issues)
    }

    /// A field's value in our own JSON; `None` where there is none or it was not understood, which is told in `issues`.
    fn value(&self, field: &Field, record: &Value, issues: &mut Vec<Issue>) -> Option<Value> {
        let mut found = Vec::new();
        for source in &field.from {
            let Some(value) = find(record, source) else { continue };
            for (i, part) in parts(field, value).into_iter().enumerate() {
                if part.as_str().is_none_or(|text| !self.is_empty(text)) {
                    let at = if value.is_array() { format!("{source}/{i}") } else { source.clone() };
                    found.push((at, part));
                }
            }
        }
        if !field.many {
            // Of several sources the first that says something.
            return found.first().and_then(|(at, part)| self.one(field, part, at, issues)).flatten();
        }
        let mut items = Vec::new();
        let mut understood = false;
        for (at, part) in &found {
            let item = if field.each.is_empty() {
                self.one(field, part, at, issues)
            } else {
                self.object(field, part, at, issues)
            };
            understood |= item.is_some();
            items.extend(item.flatten());
        }
        understood.then_some(Value::Array(items))
    }

    fn is_empty(&self, text: &str) -> bool {
        let folded = plain(text);
        folded.is_empty() || self.empty.contains(&folded)
    }

    /// `None`: not understood; `Some(None)`: known to be nothing.
    fn one(&self, field: &Field, part: &Value, at: &str, issues: &mut Vec<Issue>) -> Option<Option<Value>> {
        let word = match part {
            Value::String(text) => Some(plain(text)),
            Value::Number(_) | Value::Bool(_) => Some(part.to_string()),
            _ => None,
        };
        if let Some((_, own)) = word.and_then(|word| field.values.iter().find(|(known, _)| *known == word)) {
            return Some(own.clone());
        }
        if let Some(own) = self.style.convert(field.read, part, field.unit) {
            return Some(Some(own));
        }
        let cause = format!("{part} was not understood as {}", field.path);
        let issue = Issue::new("mapping.value-not-understood", Severity::Warning, cause).at(at);
        // A licence nobody knows is still a licence: the taxonomy of the host may know it.
        if let (Read::Licence, Value::String(text)) = (field.read, part) {
            issues.push(issue.action("It was kept in these words; give it its usual name under “values”."));
            return Some(Some(json!(text.trim())));
        }
        issues.push(issue.action("Correct it, or translate it under “values”."));
        None
    }

    /// One entry of a list of objects.
    fn object(&self, field: &Field, part: &Value, at: &str, issues: &mut Vec<Issue>) -> Option<Option<Value>> {
        if !part.is_object() {
            return self.one(field, part, at, issues);
        }
        let mut own = Map::new();
        for inner in &field.each {
            let before = issues.len();
            if let Some(value) = self.value(inner, part, issues) {
                own.insert(inner.path.clone(), value);
            }
            issues[before..].iter_mut().for_each(|issue| issue.pointer = format!("{at}/{}", issue.pointer));
        }
        let needed = match field.read {
            Read::Text => "skill",
            Read::Language => "language",
            Read::Day => "start",
            _ => return Some((!own.is_empty()).then_some(Value::Object(own))),
        };
        if own.contains_key(needed) {
            return Some(Some(Value::Object(own)));
        }
        let cause = format!("an entry of {} has no {needed} and was left out", field.path);
        issues.push(
            Issue::new("mapping.entry-incomplete", Severity::Warning, cause).at(at).action("Map it under “each”."),
        );
        None
    }
}

/// A source's value as the parts that are read one by one.
fn parts(field: &Field, value: &Value) -> Vec<Value> {
    match (value, &field.split) {
        (Value::Array(items), _) if field.many => items.clone(),
        (Value::String(text), Some(mark)) => text.split(mark.as_str()).map(|part| json!(part.trim())).collect(),
        _ => vec![value.clone()],
    }
}

/// Puts a value at a path of names joined by points. Objects are merged, so that `home.postcode` adds to `home`.
fn put(own: &mut Value, path: &str, value: Value) {
    let mut at = own;
    for step in path.split('.') {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        at = &mut at[step];
    }
    match (at, value) {
        (Value::Object(old), Value::Object(new)) => old.extend(new),
        (at, value) => *at = value,
    }
}
