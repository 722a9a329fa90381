use matcher_core::model::Language;

use crate::linking::Ranker;

/// Two rankings in one by reciprocal ranks: Σ 1/(60 + place) (Cormack, Clarke & Büttcher 2009).
pub struct Fusion<'a> {
    name: String,
    parts: [&'a dyn Ranker; 2],
}

const SMOOTHING: f64 = 60.0;

impl<'a> Fusion<'a> {
    /// Of these two.
    pub fn new(parts: [&'a dyn Ranker; 2]) -> Fusion<'a> {
        Fusion { name: format!("{} + {}", parts[0].name(), parts[1].name()), parts }
    }
}

impl Ranker for Fusion<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn rank(&self, text: &str, language: Language) -> Vec<u32> {
        let rankings = self.parts.map(|part| part.rank(text, language));
        let most = rankings.iter().flatten().max().map_or(0, |&most| most as usize + 1);
        let mut scores = vec![0.0; most];
        for ranking in &rankings {
            for (place, &candidate) in (1..).zip(ranking) {
                scores[candidate as usize] += 1.0 / (SMOOTHING + f64::from(place));
            }
        }
        let mut order: Vec<u32> = (0..most as u32).filter(|&candidate| scores[candidate as usize] > 0.0).collect();
        order.sort_by(|&a, &b| scores[b as usize].total_cmp(&scores[a as usize]).then(a.cmp(&b)));
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(Vec<u32>);

    impl Ranker for Fixed {
        fn name(&self) -> &str {
            "fixed"
        }

        fn rank(&self, _: &str, _: Language) -> Vec<u32> {
            self.0.clone()
        }
    }

    #[test]
    fn what_both_rank_high_comes_first() {
        let (a, b) = (Fixed(vec![3, 1, 0]), Fixed(vec![2, 1]));
        let fused = Fusion::new([&a, &b]).rank("", Language::FR);
        assert_eq!(fused, [1, 2, 3, 0]);
    }
}
