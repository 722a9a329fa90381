//! A score lies between 0 and 100 points; the order is score, then identity by its bytes; the cut is a prefix.

use matcher_core::testing::worlds;
use matcher_core::{Offer, Query};
use proptest::prelude::*;

proptest! {
    #[test]
    fn scores_lie_in_range_and_fall_and_ties_stand_by_the_bytes_of_their_identity(world in worlds(), k in 0..4usize) {
        let engine = world.engine();
        // Twins under other names, so that there are ties.
        let twin = |offer: &Offer| Offer { source: "ß".to_owned(), ..offer.clone() };
        let twins: Vec<Offer> = world.offers.iter().map(twin).collect();
        let (index, _) = engine.offers(&[world.offers.clone(), twins].concat());
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            let all = index.top(world.query(&person));
            let order: Vec<_> = all.hits().iter().map(|hit| (1_000_000 - hit.score().get(), hit.id().as_bytes())).collect();
            prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
            prop_assert!(all.hits().iter().all(|hit| hit.score().get() <= 1_000_000));
            prop_assert!(all.hits().iter().enumerate().all(|(i, hit)| hit.rank() == i + 1));
            prop_assert_eq!(all.hits().len(), all.eligible());
            let cut = index.top(Query::new(&person).k(k).as_of(world.as_of));
            prop_assert_eq!(cut.eligible(), all.eligible());
            let ids = |answer: &matcher_core::Answer| answer.hits().iter().map(|hit| hit.id().to_owned()).collect::<Vec<_>>();
            let first: Vec<String> = ids(&all).into_iter().take(k).collect();
            prop_assert_eq!(ids(&cut), first);
        }
    }
}
