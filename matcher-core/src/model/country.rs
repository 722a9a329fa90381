use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A country by its ISO 3166-1 code of two letters, such as `FR` or `LU`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// France.
    pub const FR: Country = Country(*b"FR");
    /// Luxembourg.
    pub const LU: Country = Country(*b"LU");
    /// Germany.
    pub const DE: Country = Country(*b"DE");
    /// Switzerland.
    pub const CH: Country = Country(*b"CH");
    /// Belgium.
    pub const BE: Country = Country(*b"BE");

    /// Two capital letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Country {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Country, Self::Err> {
        let upper = text.trim().to_ascii_uppercase();
        match <[u8; 2]>::try_from(upper.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Country(code)),
            _ => Err(crate::Error::new("country.not-a-code", format!("“{text}” is not an ISO 3166 code such as FR"))),
        }
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Country, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
