//! The criteria of the score: what leaves an offer out, what it costs, and the lines that say so.
//!
//! One file a criterion, with its *verdict* (may the offer be shown at all?), its *deficit* (how much of its weight is
//! lost?) and its *lines* (why?). A host adds its own with [`Criterion`].

mod applications;
pub(crate) mod availability;
mod case;
pub(crate) mod commute;
pub(crate) mod conditions;
pub(crate) mod dates;
pub(crate) mod education;
pub(crate) mod exclusions;
mod filter;
mod host;
pub(crate) mod languages;
pub(crate) mod licences;
pub(crate) mod occupation;
pub(crate) mod pay;
mod responsiveness;
pub(crate) mod skills;
mod slot;
pub(crate) mod tasks;
pub(crate) mod wish;

pub use applications::Applications;
pub(crate) use case::Case;
pub use filter::Filter;
pub(crate) use filter::{Active, is_slow, pair, passes, passes_slowly};
pub use host::{Criterion, Pair};
pub use responsiveness::Responsiveness;
pub use slot::Side;
pub(crate) use slot::{BuiltIn, Slot, slots};

use serde::{Deserialize, Serialize};

use crate::units::Ratio;

/// How much of its weight a criterion loses for one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deficit {
    /// The other side asks nothing: nothing can be lost.
    NotAsked,
    /// One side does not say enough; the criterion's neutral counts.
    Unknown(Ratio),
    /// So much: 0 for all one could wish, 1 for nothing of it.
    Known(Ratio),
}

impl Deficit {
    /// What counts.
    pub const fn ratio(self) -> Ratio {
        match self {
            Deficit::NotAsked => Ratio::ZERO,
            Deficit::Unknown(ratio) | Deficit::Known(ratio) => ratio,
        }
    }

    pub(crate) const fn state(self) -> State {
        match self {
            Deficit::NotAsked => State::NotAsked,
            Deficit::Unknown(_) => State::Unknown,
            Deficit::Known(_) => State::Known,
        }
    }
}

/// Whether a criterion could be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum State {
    /// Nothing is asked.
    NotAsked,
    /// One side does not say enough.
    Unknown,
    /// Both sides are known.
    Known,
}

/// Whether an offer may be shown to a person at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Pass,
    /// As far as is known; one side does not say enough.
    Unverified,
    /// No.
    Fail,
}
