use std::collections::{BTreeMap, BTreeSet};

use super::standing::Standing;
use crate::score::Scored;
use crate::units::Score;

/// The best of each of the best `k` groups. The least score that counts is that of the k-th best *group*.
pub(super) struct BestOfGroups {
    k: usize,
    best: BTreeMap<u32, (Standing, u32, Scored)>,
    order: BTreeSet<(Standing, u32, u32)>,
}

impl BestOfGroups {
    pub(super) fn new(k: usize) -> BestOfGroups {
        BestOfGroups { k, best: BTreeMap::new(), order: BTreeSet::new() }
    }

    pub(super) fn push_at(&mut self, standing: Standing, group: u32, number: u32, scored: Scored) {
        let entry = (standing, number, scored);
        if let Some(known) = self.best.get(&group) {
            if (known.0, known.1) <= (entry.0, entry.1) {
                return;
            }
            self.order.remove(&(known.0, known.1, group));
        }
        self.best.insert(group, entry);
        self.order.insert((entry.0, number, group));
        if self.order.len() > self.k
            && let Some((_, _, group)) = self.order.pop_last()
        {
            self.best.remove(&group);
        }
    }

    /// The least score that could still be kept; 0 while there is room.
    pub(super) fn least(&self) -> Score {
        match self.order.last() {
            _ if self.k == 0 => Score::MAX,
            Some((standing, _, _)) if self.order.len() == self.k => standing.from.0,
            _ => Score::default(),
        }
    }

    /// Best first; empties the collection.
    pub(super) fn take(&mut self) -> Vec<(u32, Scored)> {
        let order = std::mem::take(&mut self.order);
        let all = order.into_iter().filter_map(|(_, number, group)| Some((number, self.best.remove(&group)?.2)));
        all.collect()
    }
}
