use std::collections::BinaryHeap;

use super::counts::Counts;
use super::layout::Layout;
use super::sweep::{Found, Memory, keep};
use super::terms::Terms;
use super::upper::Upper;
use crate::rank::Lens;
use crate::units::Score;

/// Looks at what was found, the highest bounds first, until none can reach the least score that still counts. `score`
/// scores an offer, by its row, exactly where it may reach that score, and says which score counts from then on.
pub(crate) fn best_first(
    layout: &Layout,
    lens: &Lens<'_>,
    memory: &mut Memory,
    (least, wanted): (Score, usize),
    mut score: impl FnMut(usize) -> Score,
) {
    memory.credits.fill(&layout.terms, lens.person());
    let Memory { found, close, credits, counts, .. } = memory;
    let Counts { terms_read, scored, .. } = counts;
    let lower = |close: &mut Vec<Found>, least: Upper| {
        *terms_read += close.len() * Terms::HEAD;
        let head = |found: &Found| found.upper.less(layout.terms.least_loss_of_head(found.slot as usize, credits));
        keep(close, 0, |found| head(found) >= least);
        *terms_read += close.iter().map(|found| layout.terms.len(found.slot as usize) - Terms::HEAD).sum::<usize>();
        for found in close {
            found.upper = found.upper.less(layout.terms.least_loss(found.slot as usize, credits));
        }
    };
    in_stages(found, close, (least, wanted), lower, |slot| {
        *scored += 1;
        score(layout.tiling.rows[slot as usize] as usize)
    });
}

/// Looks at what was found in two stages. First a few hundred of the highest bounds are lowered by what the skills cost, so
/// that the best of these tell what counts; then all others that can still reach it, in the order of memory, which is the
/// faster one. `lower` may leave out what cannot reach the limit that it is given.
pub(super) fn in_stages(
    found: &[Found],
    close: &mut Vec<Found>,
    (least, wanted): (Score, usize),
    mut lower: impl FnMut(&mut Vec<Found>, Upper),
    mut score: impl FnMut(u32) -> Score,
) {
    let first = Upper(bucket_of_best(found, wanted.saturating_mul(WANTED).max(AT_LEAST)) << BUCKET_SHIFT);
    let mut least = Upper::of_score(least);
    for (from, below) in [(first, Upper(u32::MAX)), (Upper::OUT, first)] {
        let from = from.max(least);
        close.clear();
        close.extend_from_slice(found);
        keep(close, 0, |found| (found.upper >= from) & (found.upper < below));
        lower(close, least);
        keep(close, 0, |found| found.upper >= least);
        // Few of them are taken: a heap costs less than sorting.
        let mut best = BinaryHeap::from(std::mem::take(close));
        while let Some(found) = best.pop().filter(|found| found.upper >= least) {
            least = Upper::of_score(score(found.slot));
        }
        *close = best.into_vec();
    }
}

/// Lowers the bounds by what skills cost at least and keeps what reaches the least score that counts for its row.
pub(crate) fn lower(layout: &Layout, lens: &Lens<'_>, memory: &mut Memory, least: impl Fn(usize) -> Score) {
    memory.credits.fill(&layout.terms, lens.person());
    for found in &mut memory.found {
        memory.counts.terms_read += layout.terms.len(found.slot as usize);
        found.upper = found.upper.less(layout.terms.least_loss(found.slot as usize, &memory.credits));
    }
    memory.keep_reaching(layout, least);
    memory.counts.scored += memory.found.len();
}

/// So many bounds for each hit wanted are looked at first, and so many at least.
const WANTED: usize = 16;
const AT_LEAST: usize = 256;
/// A thousand buckets of bounds.
const BUCKET_SHIFT: u32 = 20;
const BUCKETS: usize = (1 << (30 - BUCKET_SHIFT)) + 1;

/// The highest bucket for which it and those above it hold so many bounds.
fn bucket_of_best(found: &[Found], many: usize) -> u32 {
    if found.len() <= many {
        return 0;
    }
    let mut sizes = [0u32; BUCKETS];
    for found in found {
        sizes[(found.upper.0 >> BUCKET_SHIFT) as usize] += 1;
    }
    let mut above = 0;
    let reaches = |bucket: &usize| {
        above += sizes[*bucket] as usize;
        above >= many
    };
    (0..BUCKETS).rev().find(reaches).unwrap_or_default() as u32
}
