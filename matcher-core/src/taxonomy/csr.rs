/// Lists of different lengths in two flat arrays: the values of row `i` are `values[offsets[i]..offsets[i + 1]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Csr<T> {
    offsets: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Csr<T> {
    fn default() -> Csr<T> {
        Csr { offsets: vec![0], values: Vec::new() }
    }
}

impl<T> Csr<T> {
    pub(crate) fn from_rows<I: IntoIterator<Item = T>>(rows: impl IntoIterator<Item = I>) -> Csr<T> {
        let (mut offsets, mut values) = (vec![0], Vec::new());
        for row in rows {
            values.extend(row);
            offsets.push(values.len() as u32);
        }
        Csr { offsets, values }
    }

    pub(crate) fn row(&self, i: usize) -> &[T] {
        &self.values[self.offsets[i] as usize..self.offsets[i + 1] as usize]
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = &[T]> {
        self.offsets.windows(2).map(|w| &self.values[w[0] as usize..w[1] as usize])
    }

    pub(crate) fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    pub(crate) fn offsets(&self) -> &[u32] {
        &self.offsets
    }

    pub(crate) fn values(&self) -> &[T] {
        &self.values
    }
}

impl<T: Copy> Csr<(u32, T)> {
    /// The reverse relation, what is said of each pair included: see [`Csr::reversed`].
    pub(crate) fn reversed_pairs(&self, columns: usize) -> Csr<(u32, T)> {
        let mut rows = vec![Vec::new(); columns];
        for (i, row) in self.rows().enumerate() {
            for &(j, of_pair) in row {
                rows[j as usize].push((i as u32, of_pair));
            }
        }
        Csr::from_rows(rows)
    }
}

impl Csr<u32> {
    /// The reverse relation: row `j` of the result holds every `i` whose row holds `j`, rising. `columns` is the number
    /// of rows of the result.
    pub(crate) fn reversed(&self, columns: usize) -> Csr<u32> {
        let mut rows = vec![Vec::new(); columns];
        for (i, row) in self.rows().enumerate() {
            for &j in row {
                rows[j as usize].push(i as u32);
            }
        }
        Csr::from_rows(rows)
    }
}
