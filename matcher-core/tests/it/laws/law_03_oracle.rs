//! The index gives what a slow re-implementation of the definition gives: scores, sides, who is shown, what is unverified,
//! order and cut.

use matcher_core::Query;
use matcher_core::testing::worlds;
use proptest::prelude::*;

use crate::oracle::Oracle;

proptest! {
    #[test]
    fn the_index_says_what_the_definition_says(world in worlds(), k in 0..4usize) {
        let engine = world.engine();
        let oracle = Oracle::new(&world, &engine);
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            let mut expected = Vec::new();
            for offer in &world.offers {
                let judged = oracle.judge(profile, offer);
                let id = offer.identity();
                let explanation = index.explain(world.query(&person), &id).unwrap();
                let sides = [explanation.score, explanation.fit, explanation.wish].map(|score| u64::from(score.get()));
                prop_assert_eq!(sides, [judged.score, judged.fit, judged.wish], "{}\n{:#?}", id, explanation.criteria);
                let unverified: Vec<&str> = explanation.unverified.iter().map(|filter| filter.name()).collect();
                prop_assert_eq!(unverified, judged.unverified.clone(), "{}", id);
                if judged.shown {
                    expected.push((std::cmp::Reverse(judged.score), id.into_bytes()));
                }
            }
            expected.sort();
            let answer = index.top(Query::new(&person).k(k).as_of(world.as_of));
            prop_assert_eq!(answer.eligible(), expected.len());
            expected.truncate(k);
            let hits = answer.hits().iter();
            let found: Vec<_> = hits.map(|hit| (std::cmp::Reverse(u64::from(hit.score().get())), hit.id().as_bytes().to_vec())).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
