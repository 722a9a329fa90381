//! How long the way to work takes.

mod great_circle;
mod matrix;
mod reach;
mod sites;

pub(crate) use great_circle::{Circle, Rings};
pub use great_circle::{GreatCircle, Travel};
#[cfg(feature = "import")]
pub use matrix::MatrixImport;
pub use matrix::{CommuteMatrix, CommuteMatrixBuilder};
pub(crate) use matrix::{Inner, NO_TIME};
pub use reach::{Arrival, Reach, ReachScratch};
pub use sites::{Site, SiteId, Sites};

use crate::model::Modes;
use crate::units::{Fingerprint, Minutes, Point};

/// Which way the person travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// From the origin to the sites: from a home to workplaces.
    From,
    /// From the sites to the origin: from homes to one workplace. Not the same with one-way streets and timetables.
    To,
}

/// A model of travel times. It must be a pure function of its arguments: the same call always gives the same answer.
///
/// Contract: a wider limit or more modes never make a time longer or unknown; times are never negative; a site at the
/// origin itself is within any limit that the model can reach at all.
pub trait CommuteModel: Send + Sync {
    /// Names the model with all its data.
    fn fingerprint(&self) -> Fingerprint;

    /// The shortest time from `origin` to every site by any of the `modes`, one way; what takes longer than `limit` is
    /// [`Arrival::Beyond`]. An area is [`Arrival::Beyond`] where all of it is, else [`Arrival::Unknown`]. A mode of which
    /// the model knows nothing is passed over and said so with [`ReachScratch::pass_over_a_mode`]; where no mode is left
    /// every site is unknown, never guessed.
    fn reach<'s>(
        &self,
        origin: Point,
        sites: &'s Sites,
        sense: Sense,
        modes: Modes,
        limit: Minutes,
        scratch: &'s mut ReachScratch,
    ) -> Reach<'s>;

    /// Whether the times are estimates, to be shown with a “≈”.
    fn is_approximate(&self) -> bool {
        true
    }

    /// The model as the file that a page loads to compute the same, see [`Package`](crate::snapshot::Package); `None` where it
    /// has no such form. A page without one uses the great circle.
    fn to_bytes(&self) -> Option<Vec<u8>> {
        None
    }
}
