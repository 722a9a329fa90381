use super::super::search::{Ahead, in_two, one_by_one, select};
use super::super::sweep::Found;
use super::super::upper::Upper;
use super::layout::Layout;
use super::offer::Offer;
use super::sweep::Memory;
use crate::criteria::Case;
use crate::units::Score;

/// Looks at those that were found, the highest bounds first, until none can reach the least score that still counts. `score`
/// scores a pair, beside the row of the person, exactly where it may be shown and may reach that score, and says which score
/// counts from then on.
pub(crate) fn best_first(
    layout: &Layout,
    offer: &Offer<'_>,
    memory: &mut Memory,
    (least, wanted): (Score, usize),
    mut score: impl FnMut(usize, &Case<'_>) -> Score,
) {
    let Memory { found, part, lowered, worth, reach, touched, counts, .. } = memory;
    let skills = &layout.skills;
    worth.fill(skills, offer.offers.demands.row(offer.row));
    let mut least = Upper::of_score(least);
    for from in in_two(found, |found| found.upper, wanted, FIRST) {
        select(found, part, |&found| (found, from.holds(found.upper) & (found.upper >= least)));
        counts.terms_read += part.iter().map(|found| skills.len(found.slot)).sum::<usize>();
        select(part, lowered, |&Found { upper, slot }| {
            let upper = upper.less(skills.least_loss(slot, worth));
            (Found { upper, slot }, upper >= least)
        });
        least = one_by_one(lowered, least, |slot| {
            counts.scored += 1;
            let row = layout.tiling.rows[slot as usize] as usize;
            offer.look_closely(layout, slot, reach, touched, |case| score(row, case))
        });
    }
}

/// Fewer than of offers: people in reach differ more in how far they live.
const FIRST: Ahead = (6, 64);
