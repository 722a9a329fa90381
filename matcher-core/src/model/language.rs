use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::units::Cefr;

/// A human language by its ISO 639-1 code of two letters, such as `fr` or `lb`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 2]);

impl Language {
    /// English.
    pub const EN: Language = Language(*b"en");
    /// French.
    pub const FR: Language = Language(*b"fr");
    /// German.
    pub const DE: Language = Language(*b"de");
    /// Luxembourgish.
    pub const LB: Language = Language(*b"lb");

    /// Two small letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Language, Self::Err> {
        let lower = text.trim().to_ascii_lowercase();
        match <[u8; 2]>::try_from(lower.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_lowercase) => Ok(Language(code)),
            _ => Err(crate::Error::new("language.not-a-code", format!("“{text}” is not an ISO 639-1 code such as fr"))),
        }
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A language that a person has. Without a level it is had at an unknown one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageClaim {
    /// Which.
    pub language: Language,
    /// How well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Cefr>,
}

/// A language that an offer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageNeed {
    /// Which.
    pub language: Language,
    /// How well at least; without it the level asked is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Cefr>,
    /// A must: people known to be below the level are not shown the offer at all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub must: bool,
}
