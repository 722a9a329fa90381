use super::super::counts::Counts;
use super::super::search::in_stages;
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
    let Memory { found, close, worth, reach, touched, counts, .. } = memory;
    let Counts { terms_read, scored, .. } = counts;
    worth.fill(&layout.skills, offer.offers.demands.row(offer.row));
    let lower = |close: &mut Vec<Found>, _: Upper| {
        for found in close {
            *terms_read += layout.skills.len(found.slot);
            found.upper = found.upper.less(layout.skills.least_loss(found.slot, worth));
        }
    };
    in_stages(found, close, (least, wanted), lower, |slot| {
        *scored += 1;
        let row = layout.tiling.rows[slot as usize] as usize;
        offer.look_closely(layout, slot, reach, touched, |case| score(row, case))
    });
}
