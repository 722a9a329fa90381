use std::collections::BTreeSet;

/// How good one ranking is, by what should have been found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// 1 / the place of the first right one; 0 where none is ranked.
    pub reciprocal_rank: f64,
    /// Whether the first is right.
    pub first: f64,
    /// Whether one of the first ten is right.
    pub in_ten: f64,
    /// Right ones among the first five, of as many as could be there (R-precision at 5).
    pub r_precision_5: f64,
    /// The mean of the precisions at the places of the right ones; those not ranked count 0.
    pub average_precision: f64,
}

impl Measures {
    /// Names of the columns, in their order.
    pub const COLUMNS: [&str; 5] = ["MRR", "A@1", "hit@10", "RP@5", "MAP"];

    /// Of a ranking in which some are right. `asked` is how many right ones there are in truth, those included that are no
    /// candidates.
    pub fn of(ranking: &[u32], right: &BTreeSet<u32>, asked: usize) -> Measures {
        let places: Vec<usize> =
            (1..).zip(ranking).filter(|(_, concept)| right.contains(concept)).map(|(place, _)| place).collect();
        let first = places.first().copied();
        let within = |most: usize| places.iter().filter(|&&place| place <= most).count() as f64;
        let precisions = (1..).zip(&places).map(|(found, &place)| f64::from(found) / place as f64);
        let asked = asked.max(1) as f64;
        Measures {
            reciprocal_rank: first.map_or(0.0, |place| 1.0 / place as f64),
            first: within(1),
            in_ten: f64::from(u8::from(within(10) > 0.0)),
            r_precision_5: within(5) / asked.min(5.0),
            average_precision: precisions.sum::<f64>() / asked,
        }
    }

    /// In the order of the columns.
    pub fn values(&self) -> [f64; 5] {
        [self.reciprocal_rank, self.first, self.in_ten, self.r_precision_5, self.average_precision]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measures_of_a_ranking_reckoned_by_hand() {
        let of = |ranking: &[u32], right: &[u32], asked| Measures::of(ranking, &right.iter().copied().collect(), asked);
        let found = of(&[7, 3, 9, 4], &[3, 4], 3);
        assert_eq!(found.values(), [0.5, 0.0, 1.0, 2.0 / 3.0, (0.5 + 0.5) / 3.0]);
        assert_eq!(of(&[7, 3], &[], 1).values(), [0.0; 5], "an answer that is no candidate counts 0");
        assert_eq!(of(&[1, 2, 3, 4, 5, 6], &[1, 2, 3, 4, 5, 6], 6).r_precision_5, 1.0);
    }
}
