use crate::commute::{Reach, ReachScratch, Sense};
use crate::criteria::{Active, Case};
use crate::engine::Parts;
use crate::model::{Mode, Modes};
use crate::prepare::{Columns, Inner};
use crate::score::{Scratch, Touched};
use crate::settings::Guard;
use crate::units::{Day, Minutes};

/// Memory for one search after another: after the first few a search allocates nothing but its answer.
#[derive(Default)]
pub(crate) struct SearchScratch {
    pub(crate) reach: ReachScratch,
    pub(crate) touched: Touched,
    pub(crate) pair: Scratch,
}

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
        let limit = match (engine.settings.filters.commute, person.raw.commute.minutes) {
            (Guard::On | Guard::RejectUnknown, Some(limit)) => limit,
            _ => Minutes::MAX,
        };
        Lens::within(limit, engine, offers, person, as_of, reach, touched)
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
        touched.fill(engine.taxonomy.0.skills.len(), offers, person);
        let reach = match &person.home {
            Some(home) => {
                let modes = person.raw.commute.modes;
                let modes = if modes.is_empty() { Modes::from(Mode::Car) } else { modes };
                engine.commute.reach(home.at, &offers.sites, Sense::From, modes, limit, reach)
            }
            None => {
                reach.start(0);
                reach.done()
            }
        };
        Lens { engine, offers, person, reach, touched, active: Active::of(engine, offers, person, as_of), as_of }
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
        }
    }
}
