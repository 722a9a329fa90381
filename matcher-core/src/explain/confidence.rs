use crate::criteria::{BuiltIn, Case, Slot, State, pair, skills};
use crate::units::Ratio;

/// The share of what is asked that was understood: the weights of the criteria whose both sides are known, over the
/// weights of all that ask something. Of the skills only what is listed or spotted counts in full; what an occupation
/// implies counts half, and nothing where the person names no skill and no occupation.
pub(crate) fn confidence(case: &Case<'_>) -> Ratio {
    let (mut known, mut asked) = (0u64, 0u64);
    for &slot in &case.engine.slots {
        let (weight, state) = match slot {
            Slot::BuiltIn(BuiltIn::Skills) => {
                let weight = u64::from(BuiltIn::Skills.weight(&case.engine.settings.weights).parts());
                asked += weight;
                if !case.person.have.is_empty() {
                    let [listed, spotted, implied, _] = skills::shares_by_origin(case.offers.demands.row(case.offer));
                    known += (weight * u64::from(listed + spotted + implied / 2)) >> Ratio::BITS;
                }
                continue;
            }
            Slot::BuiltIn(criterion) => {
                (criterion.weight(&case.engine.settings.weights), criterion.deficit(case).state())
            }
            Slot::Host(number) => {
                let criterion = &case.engine.host[number];
                (criterion.weight(), criterion.deficit(&pair(case)).state())
            }
        };
        let weight = u64::from(weight.parts());
        match state {
            State::NotAsked => {}
            State::Unknown => asked += weight,
            State::Known => {
                asked += weight;
                known += weight;
            }
        }
    }
    Ratio::of(known, asked)
}
