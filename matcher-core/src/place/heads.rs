/// A population in one byte: up to 15 exactly, then four significant bits, so that it is at most an eighth too low.
///
/// Populations order candidates and tell a town from a hamlet; nothing needs them to the head.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Heads(pub(super) u8);

impl Heads {
    pub(super) fn of(population: u32) -> Heads {
        if population < 16 {
            return Heads(population as u8);
        }
        let shift = 28 - population.leading_zeros();
        Heads((shift << 3) as u8 + (population >> shift) as u8)
    }

    pub(super) fn get(self) -> u32 {
        if self.0 < 16 {
            return u32::from(self.0);
        }
        let shift = (self.0 >> 3) - 1;
        // Bytes that no population gives stand for the most that can be held.
        let (significant, shift) = (u32::from(8 + (self.0 & 7)), u32::from(shift));
        if shift > 28 { u32::MAX } else { significant << shift }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_population_is_kept_to_an_eighth_and_in_order(a: u32, b: u32) {
            let kept = Heads::of(a).get();
            proptest::prop_assert!(kept <= a && a - kept <= a / 8, "{a} {kept}");
            proptest::prop_assert_eq!(Heads::of(kept), Heads::of(a));
            proptest::prop_assert!((a <= b) <= (Heads::of(a) <= Heads::of(b)));
        }
    }
}
