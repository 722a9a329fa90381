//! Titles of real vacancies → ESCO occupations, in English (the set of JobBERT, Decorte et al. 2021).

use std::collections::BTreeSet;
use std::path::Path;

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;

use super::rows;
use crate::linking::{Candidates, Task};

/// Reads the set.
///
/// # Errors
/// A file that is missing or not of the published shape.
pub fn read(data: &Path, taxonomy: &Taxonomy) -> Result<Task, String> {
    let mut queries = Vec::new();
    for mut row in rows(&data.join("eval/titles/jobbert_titles.csv"))? {
        let mut field = |name: &str| row.remove(name).ok_or_else(|| format!("jobbert_titles.csv has no column {name}"));
        queries.push((field("vacancyTitle")?, BTreeSet::from([field("conceptUri")?])));
    }
    Ok(Task {
        name: "JobBERT titles → occupation".to_owned(),
        language: Language::EN,
        candidates: Candidates::of(taxonomy, ConceptKind::Occupation, Language::EN),
        queries,
    })
}
