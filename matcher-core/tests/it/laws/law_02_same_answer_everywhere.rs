//! A score depends on the pair and on nothing else: not on other records, their order, threads or the side asked from.

use std::ops::ControlFlow;

use matcher_core::testing::worlds;
use matcher_core::{Answer, Query, Seek};
use proptest::prelude::*;

/// An answer with all its explanations as it would be written into a file.
fn written(answer: &Answer) -> String {
    let lines = answer.hits().iter().map(|hit| {
        let record = matcher_core::MatchRecord { explanation: Some(hit.explain()), ..hit.record() };
        serde_json::to_string(&record).unwrap()
    });
    lines.collect::<Vec<_>>().join("\n")
}

proptest! {
    #[test]
    fn a_pair_is_explained_alike_alone_among_others_and_in_any_order(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        let mut reversed = world.offers.clone();
        reversed.reverse();
        let (backwards, _) = engine.offers(&reversed);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            prop_assert_eq!(written(&index.top(world.query(&person))), written(&backwards.top(world.query(&person))));
            for offer in &world.offers {
                let (alone, _) = engine.offers(std::slice::from_ref(offer));
                let explained = |index: &matcher_core::OfferIndex| index.explain(world.query(&person), &offer.identity()).unwrap();
                prop_assert_eq!(explained(&index), explained(&alone));
            }
        }
    }

    #[test]
    fn one_thread_and_many_give_the_same_bytes(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        let queries: Vec<Query> = world.people.iter().map(|p| world.query(&world.prepare(&engine, p))).collect();
        let one: Vec<String> = index.top_many(&queries, |_| ControlFlow::Continue(())).iter().map(written).collect();
        let many: Vec<String> = index.top_many_parallel(&queries).iter().map(written).collect();
        prop_assert_eq!(&one, &many);
        // Memory used for another person before changes nothing.
        let fresh: Vec<String> = queries.iter().map(|query| written(&index.top(query.clone()))).collect();
        prop_assert_eq!(one, fresh);
    }

    #[test]
    fn an_offer_sees_the_numbers_that_a_person_sees(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        let people: Vec<_> = world.people.iter().map(|profile| world.prepare(&engine, profile)).collect();
        let backwards: Vec<_> = people.iter().rev().cloned().collect();
        for (people, order) in [(&people, "as given"), (&backwards, "backwards")] {
            let mut seen = Vec::new();
            let seek = Seek::new().k(usize::MAX).as_of(world.as_of);
            for (offer, candidates) in index.candidates(&engine.people(people), seek) {
                let order: Vec<_> = candidates.iter().map(|c| (1_000_000 - c.score.get(), people[c.person].id())).collect();
                prop_assert!(order.is_sorted());
                seen.extend(candidates.iter().map(|c| (offer.to_owned(), people[c.person].id().to_owned(), c.score, c.fit, c.wish)));
            }
            let mut expected = Vec::new();
            for person in people {
                let answer = index.top(world.query(person));
                expected.extend(answer.hits().iter().map(|h| (h.id().to_owned(), person.id().to_owned(), h.score(), h.fit(), h.wish())));
            }
            seen.sort();
            expected.sort();
            prop_assert_eq!(seen, expected, "{}", order);
        }
    }
}
