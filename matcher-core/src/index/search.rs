use std::collections::BinaryHeap;

use super::layout::Layout;
use super::sweep::{Found, Memory};
use super::terms::{Loss, Terms};
use super::upper::Upper;
use crate::rank::Lens;
use crate::units::Score;

/// An offer of which the heaviest skills were looked at.
#[derive(Clone, Copy, Default)]
pub(crate) struct Close {
    /// Lowered by what these cost at least.
    upper: Upper,
    slot: u32,
    head: Loss,
    /// Before skills were looked at.
    before: Upper,
}

/// Looks at what was found, the highest bounds first, until none can reach the least score that still counts. `score`
/// scores an offer, by its row, exactly where it may reach that score, and says which score counts from then on.
///
/// Bounds are lowered in two steps, by the heaviest skills asked and by all of them; the highest of each step go ahead of the
/// others and tell what counts.
pub(crate) fn best_first(
    layout: &Layout,
    lens: &Lens<'_>,
    memory: &mut Memory,
    (least, wanted): (Score, usize),
    mut score: impl FnMut(usize) -> Score,
) {
    let Memory { found, part, close, close_part, lowered, credits, counts, .. } = memory;
    let terms = &layout.terms;
    credits.fill(terms, lens.person());
    let mut least = Upper::of_score(least);
    for from in in_two(found, |found| found.upper, wanted, FIRST) {
        select(found, part, |&found| (found, from.holds(found.upper) & (found.upper >= least)));
        counts.terms_read += part.len() * Terms::HEAD;
        select(part, close, |&Found { upper: before, slot }| {
            let head = terms.of_head(slot as usize, credits);
            let upper = before.less(head.parts());
            (Close { upper, slot, head, before }, upper >= least)
        });
        for from in in_two(close, |close| close.upper, wanted, FEW) {
            select(close, close_part, |&close| (close, from.holds(close.upper) & (close.upper >= least)));
            select(close_part, lowered, |&Close { slot, head, before, .. }| {
                counts.terms_read += terms.tail_len(slot as usize);
                let upper = before.less(terms.with_tail(slot as usize, head, credits).parts());
                (Found { upper, slot }, upper >= least)
            });
            least = one_by_one(lowered, least, |slot| {
                counts.scored += 1;
                score(layout.tiling.rows[slot as usize] as usize)
            });
        }
    }
}

/// The highest bounds first until none reaches the least that counts; returns what counts then. Few are taken, so that a
/// heap costs less than sorting.
pub(super) fn one_by_one(found: &mut Vec<Found>, mut least: Upper, mut score: impl FnMut(u32) -> Score) -> Upper {
    let mut best = BinaryHeap::from(std::mem::take(found));
    while let Some(found) = best.pop().filter(|found| found.upper >= least) {
        least = Upper::of_score(score(found.slot));
    }
    *found = best.into_vec();
    least
}

/// Lowers the bounds by what skills cost at least and keeps what reaches the least score that counts for its row.
pub(crate) fn lower(layout: &Layout, lens: &Lens<'_>, memory: &mut Memory, least: impl Fn(usize) -> Score) {
    let Memory { found, credits, counts, .. } = memory;
    let terms = &layout.terms;
    credits.fill(terms, lens.person());
    for Found { upper, slot } in found {
        counts.terms_read += Terms::HEAD + terms.tail_len(*slot as usize);
        let head = terms.of_head(*slot as usize, credits);
        *upper = upper.less(terms.with_tail(*slot as usize, head, credits).parts());
    }
    memory.keep_reaching(layout, least);
    memory.counts.scored += memory.found.len();
}

/// So many for each hit wanted go ahead of the others, and so many at least.
pub(super) type Ahead = (usize, usize);
const FIRST: Ahead = (16, 256);
const FEW: Ahead = (3, 32);

/// Bounds from one to below another.
#[derive(Clone, Copy)]
pub(super) struct Range {
    from: Upper,
    below: Upper,
}

impl Range {
    #[inline]
    pub(super) fn holds(self, upper: Upper) -> bool {
        (upper >= self.from) & (upper < self.below)
    }
}

/// The range of the highest bounds, so many for each hit wanted and at least so many, and that of the others.
pub(super) fn in_two<T>(
    all: &[T],
    upper: impl Fn(&T) -> Upper,
    wanted: usize,
    (for_each, at_least): Ahead,
) -> [Range; 2] {
    let many = wanted.saturating_mul(for_each).max(at_least);
    let first = Upper(bucket_of_best(all, upper, many) << BUCKET_SHIFT);
    [Range { from: first, below: Upper(u32::MAX) }, Range { from: Upper::OUT, below: first }]
}

/// A thousand buckets of bounds.
const BUCKET_SHIFT: u32 = 20;
const BUCKETS: usize = (1 << (30 - BUCKET_SHIFT)) + 1;

/// The highest bucket for which it and those above it hold so many bounds.
fn bucket_of_best<T>(all: &[T], upper: impl Fn(&T) -> Upper, many: usize) -> u32 {
    if all.len() <= many {
        return 0;
    }
    let mut sizes = [0u32; BUCKETS];
    for one in all {
        sizes[(upper(one).0 >> BUCKET_SHIFT) as usize] += 1;
    }
    let mut above = 0;
    let reaches = |bucket: &usize| {
        above += sizes[*bucket] as usize;
        above >= many
    };
    (0..BUCKETS).rev().find(reaches).unwrap_or_default() as u32
}

/// What some of these become. Whether one stays is a number, not a branch that nothing could foretell.
pub(super) fn select<T, U: Copy + Default>(all: &[T], into: &mut Vec<U>, mut becomes: impl FnMut(&T) -> (U, bool)) {
    into.clear();
    // So many at a time, that what is written over need not be cleared before.
    let mut some = [U::default(); 64];
    for part in all.chunks(some.len()) {
        let mut kept = 0;
        for one in part {
            let stays;
            (some[kept], stays) = becomes(one);
            kept += usize::from(stays);
        }
        into.extend_from_slice(&some[..kept]);
    }
}
