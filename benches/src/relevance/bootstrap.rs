use std::fmt;

use super::mersenne::Mersenne;

/// Resamples drawn.
const ROUNDS: usize = 1000;
/// The seed that the collection's own script uses.
const SEED: u32 = 20_261_124;

/// A mean over profiles with its 95 % percentile bootstrap interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// 2.5 % of the resampled means lie below.
    pub low: f64,
    /// 2.5 % lie above.
    pub high: f64,
}

/// Draws the profiles again and again, with replacement. `None` for no values.
pub fn interval(values: &[f64]) -> Option<Interval> {
    if values.is_empty() {
        return None;
    }
    let n = values.len() as f64;
    let mut stream = Mersenne::seeded(SEED);
    let mut mean = || (0..values.len()).map(|_| values[(stream.unit() * n) as usize]).sum::<f64>() / n;
    let mut means: Vec<f64> = (0..ROUNDS).map(|_| mean()).collect();
    means.sort_by(f64::total_cmp);
    let at = |share: f64| means[(share * ROUNDS as f64) as usize];
    Some(Interval { mean: values.iter().sum::<f64>() / n, low: at(0.025), high: at(0.975) })
}

impl fmt::Display for Interval {
    /// `0.612 [0.500,0.710]`, or with the precision asked for.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(3);
        write!(f, "{:.digits$} [{:.digits$},{:.digits$}]", self.mean, self.low, self.high)
    }
}
