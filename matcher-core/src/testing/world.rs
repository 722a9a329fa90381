use proptest::collection::vec;
use proptest::prelude::*;

use super::offers::offers;
use super::people::people;
use super::places::places;
use super::settings::settings;
use super::table::{Table, tables};
use super::taxonomy::{TinyTaxonomy, taxonomies};
use crate::commute::GreatCircle;
use crate::model::{Offer, Profile};
use crate::prepare::Person;
use crate::settings::Settings;
use crate::units::Day;
use crate::{Engine, EngineBuilder, Query};

/// A commute model of a [`World`].
#[derive(Clone, Debug, PartialEq)]
pub enum Commute {
    /// The default one.
    GreatCircle,
    /// A table between the towns.
    Table(Table),
}

/// Everything that a ranking depends on, raw.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// Skills and occupations.
    pub taxonomy: TinyTaxonomy,
    /// Settings.
    pub settings: Settings,
    /// How long ways take.
    pub commute: Commute,
    /// The day of the question.
    pub as_of: Option<Day>,
    /// People, at least one.
    pub people: Vec<Profile>,
    /// Offers, at least one, no two with one identity.
    pub offers: Vec<Offer>,
}

impl World {
    /// The parts of this world's engine, to which a test may add.
    pub fn builder(&self) -> EngineBuilder {
        let builder = Engine::builder(self.taxonomy.build()).places(places()).settings(self.settings.clone());
        match &self.commute {
            Commute::GreatCircle => builder.commute(GreatCircle::default()),
            Commute::Table(table) => builder.commute(table.clone()),
        }
    }

    /// The engine of this world.
    pub fn engine(&self) -> Engine {
        self.builder().build().unwrap_or_else(|error| unreachable!("the settings are sound: {error}"))
    }

    /// A profile prepared by an engine of this world.
    pub fn prepare(&self, engine: &Engine, profile: &Profile) -> Person {
        engine.prepare(profile).unwrap_or_else(|error| unreachable!("the profile has an id: {error}"))
    }

    /// Everything eligible for a person, on the world's day.
    pub fn query(&self, person: &Person) -> Query {
        Query::new(person).k(usize::MAX).as_of(self.as_of)
    }
}

/// Worlds of one or two people and one to five offers.
pub fn worlds() -> impl Strategy<Value = World> {
    let commute = prop_oneof![Just(Commute::GreatCircle), tables().prop_map(Commute::Table)];
    let day = proptest::option::of((0..200).prop_map(|days| Day::from_number(20_000 + days)));
    (taxonomies(), settings(), commute, day, vec(people(), 1..3), vec(offers(), 1..6)).prop_map(
        |(taxonomy, settings, commute, as_of, mut people, mut offers)| {
            // Identities whose byte order is neither the order of the input nor that of an alphabet.
            for (i, offer) in offers.iter_mut().enumerate() {
                ["b", "a", "é", "Z", "10"][i].clone_into(&mut offer.id);
            }
            for (i, person) in people.iter_mut().enumerate() {
                ["q", "P"][i].clone_into(&mut person.id);
            }
            World { taxonomy, settings, commute, as_of, people, offers }
        },
    )
}
