//! Law 3, the other half: the index gives the answer of a look at every offer, hit by hit, whatever is asked.

use matcher_core::explain::Travel;
use matcher_core::model::{CommuteWish, Offer, Profile};
use matcher_core::testing::{World, offers, worlds};
use matcher_core::units::{Minutes, Ratio, Score};
use matcher_core::{Answer, Hit, OfferIndex, Query};
use proptest::collection::vec;
use proptest::prelude::*;

/// A world with enough offers for several to be alike and some to be cut off.
fn markets() -> impl Strategy<Value = World> {
    (worlds(), vec(offers(), 0..40)).prop_map(|(mut world, more)| {
        for (i, offer) in more.into_iter().enumerate() {
            // An order of ids that is not the order of the input.
            let id = format!("{}", (i * 37 + 11) % 101);
            world.offers.push(Offer { id, ..offer });
            // Every fifth once more under another name: equal scores.
            if i % 5 == 0
                && let Some(last) = world.offers.last().cloned()
            {
                world.offers.push(Offer { id: format!("twin-{i}"), ..last });
            }
        }
        world
    })
}

/// Identity, the score with its two sides, the confidence.
type Row<'a> = (&'a str, [Score; 3], Ratio);

fn rows(hits: &[Hit]) -> Vec<Row<'_>> {
    hits.iter().map(|hit| (hit.id(), [hit.score(), hit.fit(), hit.wish()], hit.confidence())).collect()
}

/// What must be equal of two answers.
fn shown(answer: &Answer) -> (usize, Vec<Row<'_>>, Vec<Row<'_>>) {
    (answer.eligible(), rows(answer.hits()), rows(answer.uncertain()))
}

fn assert_equal(index: &OfferIndex, query: &Query) {
    let (fast, slow) = (index.top(query.clone()), index.scan(query.clone()));
    assert_eq!(shown(&fast), shown(&slow), "{query:?}");
}

fn look(world: &World, profile: &Profile, index: &OfferIndex, k: usize, least: u32, confidence: u32) {
    let person = world.prepare(index.engine(), profile);
    let query = Query::new(&person).k(k).as_of(world.as_of);
    assert_equal(index, &query);
    assert_equal(index, &query.clone().min_score(Score::new(least)));
    assert_equal(index, &query.clone().min_confidence(Ratio::from_parts(confidence)));
    assert_equal(index, &query.tag("shift", "night"));
}

proptest! {
    #[test]
    fn the_index_answers_as_a_look_at_every_offer_does(
        world in markets(), k in 0usize..12, least in 0u32..1_000_000, confidence in 0u32..40_000,
    ) {
        let (index, _) = world.engine().offers(&world.offers);
        for profile in &world.people {
            look(&world, profile, &index, k, least, confidence);
            // Once more with the limit exactly at, and a tenth of a minute below, what the way to an offer takes.
            let person = world.prepare(index.engine(), &Profile {
                commute: CommuteWish { minutes: None, ..profile.commute.clone() },
                ..profile.clone()
            });
            let ways = index.scan(world.query(&person));
            let ways = ways.hits().iter().filter_map(|hit| match hit.travel() {
                Some(Travel::Known { minutes, .. }) => Some(minutes.tenths()),
                _ => None,
            });
            for tenths in ways.take(3).flat_map(|tenths| [tenths, tenths.saturating_sub(1)]) {
                let mut limited = profile.clone();
                limited.commute.minutes = Some(Minutes::from_tenths(u32::from(tenths)));
                look(&world, &limited, &index, k, least, confidence);
            }
        }
    }
}
