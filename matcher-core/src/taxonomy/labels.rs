use std::collections::BTreeSet;

use super::LabelKind;
use super::frozen::{Form, Forms, Names};
use crate::text;

impl Forms {
    /// Every form of every label.
    pub(super) fn of(names: &Names) -> Forms {
        let mut entries = BTreeSet::new();
        for (concept, labels) in names.labels.rows().enumerate() {
            for label in labels {
                for form in text::forms(&label.text) {
                    entries.insert(Form { form: form.into_boxed_str(), kind: label.kind, concept: concept as u32 });
                }
            }
        }
        Forms { entries: entries.into_iter().collect() }
    }

    /// The concepts that have one of the text's forms as a label: those of the best kind of label only (preferred before
    /// alternative before hidden), rising.
    pub(crate) fn find(&self, text: &str) -> Vec<u32> {
        let mut best: Option<LabelKind> = None;
        let mut found = Vec::new();
        for form in text::forms(text) {
            let start = self.entries.partition_point(|entry| *entry.form < *form);
            for entry in self.entries[start..].iter().take_while(|entry| *entry.form == *form) {
                if best.is_none_or(|kind| entry.kind < kind) {
                    best = Some(entry.kind);
                    found.clear();
                }
                if best == Some(entry.kind) {
                    found.push(entry.concept);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
