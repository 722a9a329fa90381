use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A share between 0 and 1 in fixed point: 0 to 32,768 parts of 2¹⁵ (Q15).
///
/// Weights, credits and deficits are ratios. Written as a decimal of five places, which is finer than one part, so that
/// what is written reads back as the same number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Ratio(u16);

impl Ratio {
    /// 0.
    pub const ZERO: Ratio = Ratio(0);
    /// 1.
    pub const ONE: Ratio = Ratio(1 << 15);
    /// Bits after the point.
    pub const BITS: u32 = 15;

    /// `parts` of 2¹⁵; more than one is cut to one.
    pub const fn from_parts(parts: u32) -> Ratio {
        Ratio(if parts > 1 << 15 { 1 << 15 } else { parts as u16 })
    }

    /// The nearest ratio to `numerator / denominator`, cut to 1; 0 where the denominator is 0.
    pub const fn of(numerator: u64, denominator: u64) -> Ratio {
        if denominator == 0 {
            return Ratio::ZERO;
        }
        if numerator >= denominator {
            return Ratio::ONE;
        }
        Ratio(((numerator as u128 * (1 << 15) + denominator as u128 / 2) / denominator as u128) as u16)
    }

    /// Where `parts` of 2¹⁵ lie between two ratios: 0 up to `none`, 1 from `full` on, in a straight line between them.
    pub const fn between(parts: i32, none: Ratio, full: Ratio) -> Ratio {
        let above = parts - none.0 as i32;
        let width = full.0.saturating_sub(none.0);
        if above <= 0 { Ratio::ZERO } else { Ratio::of(above as u64, if width == 0 { 1 } else { width as u64 }) }
    }

    /// Hundredths, for constants: `Ratio::percent(90)` is 0.9.
    pub const fn percent(hundredths: u32) -> Ratio {
        Ratio::of(hundredths as u64, 100)
    }

    /// The nearest ratio to a decimal, cut to 0..1; 0 for a value that is not a number.
    pub fn from_f64(value: f64) -> Ratio {
        let parts = (value.clamp(0.0, 1.0) * 32_768.0).round();
        Ratio(if parts.is_nan() { 0 } else { parts as u16 })
    }

    /// Parts of 2¹⁵.
    pub const fn parts(self) -> u32 {
        self.0 as u32
    }

    /// As a decimal, for display only.
    pub fn to_f64(self) -> f64 {
        f64::from(self.0) / 32_768.0
    }

    /// 1 − self.
    pub const fn rest(self) -> Ratio {
        Ratio((1 << 15) - self.0)
    }

    /// The product, rounded down. Monotone in both factors.
    pub const fn times(self, other: Ratio) -> Ratio {
        Ratio(((self.0 as u32 * other.0 as u32) >> 15) as u16)
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.5}", self.to_f64())
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.to_f64())
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((self.to_f64() * 100_000.0).round() / 100_000.0)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ratio, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if (0.0..=1.0).contains(&value) {
            Ok(Ratio::from_f64(value))
        } else {
            Err(D::Error::custom(format!("{value} is not a share between 0 and 1")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ratio_survives_being_written() {
        for parts in 0..=1 << 15 {
            let ratio = Ratio::from_parts(parts);
            let text = serde_json::to_string(&ratio).unwrap();
            assert_eq!(serde_json::from_str::<Ratio>(&text).unwrap(), ratio, "{text}");
        }
    }

    #[test]
    fn a_place_between_two_ratios_is_cut_at_both() {
        let place = |parts| Ratio::between(parts, Ratio::percent(25), Ratio::percent(75));
        let places = [-32_768, 8_192, 16_384, 24_576, 32_768].map(place);
        assert_eq!(places, [Ratio::ZERO, Ratio::ZERO, Ratio::percent(50), Ratio::ONE, Ratio::ONE]);
        assert_eq!(Ratio::between(9, Ratio::ZERO, Ratio::ZERO), Ratio::ONE);
    }

    #[test]
    fn a_share_above_one_is_refused() {
        assert!(serde_json::from_str::<Ratio>("1.01").is_err());
        assert_eq!(Ratio::of(3, 2), Ratio::ONE);
        assert_eq!(Ratio::of(3, 0), Ratio::ZERO);
    }
}
