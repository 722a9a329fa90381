use std::fmt;
use std::sync::Arc;

use crate::model::Offer;
use crate::units::{FingerprintBuilder, Score};

/// Lets offers that are about as good take turns: within a band of scores their order is drawn by lot, anew for every seed.
///
/// The lots are those of weighted sampling without replacement (Efraimidis and Spirakis 2006,
/// doi:10.1016/j.ipl.2005.11.003): among the offers of a band each comes first as often as its share of all weights. The
/// whole band takes part, however short the list. Equal seeds give equal lists, on every machine; the number of the day is a
/// good seed.
#[derive(Clone)]
pub struct Rotation {
    seed: u64,
    width: Score,
    weight: Arc<dyn Fn(&Offer) -> u32 + Send + Sync>,
}

impl Rotation {
    /// Bands of five points, every offer with the same weight.
    pub fn new(seed: u64) -> Rotation {
        Rotation { seed, width: Score::new(50_000), weight: Arc::new(|_| 1) }
    }

    /// Bands of this width, from 0 points up; no narrower than a ten-thousandth of a point.
    #[must_use]
    pub fn bands_of(self, width: Score) -> Rotation {
        Rotation { width: width.max(Score::new(1)), ..self }
    }

    /// The weight of each offer: how many jobs it has to fill, what its employer is due. 0 comes last in its band.
    #[must_use]
    pub fn weighing(self, weight: impl Fn(&Offer) -> u32 + Send + Sync + 'static) -> Rotation {
        Rotation { weight: Arc::new(weight), ..self }
    }

    /// The least score of the band.
    pub(super) fn band(&self, score: Score) -> Score {
        Score::new(score.get() - score.get() % self.width.get())
    }

    /// −log₂(u) ⁄ weight for a number u between 0 and 1 that is drawn by seed and identity: the least comes first. It is the
    /// order of the largest u^(1 ⁄ weight).
    pub(super) fn turn(&self, identity: &str, offer: &Offer) -> u64 {
        let drawn = FingerprintBuilder::default().bytes(&self.seed.to_le_bytes()).bytes(identity.as_bytes()).finish();
        let [a, b, c, d, e, f, g, h, ..] = drawn.to_bytes();
        match (self.weight)(offer) {
            0 => u64::MAX,
            // Below 2³⁹, so that 24 more bits are left for the fraction.
            weight => (minus_log2(u64::from_le_bytes([a, b, c, d, e, f, g, h])) << 24) / u64::from(weight),
        }
    }
}

impl fmt::Debug for Rotation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rotation(seed {}, bands of {})", self.seed, self.width)
    }
}

/// −log₂ of a number in parts of 2⁶⁴, 0 taken for 1; in parts of 2³². By squaring, a bit of the fraction at a time.
fn minus_log2(parts: u64) -> u64 {
    let parts = parts.max(1);
    let zeros = parts.leading_zeros();
    // Between 1 and 2, in parts of 2⁶³.
    let mut number = u128::from(parts << zeros);
    let mut fraction = 0;
    for _ in 0..32 {
        number = (number * number) >> 63;
        let bit = number >> 64;
        number >>= bit;
        fraction = fraction << 1 | bit as u64;
    }
    (u64::from(zeros + 1) << 32) - fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_that_of_the_formula() {
        assert_eq!(minus_log2(1 << 63), 1 << 32);
        assert_eq!(minus_log2(1 << 60), 4 << 32);
        assert_eq!(minus_log2(0), 64 << 32);
        assert_eq!(minus_log2(u64::MAX), 1);
        for parts in [3u64 << 62, 7 << 50, 12_345_678_901_234_567, 5] {
            let exact = 64.0 - libm::log2(parts as f64);
            assert!((minus_log2(parts) as f64 / f64::from(1u32 << 31) / 2.0 - exact).abs() < 1e-9, "{parts}");
        }
    }

    #[test]
    fn a_band_begins_at_a_multiple_of_its_width() {
        let rotation = Rotation::new(1);
        assert_eq!(rotation.band(Score::new(949_999)), Score::new(900_000));
        assert_eq!(rotation.band(Score::MAX), Score::MAX);
        assert_eq!(rotation.bands_of(Score::default()).band(Score::new(7)), Score::new(7));
    }
}
