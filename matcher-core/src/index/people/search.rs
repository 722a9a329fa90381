use super::super::search::{Ahead, in_two, one_by_one, select};
use super::super::sweep::lower;
use super::super::upper::Upper;
use super::layout::Layout;
use super::offer::Offer;
use super::sweep::Memory;
use crate::criteria::Case;
use crate::units::Score;

/// Looks at those that were found, the highest bounds first, until none can reach the least score that still counts. `score`
/// scores a pair, beside the row of the person, exactly where it may be shown and may reach that score, and says which score
/// counts from then on.
///
/// Skills lower all bounds; the highest then go ahead of the others and tell what counts. What else a person says is read of those
/// alone who still count: first the titles, for these leave the fewest.
pub(crate) fn best_first(
    layout: &Layout,
    offer: &Offer<'_>,
    memory: &mut Memory,
    (least, wanted): (Score, usize),
    mut score: impl FnMut(usize, &Case<'_>) -> Score,
) {
    let Memory { found, part, rest, nearness, gains, ranges, reach, touched, counts, .. } = memory;
    let Some(anybody) = found.first().map(|found| layout.tiling.rows[found.slot as usize]) else { return };
    counts.terms_read += gains.fill(&layout.skills, offer.offers.demands.row(offer.row), ranges);
    for found in found.iter_mut() {
        found.upper = found.upper.less(gains.least_loss(&layout.skills, found.slot));
    }
    nearness.fill(&layout.titles, offer.offers, offer.row);
    let mut least = Upper::of_score(least);
    for from in in_two(found, |found| found.upper, wanted, FIRST) {
        select(found, part, |&found| (found, from.holds(found.upper) & (found.upper >= least)));
        let reaching = |upper| if upper >= least { upper } else { Upper::OUT };
        offer.look(anybody, |case| {
            lower(part, 0, |found| {
                reaching(found.upper.times(nearness.upper(&layout.titles, offer.people, case, found.slot)))
            });
        });
        for ((attribute, classes), memo) in layout.rest.iter().zip(&mut *rest) {
            lower(part, 0, |found| {
                let class = classes.of[found.slot as usize];
                let judge = || offer.look(classes.examples[class as usize], |case| attribute.judge(case));
                reaching(found.upper.times(memo.of(class, judge)))
            });
        }
        least = one_by_one(part, least, |slot| {
            counts.scored += 1;
            let row = layout.tiling.rows[slot as usize] as usize;
            offer.look_closely(layout, slot, reach, touched, |case| score(row, case))
        });
    }
}

/// Fewer than of offers: people in reach differ more in how far they live.
const FIRST: Ahead = (6, 64);
