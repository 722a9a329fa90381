use std::collections::BTreeMap;

use super::information;
use crate::score::constants::{SIMILAR_AT_MOST, SIMILAR_LEAST};
use crate::taxonomy::{Csr, Frozen};
use crate::units::Ratio;

/// Occupation → similar occupations with their similarity, rising by number; at least [`SIMILAR_LEAST`], the best
/// [`SIMILAR_AT_MOST`].
///
/// Inside one classification the mean of two numbers: the part of the work that both share (the sum over skills of the
/// smaller of the two shares: Ružička's measure on vectors that sum to one) and Lin's similarity over the groups above.
/// Between two classifications the confidence of the crosswalk times the similarity on the other side.
pub(super) fn table(frozen: &Frozen, shares: &Csr<(u32, u16)>) -> Csr<(u32, Ratio)> {
    let occupations = frozen.occupations.len();
    let asked_by = postings(frozen.skills.len(), shares);
    let members = frozen.occupation_all_groups.reversed(frozen.groups.len());
    let own: Vec<BTreeMap<u32, Ratio>> =
        (0..occupations as u32).map(|occupation| within(frozen, shares, &asked_by, &members, occupation)).collect();
    Csr::from_rows((0..occupations as u32).map(|occupation| {
        let mut row = own[occupation as usize].clone();
        for &(twin, confidence) in frozen.crosswalk.row(occupation as usize) {
            let mut through = |other: u32, similarity: Ratio| {
                let known = row.entry(other).or_default();
                *known = confidence.times(similarity).max(*known);
            };
            through(twin, Ratio::ONE);
            own[twin as usize].iter().for_each(|(&other, &similarity)| through(other, similarity));
        }
        // The other way round: what resembles this occupation on this side and has a twin over there.
        for (&like, &similarity) in &own[occupation as usize] {
            for &(twin, confidence) in frozen.crosswalk.row(like as usize) {
                let known = row.entry(twin).or_default();
                *known = confidence.times(similarity).max(*known);
            }
        }
        row.remove(&occupation);
        let mut best: Vec<(u32, Ratio)> =
            row.into_iter().filter(|&(_, similarity)| similarity >= SIMILAR_LEAST).collect();
        best.sort_by_key(|&(other, similarity)| (std::cmp::Reverse(similarity), other));
        best.truncate(SIMILAR_AT_MOST);
        best.sort_unstable();
        best
    }))
}

fn postings(skills: usize, shares: &Csr<(u32, u16)>) -> Csr<(u32, u16)> {
    let mut rows = vec![Vec::new(); skills];
    for (occupation, row) in shares.rows().enumerate() {
        for &(skill, share) in row {
            rows[skill as usize].push((occupation as u32, share));
        }
    }
    Csr::from_rows(rows)
}

/// Similar occupations by skills and groups alone.
fn within(
    frozen: &Frozen,
    shares: &Csr<(u32, u16)>,
    asked_by: &Csr<(u32, u16)>,
    members: &Csr<u32>,
    occupation: u32,
) -> BTreeMap<u32, Ratio> {
    let mut parts: BTreeMap<u32, u32> = BTreeMap::new();
    for &(skill, share) in shares.row(occupation as usize) {
        for &(other, theirs) in asked_by.row(skill as usize) {
            *parts.entry(other).or_default() += u32::from(share.min(theirs));
        }
    }
    let info = |group: u32| information(members.row(group as usize).len() as u32, frozen.occupations.len());
    let mut lin: BTreeMap<u32, f64> = BTreeMap::new();
    for &group in frozen.occupation_all_groups.row(occupation as usize) {
        // Two single occupations have the information of one among all: 1 on this scale is "none", so "one" is a little less.
        let single = information(1, frozen.occupations.len());
        let value = (info(group) / single.max(f64::MIN_POSITIVE)).min(1.0);
        for &other in members.row(group as usize) {
            let known = lin.entry(other).or_default();
            *known = known.max(value);
        }
    }
    let others: std::collections::BTreeSet<u32> = parts.keys().chain(lin.keys()).copied().collect();
    others
        .into_iter()
        .filter(|&other| other != occupation)
        .map(|other| {
            let shared = parts.get(&other).copied().unwrap_or(0);
            let lin = lin.get(&other).map_or(0, |&value| Ratio::from_f64(value).parts());
            (other, Ratio::from_parts((shared + lin) / 2))
        })
        .filter(|&(_, similarity)| similarity >= SIMILAR_LEAST)
        .collect()
}
