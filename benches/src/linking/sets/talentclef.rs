//! TalentCLEF 2025, task A: a job title → the titles of the same job, among all titles of the language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use matcher_core::model::Language;

use super::columns;
use crate::linking::{Candidates, Task};

/// The validation set of a language, named as its folder is, such as `english`.
///
/// # Errors
/// Files that are missing or not of the published shape.
pub fn read(data: &Path, folder: &str, language: Language) -> Result<Task, String> {
    let folder_path = data.join("eval/titles/talentclef2025_taskA_validation").join(folder);
    let titles = |name: &str| -> Result<Vec<(String, String)>, String> {
        let lines = columns(&folder_path.join(name), 2)?;
        Ok(lines.into_iter().skip(1).map(|line| (line[0].clone(), line[1].clone())).collect())
    };
    let mut right: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in columns(&folder_path.join("qrels.tsv"), 4)? {
        if line[3] != "0" {
            right.entry(line[0].clone()).or_default().insert(line[2].clone());
        }
    }
    let queries = titles("queries")?.into_iter();
    Ok(Task {
        name: format!("TalentCLEF task A validation, {folder}"),
        language,
        candidates: Candidates::new(titles("corpus_elements")?.into_iter().map(|(id, title)| (id, vec![title]))),
        queries: queries.filter_map(|(id, title)| Some((title, right.get(&id)?.clone()))).collect(),
    })
}
