use std::collections::{BTreeMap, BTreeSet};

use super::Judgement;

/// What one ranking is worth for one profile. Where the pool holds nothing of any gain the two nDCG do not exist.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// nDCG@10 with a gain of 2^grade − 1 and a discount of log2 (Järvelin & Kekäläinen 2002, doi:10.1145/582415.582418).
    pub ndcg: Option<f64>,
    /// The same where a grade of 1 is worth nothing.
    pub ndcg_good: Option<f64>,
    /// Share of grades 2 and 3 among the first five.
    pub good_in_five: f64,
    /// Offers among the first ten that break a constraint.
    pub violations: f64,
    /// Share of the first ten, as they were ranked, that is judged at all.
    pub judged: f64,
}

/// The figures of one ranking, best first. All but the last are taken on the judged offers in the order of the ranking.
pub fn figures(ranking: &[String], judged: &BTreeMap<String, Judgement>) -> Figures {
    let mut seen = BTreeSet::new();
    let ranking: Vec<&String> = ranking.iter().filter(|offer| seen.insert(*offer)).collect();
    let cut: Vec<&Judgement> = ranking.iter().filter_map(|offer| judged.get(*offer)).take(10).collect();
    let grades: Vec<u8> = cut.iter().map(|judgement| judgement.grade).collect();
    let mut best: Vec<u8> = judged.values().map(|judgement| judgement.grade).collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    best.truncate(10);
    let good = |grades: &[u8]| -> Vec<u8> { grades.iter().map(|&g| if g > 1 { g } else { 0 }).collect() };
    let ratio = |own: &[u8], best: &[u8]| (gain(best) > 0.0).then(|| gain(own) / gain(best));
    let first = &ranking[..ranking.len().min(10)];
    Figures {
        ndcg: ratio(&grades, &best),
        ndcg_good: ratio(&good(&grades), &good(&best)),
        good_in_five: grades.iter().take(5).filter(|&&g| g > 1).count() as f64 / 5.0,
        violations: cut.iter().filter(|judgement| !judgement.broken.is_empty()).count() as f64,
        judged: first.iter().filter(|offer| judged.contains_key(**offer)).count() as f64 / first.len().max(1) as f64,
    }
}

fn gain(grades: &[u8]) -> f64 {
    let ranked = grades.iter().enumerate();
    ranked.map(|(i, &grade)| f64::from((1u32 << grade) - 1) / libm::log2(i as f64 + 2.0)).sum()
}

/// One figure of many profiles, without those where it does not exist.
pub fn column(rows: &[Figures], figure: impl Fn(&Figures) -> Option<f64>) -> Vec<f64> {
    rows.iter().filter_map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(pairs: &[(&str, u8, &str)]) -> BTreeMap<String, Judgement> {
        let judgement = |grade, broken: &str| Judgement { grade, broken: broken.into(), reason: String::new() };
        pairs.iter().map(|&(offer, grade, broken)| (offer.to_owned(), judgement(grade, broken))).collect()
    }

    fn of(ranking: &[&str], judged: &BTreeMap<String, Judgement>) -> Figures {
        figures(&ranking.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>(), judged)
    }

    #[test]
    fn unjudged_and_repeated_offers_are_passed_over() {
        let judged = pool(&[("three", 3, ""), ("one", 1, "D"), ("zero", 0, "D"), ("two", 2, "")]);
        let found = of(&["new", "three", "two", "one", "zero", "three"], &judged);
        assert_eq!((found.ndcg, found.ndcg_good), (Some(1.0), Some(1.0)));
        assert_eq!((found.good_in_five, found.violations, found.judged), (0.4, 2.0, 0.8));
    }

    #[test]
    fn the_second_place_is_worth_its_logarithm() {
        let judged = pool(&[("three", 3, ""), ("one", 1, "")]);
        let at_two = 1.0 / libm::log2(3.0);
        let expected = (1.0 + 7.0 * at_two) / (7.0 + at_two);
        assert!((of(&["one", "three"], &judged).ndcg.unwrap() - expected).abs() < 1e-12);
        assert!((of(&["one", "three"], &judged).ndcg_good.unwrap() - at_two).abs() < 1e-12);
    }

    #[test]
    fn an_empty_ranking_is_worth_nothing_and_a_pool_without_gain_has_no_figure() {
        assert_eq!(of(&[], &pool(&[("a", 2, "")])).ndcg, Some(0.0));
        assert_eq!(of(&["a"], &pool(&[("a", 0, "")])).ndcg, None);
    }
}
