use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::score::Scored;

/// The best `k` seen so far, by falling score, then by rising number. Cost of one more: log k, and nothing where it is not
/// among them.
pub(crate) struct Best {
    k: usize,
    /// The worst kept lies on top.
    heap: BinaryHeap<Entry>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    score: Reverse<crate::units::Score>,
    number: u32,
    sides: (crate::units::Score, crate::units::Score),
}

impl Best {
    pub(crate) fn new(k: usize) -> Best {
        Best { k, heap: BinaryHeap::new() }
    }

    pub(crate) fn push(&mut self, number: u32, scored: Scored) {
        if self.k == 0 {
            return;
        }
        let entry = Entry { score: Reverse(scored.score), number, sides: (scored.fit, scored.wish) };
        if self.heap.len() < self.k {
            self.heap.push(entry);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && entry < *worst
        {
            *worst = entry;
        }
    }

    /// Best first; empties the collection.
    pub(crate) fn take(&mut self) -> Vec<(u32, Scored)> {
        let sorted = std::mem::take(&mut self.heap).into_sorted_vec();
        let scored = |e: Entry| (e.number, Scored { score: e.score.0, fit: e.sides.0, wish: e.sides.1 });
        sorted.into_iter().map(scored).collect()
    }
}
