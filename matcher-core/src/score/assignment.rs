//! Which skill lends to which requirement: the assignment that saves most.

/// A possible loan: `lender` would save `gain` on the requirement `row`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) row: u32,
    pub(crate) lender: u32,
    pub(crate) gain: u64,
}

/// Memory that is used again.
#[derive(Default)]
pub(crate) struct Work {
    best_of_row: Vec<Edge>,
    lenders: Vec<u32>,
    matrix: Vec<i64>,
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    matched: Vec<usize>,
    way: Vec<usize>,
    least: Vec<i64>,
    used: Vec<bool>,
}

/// The greatest sum of gains such that no requirement and no lender is used twice. `edges` come grouped by rising row and,
/// within a row, by rising lender.
///
/// Cost: linear where the best lenders of all rows differ, as nearly always; else the Hungarian method on the rows and
/// lenders at hand, rows² × lenders.
pub(crate) fn best(edges: &[Edge], work: &mut Work) -> u64 {
    if best_of_rows(edges, work) {
        return work.best_of_row.iter().map(|edge| edge.gain).sum();
    }
    hungarian(edges, work);
    chosen_by_matching(edges, work).map(|edge| edge.gain).sum()
}

/// The loans behind [`best`], by rising row. Among equal sums one is picked by the order of rows and lenders alone.
pub(crate) fn chosen(edges: &[Edge], work: &mut Work) -> Vec<Edge> {
    if best_of_rows(edges, work) {
        return work.best_of_row.clone();
    }
    hungarian(edges, work);
    let mut chosen: Vec<Edge> = chosen_by_matching(edges, work).copied().collect();
    chosen.sort_by_key(|edge| edge.row);
    chosen
}

/// Lets every row take its best lender; true where no lender is taken twice, and then nothing can be better.
fn best_of_rows(edges: &[Edge], work: &mut Work) -> bool {
    work.best_of_row.clear();
    work.lenders.clear();
    for row in edges.chunk_by(|a, b| a.row == b.row) {
        // The first of equals: the lowest lender.
        let best = row.iter().rev().max_by_key(|edge| edge.gain);
        work.best_of_row.extend(best);
    }
    work.lenders.extend(work.best_of_row.iter().map(|edge| edge.lender));
    work.lenders.sort_unstable();
    work.lenders.windows(2).all(|pair| pair[0] != pair[1])
}

/// Kuhn–Munkres with potentials (Kuhn 1955, doi:10.1002/nav.3800020109; in the O(rows² · columns) form), on the matrix of
/// gains with a column of its own for each row that stays without a loan.
fn hungarian(edges: &[Edge], work: &mut Work) {
    work.lenders.clear();
    work.lenders.extend(edges.iter().map(|edge| edge.lender));
    work.lenders.sort_unstable();
    work.lenders.dedup();
    let rows = edges.chunk_by(|a, b| a.row == b.row).count();
    let columns = work.lenders.len() + rows;
    work.matrix.clear();
    work.matrix.resize(rows * columns, 0);
    for (row, of_row) in edges.chunk_by(|a, b| a.row == b.row).enumerate() {
        for edge in of_row {
            let column = work.lenders.partition_point(|&lender| lender < edge.lender);
            work.matrix[row * columns + column] = -(edge.gain as i64);
        }
    }
    // Column 0 and row 0 are sentinels, as the method is usually written.
    let reset = |list: &mut Vec<i64>, len: usize| {
        list.clear();
        list.resize(len, 0);
    };
    reset(&mut work.row_price, rows + 1);
    reset(&mut work.column_price, columns + 1);
    work.matched.clear();
    work.matched.resize(columns + 1, 0);
    work.way.clear();
    work.way.resize(columns + 1, 0);
    for row in 1..=rows {
        augment(row, columns, work);
    }
}

fn augment(row: usize, columns: usize, work: &mut Work) {
    work.least.clear();
    work.least.resize(columns + 1, i64::MAX);
    work.used.clear();
    work.used.resize(columns + 1, false);
    work.matched[0] = row;
    let mut column = 0;
    loop {
        work.used[column] = true;
        let at = work.matched[column];
        let (mut delta, mut next) = (i64::MAX, 0);
        for j in 1..=columns {
            if work.used[j] {
                continue;
            }
            let cost = work.matrix[(at - 1) * columns + j - 1] - work.row_price[at] - work.column_price[j];
            if cost < work.least[j] {
                work.least[j] = cost;
                work.way[j] = column;
            }
            if work.least[j] < delta {
                delta = work.least[j];
                next = j;
            }
        }
        for j in 0..=columns {
            if work.used[j] {
                work.row_price[work.matched[j]] += delta;
                work.column_price[j] -= delta;
            } else if work.least[j] != i64::MAX {
                work.least[j] -= delta;
            }
        }
        column = next;
        if work.matched[column] == 0 {
            break;
        }
    }
    while column != 0 {
        let back = work.way[column];
        work.matched[column] = work.matched[back];
        column = back;
    }
}

/// The edges that the matching uses.
fn chosen_by_matching<'a>(edges: &'a [Edge], work: &'a Work) -> impl Iterator<Item = &'a Edge> {
    let rows = edges.chunk_by(|a, b| a.row == b.row).enumerate();
    rows.flat_map(move |(row, of_row)| {
        let column = (1..=work.lenders.len()).find(move |&j| work.matched[j] == row + 1);
        of_row.iter().filter(move |edge| column.is_some_and(|j| work.lenders[j - 1] == edge.lender))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every way to lend, tried.
    fn brute(edges: &[Edge], rows: &[u32], used: &mut Vec<u32>) -> u64 {
        let Some((&row, rest)) = rows.split_first() else { return 0 };
        let mut best = brute(edges, rest, used);
        for edge in edges.iter().filter(|edge| edge.row == row) {
            if !used.contains(&edge.lender) {
                used.push(edge.lender);
                best = best.max(edge.gain + brute(edges, rest, used));
                used.pop();
            }
        }
        best
    }

    proptest! {
        #[test]
        fn it_saves_as_much_as_any_assignment(table in proptest::collection::btree_map((0u32..6, 0u32..6), 1u64..9, 0..20)) {
            let edges: Vec<Edge> = table.iter().map(|(&(row, lender), &gain)| Edge { row, lender, gain: gain << 40 }).collect();
            let mut work = Work::default();
            let chosen = chosen(&edges, &mut work);
            let sum: u64 = chosen.iter().map(|edge| edge.gain).sum();
            prop_assert_eq!(sum, best(&edges, &mut work));
            prop_assert_eq!(sum, brute(&edges, &[0, 1, 2, 3, 4, 5], &mut Vec::new()));
            let mut lenders: Vec<u32> = chosen.iter().map(|edge| edge.lender).collect();
            lenders.sort_unstable();
            lenders.dedup();
            prop_assert_eq!(lenders.len(), chosen.len());
        }
    }

    #[test]
    fn one_lender_wanted_twice_goes_where_it_saves_most() {
        let edge = |row, lender, gain| Edge { row, lender, gain };
        let edges = [edge(0, 7, 10), edge(1, 7, 9), edge(1, 8, 1)];
        assert_eq!(chosen(&edges, &mut Work::default()), [edge(0, 7, 10), edge(1, 8, 1)]);
    }
}
