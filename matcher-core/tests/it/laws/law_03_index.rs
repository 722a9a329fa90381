//! Law 3, the other half: the index gives the answer of a look at every offer, hit by hit, whatever is asked.

use std::collections::{BTreeMap, BTreeSet};

use matcher_core::explain::Travel;
use matcher_core::model::{CommuteWish, Offer, Profile};
use matcher_core::testing::{World, offers, worlds};
use matcher_core::text::fold;
use matcher_core::units::{Minutes, Ratio, Score};
use matcher_core::{Answer, Group, Hit, OfferIndex, Query, Rotation};
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

/// The best of each group, out of the list of all that may be shown.
fn assert_one_of_each(index: &OfferIndex, query: &Query, k: usize, group: Group) {
    let key = |hit: &Hit| {
        let offer = hit.offer();
        let employer = offer.employer.as_deref().map(fold);
        match (employer, group) {
            (None, _) => (hit.id().to_owned(), String::new(), Vec::new()),
            (Some(employer), Group::Employer) => (String::new(), employer, Vec::new()),
            (Some(employer), Group::Advert) => {
                let explained = offer.places.iter().map(|place| format!("{place:?}"));
                (fold(&offer.title), employer, explained.collect())
            }
        }
    };
    let shown = index.top(query.clone().one_per(group));
    let mut seen: Vec<_> = shown.hits().iter().map(key).collect();
    let len = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), len, "a group is shown twice");
    if group == Group::Employer {
        let all = index.scan(query.clone().k(usize::MAX));
        let mut met = BTreeSet::new();
        let best: Vec<&str> = all.hits().iter().filter(|hit| met.insert(key(hit))).map(Hit::id).collect();
        let own: Vec<&str> = shown.hits().iter().map(Hit::id).collect();
        assert_eq!(own, best[..best.len().min(k)]);
    }
}

fn look(world: &World, profile: &Profile, index: &OfferIndex, k: usize, least: u32, confidence: u32) {
    let person = world.prepare(index.engine(), profile);
    let query = Query::new(&person).k(k).as_of(world.as_of);
    assert_equal(index, &query);
    assert_equal(index, &query.clone().min_score(Score::new(least)));
    assert_equal(index, &query.clone().min_confidence(Ratio::from_parts(confidence)));
    assert_equal(index, &query.clone().tag("shift", "night"));
    for group in [Group::Employer, Group::Advert] {
        assert_equal(index, &query.clone().one_per(group));
        assert_one_of_each(index, &query, k, group);
    }
    assert_what_if_knows_the_rank(index, &query);
    assert_turns_are_taken(index, &query, least, k);
    assert_pages_are_the_list(index, &query.min_confidence(Ratio::from_parts(confidence)), k.max(1));
}

/// If nothing changes, the score and the rank are those of the list.
fn assert_what_if_knows_the_rank(index: &OfferIndex, query: &Query) {
    let all = index.scan(query.clone().k(usize::MAX));
    for hit in all.hits().iter().step_by(3) {
        let same = index.what_if(query.clone(), &[], hit.id()).unwrap();
        let standing = (hit.score(), Some(hit.rank()));
        assert_eq!((same.before, same.after), (standing, standing));
        assert_eq!(same.eligible, (all.eligible(), all.eligible()));
    }
}

/// A rotated list is the beginning of the rotated list of all, and that is the list of all with its bands shuffled.
fn assert_turns_are_taken(index: &OfferIndex, query: &Query, width: u32, k: usize) {
    let rotation =
        Rotation::new(u64::from(width)).bands_of(Score::new(width)).weighing(|offer| offer.title.len() as u32 % 4);
    let unrotated = query;
    let query = &query.clone().rotate(rotation);
    assert_equal(index, query);
    assert_equal(index, &query.clone().one_per(Group::Employer));
    let all = index.scan(query.clone().k(usize::MAX));
    assert_eq!(rows(index.top(query.clone()).hits()), rows(&all.hits()[..all.hits().len().min(k)]));
    let bands = all.hits().iter().map(|hit| std::cmp::Reverse(hit.score().get() / width.max(1)));
    assert!(bands.is_sorted());
    let mut shuffled: Vec<&str> = all.hits().iter().map(Hit::id).collect();
    let by_score = index.scan(unrotated.clone().k(usize::MAX));
    let mut unshuffled: Vec<&str> = by_score.hits().iter().map(Hit::id).collect();
    shuffled.sort_unstable();
    unshuffled.sort_unstable();
    assert_eq!(shuffled, unshuffled);
}

/// Pages one after the other are the list; a cursor of another list is stale.
fn assert_pages_are_the_list(index: &OfferIndex, query: &Query, k: usize) {
    let all = index.scan(query.clone().k(usize::MAX));
    let (mut hits, mut uncertain, mut after) = (Vec::new(), Vec::new(), None);
    loop {
        let (page, next) = index.page(query.clone().k(k), after.as_ref()).unwrap();
        assert!(page.hits().len() <= k && page.uncertain().len() <= k);
        hits.extend(page.hits().to_vec());
        uncertain.extend(page.uncertain().to_vec());
        let Some(next) = next else { break };
        if after.is_none() {
            let best = all.hits().first().or(all.uncertain().first()).unwrap();
            let (without, _) = index.with(&[], &[best.id()]);
            assert_eq!(without.page(query.clone().k(k), Some(&next)).unwrap_err().code(), "cursor.stale");
        }
        after = Some(next.to_string().parse().unwrap());
    }
    assert_eq!((rows(&hits), rows(&uncertain)), (rows(all.hits()), rows(all.uncertain())));
    assert!(hits.iter().enumerate().all(|(i, hit)| hit.rank() == i + 1));
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

proptest! {
    #[test]
    fn an_index_after_changes_is_one_made_anew(
        world in markets(), changes in vec((any::<bool>(), any::<proptest::sample::Index>(), 0usize..3), 0..6), k in 1usize..12,
    ) {
        let engine = world.engine();
        let (mut index, _) = engine.offers(&[]);
        let mut offers: BTreeMap<String, Offer> = BTreeMap::new();
        let first: Vec<Offer> = world.offers.iter().step_by(2).cloned().collect();
        offers.extend(first.iter().map(|offer| (offer.identity(), offer.clone())));
        index = index.with(&first, &[]).0;
        for (takes_out, which, more) in changes {
            let known: Vec<String> = offers.keys().cloned().collect();
            let out: Vec<&str> = if takes_out && !known.is_empty() { vec![which.get(&known[..]).as_str()] } else { Vec::new() };
            out.iter().for_each(|id| { offers.remove(*id); });
            // Some are new, some replace one of the same identity.
            let added: Vec<Offer> = world.offers.iter().skip(which.index(world.offers.len())).take(more).cloned()
                .map(|offer| Offer { title: "Soudeur".to_owned(), ..offer }).collect();
            offers.extend(added.iter().map(|offer| (offer.identity(), offer.clone())));
            let before = index.len();
            let (next, issues) = index.with(&added, &out);
            prop_assert_eq!(index.len(), before);
            prop_assert!(issues.iter().all(|issue| issue.code != "offer.not-there"));
            index = next;
        }
        let all: Vec<Offer> = offers.into_values().collect();
        let (anew, _) = engine.offers(&all);
        for profile in &world.people {
            let query = Query::new(&world.prepare(&engine, profile)).k(k).as_of(world.as_of);
            let (own, theirs) = (index.top(query.clone()), anew.scan(query.clone()));
            prop_assert_eq!(shown(&own), shown(&theirs));
            for offer in anew.iter() {
                let id = offer.identity();
                prop_assert_eq!(index.score(query.clone(), &id).unwrap(), anew.score(query.clone(), &id).unwrap());
            }
        }
    }
}
