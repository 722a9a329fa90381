use super::Scratch;
use crate::criteria::{self, BuiltIn, Case, Side, Slot};
use crate::units::{Ratio, Score};

/// The score of a pair with those of its two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scored {
    /// The product over both sides: what is ranked by.
    pub(crate) score: Score,
    /// How well the person meets the offer.
    pub(crate) fit: Score,
    /// How well the offer meets the person.
    pub(crate) wish: Score,
}

/// 1 in parts of 2³⁰.
const ONE: u64 = 1 << 30;

/// What one criterion takes, in parts of 2³⁰: λ·d, for the skills the sum over the requirements.
pub(crate) fn loss_of(case: &Case<'_>, slot: Slot, scratch: &mut Scratch) -> u32 {
    let weigh = |weight: Ratio, deficit: Ratio| weight.parts() * deficit.parts();
    match slot {
        Slot::BuiltIn(BuiltIn::Skills) => criteria::skills::loss(case, scratch),
        Slot::BuiltIn(criterion) => {
            match criterion.weight(&case.engine.settings.weights) {
                // What weighs nothing is not looked at.
                Ratio::ZERO => 0,
                weight => weigh(weight, criterion.deficit(case).ratio()),
            }
        }
        Slot::Host(number) => {
            let criterion = &case.engine.host[number];
            weigh(criterion.weight(), criterion.deficit(&criteria::pair(case)).ratio())
        }
    }
}

/// Whose side a criterion is on.
pub(crate) fn side_of(case: &Case<'_>, slot: Slot) -> Side {
    match slot {
        Slot::BuiltIn(criterion) => criterion.side(),
        Slot::Host(number) => case.engine.host[number].side(),
    }
}

/// The score: p ← p·(2³⁰ − loss) >> 30 over the criteria in the order of their ids, rounded once at the end.
pub(crate) fn score(case: &Case<'_>, scratch: &mut Scratch) -> Scored {
    let mut losses = std::mem::take(&mut scratch.losses);
    losses.clear();
    losses.extend(case.engine.slots.iter().map(|&slot| loss_of(case, slot, scratch)));
    let scored = product(case, &losses);
    scratch.losses = losses;
    scored
}

/// The score where it is at least `least`. The tasks cost more to compare than all else together, so they are looked at
/// last, and only where the score would reach `least` if they lost nothing: a bound, for a loss only makes the product
/// smaller.
pub(crate) fn score_from(case: &Case<'_>, least: Score, scratch: &mut Scratch) -> Option<Scored> {
    const TASKS: Slot = Slot::BuiltIn(BuiltIn::Tasks);
    let mut losses = std::mem::take(&mut scratch.losses);
    losses.clear();
    losses.extend(case.engine.slots.iter().map(|&slot| if slot == TASKS { 0 } else { loss_of(case, slot, scratch) }));
    let mut scored = product(case, &losses);
    if scored.score >= least
        && let Some(tasks) = case.engine.slots.iter().position(|&slot| slot == TASKS)
    {
        losses[tasks] = loss_of(case, TASKS, scratch);
        scored = product(case, &losses);
    }
    scratch.losses = losses;
    (scored.score >= least).then_some(scored)
}

fn product(case: &Case<'_>, losses: &[u32]) -> Scored {
    let (mut both, mut fit, mut wish) = (ONE, ONE, ONE);
    for (&slot, &loss) in case.engine.slots.iter().zip(losses) {
        let kept = ONE - u64::from(loss);
        both = (both * kept) >> 30;
        match side_of(case, slot) {
            Side::Fit => fit = (fit * kept) >> 30,
            Side::Wish => wish = (wish * kept) >> 30,
        }
    }
    let points = |p: u64| Score::new(((p * 1_000_000 + (1 << 29)) >> 30) as u32);
    Scored { score: points(both), fit: points(fit), wish: points(wish) }
}
