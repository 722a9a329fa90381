use std::collections::BTreeMap;
use std::sync::Arc;

use super::{CommuteMatrix, Inner, NO_TIME};
use crate::Error;
use crate::model::Mode;
use crate::place::Band;
use crate::snapshot;
use crate::units::{Fingerprint, Metres, Minutes, Point};

/// Collects times for a [`CommuteMatrix`]; the order in which they come makes no difference.
#[derive(Clone, Debug, Default)]
pub struct CommuteMatrixBuilder {
    times: BTreeMap<(Mode, Point, Point), Minutes>,
    spread: Option<Metres>,
    complete_to: Option<Minutes>,
}

/// A table of one mode then holds 512 MiB.
const MOST_ZONES: usize = 16_384;

impl CommuteMatrixBuilder {
    /// The time of one way by one mode. Both ends become zones; where both are the same, it is what a way within the zone takes.
    ///
    /// # Errors
    /// `commute.pair-twice` where the pair has another time already, which stays.
    pub fn add(&mut self, mode: Mode, from: Point, to: Point, minutes: Minutes) -> Result<(), Error> {
        let known = *self.times.entry((mode, from, to)).or_insert(minutes);
        if known == minutes {
            return Ok(());
        }
        let tell = |minutes: Minutes| f32::from(minutes.tenths()) / 10.0;
        let message =
            format!("the way has two times by the same mode, {} and {} minutes; leave one", tell(known), tell(minutes));
        Err(Error::new("commute.pair-twice", message))
    }

    /// How far from its zone a spot may be; [`CommuteMatrix::SPREAD`] unless it is said.
    #[must_use]
    pub fn spread(mut self, spread: Metres) -> CommuteMatrixBuilder {
        self.spread = Some(spread);
        self
    }

    /// Says that pairs of zones without a time take longer than this by every mode that has times, for tables that were cut off there.
    #[must_use]
    pub fn complete_to(mut self, minutes: Minutes) -> CommuteMatrixBuilder {
        self.complete_to = Some(minutes);
        self
    }

    /// The matrix.
    ///
    /// # Errors
    /// `commute.too-many-zones`: more than 16,384.
    ///
    /// Cost: some hundred nanoseconds a time, two bytes for each pair of zones and mode.
    pub fn build(self) -> Result<CommuteMatrix, Error> {
        let mut zones: Vec<Point> = self.times.keys().flat_map(|&(_, from, to)| [from, to]).collect();
        zones.sort_unstable();
        zones.dedup();
        if zones.len() > MOST_ZONES {
            let message =
                format!("{} zones are more than the {MOST_ZONES} that a matrix holds; join some", zones.len());
            return Err(Error::new("commute.too-many-zones", message));
        }
        let mut tenths: [Option<Box<[u16]>>; 4] = Default::default();
        let number = |zone: &Point| zones.binary_search(zone).unwrap_or_else(|_| unreachable!("every end is a zone"));
        for ((mode, from, to), minutes) in &self.times {
            let table = tenths[*mode as usize].get_or_insert_with(|| vec![NO_TIME; zones.len() * zones.len()].into());
            table[number(from) * zones.len() + number(to)] = minutes.tenths();
        }
        Ok(CommuteMatrix::holding(zones, self.spread.unwrap_or(CommuteMatrix::SPREAD), self.complete_to, tenths))
    }
}

impl CommuteMatrix {
    /// Of sorted zones, each once, and whole tables.
    pub(crate) fn holding(
        zones: Vec<Point>,
        spread: Metres,
        complete_to: Option<Minutes>,
        tenths: [Option<Box<[u16]>>; 4],
    ) -> CommuteMatrix {
        let near = Band::new(zones.iter().copied().zip(0..));
        let mut inner =
            Inner { zones, near, spread, complete_to, tenths, fingerprint: Fingerprint::from_bytes([0; 16]) };
        inner.fingerprint = snapshot::fingerprint_of(&inner);
        CommuteMatrix(Arc::new(inner))
    }
}
