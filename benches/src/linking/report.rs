use std::collections::BTreeSet;

use cpu_time::ProcessTime;
use matcher_core::model::Language;

use super::{Candidates, Measures, Ranker};
use crate::relevance::interval;

/// Texts and what they mean.
pub struct Task {
    /// What it is called.
    pub name: String,
    /// The language of the texts.
    pub language: Language,
    /// What a text may mean.
    pub candidates: Candidates,
    /// Each text with the ids that are right. An id that is no candidate counts as not found.
    pub queries: Vec<(String, BTreeSet<String>)>,
}

/// The measures of each query.
pub fn measured(task: &Task, ranker: &dyn Ranker) -> Vec<Measures> {
    let right = |ids: &BTreeSet<String>| ids.iter().filter_map(|id| task.candidates.find(id)).collect();
    let of = |(text, ids): &(String, BTreeSet<String>)| {
        Measures::of(&ranker.rank(text, task.language), &right(ids), ids.len())
    };
    task.queries.iter().map(of).collect()
}

/// Prints one row for each ranker: means with 95 % bootstrap intervals over the queries, and CPU time a text.
pub fn report(task: &Task, rankers: &[&dyn Ranker]) {
    let Task { name, candidates, queries, .. } = task;
    println!(
        "\n{name}: {} texts, {} candidates, {} labels",
        queries.len(),
        candidates.len(),
        candidates.labels().len()
    );
    let known = |ids: &BTreeSet<String>| ids.iter().any(|id| candidates.find(id).is_some());
    let lost = queries.iter().filter(|(_, ids)| !known(ids)).count();
    if lost > 0 {
        println!("{lost} texts mean nothing that is a candidate and count 0");
    }
    print!("{:<32}", "");
    Measures::COLUMNS.iter().for_each(|column| print!("{column:>20}"));
    println!("{:>12}", "µs a text");
    for ranker in rankers {
        let begun = ProcessTime::now();
        let all = measured(task, *ranker);
        let spent = begun.elapsed().as_secs_f64() * 1e6 / all.len().max(1) as f64;
        print!("{:<32}", ranker.name());
        for column in 0..Measures::COLUMNS.len() {
            let values: Vec<f64> = all.iter().map(|measures| measures.values()[column]).collect();
            let text = interval(&values).map_or_else(|| "–".to_owned(), |interval| interval.to_string());
            print!("{text:>20}");
        }
        println!("{spent:>12.0}");
    }
}

/// Prints the texts whose first answer is wrong: what was meant, and what came first.
pub fn misses(task: &Task, ranker: &dyn Ranker) {
    let label = |concept: u32| {
        let labels = task.candidates.labels();
        let at = labels.partition_point(|&(of, _)| of < concept);
        labels.get(at).filter(|&&(of, _)| of == concept).map_or("(no label)", |(_, label)| label)
    };
    for (text, ids) in &task.queries {
        let right: BTreeSet<u32> = ids.iter().filter_map(|id| task.candidates.find(id)).collect();
        let ranked = ranker.rank(text, task.language);
        let place = ranked.iter().position(|concept| right.contains(concept));
        if place != Some(0) {
            let place = place.map_or_else(|| "–".to_owned(), |place| (place + 1).to_string());
            let meant: Vec<&str> = right.iter().map(|&concept| label(concept)).collect();
            let found: Vec<&str> = ranked.iter().take(3).map(|&concept| label(concept)).collect();
            println!("{place}\t{text}\tmeant {}\tfound {}", meant.join(" | "), found.join(" | "));
        }
    }
}
