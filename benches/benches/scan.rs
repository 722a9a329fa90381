//! The parts of a search: preparing a person and offers, one search, one scan of all offers, one explanation.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use matcher_benches::workload::{Size, Workload};
use matcher_core::{Engine, Query};

const OFFERS: usize = 2_000;

fn parts(criterion: &mut Criterion) {
    let size = Size { profiles: 64, offers: OFFERS, seed: 1 };
    let market = Workload::generate(size).expect("a seed always makes a market");
    let engine = Engine::builder(market.taxonomy).build().expect("the default settings are accepted");
    let (index, _) = engine.offers(&market.offers);
    let people: Vec<_> = market.profiles.iter().filter_map(|profile| engine.prepare(profile).ok()).collect();
    assert_eq!(people.len(), size.profiles);
    let found = people.iter().map(|person| index.top(person)).find(|answer| !answer.hits().is_empty());
    let hit = found.and_then(|answer| answer.into_iter().next()).expect("somebody finds an offer");

    let mut group = criterion.benchmark_group("parts");
    let mut next = (0..people.len()).cycle();
    let mut turn = || next.next().unwrap_or_default();
    group.bench_function("prepare one profile", |bencher| {
        bencher.iter_batched(&mut turn, |i| engine.prepare(black_box(&market.profiles[i])), BatchSize::SmallInput);
    });
    group.bench_function("explain one match", |bencher| bencher.iter(|| black_box(&hit).explain()));
    group.throughput(Throughput::Elements(OFFERS as u64));
    group.bench_function("prepare 2,000 offers", |bencher| bencher.iter(|| engine.offers(black_box(&market.offers))));
    group.bench_function("search 2,000 offers", |bencher| {
        bencher.iter_batched(&mut turn, |i| index.top(Query::new(black_box(&people[i]))), BatchSize::SmallInput);
    });
    group.bench_function("scan 2,000 offers", |bencher| {
        bencher.iter_batched(&mut turn, |i| index.scan(Query::new(black_box(&people[i]))), BatchSize::SmallInput);
    });
    group.finish();
}

criterion_group!(benches, parts);
criterion_main!(benches);
