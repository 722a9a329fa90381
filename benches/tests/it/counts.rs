//! How well the index prunes, in numbers that no load on the machine moves, on a market that is always the same.

use std::ops::ControlFlow;

use matcher_benches::workload::{Size, Workload};
use matcher_core::{Answer, Counts, Engine, Person, Query, Seek};

#[test]
fn a_search_scores_few_offers_exactly_and_reads_a_part_of_them() {
    let market = Workload::generate(Size { profiles: 200, offers: 20_000, seed: 5 }).unwrap();
    let engine = Engine::builder(market.taxonomy).build().unwrap();
    let (index, _) = engine.offers(&market.offers);
    let queries: Vec<Query> = market.profiles.iter().map(|p| Query::new(&engine.prepare(p).unwrap())).collect();
    let answers = index.top_many(&queries, |_| ControlFlow::Continue(()));
    let median = |what: &dyn Fn(&Answer) -> usize| {
        let mut all: Vec<usize> = answers.iter().map(what).collect();
        all.sort_unstable();
        all[all.len() / 2]
    };
    let [eligible, read, terms, scored] = [
        median(&Answer::eligible),
        median(&|answer| answer.counts().offers_read),
        median(&|answer| answer.counts().terms_read),
        median(&|answer| answer.counts().scored),
    ];
    // The mean of 14 skills an offer, of those alone that may be shown.
    assert!(scored <= 25, "{scored} offers scored exactly");
    assert!(read <= 20_000 / 5, "{read} offers read");
    assert!(terms <= eligible * 14 * 11 / 10, "{terms} terms read for {eligible} offers that may be shown");
    assert!(index.size_in_bytes() <= 600 * index.len(), "{} bytes an offer", index.size_in_bytes() / index.len());
    let shown = |answer: &Answer| -> Vec<(String, u32)> {
        answer.hits().iter().map(|hit| (hit.id().to_owned(), hit.score().get())).collect()
    };
    for (answer, query) in answers.iter().zip(&queries).step_by(7) {
        assert_eq!(shown(answer), shown(&index.scan(query.clone())));
    }
}

#[test]
fn a_search_for_people_scores_few_of_them_exactly_and_reads_a_part_of_them() {
    let market = Workload::generate(Size { profiles: 20_000, offers: 200, seed: 5 }).unwrap();
    let engine = Engine::builder(market.taxonomy).build().unwrap();
    let (index, _) = engine.offers(&market.offers);
    let prepared: Vec<Person> = market.profiles.iter().map(|p| engine.prepare(p).unwrap()).collect();
    let people = engine.people(&prepared);
    let counts: Vec<Counts> =
        index.iter().map(|offer| index.candidates_for(&offer.identity(), &people, Seek::new()).unwrap().1).collect();
    let median = |what: &dyn Fn(&Counts) -> usize| {
        let mut all: Vec<usize> = counts.iter().map(what).collect();
        all.sort_unstable();
        all[all.len() / 2]
    };
    let (read, scored) = (median(&|counts| counts.offers_read), median(&|counts| counts.scored));
    assert!(scored <= 25, "{scored} people scored exactly");
    assert!(read <= 20_000 / 5, "{read} people read");
    let size = people.size_in_bytes() / people.len();
    assert!(size <= 600, "{size} bytes a person");
}
