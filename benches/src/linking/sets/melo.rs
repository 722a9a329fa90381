//! MELO (Retyk et al. 2024): titles of national classifications → ESCO occupations.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;

use super::columns;
use crate::linking::{Candidates, Task};

/// The two ways to count one of its sets.
pub struct Melo {
    /// Labels folded into their concept, groups left out of the candidates; a title whose only answer is a group counts 0.
    /// The labels are those of the taxonomy at hand.
    pub by_concept: Task,
    /// As published: every label of the set's own corpus is ranked by itself, groups among them.
    pub by_label: Task,
}

/// Reads one set, such as `bel_q_fr_c_fr`.
///
/// # Errors
/// Files that are missing or not of the published shape.
pub fn read(data: &Path, set: &str, language: Language, taxonomy: &Taxonomy) -> Result<Melo, String> {
    let folder = data.join("eval/melo").join(set);
    let concept_of: BTreeMap<String, String> = pairs(&folder.join("concept_mapping.tsv"))?.into_iter().collect();
    let mut labels: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in columns(&folder.join("annotations.tsv"), 4)? {
        labels.entry(line[0].clone()).or_default().insert(line[2].clone());
    }
    let queries = pairs(&folder.join("queries.tsv"))?;
    let answers = |id: &String| labels.get(id).cloned().unwrap_or_default();
    let concepts = |id: &String| answers(id).iter().filter_map(|label| concept_of.get(label).cloned()).collect();
    let corpus = pairs(&folder.join("corpus_elements.tsv"))?;
    Ok(Melo {
        by_concept: Task {
            name: format!("MELO {set}, by concept"),
            language,
            candidates: Candidates::of(taxonomy, ConceptKind::Occupation, language),
            queries: queries.iter().map(|(id, text)| (text.clone(), concepts(id))).collect(),
        },
        by_label: Task {
            name: format!("MELO {set}, by label"),
            language,
            candidates: Candidates::new(corpus.into_iter().map(|(id, text)| (id, vec![text]))),
            queries: queries.iter().map(|(id, text)| (text.clone(), answers(id))).collect(),
        },
    })
}

fn pairs(path: &Path) -> Result<Vec<(String, String)>, String> {
    Ok(columns(path, 2)?.into_iter().map(|mut line| (line.swap_remove(0), line.swap_remove(0))).collect())
}
