//! Arithmetic of Mapping Career Causeways (Nesta 2020), kept to compare with. It is not our score.

use std::collections::{BTreeMap, BTreeSet};

/// The similarity of two skills as they count it: 1/(1 + e^(−(50x − 43.5))), near 0 below .8 and near 1 above .95.
pub fn sharpened(similarity: f64) -> f64 {
    1.0 / (1.0 + libm::exp(43.5 - 50.0 * similarity))
}

/// How much of what a target asks a person brings: `similarities[i][j]` between the target's essential skill `i` and the
/// person's skill `j`, 0 to 1. Greedy one-to-one by falling similarity (ties by the indices), each pair
/// [`sharpened`], summed and divided by the number of essential skills; 0 where there is none.
///
/// Cost: n·m·log(n·m).
pub fn overlap(similarities: &[Vec<f64>]) -> f64 {
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (i, row) in similarities.iter().enumerate() {
        pairs.extend(row.iter().enumerate().map(|(j, &similarity)| (i, j, similarity)));
    }
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let (mut asked, mut had) = (BTreeSet::new(), BTreeSet::new());
    let mut sum = 0.0;
    for (i, j, similarity) in pairs {
        if !asked.contains(&i) && !had.contains(&j) {
            asked.insert(i);
            had.insert(j);
            sum += sharpened(similarity);
        }
    }
    if similarities.is_empty() { 0.0 } else { sum / similarities.len() as f64 }
}

/// What each feature of `to` (a group of skills, with how many fall into it) does to the nearness of the two: the cosine
/// distance with the feature taken out of `to`, minus that with it. Positive: the feature brings them nearer.
pub fn impacts<'a>(from: &BTreeMap<&'a str, f64>, to: &BTreeMap<&'a str, f64>) -> BTreeMap<&'a str, f64> {
    let whole = distance(from, to);
    let without = |feature: &&'a str| {
        let mut rest = to.clone();
        rest.remove(feature);
        (*feature, distance(from, &rest) - whole)
    };
    to.keys().map(without).collect()
}

/// 1 − cosine; 1 where one of the two is empty.
fn distance(a: &BTreeMap<&str, f64>, b: &BTreeMap<&str, f64>) -> f64 {
    let norm = |v: &BTreeMap<&str, f64>| v.values().map(|x| x * x).sum::<f64>().sqrt();
    let dot: f64 = a.iter().filter_map(|(feature, x)| b.get(feature).map(|y| x * y)).sum();
    let norms = norm(a) * norm(b);
    if norms > 0.0 { 1.0 - dot / norms } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_exact_and_two_near_skills_of_six_give_the_published_overlap() {
        let near = [1.0, 1.0, 1.0, 1.0, 0.699942, 0.664088];
        let similarities: Vec<Vec<f64>> =
            (0..6).map(|i| (0..6).map(|j| if i == j { near[i] } else { 0.1 }).collect()).collect();
        assert!((overlap(&similarities) - 0.665705).abs() < 1e-6, "{}", overlap(&similarities));
    }

    #[test]
    fn the_greedy_choice_takes_the_nearest_pair_first_and_breaks_ties_by_index() {
        let taken = |rows: &[Vec<f64>]| overlap(rows) * rows.len() as f64;
        let sum = taken(&[vec![0.9, 0.95], vec![0.0, 0.92]]);
        assert!((sum - sharpened(0.95) - sharpened(0.0)).abs() < 1e-12);
        let tie = taken(&[vec![0.9, 0.9], vec![0.9, 0.2]]);
        assert!((tie - sharpened(0.9) - sharpened(0.2)).abs() < 1e-12);
        assert_eq!(overlap(&[]), 0.0);
    }

    #[test]
    fn concierge_and_porter_are_told_apart_by_the_published_features() {
        let concierge = BTreeMap::from([("S3.4", 3.0), ("S1.7", 1.0), ("S1.1", 1.0), ("S1.2", 1.0), ("S3.3", 1.0)]);
        let porter = BTreeMap::from([("S3.4", 2.0), ("S3.3", 1.0), ("S6.2", 2.0)]);
        let impacts = impacts(&concierge, &porter);
        assert!((impacts["S3.4"] - 0.523115).abs() < 1e-6, "{impacts:?}");
        assert!((impacts["S6.2"] + 0.221093).abs() < 1e-6, "{impacts:?}");
    }
}
