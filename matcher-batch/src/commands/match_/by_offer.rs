use matcher_core::units::Day;
use matcher_core::{Engine, Hit, Issue, Offer, Person, Profile, Seek};
use rayon::prelude::*;

use super::lists::{Listed, Lists};
use super::output::Output;
use super::{Held, Match};
use crate::commands::records::Sources;
use crate::failure::Failure;
use crate::input::{HowToRead, Origin, Place, Told, read_all};
use crate::run::{Side, Tally};
use crate::terminal::Bar;

/// The best profiles for each offer, rising by the offer's identity. The profiles are held in memory, prepared once; of the
/// offers a part at a time is.
pub(super) fn run(
    args: &Match,
    engine: &Engine,
    sources: &Sources,
    how: &HowToRead,
    as_of: Day,
    lists: &Lists<'_>,
    output: &mut Output,
) -> Result<Held, Failure> {
    let mut profiles = read_all::<Profile>(&sources.profiles, how)?;
    let people: Result<Vec<Person>, _> = profiles.records.par_iter().map(|profile| engine.prepare(profile)).collect();
    let people = people?;
    let issues: Vec<Issue> = people.iter().flat_map(|person| person.issues().iter().cloned()).collect();
    profiles.tell(issues);
    let mut held = Tally { profiles: Side::of(&profiles), ..Tally::default() };
    for person in &people {
        let fields = person.understood();
        held.profiles.understood(Person::FIELDS.map(|field| (field, usize::from(fields.contains(&field)))));
    }
    drop(std::mem::take(&mut profiles.records));
    let index_of_people = engine.people(&people);
    let seek = Seek::new().k(args.top).as_of(as_of).min_score(args.least_score());
    let mut offers = read_all::<Offer>(&sources.offers, how)?;
    held.offers = Side::of(&offers);
    let held_told: Vec<Told> = profiles.told.into_iter().chain(std::mem::take(&mut offers.told)).collect();
    held_told.iter().for_each(|told| output.name(told));
    let mut records = std::mem::take(&mut offers.records);
    records.sort_by_cached_key(Offer::identity);
    let origin = |record: &str| offers.origin(record).cloned();

    let mut bar = Bar::new("offers", records.len());
    // Without an offer there is one part, with nothing in it.
    let empty: &[Offer] = &[];
    let parts: Vec<&[Offer]> = if records.is_empty() { vec![empty] } else { records.chunks(args.part_size).collect() };
    for (part, records) in parts.into_iter().enumerate() {
        if !output.wants(part) {
            bar.skip(records.len());
            continue;
        }
        let (index, issues) = engine.offers(records);
        output.tally().offers.understood_of(&index.understood());
        for issue in issues {
            let at = issue.record.as_deref().and_then(origin);
            let told = Told { origin: at.unwrap_or(Origin { file: "offer".into(), place: Place::Whole }), issue };
            output.tally().offers.tell(&told);
            output.tell(part, &told)?;
        }
        let candidates = index.candidates_parallel(&index_of_people, seek);
        let listed: Result<Vec<Listed>, Failure> = candidates
            .par_iter()
            .map(|(offer, candidates)| {
                let hits: Result<Vec<Hit>, _> = candidates
                    .iter()
                    .enumerate()
                    .map(|(i, candidate)| index.hit(args.query(&people[candidate.person], as_of), offer, i + 1))
                    .collect();
                Ok(lists.list(offer, &hits?))
            })
            .collect();
        listed?.iter().try_for_each(|list| output.push(part, list))?;
        output.close(part)?;
        bar.add(records.len());
    }
    bar.finish();
    Ok((held, held_told))
}
