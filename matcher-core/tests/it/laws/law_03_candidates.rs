//! Law 3 from the other side: the best people for an offer are those of a look at every pair, list by list.

use matcher_core::explain::Travel;
use matcher_core::model::{CommuteWish, Profile};
use matcher_core::testing::{World, people, worlds};
use matcher_core::units::{Fingerprint, Minutes, Ratio, Score};
use matcher_core::{
    Candidate, Criterion, Deficit, Engine, OfferIndex, Pair, Person, ProfileIndex, Query, Seek, Verdict,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// A host's criterion that keeps some pairs out and costs others something.
struct Letters;

impl Criterion for Letters {
    fn id(&self) -> &str {
        "letters"
    }

    fn weight(&self) -> Ratio {
        Ratio::percent(40)
    }

    fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(b"letters 1")
    }

    fn verdict(&self, pair: &Pair<'_>) -> Verdict {
        if (pair.profile.id.len() + pair.offer.title.len()).is_multiple_of(5) { Verdict::Fail } else { Verdict::Pass }
    }

    fn deficit(&self, pair: &Pair<'_>) -> Deficit {
        Deficit::Known(Ratio::percent((pair.profile.id.len() * pair.offer.id.len() * 37 % 101) as u32))
    }
}

/// A world with enough people for several tiles, some of them alike but for their ids.
fn crowds() -> impl Strategy<Value = World> {
    (worlds(), vec(people(), 0..40)).prop_map(|(mut world, more)| {
        for (i, person) in more.into_iter().enumerate() {
            // An order of ids that is not the order of the input.
            let id = format!("{}", (i * 37 + 11) % 101);
            let twin = (i % 5 == 0).then(|| Profile { id: format!("twin-{i}"), ..person.clone() });
            world.people.push(Profile { id, ..person });
            world.people.extend(twin);
        }
        world
    })
}

fn engine(world: &World, with_host: bool) -> Engine {
    let builder = world.builder();
    let builder = if with_host { builder.criterion(Letters) } else { builder };
    builder.build().unwrap()
}

/// A person of a list, with the score and its two sides.
type Row = (usize, [Score; 3]);

fn rows(list: &[Candidate]) -> Vec<Row> {
    list.iter().map(|c| (c.person, [c.score, c.fit, c.wish])).collect()
}

fn lists(lists: Vec<(&str, Vec<Candidate>)>) -> Vec<(String, Vec<Row>)> {
    lists.into_iter().map(|(id, list)| (id.to_owned(), rows(&list))).collect()
}

fn assert_equal(index: &OfferIndex, people: &ProfileIndex, seek: Seek) {
    let slow = lists(index.scan_candidates(people, seek));
    assert_eq!(lists(index.candidates(people, seek)), slow, "{seek:?}");
    for (id, slow) in &slow {
        let (list, counts) = index.candidates_for(id, people, seek).unwrap();
        assert_eq!(&rows(&list), slow, "{id} {seek:?}");
        assert!(counts.scored <= people.len());
    }
    #[cfg(feature = "parallel")]
    assert_eq!(lists(index.candidates_parallel(people, seek)), slow, "{seek:?}");
}

fn prepared(engine: &Engine, profiles: &[Profile]) -> Vec<Person> {
    profiles.iter().map(|profile| engine.prepare(profile).unwrap()).collect()
}

/// The same people, each with a limit that is exactly, or a tenth of a minute below, what the way to some offer takes.
fn at_their_limits(index: &OfferIndex, profiles: &[Profile], which: usize) -> Vec<Profile> {
    let limited = profiles.iter().enumerate().map(|(i, profile)| {
        let open = Profile { commute: CommuteWish { minutes: None, ..profile.commute.clone() }, ..profile.clone() };
        let answer = index.scan(Query::new(&index.engine().prepare(&open).unwrap()).k(usize::MAX));
        let ways = answer.hits().iter().filter_map(|hit| match hit.travel() {
            Some(Travel::Known { minutes, .. }) => Some(u32::from(minutes.tenths())),
            _ => None,
        });
        let ways: Vec<u32> = ways.collect();
        let limit = ways.get(which % ways.len().max(1)).map(|tenths| tenths.saturating_sub(i as u32 % 2));
        let minutes = limit.map(Minutes::from_tenths).or(profile.commute.minutes);
        Profile { commute: CommuteWish { minutes, ..profile.commute.clone() }, ..profile.clone() }
    });
    limited.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4 * ProptestConfig::default().cases))]

    #[test]
    fn people_for_offers_are_those_of_a_look_at_every_pair(
        world in crowds(), k in 0usize..6, least in 0u32..800_000, which in 0usize..8, with_host: bool,
    ) {
        let engine = engine(&world, with_host);
        let (index, _) = engine.offers(&world.offers);
        let limited = at_their_limits(&index, &world.people, which);
        for profiles in [&world.people, &limited] {
            let people = engine.people(&prepared(&engine, profiles));
            let seek = Seek::new().k(k).as_of(world.as_of);
            assert_equal(&index, &people, seek);
            assert_equal(&index, &people, seek.min_score(Score::new(least)));
        }
        // Whoever is found by a look at all is found by a search of all.
        let people = engine.people(&prepared(&engine, &world.people));
        assert_equal(&index, &people, Seek::new().k(usize::MAX));
    }
}

proptest! {
    #[test]
    fn people_of_another_engine_are_prepared_again(world in crowds(), k in 1usize..4) {
        let (one, other) = (engine(&world, false), engine(&world, true));
        let (index, _) = other.offers(&world.offers);
        let seek = Seek::new().k(k).as_of(world.as_of);
        let own = other.people(&prepared(&other, &world.people));
        let expected = lists(index.scan_candidates(&own, seek));
        let anothers = one.people(&prepared(&one, &world.people));
        prop_assert_eq!(lists(index.candidates(&anothers, seek)), expected.clone());
        prop_assert_eq!(lists(index.candidates(&other.people(&prepared(&one, &world.people)), seek)), expected);
    }
}
