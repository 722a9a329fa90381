use proptest::collection::vec;
use proptest::prelude::*;

use super::places::{TOWNS, places};
use crate::commute::{Arrival, CommuteModel, Reach, ReachScratch, Sense, Site, Sites};
use crate::model::{Mode, Modes, PlaceRef};
use crate::place::Resolved;
use crate::units::{Fingerprint, Minutes, Point};

/// A commute model that is a table between the [`TOWNS`], with modes that it may know nothing of and ways that are not the
/// same back. What is no town is unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// For each of [`Mode::ALL`] the minutes from town to town, row by row; `None` where the mode is unknown.
    pub minutes: [Option<Vec<u16>>; 4],
}

impl Table {
    /// Minutes by one mode; `None` where the mode or one end is unknown.
    pub fn minutes(&self, mode: Mode, from: Point, to: Point) -> Option<Minutes> {
        let table = self.minutes[mode as usize].as_ref()?;
        if from == to {
            return Some(Minutes::default());
        }
        Some(Minutes::new(table[town(from)? * TOWNS.len() + town(to)?]))
    }
}

fn town(at: Point) -> Option<usize> {
    TOWNS.iter().position(|town| {
        let place = PlaceRef { code: Some(town.code.to_owned()), ..PlaceRef::default() };
        matches!(places().resolve(&place), Resolved::Point { at: point, .. } if point == at)
    })
}

impl CommuteModel for Table {
    fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(format!("{self:?}").as_bytes())
    }

    fn reach<'s>(
        &self,
        origin: Point,
        sites: &'s Sites,
        sense: Sense,
        modes: Modes,
        limit: Minutes,
        scratch: &'s mut ReachScratch,
    ) -> Reach<'s> {
        scratch.start(sites.len());
        if modes.iter().any(|mode| self.minutes[mode as usize].is_none()) {
            scratch.pass_over_a_mode();
        }
        for (id, site) in sites.iter() {
            let Site::Point(point) = site else { continue };
            let (from, to) = if sense == Sense::From { (origin, point) } else { (point, origin) };
            let ways = modes.iter().filter_map(|mode| self.minutes(mode, from, to).map(|minutes| (minutes, mode)));
            if let Some((minutes, mode)) = ways.min() {
                let known = Arrival::Known { minutes, mode, metres: origin.distance(point) };
                scratch.set(id, if minutes <= limit { known } else { Arrival::Beyond });
            }
        }
        scratch.done()
    }

    fn is_approximate(&self) -> bool {
        false
    }
}

/// Tables with some modes unknown.
pub(super) fn tables() -> impl Strategy<Value = Table> {
    let mode = || proptest::option::weighted(0.7, vec(0..100u16, TOWNS.len() * TOWNS.len()));
    [mode(), mode(), mode(), mode()].prop_map(|minutes| Table { minutes })
}
