use std::fmt;

use serde::{Deserialize, Serialize};

/// How well a profile and an offer fit: ten-thousandths of a point, 0 to 1,000,000. Shown as 0 to 100.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score(u32);

impl Score {
    /// 100 points.
    pub const MAX: Score = Score(1_000_000);

    /// From ten-thousandths of a point; more than 100 points is cut to 100.
    pub const fn new(ten_thousandths: u32) -> Score {
        Score(if ten_thousandths > 1_000_000 { 1_000_000 } else { ten_thousandths })
    }

    /// Ten-thousandths of a point, 0 to 1,000,000.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Points from 0 to 100 with one decimal, rounded half up, as tenths: 874 is 87.4.
    pub const fn tenths(self) -> u32 {
        (self.0 + 500) / 1000
    }
}

impl fmt::Display for Score {
    /// Points with one decimal; `{:.0}` to `{:.4}` give other precisions.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = f.precision().unwrap_or(1).min(4) as u32;
        let step = 10u32.pow(4 - places);
        let shown = (self.0 + step / 2) / step;
        let scale = 10u32.pow(places);
        if places == 0 {
            return f.pad_integral(true, "", &shown.to_string());
        }
        f.pad_integral(true, "", &format!("{}.{:0width$}", shown / scale, shown % scale, width = places as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_rounded_half_up_at_every_precision() {
        let score = Score::new(874_550);
        assert_eq!(format!("{score} {score:.0} {score:.2} {score:.4}"), "87.5 87 87.46 87.4550");
        assert_eq!(format!("{:>6}", Score::MAX), " 100.0");
    }
}
