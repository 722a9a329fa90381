//! Sentences of advertisements → ESCO skills, in English.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, LabelKind};

use super::rows;
use crate::linking::{Candidates, Task};

/// What the annotators write where no skill fits.
const NO_SKILL: [&str; 3] = ["LABEL NOT PRESENT", "UNDERSPECIFIED", "UNK"];

/// The parts of sentences that name a skill, of `tech` or `house`, and the whole sentences with the skills of all their
/// parts. A part without a skill is left out.
///
/// # Errors
/// A file that is missing or not of the published shape.
pub fn spans(data: &Path, set: &str, taxonomy: &Taxonomy) -> Result<[Task; 2], String> {
    let skills = by_label(taxonomy);
    let (mut parts, mut sentences) = (Vec::new(), BTreeMap::<String, BTreeSet<String>>::new());
    for row in rows(&data.join("eval/skills").join(format!("{set}_validation_annotations.csv")))? {
        let field = |name: &str| row.get(name).map(|value| value.trim()).unwrap_or_default();
        if NO_SKILL.contains(&field("label")) {
            continue;
        }
        let id = id_of(&skills, field("label"));
        let part = if field("sub_span").is_empty() { field("span") } else { field("sub_span") };
        parts.push((part.to_owned(), BTreeSet::from([id.clone()])));
        sentences.entry(field("sentence").to_owned()).or_default().insert(id);
    }
    Ok([
        task(format!("{set}, spans → skill"), taxonomy, parts),
        task(format!("{set}, sentences → skills"), taxonomy, sentences.into_iter().collect()),
    ])
}

/// SkillSkape's sentences, made by a language model to hold one to five skills.
///
/// # Errors
/// A file that is missing or not of the published shape.
pub fn skillskape(data: &Path, taxonomy: &Taxonomy) -> Result<Task, String> {
    let skills = by_label(taxonomy);
    let mut queries = Vec::new();
    for row in rows(&data.join("eval/skills/skillskape/dev.csv"))? {
        let field = |name: &str| row.get(name).map(String::as_str).unwrap_or_default();
        let labels: BTreeSet<String> =
            list(field("skills")).into_iter().filter(|l| !NO_SKILL.contains(&&**l)).collect();
        if !labels.is_empty() {
            queries.push((field("sentence").to_owned(), labels.iter().map(|label| id_of(&skills, label)).collect()));
        }
    }
    Ok(task("SkillSkape dev, sentences → skills".to_owned(), taxonomy, queries))
}

fn task(name: String, taxonomy: &Taxonomy, queries: Vec<(String, BTreeSet<String>)>) -> Task {
    let candidates = Candidates::of(taxonomy, ConceptKind::Skill, Language::EN);
    Task { name, language: Language::EN, candidates, queries }
}

/// Preferred English label in small letters → id.
fn by_label(taxonomy: &Taxonomy) -> BTreeMap<String, String> {
    let mut skills = BTreeMap::new();
    for concept in taxonomy.concepts(ConceptKind::Skill) {
        for (language, kind, label) in concept.labels() {
            if language == Language::EN && kind == LabelKind::Preferred {
                skills.insert(label.to_lowercase(), concept.id().to_owned());
            }
        }
    }
    skills
}

/// The id of a label; for one that this edition lacks the label itself, which is no candidate.
fn id_of(skills: &BTreeMap<String, String>, label: &str) -> String {
    skills.get(&label.to_lowercase()).cloned().unwrap_or_else(|| format!("not in this edition: {label}"))
}

/// The texts of a Python list: in single quotes, or in double ones where the text has a single one.
fn list(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['\'', '"']) {
        let quote = &rest[start..=start];
        let inner = &rest[start + 1..];
        let end = inner.find(quote).unwrap_or(inner.len());
        found.push(inner[..end].to_owned());
        rest = inner.get(end + 1..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_python_list_is_read_in_both_quotes() {
        assert_eq!(
            super::list(r#"['C#', "dogs' care", 'Java (computer programming)']"#)[1..],
            ["dogs' care", "Java (computer programming)"]
        );
        assert!(super::list("[]").is_empty());
    }
}
