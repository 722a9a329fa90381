use std::collections::BTreeMap;

/// Offers in classes: those of one class answer some questions alike, so that asking one of them is asking all.
#[derive(Default)]
pub(crate) struct Classes {
    /// The class of every offer.
    pub(crate) of: Vec<u32>,
    /// One offer of each class.
    pub(crate) examples: Vec<u32>,
}

impl Classes {
    /// One class for each key, numbered as they come.
    pub(crate) fn by<K: Ord>(len: usize, key: impl Fn(usize) -> K) -> Classes {
        let mut known: BTreeMap<K, u32> = BTreeMap::new();
        let mut classes = Classes { of: Vec::with_capacity(len), examples: Vec::new() };
        for row in 0..len {
            let next = classes.examples.len() as u32;
            let class = *known.entry(key(row)).or_insert(next);
            if class == next {
                classes.examples.push(row as u32);
            }
            classes.of.push(class);
        }
        classes
    }

    /// Classes of those that are in one class of both.
    pub(crate) fn and(&self, other: &Classes) -> Classes {
        Classes::by(self.of.len(), |row| (self.of[row], other.of[row]))
    }

    pub(crate) fn len(&self) -> usize {
        self.examples.len()
    }

    /// The same classes with the offers in another order; examples stay what they are.
    pub(crate) fn reordered(self, order: &[u32]) -> Classes {
        Classes { of: order.iter().map(|&row| self.of[row as usize]).collect(), examples: self.examples }
    }

    pub(crate) fn size_in_bytes(&self) -> usize {
        4 * (self.of.len() + self.examples.len())
    }
}
