use serde::{Deserialize, Serialize};

use crate::criteria::Filter;
use crate::engine::{Engine, Fingerprints};
use crate::explain::{Band, Explanation, Travel};
use crate::settings::SCORING_VERSION;
use crate::units::{Day, Fingerprint, Ratio, Score};

/// One match as it is written into files. The field order is the order of the columns.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MatchRecord {
    /// The profile's id.
    pub profile: String,
    /// The offer's identity.
    pub offer: String,
    /// Place in the list, from 1.
    pub rank: usize,
    /// Ten-thousandths of a point, 0 to 1,000,000.
    pub score: Score,
    /// The person meets the offer: the same unit.
    pub fit: Score,
    /// The offer meets the person: the same unit.
    pub wish: Score,
    /// The score in words.
    pub band: Band,
    /// Share of what is asked that was understood, 0 to 1.
    pub confidence: Ratio,
    /// The way to work, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub travel: Option<Travel>,
    /// Limits that could not be checked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<Filter>,
    /// Where every point went, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
    /// What the score depends on beside the pair.
    pub stamp: Stamp,
}

/// Everything a score depends on beside the pair: with the same stamp the same pair has the same score everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stamp {
    /// Version of this crate.
    pub engine: String,
    /// Version of the scoring.
    pub scoring: u32,
    /// Edition of the taxonomy.
    pub taxonomy: String,
    /// Content of the taxonomy.
    pub taxonomy_fingerprint: Fingerprint,
    /// Settings.
    pub settings: Fingerprint,
    /// Commute model with its data.
    pub commute: Fingerprint,
    /// All of the above together, with the places and the host's criteria.
    pub fingerprint: Fingerprint,
    /// The day of the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
}

impl Stamp {
    /// The stamp of an engine on a day.
    pub fn of(engine: &Engine, as_of: Option<Day>) -> Stamp {
        let Fingerprints { settings, commute, all } = engine.0.fingerprints;
        Stamp {
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            scoring: SCORING_VERSION,
            taxonomy: engine.taxonomy().version().to_owned(),
            taxonomy_fingerprint: engine.taxonomy().fingerprint(),
            settings,
            commute,
            fingerprint: all,
            as_of,
        }
    }
}
