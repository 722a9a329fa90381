/// Momentum over Adagrad (Duchi, Hazan, Singer 2011) with one accumulator a row: rows that many texts have turn less.
pub(super) struct Optimiser {
    start: Vec<f32>,
    momentum: Vec<f32>,
    /// Sum over the steps of the mean square of each row's gradient.
    squares: Vec<f32>,
}

const RATE: f32 = 0.02;
const MOMENTUM: f32 = 0.8;
/// Steps in which the rate rises to its full height.
const WARM_UP: usize = 20;
/// What is left of the rate at the end.
const LAST: f32 = 0.2;
/// The part of the way back to its start that a row goes in each step: what no text asks for is forgotten.
const RETURN: f32 = 0.001;

impl Optimiser {
    pub(super) fn new(rows: &[f32], dimensions: usize) -> Optimiser {
        Optimiser {
            start: rows.to_vec(),
            momentum: vec![0.0; rows.len()],
            squares: vec![0.0; rows.len() / dimensions.max(1)],
        }
    }

    /// One step down the gradient; `progress` is (this step, all steps).
    pub(super) fn step(&mut self, rows: &mut [f32], gradient: &[f32], (step, steps): (usize, usize)) {
        let rise = ((step + 1) as f32 / WARM_UP as f32).min(1.0);
        let fall = 1.0 - (1.0 - LAST) * step as f32 / steps.max(1) as f32;
        let rate = RATE * rise * fall;
        let dimensions = rows.len() / self.squares.len().max(1);
        let parts = rows.chunks_mut(dimensions).zip(gradient.chunks(dimensions));
        let memory = self.momentum.chunks_mut(dimensions).zip(self.start.chunks(dimensions)).zip(&mut self.squares);
        for ((row, gradient), ((momentum, start), squares)) in parts.zip(memory) {
            *squares += gradient.iter().map(|g| g * g).sum::<f32>() / dimensions as f32;
            let size = if *squares > 0.0 { rate / squares.sqrt() } else { 0.0 };
            for ((x, &g), (m, &s)) in row.iter_mut().zip(gradient).zip(momentum.iter_mut().zip(start)) {
                *m = MOMENTUM * *m + g;
                *x -= size * *m;
                *x += RETURN * (s - *x);
            }
        }
    }
}
