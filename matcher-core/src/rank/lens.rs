use crate::commute::{Reach, ReachScratch, Sense, Sites};
use crate::criteria::{Active, Case};
use crate::engine::Parts;
use crate::model::{Mode, Modes};
use crate::prepare::{Columns, Inner};
use crate::score::Touched;
use crate::settings::Guard;
use crate::units::{Day, Minutes};

/// One person looking at all offers of an index.
pub(crate) struct Lens<'a> {
    engine: &'a Parts,
    offers: &'a Columns,
    person: &'a Inner,
    reach: Reach<'a>,
    touched: &'a Touched,
    active: Active,
    as_of: Option<Day>,
}

impl<'a> Lens<'a> {
    /// Computes the ways to every site, no further than the person goes, and the table of what she gives for each skill.
    pub(crate) fn new(
        engine: &'a Parts,
        offers: &'a Columns,
        person: &'a Inner,
        as_of: Option<Day>,
        reach: &'a mut ReachScratch,
        touched: &'a mut Touched,
    ) -> Lens<'a> {
        Lens::within(limit(engine, person), engine, offers, person, as_of, reach, touched)
    }

    /// The same with another limit on the way to work.
    pub(crate) fn within(
        limit: Minutes,
        engine: &'a Parts,
        offers: &'a Columns,
        person: &'a Inner,
        as_of: Option<Day>,
        reach: &'a mut ReachScratch,
        touched: &'a mut Touched,
    ) -> Lens<'a> {
        touched.fill_skills(engine.taxonomy.0.skills.len(), person);
        touched.fill_titles(engine.taxonomy.0.occupations.len(), offers, person);
        Lens::at(engine, offers, person, as_of, reach_within(limit, engine, &offers.sites, person, reach), touched)
    }

    /// Without the table of skills, for which nothing may be asked: what a person costs who comes close to no offer.
    pub(crate) fn without_skills(
        engine: &'a Parts,
        offers: &'a Columns,
        person: &'a Inner,
        as_of: Option<Day>,
        reach: &'a mut ReachScratch,
        touched: &'a mut Touched,
    ) -> Lens<'a> {
        touched.fill_titles(engine.taxonomy.0.occupations.len(), offers, person);
        Lens::at(engine, offers, person, as_of, reach_of(engine, &offers.sites, person, reach), touched)
    }

    /// With what is computed already. Nothing may be asked that it does not tell.
    pub(crate) fn at(
        engine: &'a Parts,
        offers: &'a Columns,
        person: &'a Inner,
        as_of: Option<Day>,
        reach: Reach<'a>,
        touched: &'a Touched,
    ) -> Lens<'a> {
        Lens { engine, offers, person, reach, touched, active: Active::of(engine, offers, person, as_of), as_of }
    }

    pub(crate) fn engine(&self) -> &'a Parts {
        self.engine
    }

    pub(crate) fn person(&self) -> &'a Inner {
        self.person
    }

    pub(crate) fn reach(&self) -> Reach<'a> {
        self.reach
    }

    pub(crate) fn touched(&self) -> &'a Touched {
        self.touched
    }

    pub(crate) fn active(&self) -> &Active {
        &self.active
    }

    /// The same case as if no title in the index were one of hers: what depends on an attribute alone is the same for all
    /// offers of its class.
    pub(crate) fn untitled(&self, offer: usize) -> Case<'_> {
        Case { by_name: false, ..self.case(offer) }
    }

    /// The case of a class of titles alone.
    pub(crate) fn meaning<'b>(&'b self, meanings: &'b Columns, class: usize) -> Case<'b> {
        Case { offers: meanings, ..self.untitled(class) }
    }

    pub(crate) fn case(&self, offer: usize) -> Case<'_> {
        Case {
            engine: self.engine,
            person: self.person,
            offers: self.offers,
            offer,
            reach: self.reach,
            touched: self.touched,
            active: &self.active,
            as_of: self.as_of,
            by_name: true,
        }
    }
}

/// How far the person goes at most.
fn limit(engine: &Parts, person: &Inner) -> Minutes {
    match (engine.settings.filters.commute, person.raw.commute.minutes) {
        (Guard::On | Guard::RejectUnknown, Some(limit)) => limit,
        _ => Minutes::MAX,
    }
}

/// The ways of a person to every site, no further than she goes.
pub(crate) fn reach_of<'a>(
    engine: &Parts,
    sites: &'a Sites,
    person: &Inner,
    scratch: &'a mut ReachScratch,
) -> Reach<'a> {
    reach_within(limit(engine, person), engine, sites, person, scratch)
}

fn reach_within<'a>(
    limit: Minutes,
    engine: &Parts,
    sites: &'a Sites,
    person: &Inner,
    scratch: &'a mut ReachScratch,
) -> Reach<'a> {
    let Some(home) = &person.home else { return Reach::nowhere() };
    let modes = person.raw.commute.modes;
    let modes = if modes.is_empty() { Modes::from(Mode::Car) } else { modes };
    engine.commute.reach(home.at, sites, Sense::From, modes, limit, scratch)
}
