use std::collections::BinaryHeap;

use super::super::attribute::kept;
use super::super::upper::Upper;
use super::layout::Layout;
use super::offer::Offer;
use super::sweep::Memory;
use crate::criteria::{BuiltIn, Case};
use crate::units::Score;

/// Somebody found, by the most that the pair can have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Close {
    upper: Upper,
    /// Titles and wishes were looked at.
    titled: bool,
    slot: u32,
}

/// Looks at those that were found, the highest bounds first, until none can reach the least score that still counts. `score`
/// scores a pair, beside the row of the person, exactly where it may be shown and may reach that score, and says which score
/// counts from then on.
pub(crate) fn best_first(
    layout: &Layout,
    offer: &Offer<'_>,
    memory: &mut Memory,
    least: Score,
    mut score: impl FnMut(usize, &Case<'_>) -> Score,
) {
    let Memory { found, close, worth, reach, touched, counts, .. } = memory;
    worth.fill(&layout.skills, offer.offers.demands.row(offer.row));
    let mut least = Upper::of_score(least);
    close.clear();
    for found in found {
        counts.terms_read += layout.skills.len(found.slot);
        let upper = found.upper.less(layout.skills.least_loss(found.slot, worth));
        if upper >= least {
            close.push(Close { upper, titled: false, slot: found.slot });
        }
    }
    // Few of them are taken: a heap costs less than sorting.
    let mut best = BinaryHeap::from(std::mem::take(close));
    while let Some(next) = best.pop().filter(|next| next.upper >= least) {
        let row = layout.tiling.rows[next.slot as usize] as usize;
        if next.titled {
            counts.scored += 1;
            least = offer.look_closely(layout, next.slot, reach, touched, |case| Upper::of_score(score(row, case)));
        } else {
            let titles = |case: &Case<'_>| kept(case, BuiltIn::Occupation).times(kept(case, BuiltIn::Wish));
            let upper = next.upper.times(offer.look_closely(layout, next.slot, reach, touched, titles));
            best.push(Close { upper, titled: true, ..next });
        }
    }
    *close = best.into_vec();
}
