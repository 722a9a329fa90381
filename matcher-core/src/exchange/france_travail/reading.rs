use serde_json::Value;

use crate::issue::{Issue, Severity};

/// One foreign record while it is read: where values are taken from and issues are kept.
pub(super) struct Reading<'a> {
    record: &'a Value,
    id: String,
    pub(super) issues: Vec<Issue>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(record: &'a Value, id: &str) -> Reading<'a> {
        Reading { record, id: id.to_owned(), issues: Vec::new() }
    }

    /// The value at a JSON pointer; `None` where it is missing or null.
    pub(super) fn value(&self, pointer: &str) -> Option<&'a Value> {
        self.record.pointer(pointer).filter(|value| !value.is_null())
    }

    /// A text without white space at its ends; `None` where it is missing or empty. Another type is an issue.
    pub(super) fn text(&mut self, pointer: &str) -> Option<&'a str> {
        match self.value(pointer)? {
            Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => {
                self.wrong_type(pointer, "a text");
                None
            }
        }
    }

    /// A number, also one written as a text.
    pub(super) fn number(&mut self, pointer: &str) -> Option<f64> {
        match self.value(pointer)? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) if text.trim().parse::<f64>().is_ok_and(f64::is_finite) => text.trim().parse().ok(),
            _ => {
                self.wrong_type(pointer, "a number");
                None
            }
        }
    }

    /// True or false.
    pub(super) fn flag(&mut self, pointer: &str) -> Option<bool> {
        match self.value(pointer)? {
            Value::Bool(flag) => Some(*flag),
            _ => {
                self.wrong_type(pointer, "true or false");
                None
            }
        }
    }

    /// The length of a list; 0 where there is none. That something else stands there is told by the check of all fields.
    pub(super) fn length(&self, pointer: &str) -> usize {
        self.value(pointer).and_then(Value::as_array).map_or(0, Vec::len)
    }

    /// A value of another type than the format has there.
    pub(super) fn wrong_type(&mut self, pointer: &str, wanted: &str) {
        let cause = format!("{pointer} is not {wanted}");
        self.warn("offer.wrong-type", pointer, cause, "It was left out; send the type documented.");
    }

    /// A part was left out.
    pub(super) fn warn(&mut self, code: &'static str, pointer: &str, cause: impl Into<String>, action: &str) {
        self.push(code, Severity::Warning, pointer, cause, action);
    }

    /// Understood in one way of several, or approximated.
    pub(super) fn note(&mut self, code: &'static str, pointer: &str, cause: impl Into<String>, action: &str) {
        self.push(code, Severity::Note, pointer, cause, action);
    }

    fn push(&mut self, code: &'static str, severity: Severity, at: &str, cause: impl Into<String>, action: &str) {
        self.issues.push(Issue::new(code, severity, cause).at(at).of(self.id.as_str()).action(action));
    }
}
