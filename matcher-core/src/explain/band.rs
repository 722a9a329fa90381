use serde::{Deserialize, Serialize};

use crate::settings::Settings;
use crate::units::Score;

/// A score in words. A good match of which only words are known may stand at 25 of 100 and must not be read as a
/// refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Band {
    /// The lowest.
    Far,
    /// Worth a look.
    Possible,
    /// Worth an application.
    Good,
    /// The highest.
    VeryGood,
}

impl Band {
    /// The band of a score under the limits of the settings. Monotone in the score.
    pub fn of(score: Score, settings: &Settings) -> Band {
        let limits = settings.bands.map(|points| Score::new(u32::from(points) * 10_000));
        match limits.iter().position(|&limit| score >= limit) {
            Some(0) => Band::VeryGood,
            Some(1) => Band::Good,
            Some(_) => Band::Possible,
            None => Band::Far,
        }
    }
}
