use crate::units::{Ratio, Score};

/// An upper bound of the product of what the criteria leave, in parts of 2³⁰. Every step is rounded up where the score's is
/// rounded down: with losses no greater than the true ones it is never below the score's own product, in whatever order the
/// factors come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Upper(pub(crate) u32);

impl Upper {
    /// Nothing lost.
    pub(crate) const ONE: Upper = Upper(1 << 30);
    /// What a limit keeps out. No product is that small: a criterion takes .95 at most.
    pub(crate) const OUT: Upper = Upper(0);

    /// After one more loss, in parts of 2³⁰.
    #[inline]
    pub(crate) const fn less(self, loss: u32) -> Upper {
        self.times(Upper((1 << 30) - loss))
    }

    /// After a criterion of this weight that loses no less than this deficit.
    pub(crate) const fn weighed(self, weight: Ratio, deficit: Ratio) -> Upper {
        self.less(weight.parts() * deficit.parts())
    }

    #[inline]
    pub(crate) const fn times(self, other: Upper) -> Upper {
        Upper(((self.0 as u64 * other.0 as u64 + (1 << 30) - 1) >> 30) as u32)
    }

    /// The least product whose score is at least this one.
    pub(crate) fn of_score(least: Score) -> Upper {
        // score = (p · 10⁶ + 2²⁹) >> 30
        let scaled = u64::from(least.get()) << 30;
        Upper(scaled.saturating_sub(1 << 29).div_ceil(1_000_000).min(u64::from(u32::MAX)) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score_of(product: u64) -> u32 {
        ((product * 1_000_000 + (1 << 29)) >> 30) as u32
    }

    proptest::proptest! {
        #[test]
        fn it_is_never_below_the_products_own_steps(losses in proptest::collection::vec(0u32..1_020_054_733, 0..12), seed in 0usize..1000) {
            let down = losses.iter().fold(1u64 << 30, |p, &loss| (p * ((1 << 30) - u64::from(loss))) >> 30);
            let mut other = losses.clone();
            if !other.is_empty() {
                let by = seed % other.len();
                other.rotate_left(by);
            }
            let up = other.iter().fold(Upper::ONE, |upper, &loss| upper.less(loss));
            proptest::prop_assert!(u64::from(up.0) >= down);
            proptest::prop_assert!(up > Upper::OUT);
        }

        #[test]
        fn the_least_product_of_a_score_is_the_first_that_reaches_it(score in 0u32..=1_000_000) {
            let least = u64::from(Upper::of_score(Score::new(score)).0);
            proptest::prop_assert!(score_of(least) >= score);
            proptest::prop_assert!(least == 0 || score_of(least - 1) < score);
        }
    }
}
