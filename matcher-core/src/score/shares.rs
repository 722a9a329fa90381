//! From masses to shares.

use super::constants::{ESSENTIAL_MASS, OPTIONAL_MASS};
use crate::units::Ratio;

/// The mass of a requirement: its kind times its specificity.
pub(crate) const fn mass(essential: bool, specificity: Ratio) -> u32 {
    specificity.parts() * if essential { ESSENTIAL_MASS } else { OPTIONAL_MASS }
}

/// Cuts optional masses down, in proportion, to a third of the essential ones together.
pub(crate) fn cap_optional(essential: u64, optional: &mut [u32]) {
    let sum: u64 = optional.iter().map(|&mass| u64::from(mass)).sum();
    if sum * 3 > essential {
        for mass in optional {
            *mass = (u64::from(*mass) * essential / (3 * sum)) as u32;
        }
    }
}

/// Shares `total` out in proportion to the masses, by largest remainder: they sum to `total` exactly, ties go to the
/// earlier. All zero where every mass is zero.
///
/// Hamilton's method; a share never moves by more than one part against the exact quota.
pub(crate) fn apportion(total: u64, masses: &[u64]) -> Vec<u64> {
    let sum: u128 = masses.iter().map(|&mass| u128::from(mass)).sum();
    if sum == 0 {
        return vec![0; masses.len()];
    }
    let quota = |mass: u64| u128::from(mass) * u128::from(total);
    let mut shares: Vec<u64> = masses.iter().map(|&mass| (quota(mass) / sum) as u64).collect();
    let missing = total - shares.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..masses.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(quota(masses[i]) % sum), i));
    for &i in order.iter().take(missing as usize) {
        shares[i] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn shares_sum_to_the_total(total in 0u64..2_000_000, masses in proptest::collection::vec(0u64..1 << 20, 1..40)) {
            let shares = apportion(total, &masses);
            let sum: u64 = shares.iter().sum();
            proptest::prop_assert_eq!(sum, if masses.iter().all(|&m| m == 0) { 0 } else { total });
            let all: u64 = masses.iter().sum();
            for (share, mass) in shares.iter().zip(&masses) {
                proptest::prop_assert!((share * all).abs_diff(mass * total) <= all);
                proptest::prop_assert!(*mass > 0 || *share == 0);
            }
        }

        #[test]
        fn optional_masses_stay_within_a_third(essential in 0u64..1 << 20, mut optional in proptest::collection::vec(0u32..1 << 18, 0..20)) {
            cap_optional(essential, &mut optional);
            proptest::prop_assert!(optional.iter().map(|&m| u64::from(m)).sum::<u64>() * 3 <= essential);
        }
    }

    #[test]
    fn ties_go_to_the_earlier() {
        assert_eq!(apportion(2, &[1, 1, 1]), [1, 1, 0]);
        assert_eq!(apportion(7, &[0, 0]), [0, 0]);
    }
}
