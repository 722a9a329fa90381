/// A population in one byte: up to 7 exactly, then three significant bits and the middle of what they leave open, so that
/// it is off by at most an eighth.
///
/// Populations order candidates and tell a town from a hamlet; nothing needs them to the head.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Heads(pub(super) u8);

impl Heads {
    pub(super) fn of(population: u32) -> Heads {
        if population < 8 {
            return Heads(population as u8);
        }
        let shift = 29 - population.leading_zeros();
        Heads((shift << 2) as u8 + (population >> shift) as u8)
    }

    pub(super) fn get(self) -> u32 {
        if self.0 < 8 {
            return u32::from(self.0);
        }
        // Bytes that no population gives stand for the largest one.
        let shift = u32::from(self.0 >> 2) - 1;
        if shift > 29 { u32::MAX } else { (2 * u32::from(4 + (self.0 & 3)) + 1) << (shift - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_population_is_kept_to_an_eighth_and_in_order(a: u32, b: u32, small in 0..2_000u32) {
            for a in [a, small] {
                let kept = Heads::of(a).get();
                proptest::prop_assert!(kept.abs_diff(a) <= a / 8 + 1, "{a} {kept}");
                proptest::prop_assert_eq!(Heads::of(kept), Heads::of(a));
                proptest::prop_assert!((a <= b) <= (Heads::of(a) <= Heads::of(b)));
            }
        }
    }
}
