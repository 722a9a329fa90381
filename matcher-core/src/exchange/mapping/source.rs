use serde_json::Value;

/// The value that a source names: a field of the record by its whole name, else a JSON pointer (`/a/0/b`), else names
/// joined by points (`a.0.b`). `None` where it is missing or null.
pub(super) fn find<'a>(record: &'a Value, source: &str) -> Option<&'a Value> {
    let found = match record.get(source) {
        Some(value) => Some(value),
        None if source.starts_with('/') => record.pointer(source),
        None => source.split('.').try_fold(record, |value, step| match value {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            value => value.get(step),
        }),
    };
    found.filter(|value| !value.is_null())
}

/// The column, or field at the top of the record, that a source begins with, where it is not a column by its whole name.
pub(super) fn root(source: &str) -> String {
    match source.strip_prefix('/') {
        Some(pointer) => pointer.split('/').next().unwrap_or("").replace("~1", "/").replace("~0", "~"),
        None => source.split('.').next().unwrap_or(source).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_pointers_and_points_lead_into_a_record() {
        let record = json!({"a.b": 1, "a": {"c": [2, {"d": 3}], "n": null}});
        let number = |source| find(&record, source).and_then(Value::as_u64);
        assert_eq!(
            ["a.b", "/a/c/0", "a.c.0", "a.c.1.d", "a.n", "x", "/x"].map(number),
            [Some(1), Some(2), Some(2), Some(3), None, None, None]
        );
        assert_eq!(["/a/c", "a.c", "Nr"].map(root), ["a", "a", "Nr"]);
    }
}
