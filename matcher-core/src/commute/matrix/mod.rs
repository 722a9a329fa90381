//! Minutes from zone to zone, as somebody else measured or computed them.

mod builder;
#[cfg(feature = "import")]
mod import;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use builder::CommuteMatrixBuilder;
#[cfg(feature = "import")]
pub use import::MatrixImport;

use super::{Arrival, CommuteModel, Reach, ReachScratch, Sense, Site, Sites};
use crate::model::{Mode, Modes};
use crate::place::Band;
use crate::units::{Fingerprint, Metres, Minutes, Point};

/// Travel times from zone to zone by one or more modes: of a region's traffic model, a timetable, a routing service.
///
/// A zone is the place where its people live and work, such as the centre of a municipality; a spot belongs to the nearest zone
/// no further than [`CommuteMatrix::spread`] and takes the minutes of it. Nothing is guessed: a mode without times, a pair
/// without a time and a spot far from every zone are unknown, unless the place is so far that nothing on rails or wheels
/// could get there (320 km/h, the limit of the line through Lorraine and Champagne, along the great circle). From a spot to itself it takes no time.
///
/// An immutable value, cheap to clone. Memory: two bytes for each pair of zones and each mode.
///
/// ```
/// use matcher_core::commute::CommuteMatrix;
/// use matcher_core::model::Mode;
/// use matcher_core::units::{LatLon, Minutes};
///
/// let [metz, luxembourg] = [(49.1193, 6.1757), (49.6116, 6.1319)].map(|(lat, lon)| LatLon { lat, lon }.point());
/// let mut builder = CommuteMatrix::builder();
/// builder.add(Mode::Transit, metz, luxembourg, Minutes::new(58))?;
/// builder.add(Mode::Transit, luxembourg, metz, Minutes::new(61))?;
/// let matrix = builder.build()?;
/// assert_eq!(matrix.minutes(Mode::Transit, luxembourg, metz), Some(Minutes::new(61)));
/// assert_eq!(matrix.minutes(Mode::Car, metz, luxembourg), None);
/// // matcher_core::Engine::builder(taxonomy).commute(matrix)
/// # Ok::<(), matcher_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct CommuteMatrix(pub(crate) Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    /// In the order of points, each once.
    pub(crate) zones: Vec<Point>,
    pub(crate) near: Band,
    pub(crate) spread: Metres,
    /// Pairs without a time take longer than this.
    pub(crate) complete_to: Option<Minutes>,
    /// For each of [`Mode::ALL`] the tenths of a minute from zone to zone, row by row, [`NO_TIME`] where there is none; `None`
    /// where the mode has no time at all.
    pub(crate) tenths: [Option<Box<[u16]>>; 4],
    pub(crate) fingerprint: Fingerprint,
}

/// Above every [`Minutes`].
pub(crate) const NO_TIME: u16 = u16::MAX;

/// What a table says of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Takes(Minutes),
    /// Longer than the table goes.
    Longer,
    Unknown,
}

impl CommuteMatrix {
    /// What belongs to a zone unless it is said otherwise; judgement, about the reach of a small town.
    pub const SPREAD: Metres = Metres(3_000);

    /// A matrix without any times yet.
    pub fn builder() -> CommuteMatrixBuilder {
        CommuteMatrixBuilder::default()
    }

    /// How many zones there are.
    pub fn zones(&self) -> usize {
        self.0.zones.len()
    }

    /// The modes with any time.
    pub fn modes(&self) -> Modes {
        Mode::ALL.into_iter().filter(|&mode| self.0.tenths[mode as usize].is_some()).collect()
    }

    /// How many pairs have a time by a mode.
    pub fn pairs(&self, mode: Mode) -> usize {
        let table = self.0.tenths[mode as usize].as_deref().unwrap_or_default();
        table.iter().filter(|&&tenths| tenths != NO_TIME).count()
    }

    /// How far from its zone a spot may be.
    pub fn spread(&self) -> Metres {
        self.0.spread
    }

    /// The time by one mode from a spot to another, one way; `None` where it is not known.
    pub fn minutes(&self, mode: Mode, from: Point, to: Point) -> Option<Minutes> {
        match self.way(mode, from == to, self.zone(from), self.zone(to)) {
            Way::Takes(minutes) => Some(minutes),
            Way::Longer | Way::Unknown => None,
        }
    }

    /// The number of the nearest zone that is near enough.
    fn zone(&self, spot: Point) -> Option<u32> {
        self.0.near.nearest_within(spot, self.0.spread).map(|(_, zone)| zone)
    }

    fn way(&self, mode: Mode, is_same_spot: bool, from: Option<u32>, to: Option<u32>) -> Way {
        let Some(table) = &self.0.tenths[mode as usize] else { return Way::Unknown };
        if is_same_spot {
            return Way::Takes(Minutes::default());
        }
        let (Some(from), Some(to)) = (from, to) else { return Way::Unknown };
        match table[from as usize * self.0.zones.len() + to as usize] {
            // Within a zone a missing time says nothing of how far the table goes.
            NO_TIME if from != to && self.0.complete_to.is_some() => Way::Longer,
            NO_TIME => Way::Unknown,
            tenths => Way::Takes(Minutes::from_tenths(tenths.into())),
        }
    }

    /// What the tables of these modes say of a way together.
    fn fastest(&self, modes: Modes, is_same_spot: bool, from: Option<u32>, to: Option<u32>, limit: Minutes) -> Fastest {
        let mut fastest = Fastest { known: None, is_open: false };
        for mode in modes.iter() {
            match self.way(mode, is_same_spot, from, to) {
                Way::Takes(minutes) => {
                    fastest.known = Some(fastest.known.map_or((minutes, mode), |known| known.min((minutes, mode))));
                }
                Way::Longer => fastest.is_open |= self.0.complete_to.is_none_or(|complete| limit > complete),
                Way::Unknown => fastest.is_open = true,
            }
        }
        fastest
    }
}

struct Fastest {
    known: Option<(Minutes, Mode)>,
    /// A mode of which nothing is known may be within the limit.
    is_open: bool,
}

/// Metres in a tenth of a minute at 320 km/h, rounded up.
const FASTEST: u32 = 534;

/// Whether nothing on rails or wheels gets so far within the limit.
fn is_too_far(metres: Metres, limit: Minutes) -> bool {
    metres.0 > u32::from(limit.tenths()) * FASTEST
}

impl CommuteModel for CommuteMatrix {
    fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprint
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
        let known: Modes = modes.iter().filter(|&mode| self.0.tenths[mode as usize].is_some()).collect();
        if known != modes {
            scratch.pass_over_a_mode();
        }
        if known.is_empty() {
            return scratch.done();
        }
        let here = self.zone(origin);
        for (id, site) in sites.iter() {
            let arrival = match site {
                Site::Area(area) if is_too_far(sites.at_least(area, origin), limit) => Arrival::Beyond,
                Site::Area(_) => Arrival::Unknown,
                Site::Point(point) => {
                    let (there, metres) = (self.zone(point), origin.distance(point));
                    let (from, to) = if sense == Sense::From { (here, there) } else { (there, here) };
                    let Fastest { known, is_open } = self.fastest(known, origin == point, from, to, limit);
                    match known {
                        Some((minutes, mode)) if minutes <= limit => Arrival::Known { minutes, mode, metres },
                        _ if is_open && !is_too_far(metres, limit) => Arrival::Unknown,
                        _ => Arrival::Beyond,
                    }
                }
            };
            scratch.set(id, arrival);
        }
        scratch.done()
    }

    fn to_bytes(&self) -> Option<Vec<u8>> {
        Some(CommuteMatrix::to_bytes(self))
    }
}
