use matcher_core::units::Day;
use matcher_core::{Engine, Issue, Offer, OfferIndex, Person, Profile, Query};
use rayon::prelude::*;

use super::lists::{Listed, Lists};
use super::output::Output;
use super::seen::Seen;
use super::{Held, Match};
use crate::commands::records::Sources;
use crate::failure::Failure;
use crate::input::{HowToRead, Origin, Sink, Told, read, read_all, twice};
use crate::run::{Side, Tally};
use crate::terminal::Bar;

/// People whose answers are held in memory at once.
const AT_ONCE: usize = 256;

/// The best offers for each profile. The offers are indexed once; profiles come and go.
pub(super) fn run(
    args: &Match,
    engine: &Engine,
    sources: &Sources,
    how: &HowToRead,
    as_of: Day,
    lists: &Lists<'_>,
    output: &mut Output,
) -> Result<Held, Failure> {
    let mut offers = read_all::<Offer>(&sources.offers, how)?;
    let (index, issues) = engine.offers(&offers.records);
    offers.tell(issues);
    let mut held = Tally { offers: Side::of(&offers), ..Tally::default() };
    held.offers.understood_of(&index.understood());
    let told = offers.told;
    drop(offers.records);
    told.iter().for_each(|told| output.name(told));
    let bar = Bar::new("profiles", Sources::expected(&sources.profiles));
    let mut profiles = Profiles {
        args,
        engine,
        index,
        as_of,
        lists,
        output,
        seen: Seen::default(),
        waiting: Vec::new(),
        part: 0,
        in_part: 0,
        wanted: false,
        bar,
    };
    profiles.wanted = profiles.output.wants(0);
    read(&sources.profiles, how, &mut profiles)?;
    profiles.close()?;
    profiles.bar.finish();
    Ok((held, told))
}

/// Takes profiles as they are read, and answers some at once.
struct Profiles<'a> {
    args: &'a Match,
    engine: &'a Engine,
    index: OfferIndex,
    as_of: Day,
    lists: &'a Lists<'a>,
    output: &'a mut Output,
    seen: Seen,
    waiting: Vec<(Profile, Origin)>,
    /// The number of the part, from 0, and the profiles in it.
    part: usize,
    in_part: usize,
    /// Whether the part is made here and now.
    wanted: bool,
    bar: Bar,
}

impl Sink<Profile> for Profiles<'_> {
    fn tell(&mut self, told: Told) -> Result<(), Failure> {
        if !self.wanted {
            return Ok(());
        }
        self.output.tally().profiles.tell(&told);
        self.output.tell(self.part, &told)
    }

    fn take(&mut self, origin: Origin, (record, mut issues): (Option<Profile>, Vec<Issue>)) -> Result<(), Failure> {
        let record = match record {
            Some(profile) => match self.seen.first(&profile.id, &origin) {
                Some(first) => {
                    issues.push(twice::<Profile>(profile.id, &first));
                    None
                }
                None => Some(profile),
            },
            None => None,
        };
        // A part ends when one more profile comes: what is rejected after its last one still belongs to it.
        if record.is_some() && self.in_part == self.args.part_size {
            self.close()?;
            self.part += 1;
            self.in_part = 0;
            self.wanted = self.output.wants(self.part);
        }
        if self.wanted {
            let side = &mut self.output.tally().profiles;
            side.read += 1;
            side.rejected += usize::from(record.is_none());
        }
        for issue in issues {
            self.tell(Told { origin: origin.clone(), issue })?;
        }
        let Some(profile) = record else { return Ok(()) };
        self.in_part += 1;
        if !self.wanted {
            self.bar.skip(1);
            return Ok(());
        }
        self.waiting.push((profile, origin));
        if self.waiting.len() == AT_ONCE { self.answer() } else { Ok(()) }
    }
}

impl Profiles<'_> {
    /// Answers those who wait.
    fn answer(&mut self) -> Result<(), Failure> {
        let waiting = std::mem::take(&mut self.waiting);
        let (args, engine, as_of, lists) = (self.args, self.engine, self.as_of, self.lists);
        let people: Result<Vec<Person>, _> = waiting.par_iter().map(|(profile, _)| engine.prepare(profile)).collect();
        let people = people?;
        for (person, (_, origin)) in people.iter().zip(&waiting) {
            let fields = person.understood();
            let every = Person::FIELDS.map(|field| (field, usize::from(fields.contains(&field))));
            self.output.tally().profiles.understood(every);
            for issue in person.issues() {
                self.tell(Told { origin: origin.clone(), issue: issue.clone() })?;
            }
        }
        let queries: Vec<Query> = people.iter().map(|person| args.query(person, as_of)).collect();
        let answers = self.index.top_many_parallel(&queries);
        let listed: Vec<Listed> = answers.par_iter().map(|answer| lists.answer(answer)).collect();
        listed.iter().try_for_each(|list| self.output.push(self.part, list))?;
        self.bar.add(people.len());
        Ok(())
    }

    /// Ends the part.
    fn close(&mut self) -> Result<(), Failure> {
        if !self.wanted {
            return Ok(());
        }
        self.answer()?;
        self.output.close(self.part)
    }
}
