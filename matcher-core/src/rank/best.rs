use std::collections::BinaryHeap;

use super::standing::Standing;
use crate::score::Scored;
use crate::units::Score;

/// The best `k` seen so far, by their standing, then by rising number. Cost of one more: log k, and nothing where it is not
/// among them.
pub(crate) struct Best {
    k: usize,
    /// The worst kept lies on top.
    heap: BinaryHeap<Entry>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    standing: Standing,
    number: u32,
    scored: (Score, Score, Score),
}

impl Best {
    pub(crate) fn new(k: usize) -> Best {
        Best { k, heap: BinaryHeap::new() }
    }

    pub(crate) fn push(&mut self, number: u32, scored: Scored) {
        self.push_at(Standing::by_score(&scored), number, scored);
    }

    pub(super) fn push_at(&mut self, standing: Standing, number: u32, scored: Scored) {
        if self.k == 0 {
            return;
        }
        let entry = Entry { standing, number, scored: (scored.score, scored.fit, scored.wish) };
        if self.heap.len() < self.k {
            self.heap.push(entry);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && entry < *worst
        {
            *worst = entry;
        }
    }

    /// The least score that could still be kept: one more with less would not be. 0 while there is room.
    pub(crate) fn least(&self) -> Score {
        match self.heap.peek() {
            _ if self.k == 0 => Score::MAX,
            Some(worst) if self.heap.len() == self.k => worst.standing.from.0,
            _ => Score::default(),
        }
    }

    /// Best first; empties the collection.
    pub(crate) fn take(&mut self) -> Vec<(u32, Scored)> {
        let sorted = std::mem::take(&mut self.heap).into_sorted_vec();
        let scored = |Entry { number, scored: (score, fit, wish), .. }| (number, Scored { score, fit, wish });
        sorted.into_iter().map(scored).collect()
    }
}
