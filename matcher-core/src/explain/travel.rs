use serde::{Deserialize, Serialize};

use crate::criteria::Case;
use crate::criteria::commute::Way;
use crate::model::Mode;
use crate::units::{Metres, Minutes};

/// The way to work that counted: to the nearest place, by the fastest mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Travel {
    /// All remote.
    Remote,
    /// One way.
    Known {
        /// How long.
        minutes: Minutes,
        /// By which mode.
        mode: Mode,
        /// How far, as the crow flies.
        metres: Metres,
        /// Where to.
        place: String,
        /// Whether the time is an estimate.
        approximate: bool,
    },
}

impl Travel {
    pub(crate) fn of(case: &Case<'_>, way: Way) -> Option<Travel> {
        match way {
            Way::Remote => Some(Travel::Remote),
            Way::Known { minutes, mode, metres, site } => Some(Travel::Known {
                minutes,
                mode,
                metres,
                place: case.offers.sites.label(site).to_owned(),
                approximate: case.engine.commute.is_approximate(),
            }),
            Way::Unknown | Way::Beyond => None,
        }
    }
}
