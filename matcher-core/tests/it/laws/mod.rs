//! The laws of scoring, one file each: properties that hold in every world that the generators can make. `PROPTEST_CASES`
//! sets how many worlds each looks at; `tests/planted` shows that each fails on a bug planted for it.

mod law_01_range_and_order;
mod law_02_same_answer_everywhere;
mod law_03_candidates;
mod law_03_index;
mod law_03_oracle;
mod law_04_adding_up;
mod law_05_more_never_hurts;
mod law_06_no_skill_lent_twice;
mod law_07_wider_never_loses;
mod law_08_unknown_is_neutral_and_visible;
mod law_09_hard_means_hard;
mod law_10_words_have_no_gender;
mod law_11_nothing_silent;

use std::collections::BTreeMap;

use matcher_core::model::{Offer, Profile};
use matcher_core::testing::World;
use matcher_core::{Engine, OfferIndex};

/// How a world's offers stand to one person: identity → score, and whether the offer is shown.
pub(crate) type Standing = BTreeMap<String, (u32, bool)>;

/// Every offer of the index as it stands to a profile.
pub(crate) fn standing(world: &World, index: &OfferIndex, profile: &Profile) -> Standing {
    let person = world.prepare(index.engine(), profile);
    let answer = index.top(world.query(&person));
    let of = |offer: &Offer| {
        let id = offer.identity();
        let score = index.score(world.query(&person), &id).unwrap().get();
        let shown = answer.hits().iter().any(|hit| hit.id() == id);
        (id, (score, shown))
    };
    index.iter().map(of).collect()
}

/// The score of one pair, alone.
pub(crate) fn score(world: &World, engine: &Engine, profile: &Profile, offer: &Offer) -> u32 {
    let (index, _) = engine.offers(std::slice::from_ref(offer));
    let person = world.prepare(engine, profile);
    index.score(world.query(&person), &offer.identity()).unwrap().get()
}

/// Whether no score fell and, where asked, no offer was lost.
pub(crate) fn assert_no_loss(before: &Standing, after: &Standing, what: &str, also_shown: bool) {
    for (id, (score, shown)) in before {
        let (new_score, still) = after[id];
        assert!(new_score >= *score, "{what}: the score of {id} fell from {score} to {new_score}");
        assert!(!also_shown || !shown || still, "{what}: {id} is lost");
    }
}
