//! What a caller may set: weights, neutrals, filters, tables. Everything else about the score is in the code.

mod filters;
mod weights;

pub use filters::{Filters, Guard};
pub use weights::{Neutrals, Weights};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::units::{Currency, Fingerprint, HoursPerWeek, Ratio};

/// Changes with every change of any score; written into every result.
pub const SCORING_VERSION: u32 = 2;

/// The settings of an engine. In JSON every field may be missing and then has its default; one that does not exist is an
/// error, so that a misspelt criterion is never silently ignored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Settings {
    /// λ of each criterion: the most it may take of the score.
    pub weights: Weights,
    /// What a criterion counts where something is unknown.
    pub neutrals: Neutrals,
    /// What leaves an offer out altogether.
    pub filters: Filters,
    /// How many euro one unit of another currency is worth. Pay in a currency that is missing here is unknown.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rates: BTreeMap<String, f64>,
    /// Full-time hours a week, for pay by the hour where the hours are not given.
    pub full_time_hours: HoursPerWeek,
    /// From which score on a match is called very good, good, possible (in points). Below the last it is far.
    pub bands: [u8; 3],
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            weights: Weights::default(),
            neutrals: Neutrals::default(),
            filters: Filters::default(),
            rates: BTreeMap::new(),
            full_time_hours: HoursPerWeek::from_tenths(350),
            bands: [30, 20, 10],
        }
    }
}

impl Settings {
    /// A named starting point: `balanced` (the default), `skills` (what a person can do counts most) or `wishes` (what a
    /// person wants counts most).
    ///
    /// # Errors
    /// `settings.unknown-preset`, with the names that exist.
    pub fn preset(name: &str) -> Result<Settings, Error> {
        let weights = match name {
            "balanced" => Weights::default(),
            "skills" => Weights { skills_listed: Ratio::percent(95), wish: Ratio::percent(30), ..Weights::default() },
            "wishes" => Weights {
                wish: Ratio::percent(80),
                commute: Ratio::percent(40),
                pay: Ratio::percent(40),
                ..Weights::default()
            },
            _ => {
                let message = format!("there is no preset “{name}”; there are balanced, skills, wishes");
                return Err(Error::new("settings.unknown-preset", message));
            }
        };
        Ok(Settings { weights, ..Settings::default() })
    }

    /// Reads settings from JSON and checks them.
    ///
    /// # Errors
    /// `settings.malformed` with the place and what is known there; the errors of [`Settings::check`].
    pub fn from_json(json: &str) -> Result<Settings, Error> {
        let deserializer = &mut serde_json::Deserializer::from_str(json);
        let settings: Settings = serde_path_to_error::deserialize(deserializer).map_err(|error| {
            Error::new("settings.malformed", error.inner().to_string()).at(error.path().to_string())
        })?;
        settings.check()?;
        Ok(settings)
    }

    /// Checks what the types cannot.
    ///
    /// # Errors
    /// `settings.weight-too-large` where a weight is above 0.95, which would let one criterion erase the order of the
    /// others; `settings.skills-order` where a surer requirement weighs less than a less sure one; `settings.rate` where a rate is not a positive number or its name not a currency; `settings.bands` where
    /// the limits do not fall.
    pub fn check(&self) -> Result<(), Error> {
        self.weights.check()?;
        for (code, &rate) in &self.rates {
            code.parse::<Currency>().map_err(|error| error.at("rates"))?;
            if !(rate > 0.0 && rate < 1e6) {
                return Err(
                    Error::new("settings.rate", format!("{rate} euro for one {code} is not a rate")).at("rates")
                );
            }
        }
        if !(self.bands.is_sorted_by(|a, b| a > b) && self.bands[0] <= 100) {
            let message = "the limits of very good, good and possible must fall and lie between 0 and 100";
            return Err(Error::new("settings.bands", message).at("bands"));
        }
        Ok(())
    }

    /// Names these settings; two settings that score alike have one fingerprint.
    pub fn fingerprint(&self) -> Fingerprint {
        // The JSON form has every field in a fixed order, so it is canonical. Writing it cannot fail: no map has keys
        // other than strings.
        Fingerprint::of(serde_json::to_string(self).unwrap_or_default().as_bytes())
    }

    /// Euro for one unit of the currency, in parts of 2¹⁶; `None` where no rate is set.
    pub(crate) fn rate(&self, currency: Currency) -> Option<u64> {
        if currency == Currency::EUR {
            return Some(1 << 16);
        }
        self.rates.get(currency.code()).map(|rate| (rate * 65_536.0).round() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_being_written() {
        let mut settings = Settings::preset("wishes").unwrap();
        settings.rates.insert("CHF".into(), 1.05);
        let json = serde_json::to_string(&settings).unwrap();
        assert_eq!(Settings::from_json(&json).unwrap(), settings);
        assert_eq!(Settings::from_json("{}").unwrap(), Settings::default());
    }

    #[test]
    fn a_misspelt_criterion_and_an_excessive_weight_are_refused() {
        let error = Settings::from_json(r#"{"weights":{"skils":0.5}}"#).unwrap_err();
        assert_eq!((error.code(), error.path()), ("settings.malformed", Some("weights.skils")));
        assert!(error.to_string().contains("skills_listed"), "{error}");
        assert_eq!(Settings::from_json(r#"{"weights":{"pay":0.96}}"#).unwrap_err().code(), "settings.weight-too-large");
        assert_eq!(Settings::from_json(r#"{"bands":[20,40,60]}"#).unwrap_err().code(), "settings.bands");
        assert_eq!(Settings::from_json(r#"{"rates":{"CHF":-1}}"#).unwrap_err().code(), "settings.rate");
        assert_eq!(Settings::preset("best").unwrap_err().code(), "settings.unknown-preset");
    }
}
