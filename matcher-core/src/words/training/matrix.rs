//! Products of dense matrices of `f32`, each number a sum in one fixed order.

/// A matrix that is read with any strides, so that its transpose costs nothing.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) numbers: &'a [f32],
    /// From one row to the next.
    pub(super) row: usize,
    /// From one column to the next.
    pub(super) column: usize,
}

/// Rows and columns of a block whose sums stay in registers.
const ROWS: usize = 4;
const COLUMNS: usize = 8;

/// `out = a · b`, where `b` has `inner` rows of `width` numbers, and `out` as many rows as it has room for. Rows of `out`
/// are made by all threads of the pool where there are any, each number in the same way.
pub(super) fn product(a: View<'_>, b: &[f32], inner: usize, width: usize, out: &mut [f32]) {
    let stripe = |(number, out): (usize, &mut [f32])| rows(a, number * ROWS, b, inner, width, out);
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        out.par_chunks_mut(ROWS * width).enumerate().for_each(stripe);
    }
    #[cfg(not(feature = "parallel"))]
    out.chunks_mut(ROWS * width).enumerate().for_each(stripe);
}

/// Up to [`ROWS`] rows of the product, from row `first` of `a` on.
fn rows(a: View<'_>, first: usize, b: &[f32], inner: usize, width: usize, out: &mut [f32]) {
    let count = out.len() / width;
    for left in (0..width).step_by(COLUMNS) {
        let columns = COLUMNS.min(width - left);
        let mut sums = [[0f32; COLUMNS]; ROWS];
        if count == ROWS && columns == COLUMNS {
            for k in 0..inner {
                let mut line = [0f32; COLUMNS];
                line.copy_from_slice(&b[k * width + left..][..COLUMNS]);
                for (row, sums) in sums.iter_mut().enumerate() {
                    let factor = a.numbers[(first + row) * a.row + k * a.column];
                    sums.iter_mut().zip(&line).for_each(|(sum, x)| *sum += factor * x);
                }
            }
        } else {
            for k in 0..inner {
                let line = &b[k * width + left..][..columns];
                for (row, sums) in sums.iter_mut().take(count).enumerate() {
                    let factor = a.numbers[(first + row) * a.row + k * a.column];
                    sums.iter_mut().zip(line).for_each(|(sum, x)| *sum += factor * x);
                }
            }
        }
        for (row, sums) in sums.iter().take(count).enumerate() {
            out[row * width + left..][..columns].copy_from_slice(&sums[..columns]);
        }
    }
}

/// The transpose of a matrix with rows of `width`.
pub(super) fn transposed(matrix: &[f32], width: usize) -> Vec<f32> {
    let height = matrix.len() / width.max(1);
    let mut out = vec![0.0; matrix.len()];
    for (i, row) in matrix.chunks(width.max(1)).enumerate() {
        row.iter().enumerate().for_each(|(j, &x)| out[j * height + i] = x);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_the_sum_of_products_whatever_the_shape() {
        for (height, inner, width) in [(1, 1, 1), (4, 3, 8), (5, 7, 9), (11, 2, 17)] {
            let a: Vec<f32> = (0..height * inner).map(|x| (x % 7) as f32 - 3.0).collect();
            let b: Vec<f32> = (0..inner * width).map(|x| (x % 5) as f32 - 2.0).collect();
            let mut out = vec![0.0; height * width];
            product(View { numbers: &a, row: inner, column: 1 }, &b, inner, width, &mut out);
            let flipped = transposed(&a, inner);
            let mut again = out.clone();
            product(View { numbers: &flipped, row: 1, column: height }, &b, inner, width, &mut again);
            assert_eq!(out, again);
            for i in 0..height {
                for j in 0..width {
                    let exact: f32 = (0..inner).map(|k| a[i * inner + k] * b[k * width + j]).sum();
                    assert_eq!(out[i * width + j], exact);
                }
            }
        }
    }
}
