use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Time in an occupation in tenths of a year, 0 to 80 years. Read and written in years.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Years(u16);

impl Years {
    /// From years, rounded to a tenth; `None` outside 0 to 80.
    pub fn from_decimal(years: f64) -> Option<Years> {
        (0.0..=80.0).contains(&years).then(|| Years((years * 10.0).round() as u16))
    }

    /// From tenths of a year, cut to 80 years.
    pub const fn from_tenths(tenths: u16) -> Years {
        Years(if tenths > 800 { 800 } else { tenths })
    }

    /// Tenths of a year.
    pub const fn tenths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_multiple_of(10) {
            write!(f, "{}", self.0 / 10)
        } else {
            write!(f, "{}.{}", self.0 / 10, self.0 % 10)
        }
    }
}

impl Serialize for Years {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(10) {
            serializer.serialize_u16(self.0 / 10)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 10.0)
        }
    }
}

impl<'de> Deserialize<'de> for Years {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Years, D::Error> {
        let years = f64::deserialize(deserializer)?;
        Years::from_decimal(years)
            .ok_or_else(|| D::Error::custom(format!("{years} is not a number of years from 0 to 80")))
    }
}
