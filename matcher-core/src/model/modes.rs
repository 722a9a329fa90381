use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Error;

/// A way of travelling to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Mode {
    /// By car, driving or driven.
    Car,
    /// By bus, tram and train, walking to the stop.
    Transit,
    /// By bicycle.
    Bike,
    /// On foot.
    Walk,
}

impl Mode {
    /// All modes, in the order of their declaration.
    pub const ALL: [Mode; 4] = [Mode::Car, Mode::Transit, Mode::Bike, Mode::Walk];
}

impl FromStr for Mode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Mode, Error> {
        match text {
            "car" => Ok(Mode::Car),
            "transit" => Ok(Mode::Transit),
            "bike" => Ok(Mode::Bike),
            "walk" => Ok(Mode::Walk),
            _ => Err(Error::new("mode.unknown", format!("“{text}” is no mode: say car, transit, bike or walk"))),
        }
    }
}

/// A set of [`Mode`]s. In JSON a list: `["transit", "bike"]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Modes(u8);

impl Modes {
    /// No mode.
    pub const NONE: Modes = Modes(0);
    /// Every mode.
    pub const ALL: Modes = Modes(0b1111);

    /// This set and one more mode.
    #[must_use]
    pub const fn with(self, mode: Mode) -> Modes {
        Modes(self.0 | 1 << mode as u8)
    }

    /// Whether the mode is in the set.
    pub const fn contains(self, mode: Mode) -> bool {
        self.0 & 1 << mode as u8 != 0
    }

    /// Whether the set has no mode.
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// The modes of the set, in the order of [`Mode::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Mode> {
        Mode::ALL.into_iter().filter(move |&mode| self.contains(mode))
    }
}

impl FromIterator<Mode> for Modes {
    fn from_iter<I: IntoIterator<Item = Mode>>(modes: I) -> Modes {
        modes.into_iter().fold(Modes::NONE, Modes::with)
    }
}

impl From<Mode> for Modes {
    fn from(mode: Mode) -> Modes {
        Modes::NONE.with(mode)
    }
}

impl Serialize for Modes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Modes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Modes, D::Error> {
        Ok(Vec::<Mode>::deserialize(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_has_one_name_in_records_and_elsewhere() {
        for mode in Mode::ALL {
            let name: String = serde_json::from_value(serde_json::to_value(mode).unwrap()).unwrap();
            assert_eq!(name.parse::<Mode>().unwrap(), mode);
        }
        assert_eq!("boat".parse::<Mode>().unwrap_err().code(), "mode.unknown");
    }
}
