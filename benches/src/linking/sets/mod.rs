//! Readers of the development sets, each into tasks.

pub mod held_out;
pub mod melo;
pub mod skills;
pub mod talentclef;
pub mod titles;

use crate::random::Random;

/// So many of the queries, drawn with a fixed seed, in their old order; all where there are no more.
pub fn sample<T>(mut queries: Vec<T>, most: usize) -> Vec<T> {
    let mut random = Random::seeded(1);
    let mut left = queries.len();
    let mut wanted = most.min(left);
    queries.retain(|_| {
        let taken = random.below(left) < wanted;
        left -= 1;
        wanted -= usize::from(taken);
        taken
    });
    queries
}

/// The rows of a CSV file by the names of their columns.
fn rows(path: &std::path::Path) -> Result<Vec<std::collections::BTreeMap<String, String>>, String> {
    let say = |error: csv::Error| format!("{}: {error}", path.display());
    let mut reader = csv::Reader::from_path(path).map_err(say)?;
    reader.deserialize().collect::<Result<_, _>>().map_err(say)
}

/// The lines of a file of columns between tabs, each with at least so many.
fn columns(path: &std::path::Path, least: usize) -> Result<Vec<Vec<String>>, String> {
    let text = crate::data::text(path)?;
    let split = |line: &str| line.split('\t').map(|field| field.trim().to_owned()).collect::<Vec<String>>();
    let lines: Vec<Vec<String>> = text.lines().filter(|line| !line.trim().is_empty()).map(split).collect();
    match lines.iter().position(|line| line.len() < least) {
        Some(at) => Err(format!("{}, line {}: fewer than {least} columns", path.display(), at + 1)),
        None => Ok(lines),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_the_size_asked_and_the_old_order() {
        let drawn = sample((0..1_000).collect(), 100);
        assert_eq!(drawn.len(), 100);
        assert!(drawn.is_sorted());
        assert_eq!(drawn, sample((0..1_000).collect::<Vec<i32>>(), 100));
        assert_eq!(sample(vec![1, 2], 5), [1, 2]);
    }
}
