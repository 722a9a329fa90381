use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Working time in tenths of an hour a week, 0 to 80 hours. Read and written in hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct HoursPerWeek(u16);

impl HoursPerWeek {
    /// From hours, rounded to a tenth; `None` outside 0 to 80.
    pub fn from_decimal(hours: f64) -> Option<HoursPerWeek> {
        (0.0..=80.0).contains(&hours).then(|| HoursPerWeek((hours * 10.0).round() as u16))
    }

    /// From tenths of an hour, cut to 80 hours.
    pub const fn from_tenths(tenths: u16) -> HoursPerWeek {
        HoursPerWeek(if tenths > 800 { 800 } else { tenths })
    }

    /// Tenths of an hour.
    pub const fn tenths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for HoursPerWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_multiple_of(10) {
            write!(f, "{}", self.0 / 10)
        } else {
            write!(f, "{}.{}", self.0 / 10, self.0 % 10)
        }
    }
}

impl Serialize for HoursPerWeek {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(10) {
            serializer.serialize_u16(self.0 / 10)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 10.0)
        }
    }
}

impl<'de> Deserialize<'de> for HoursPerWeek {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HoursPerWeek, D::Error> {
        let hours = f64::deserialize(deserializer)?;
        HoursPerWeek::from_decimal(hours)
            .ok_or_else(|| D::Error::custom(format!("{hours} is not a number of hours a week from 0 to 80")))
    }
}

/// From–to hours a week, both included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HoursRange {
    /// At least.
    pub min: HoursPerWeek,
    /// At most.
    pub max: HoursPerWeek,
}
