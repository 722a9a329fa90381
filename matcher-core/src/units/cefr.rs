use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A level of the Common European Framework of Reference for Languages (Council of Europe, 2001).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cefr {
    /// Breakthrough.
    A1 = 1,
    /// Waystage.
    A2,
    /// Threshold.
    B1,
    /// Vantage.
    B2,
    /// Effective operational proficiency.
    C1,
    /// Mastery, also used for a first language.
    C2,
}

impl Cefr {
    /// All six, rising.
    pub const ALL: [Cefr; 6] = [Cefr::A1, Cefr::A2, Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2];

    /// 1 for A1 to 6 for C2.
    pub const fn rank(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for Cefr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl FromStr for Cefr {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Cefr, Self::Err> {
        let wanted = text.trim();
        Cefr::ALL.into_iter().find(|level| level.to_string().eq_ignore_ascii_case(wanted)).ok_or_else(|| {
            crate::Error::new("cefr.not-a-level", format!("“{text}” is not one of A1, A2, B1, B2, C1, C2"))
        })
    }
}

impl Serialize for Cefr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cefr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cefr, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
