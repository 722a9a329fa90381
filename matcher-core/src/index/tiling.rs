use super::ball::{self, Ball};
use crate::units::Point;

/// How many of so many make a tile at most: few enough for a small ball, many enough for long runs.
fn most(of: usize) -> usize {
    (4 * of.isqrt()).clamp(8, 1_024)
}

/// An order of offers, or of people, in which neighbours lie together and, among these, those that are alike.
#[derive(Default)]
pub(super) struct Tiling {
    /// Slot → row of the columns.
    pub(super) rows: Vec<u32>,
    pub(super) tiles: Vec<Tile>,
    pub(super) runs: Vec<Run>,
}

/// Offers that lie together, or all that lie nowhere or in several places.
pub(super) struct Tile {
    /// Numbers of runs.
    pub(super) runs: (u32, u32),
    pub(super) ball: Option<Ball>,
}

/// Offers of a tile that are alike.
pub(super) struct Run {
    pub(super) kind: Kind,
    /// Slots.
    pub(super) slots: (u32, u32),
}

/// What the offers of a run share: classes by place and by first attributes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kind {
    pub(super) place: u32,
    pub(super) first: u32,
}

impl Tiling {
    /// `located` come first, in tiles of neighbours; then those elsewhere, in one tile. `points` and `kind` go by row.
    pub(super) fn new(
        mut located: Vec<u32>,
        mut elsewhere: Vec<u32>,
        points: &[Point],
        kind: impl Fn(u32) -> Kind,
    ) -> Tiling {
        let mut ends = Vec::new();
        let most = most(located.len());
        ball::in_parts(&mut located, points, most, 0, &mut ends);
        let mut tiling = Tiling::default();
        let mut begin = 0;
        for end in ends {
            let own = &mut located[begin..end];
            tiling.tile(own, Some(Ball::around(own.iter().map(|&row| points[row as usize]))), &kind);
            begin = end;
        }
        if !elsewhere.is_empty() {
            tiling.tile(&mut elsewhere, None, &kind);
        }
        tiling
    }

    fn tile(&mut self, rows: &mut [u32], ball: Option<Ball>, kind: &impl Fn(u32) -> Kind) {
        rows.sort_unstable_by_key(|&row| (kind(row), row));
        let begin = self.runs.len() as u32;
        for run in rows.chunk_by(|&a, &b| kind(a) == kind(b)) {
            let slot = self.rows.len() as u32;
            self.rows.extend_from_slice(run);
            self.runs.push(Run { kind: kind(run[0]), slots: (slot, self.rows.len() as u32) });
        }
        self.tiles.push(Tile { runs: (begin, self.runs.len() as u32), ball });
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        size_of_val(&*self.rows) + size_of_val(&*self.tiles) + size_of_val(&*self.runs)
    }
}
