//! Reading records: what a JSON line costs before anything is matched.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use matcher_core::Profile;
use matcher_core::model::{Limits, read_json};

const PROFILE: &str = r#"{
    "id": "p1",
    "skills": ["SQL", {"skill": "Python", "level": 3}, "Power BI", "statistics"],
    "occupations": [{"title": "data analyst", "years": 2.5}, {"title": "bank adviser", "years": 6}],
    "wishes": [{"title": "data engineer"}],
    "home": "57000",
    "commute": {"minutes": 45}
}"#;

fn profile(criterion: &mut Criterion) {
    let limits = Limits::default();
    let (record, issues) = read_json::<Profile>(PROFILE, &limits);
    assert!(record.is_some() && issues.is_empty(), "the measured path must be that of a good record: {issues:?}");

    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(PROFILE.len() as u64));
    group.bench_function("one profile", |bencher| {
        bencher.iter(|| read_json::<Profile>(black_box(PROFILE), &limits));
    });
    group.finish();
}

criterion_group!(benches, profile);
criterion_main!(benches);
