use std::collections::BTreeMap;

use super::information;
use crate::score::constants::{LEND_BROADER, LEND_LEAST, LEND_RELATED, LEND_SIBLING, LEND_TOGETHER, LENDS_AT_MOST};
use crate::taxonomy::{Csr, Frozen};
use crate::units::Ratio;

/// Skill → what it lends to others, by falling credit then rising skill, at most [`LENDS_AT_MOST`].
///
/// The best of four reasons counts:
/// a *broader* skill lends to a narrower one, less with every step; a *related* one (the publisher says so) lends; a
/// *sibling* under one broader skill lends by Lin's similarity (Lin 1998, ICML, pp. 296–304); a skill asked *together*
/// with another in most of the occupations that ask for either lends by the cosine of the two sets. Groups lend nothing.
/// A narrower skill is left out: it is not a loan but the skill itself.
pub(super) fn table(frozen: &Frozen, demand: &Csr<u32>) -> Csr<(u32, Ratio)> {
    let skills = frozen.skills.len();
    let below = frozen.skill_broader.reversed(skills);
    let asked_by = demand.reversed(skills);
    let under = counts_below(frozen);
    Csr::from_rows((0..skills as u32).map(|lender| {
        let mut credits: BTreeMap<u32, Ratio> = BTreeMap::new();
        let mut offer = |to: u32, credit: Ratio| {
            let known = credits.entry(to).or_default();
            *known = credit.max(*known);
        };
        let mut credit = LEND_BROADER;
        let mut level: Vec<u32> = below.row(lender as usize).to_vec();
        while credit >= LEND_LEAST && !level.is_empty() {
            level.iter().for_each(|&narrower| offer(narrower, credit));
            level = level.iter().flat_map(|&s| below.row(s as usize)).copied().collect();
            level.sort_unstable();
            level.dedup();
            credit = credit.times(LEND_BROADER);
        }
        frozen.related.row(lender as usize).iter().for_each(|&other| offer(other, LEND_RELATED));
        for &parent in frozen.skill_broader.row(lender as usize) {
            for &sibling in below.row(parent as usize) {
                let info = |skill: u32| information(under[skill as usize], skills);
                let lin = 2.0 * info(parent) / (info(lender) + info(sibling)).max(f64::MIN_POSITIVE);
                offer(sibling, LEND_SIBLING.times(Ratio::from_f64(lin)));
            }
        }
        together(lender, demand, &asked_by).for_each(|(other, cosine)| offer(other, LEND_TOGETHER.times(cosine)));
        let above = frozen.ancestors.row(lender as usize);
        let mut row: Vec<(u32, Ratio)> = credits
            .into_iter()
            .filter(|&(to, credit)| to != lender && credit >= LEND_LEAST && above.binary_search(&to).is_err())
            .collect();
        row.sort_by_key(|&(to, credit)| (std::cmp::Reverse(credit), to));
        row.truncate(LENDS_AT_MOST);
        row
    }))
}

/// Skill → how many skills stand below it.
fn counts_below(frozen: &Frozen) -> Vec<u32> {
    let mut counts = vec![0; frozen.skills.len()];
    for &above in frozen.ancestors.values() {
        counts[above as usize] += 1;
    }
    counts
}

/// The skills asked together with `skill`, with the cosine of the two sets of occupations; only where at least three
/// occupations ask for both, for fewer are chance.
fn together<'a>(skill: u32, demand: &Csr<u32>, asked_by: &'a Csr<u32>) -> impl Iterator<Item = (u32, Ratio)> + 'a {
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    let own = asked_by.row(skill as usize);
    // A skill that a great many occupations ask for is near to nothing in particular.
    if own.len() <= 200 {
        for &occupation in own {
            for &other in demand.row(occupation as usize) {
                *counts.entry(other).or_default() += 1;
            }
        }
    }
    counts.into_iter().filter(|&(_, both)| both >= 3).map(move |(other, both)| {
        let product = own.len() as u64 * asked_by.row(other as usize).len() as u64;
        (other, Ratio::of(both << 16, (product << 32).isqrt()))
    })
}
