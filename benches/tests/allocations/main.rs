//! A scan allocates for its answer, never for a pair. A binary of its own: the counting allocator counts every thread of
//! its process.

use std::alloc::System;
use std::ops::ControlFlow;

use matcher_benches::workload::{Size, Workload};
use matcher_core::{Engine, OfferIndex, Query};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Allocations of so many scans by one person, one after the other.
fn allocations(index: &OfferIndex, query: &Query, scans: usize) -> usize {
    let queries = vec![query.clone(); scans];
    let region = Region::new(COUNTED);
    let answers = index.top_many(&queries, |_| ControlFlow::Continue(()));
    let change = region.change();
    assert_eq!(answers.len(), scans);
    change.allocations + change.reallocations
}

#[test]
fn ten_times_the_offers_cost_no_more_allocations() {
    let market = Workload::generate(Size { profiles: 20, offers: 3_000, seed: 3 }).unwrap();
    let engine = Engine::builder(market.taxonomy).build().unwrap();
    let (few, _) = engine.offers(&market.offers[..300]);
    let (many, _) = engine.offers(&market.offers);
    let mut eligible = 0;
    for profile in &market.profiles {
        // Without hits there is nothing to allocate but the answer itself.
        let query = Query::new(&engine.prepare(profile).unwrap()).k(0);
        eligible += many.top(query.clone()).eligible();
        // The first scans make the scratch memory grow, the ten after them find it ready.
        let of_ten = |index: &OfferIndex| allocations(index, &query, 20) - allocations(index, &query, 10);
        assert_eq!(of_ten(&few), of_ten(&many), "{}", profile.id);
        assert!(of_ten(&many) <= 10, "{} has {} in ten scans", profile.id, of_ten(&many));
    }
    assert!(eligible > 1_000, "pairs must be scored for this to mean anything: {eligible}");
}
