use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// One-way travel time in tenths of a minute, up to 6,553.4 minutes. Read and written in minutes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Minutes(u16);

impl Minutes {
    /// The longest time that can be held; it stands for "further than anybody travels".
    pub const MAX: Minutes = Minutes(u16::MAX - 1);

    /// Whole minutes.
    pub const fn new(minutes: u16) -> Minutes {
        Minutes::from_tenths(minutes as u32 * 10)
    }

    /// Tenths of a minute, cut to [`Minutes::MAX`].
    pub const fn from_tenths(tenths: u32) -> Minutes {
        if tenths >= Minutes::MAX.0 as u32 { Minutes::MAX } else { Minutes(tenths as u16) }
    }

    /// Tenths of a minute.
    pub const fn tenths(self) -> u16 {
        self.0
    }

    /// Minutes rounded half up, for display.
    pub const fn rounded(self) -> u16 {
        ((self.0 as u32 + 5) / 10) as u16
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.rounded())
    }
}

impl FromStr for Minutes {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Minutes, Self::Err> {
        let bad =
            || crate::Error::new("minutes.not-a-time", format!("“{text}” is not a number of minutes from 0 to 6553"));
        let value: f64 = text.trim().parse().map_err(|_| bad())?;
        from_decimal(value).ok_or_else(bad)
    }
}

fn from_decimal(value: f64) -> Option<Minutes> {
    (0.0..=6553.0).contains(&value).then(|| Minutes((value * 10.0).round() as u16))
}

impl Serialize for Minutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(10) {
            serializer.serialize_u16(self.0 / 10)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 10.0)
        }
    }
}

impl<'de> Deserialize<'de> for Minutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Minutes, D::Error> {
        let value = f64::deserialize(deserializer)?;
        from_decimal(value)
            .ok_or_else(|| D::Error::custom(format!("{value} is not a number of minutes from 0 to 6553")))
    }
}
