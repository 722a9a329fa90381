use serde::{Deserialize, Serialize};

use crate::units::Ratio;

/// How strictly a limit that one side states is applied to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Guard {
    /// Not at all: what the limit concerns is only weighed.
    Off,
    /// What is known to break it is left out; what is unknown passes, marked `unverified`.
    #[default]
    On,
    /// What is unknown is left out too.
    RejectUnknown,
}

/// Which limits leave an offer out. Each is applied only where somebody states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filters {
    /// The longest way to work.
    pub commute: Guard,
    /// Countries accepted.
    pub countries: Guard,
    /// The most days at the workplace.
    pub days_on_site: Guard,
    /// Kinds of contract accepted.
    pub contract: Guard,
    /// The least pay accepted.
    pub pay: Guard,
    /// Languages that the offer marks as a must.
    pub languages: Guard,
    /// Education that the offer marks as a must.
    pub education: Guard,
    /// Licences asked.
    pub licences: Guard,
    /// Skills that the offer marks as a must, and `min_coverage`.
    pub skills: Guard,
    /// The least share of the skills that an offer lists, by weight, that the person must have; 0 for no such limit.
    pub min_coverage: Ratio,
    /// What the person excludes.
    pub exclusions: Guard,
    /// The offer's first and last day.
    pub dates: Guard,
}
