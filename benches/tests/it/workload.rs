use matcher_benches::workload::{Size, Workload};
use matcher_core::{Engine, Query};

const SIZE: Size = Size { profiles: 20, offers: 2_000, seed: 1 };

#[test]
fn a_seed_is_one_market_whatever_its_size() {
    let (small, large) =
        (Workload::generate(SIZE).unwrap(), Workload::generate(Size { profiles: 30, ..SIZE }).unwrap());
    assert_eq!(small.taxonomy.fingerprint(), large.taxonomy.fingerprint());
    assert_eq!(small.profiles[..], large.profiles[..20]);
    assert_eq!(small.offers, large.offers);
    let other = Workload::generate(Size { seed: 2, ..SIZE }).unwrap();
    assert_ne!(small.offers, other.offers);
}

#[test]
fn everything_made_up_is_understood_and_most_people_find_something() {
    let Workload { taxonomy, profiles, offers } = Workload::generate(SIZE).unwrap();
    let engine = Engine::builder(taxonomy).build().unwrap();
    let (index, issues) = engine.offers(&offers);
    assert_eq!(index.len(), 2_000);
    let told: Vec<_> = issues.iter().filter(|issue| issue.code != "title.not-linked").collect();
    assert!(told.is_empty(), "{told:?}");
    let mut eligible: Vec<usize> = Vec::new();
    for profile in &profiles {
        let person = engine.prepare(profile).unwrap();
        assert!(person.issues().is_empty(), "{:?}", person.issues());
        eligible.push(index.top(Query::new(&person)).eligible());
    }
    eligible.sort_unstable();
    assert!((10..400).contains(&eligible[10]), "{eligible:?}");
}
