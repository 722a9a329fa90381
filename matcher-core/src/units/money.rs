use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// An amount of money in hundredths of its currency, up to about 42 million. Read and written as a decimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Cents(pub u32);

impl Cents {
    /// From a decimal amount, rounded to the cent; `None` where it is negative, too large or not a number.
    pub fn from_decimal(amount: f64) -> Option<Cents> {
        let cents = (amount * 100.0).round();
        (0.0..f64::from(u32::MAX)).contains(&cents).then_some(Cents(cents as u32))
    }

    /// Whole units, rounded half up, for display.
    pub const fn rounded(self) -> u32 {
        self.0 / 100 + (self.0 % 100 >= 50) as u32
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u32(self.0 / 100)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Cents, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Cents::from_decimal(value).ok_or_else(|| D::Error::custom(format!("{value} is not an amount of money")))
    }
}

/// A currency by its ISO 4217 code, such as `EUR` or `CHF`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// The Swiss franc.
    pub const CHF: Currency = Currency(*b"CHF");

    /// Three capital letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl Default for Currency {
    fn default() -> Currency {
        Currency::EUR
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Currency, Self::Err> {
        let upper = text.trim().to_ascii_uppercase();
        match <[u8; 3]>::try_from(upper.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Currency(code)),
            _ => Err(crate::Error::new("currency.not-a-code", format!("“{text}” is not an ISO 4217 code such as EUR"))),
        }
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}
