use matcher_core::explain::Opening;
use matcher_core::model::{Limits, PlaceRef, Record, read_json};
use matcher_core::units::{Day, Score};
use matcher_core::{
    Answer, Change, Engine, Offer, OfferIndex, Person, Profile, Query, Resolved, Settings, Taxonomy, Training, WhyNot,
    demo,
};

use crate::failure::Failure;

/// The demo, prepared.
pub(super) struct Story {
    pub(super) index: OfferIndex,
    /// The ten who each show one thing.
    pub(super) people: Vec<Person>,
    /// How many people the story has in all.
    pub(super) population: usize,
    trainings: Vec<Training>,
    as_of: Day,
}

/// An offer that limits keep out, and what would bring it in.
pub(super) struct Barred {
    pub(super) why: WhyNot,
    /// Score and place in the list after the change, and the length of that list.
    pub(super) after: (Score, usize, usize),
    /// A training that brings it in, with the number of offers that it would open.
    pub(super) training: Option<(Training, usize)>,
}

impl Story {
    pub(super) fn read() -> Result<Story, Failure> {
        // As in a page: whoever types one of these people into the widget sees the same ten offers.
        let taxonomy = Taxonomy::embedded_small();
        let engine = Engine::builder(taxonomy).settings(Settings::from_json(demo::settings())?).build()?;
        let offers: Vec<Offer> = records(demo::offers())?;
        let profiles: Vec<Profile> = records(demo::profiles())?;
        let named = demo::PEOPLE.iter().filter_map(|id| profiles.iter().find(|profile| profile.id == *id));
        let people: Result<Vec<Person>, _> = named.map(|profile| engine.prepare(profile)).collect();
        let (index, _) = engine.offers(&offers);
        Ok(Story {
            index,
            people: people?,
            population: profiles.len(),
            trainings: records(demo::trainings())?,
            as_of: demo::AS_OF.parse()?,
        })
    }

    pub(super) fn engine(&self) -> &Engine {
        self.index.engine()
    }

    pub(super) fn person(&self, id: &str) -> Result<&Person, Failure> {
        let found = self.people.iter().find(|person| person.id() == id);
        found.ok_or_else(|| Failure::Other(format!("the demo has no {id}")))
    }

    pub(super) fn query(&self, person: &Person) -> Query {
        Query::new(person).as_of(self.as_of)
    }

    pub(super) fn answer(&self, person: &Person) -> Answer {
        self.index.top(self.query(person))
    }

    pub(super) fn as_of(&self) -> Day {
        self.as_of
    }

    /// The name of the municipality that a record speaks of.
    pub(super) fn town(&self, place: &PlaceRef) -> String {
        match self.engine().places().resolve(place) {
            Resolved::Point { label, .. } | Resolved::Area { label, .. } => label,
            Resolved::Ambiguous(_) | Resolved::NotFound { .. } => place.name.clone().unwrap_or_default(),
        }
    }

    /// The change of one wish that opens the most offers, over the ten people.
    pub(super) fn widest(&self) -> Option<(&Person, Opening)> {
        let first = |person| Some((person, self.answer(person).relaxations().into_iter().next()?));
        self.people
            .iter()
            .filter_map(first)
            .reduce(|best, next| if next.1.offers > best.1.offers { next } else { best })
    }

    /// The best of the offers that limits keep out and the fewest changes would bring in, fewest first.
    pub(super) fn barred(&self, person: &Person, k: usize) -> Result<Vec<Barred>, Failure> {
        let mut found: Vec<(Score, WhyNot)> = Vec::new();
        for offer in self.index.iter() {
            let id = offer.identity();
            let why = self.index.why_not(self.query(person), &id)?;
            if !why.relaxation.is_empty() {
                found.push((self.index.score(self.query(person), &id)?, why));
            }
        }
        found.sort_by(|a, b| {
            (a.1.relaxation.len(), std::cmp::Reverse(a.0), &a.1.offer).cmp(&(
                b.1.relaxation.len(),
                std::cmp::Reverse(b.0),
                &b.1.offer,
            ))
        });
        found.into_iter().take(k).map(|(_, why)| self.opened(person, why)).collect()
    }

    fn opened(&self, person: &Person, why: WhyNot) -> Result<Barred, Failure> {
        let what = self.index.what_if(self.query(person), &why.relaxation, &why.offer)?;
        let after = (what.after.0, what.after.1.unwrap_or(what.eligible.1), what.eligible.1);
        let training = self.training_for(person, &why)?;
        Ok(Barred { why, after, training })
    }

    /// The first training that teaches what the person lacks, all else changed as it must be.
    fn training_for(&self, person: &Person, why: &WhyNot) -> Result<Option<(Training, usize)>, Failure> {
        let learnt = |change: &&Change| matches!(change, Change::Language { .. } | Change::Skill { .. });
        let wishes: Vec<Change> = why.relaxation.iter().filter(|change| !learnt(change)).cloned().collect();
        if wishes.len() == why.relaxation.len() {
            return Ok(None);
        }
        let before = self.index.what_if(self.query(person), &wishes, &why.offer)?;
        for training in &self.trainings {
            let changes = [&wishes[..], &Change::of_training(training)].concat();
            let what = self.index.what_if(self.query(person), &changes, &why.offer)?;
            if what.after.1.is_some() {
                return Ok(Some((training.clone(), what.eligible.1.saturating_sub(before.eligible.1))));
            }
        }
        Ok(None)
    }
}

fn records<R: Record>(jsonl: &str) -> Result<Vec<R>, Failure> {
    let mut records = Vec::new();
    for line in jsonl.lines() {
        match read_json(line, &Limits::default()) {
            (Some(record), _) => records.push(record),
            (None, issues) => {
                let told: Vec<String> = issues.iter().map(ToString::to_string).collect();
                return Err(Failure::Other(format!("the demo's records: {}", told.join("; "))));
            }
        }
    }
    Ok(records)
}
