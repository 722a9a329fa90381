use std::collections::BTreeSet;

use super::file::{Field, Mapping};
use super::source::root;
use super::target::Mapped;
use crate::Error;
use crate::issue::{Issue, Severity};

impl<R: Mapped> Mapping<R> {
    /// Compares the mapping with the columns of a file, once for the file: the header of a CSV, or the names at the top of
    /// JSON records. Columns that are neither mapped nor ignored are named in one Note.
    ///
    /// # Errors
    /// `mapping.columns-missing` where a column is mapped, not `optional`, and not there; it names the columns that are.
    pub fn check_columns<'a>(&self, columns: impl IntoIterator<Item = &'a str>) -> Result<Vec<Issue>, Error> {
        let columns: BTreeSet<&str> = columns.into_iter().collect();
        let mut used = BTreeSet::new();
        let mut missing = BTreeSet::new();
        for field in &self.fields {
            for source in &field.from {
                match column(source, &columns) {
                    Some(column) => {
                        used.insert(column);
                    }
                    None if field.optional => {}
                    None => {
                        missing.insert(source.as_str());
                    }
                }
            }
        }
        let quoted =
            |names: &BTreeSet<&str>| names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
        if !missing.is_empty() {
            let message = format!("the file has no column {}; it has {}", quoted(&missing), quoted(&columns));
            return Err(Error::new("mapping.columns-missing", message));
        }
        let ignored: BTreeSet<&str> = self.ignore.iter().map(String::as_str).collect();
        let left: BTreeSet<&str> =
            columns.iter().copied().filter(|name| !used.contains(name) && !ignored.contains(name)).collect();
        if left.is_empty() {
            return Ok(Vec::new());
        }
        let cause = format!("not mapped and not read: {}", quoted(&left));
        let issue = Issue::new("mapping.columns-unmapped", Severity::Note, cause);
        Ok(vec![issue.action("Map them, or list them under “ignore”.")])
    }

    /// The sources that the mapping names, as they stand in its file.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().flat_map(|field: &Field| field.from.iter().map(String::as_str))
    }
}

/// The column that a source reads, where the file has it.
fn column<'a>(source: &str, columns: &BTreeSet<&'a str>) -> Option<&'a str> {
    columns.get(source).or_else(|| columns.get(root(source).as_str())).copied()
}
