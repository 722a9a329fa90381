use crate::score::shares::{apportion, cap_optional, mass};
use crate::taxonomy::{Csr, Frozen};

/// Occupation → its skills with their shares of 2¹⁵, rising by skill.
pub(super) fn shares(frozen: &Frozen) -> Csr<(u32, u16)> {
    Csr::from_rows(frozen.essential.rows().zip(frozen.optional.rows()).map(|(essential, optional)| {
        let masses = |skills: &[u32], essential| -> Vec<u32> {
            skills.iter().map(|&skill| mass(essential, frozen.specificity[skill as usize])).collect()
        };
        let (must, mut may) = (masses(essential, true), masses(optional, false));
        if !must.is_empty() {
            cap_optional(must.iter().map(|&m| u64::from(m)).sum(), &mut may);
        }
        let all: Vec<u64> = must.iter().chain(&may).map(|&m| u64::from(m)).collect();
        let skills = essential.iter().chain(optional).copied();
        let mut row: Vec<(u32, u16)> =
            skills.zip(apportion(1 << 15, &all)).map(|(s, share)| (s, share as u16)).collect();
        row.sort_unstable();
        row
    }))
}

/// Skill → the mean of its shares over all occupations that ask for anything, in parts of 2³⁰. The mean coverage of a
/// person over the taxonomy is then one sparse dot product.
pub(super) fn means(frozen: &Frozen, shares: &Csr<(u32, u16)>) -> Vec<u32> {
    let mut sums = vec![0u64; frozen.skills.len()];
    for &(skill, share) in shares.values() {
        sums[skill as usize] += u64::from(share);
    }
    let occupations = shares.rows().filter(|row| !row.is_empty()).count().max(1) as u64;
    sums.into_iter().map(|sum| ((sum << 15) / occupations) as u32).collect()
}
