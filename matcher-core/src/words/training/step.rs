//! One step of training: texts → vectors → how alike they are → which way each row should turn.

use super::matrix::{View, product, transposed};

/// How sharply the right text must stand out: cosines are multiplied by this before they compete.
const SHARPNESS: f32 = 20.0;

/// One side of the pairs: the vectors of its texts, and what they were before they had length 1.
pub(super) struct Side<'a> {
    /// Rows of each text.
    pub(super) texts: &'a [Vec<u32>],
    lengths: Vec<f32>,
    /// Of length 1; zero for a text without rows.
    units: Vec<f32>,
}

impl<'a> Side<'a> {
    pub(super) fn new(texts: &'a [Vec<u32>], rows: &[f32], weights: &[f32], dimensions: usize) -> Side<'a> {
        let mut units = vec![0.0; texts.len() * dimensions];
        let mut lengths = vec![0.0; texts.len()];
        for ((text, unit), length) in texts.iter().zip(units.chunks_mut(dimensions)).zip(&mut lengths) {
            sum(text, rows, weights, unit);
            *length = norm(unit);
            if *length > 0.0 {
                unit.iter_mut().for_each(|x| *x /= *length);
            }
        }
        Side { texts, lengths, units }
    }

    /// Adds to the gradient of the rows what the gradient of the unit vectors asks for.
    fn back(&self, of_units: &[f32], weights: &[f32], dimensions: usize, gradient: &mut [f32]) {
        let parts = self.units.chunks(dimensions).zip(of_units.chunks(dimensions));
        for ((text, &length), (unit, of_unit)) in self.texts.iter().zip(&self.lengths).zip(parts) {
            if length == 0.0 {
                continue;
            }
            // What points along the vector would only change its length, which is taken out again.
            let along: f32 = dot(unit, of_unit);
            for &row in text {
                let weight = weights[row as usize] / length;
                let into = &mut gradient[row as usize * dimensions..][..dimensions];
                for ((into, &g), &u) in into.iter_mut().zip(of_unit).zip(unit) {
                    *into += weight * (g - along * u);
                }
            }
        }
    }
}

/// The weighted sum of the rows of a text.
pub(super) fn sum(text: &[u32], rows: &[f32], weights: &[f32], into: &mut [f32]) {
    let dimensions = into.len();
    for &row in text {
        let weight = weights[row as usize];
        let row = &rows[row as usize * dimensions..][..dimensions];
        into.iter_mut().zip(row).for_each(|(sum, &x)| *sum += weight * x);
    }
}

pub(super) fn norm(vector: &[f32]) -> f32 {
    dot(vector, vector).sqrt()
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Adds to `gradient` that of the loss −½ Σ (ln p(right | left) + ln p(left | right)) over the pairs, text by text;
/// returns the mean loss.
pub(super) fn gradient([left, right]: [&Side<'_>; 2], weights: &[f32], dimensions: usize, gradient: &mut [f32]) -> f32 {
    let pairs = left.texts.len();
    let mut alike = vec![0.0; pairs * pairs];
    let view = |numbers| View { numbers, row: dimensions, column: 1 };
    product(view(&left.units), &transposed(&right.units, dimensions), dimensions, pairs, &mut alike);
    let loss_of_own: f32 = (0..pairs).map(|i| SHARPNESS * (alike[i * pairs + i] - 1.0)).sum();
    // No cosine is above 1, so that no power is above 1 either.
    alike.iter_mut().for_each(|x| *x = exp(SHARPNESS * (*x - 1.0)));
    let mut of_columns = vec![0f32; pairs];
    let mut of_rows = vec![0f32; pairs];
    for (row, of_row) in alike.chunks(pairs).zip(&mut of_rows) {
        of_columns.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        *of_row = row.iter().sum();
    }
    let logs: f32 = of_rows.iter().chain(&of_columns).map(|&sum| libm::logf(sum)).sum();
    let loss = (0.5 * logs - loss_of_own) / pairs as f32;
    let inverse: Vec<f32> = of_columns.iter().map(|sum| 1.0 / sum).collect();
    for (i, (row, of_row)) in alike.chunks_mut(pairs).zip(&of_rows).enumerate() {
        let own = 1.0 / of_row;
        row.iter_mut().zip(&inverse).for_each(|(x, of_column)| *x *= 0.5 * SHARPNESS * (own + of_column));
        row[i] -= SHARPNESS;
    }
    let mut of_units = vec![0.0; pairs * dimensions];
    product(View { numbers: &alike, row: pairs, column: 1 }, &right.units, pairs, dimensions, &mut of_units);
    left.back(&of_units, weights, dimensions, gradient);
    product(View { numbers: &alike, row: 1, column: pairs }, &left.units, pairs, dimensions, &mut of_units);
    right.back(&of_units, weights, dimensions, gradient);
    loss
}

/// e to the power of `x`, for `x` from −80 to 1, in plain additions and multiplications that a compiler may do several at
/// a time: 2ⁿ by the bits, the rest by a polynomial (off by a hundred-thousandth of itself at most).
fn exp(x: f32) -> f32 {
    // Adding and taking away 1.5 · 2²³ rounds to a whole number.
    const ROUND: f32 = 12_582_912.0;
    let powers = x * std::f32::consts::LOG2_E;
    let shifted = powers + ROUND;
    let rest = (powers - (shifted - ROUND)) * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0)))));
    let whole = shifted.to_bits().wrapping_sub(ROUND.to_bits());
    f32::from_bits(series.to_bits().wrapping_add(whole << 23))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_power_is_that_of_the_library() {
        for step in 0..8_000 {
            let x = step as f32 * -0.01;
            let exact = libm::expf(x);
            assert!((exp(x) - exact).abs() <= exact * 1e-5, "{x}: {} instead of {exact}", exp(x));
        }
    }

    /// The derivative by definition: the loss a little further on, minus the loss a little before.
    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let dimensions = 8;
        let weights = [1.0, 2.0, 0.5, 1.5, 3.0, 1.0];
        let mut rows: Vec<f32> = (0..6 * dimensions).map(|i| ((i * 37 % 19) as f32 - 9.0) / 10.0).collect();
        let left = [vec![0, 1], vec![2], vec![3, 4, 5]];
        let right = [vec![1, 2], vec![0, 5], vec![4]];
        let loss = |rows: &[f32], into: &mut [f32]| {
            let [a, b] = [&left, &right].map(|texts| Side::new(texts, rows, &weights, dimensions));
            gradient([&a, &b], &weights, dimensions, into) * 3.0
        };
        let mut exact = vec![0.0; rows.len()];
        loss(&rows, &mut exact);
        for at in 0..rows.len() {
            let (before, step) = (rows[at], 1e-2);
            let mut at_ = |x: f32| {
                rows[at] = x;
                loss(&rows, &mut vec![0.0; exact.len()])
            };
            let slope = (at_(before + step) - at_(before - step)) / (2.0 * step);
            rows[at] = before;
            assert!((slope - exact[at]).abs() < 0.02 * (1.0 + exact[at].abs()), "{at}: {slope} {}", exact[at]);
        }
    }
}
