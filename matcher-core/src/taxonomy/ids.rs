use std::ops::Deref;

/// Ids of one kind of concept, sorted by bytes; a concept's number is the place of its id. Found by hash, of what follows the
/// beginning that all ids of a classification share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ids {
    sorted: Vec<Box<str>>,
    /// Length of the beginning that all share.
    shared: usize,
    /// A number and one at the slot of its hash or the next free one; at least half are free, which is 0. Their number is a
    /// power of two.
    slots: Vec<u32>,
}

impl Ids {
    /// Of ids that are sorted by bytes.
    pub(crate) fn new(sorted: Vec<Box<str>>) -> Ids {
        let shared = match (sorted.first(), sorted.last()) {
            (Some(first), Some(last)) => first.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count(),
            _ => 0,
        };
        let mut slots = vec![0; (2 * sorted.len()).next_power_of_two()];
        for (id, number) in sorted.iter().zip(1..) {
            let mut slot = hash(&id.as_bytes()[shared..]) & (slots.len() - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = number;
        }
        Ids { sorted, shared, slots }
    }

    /// The number of the concept that has this id.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        let begin = &self.sorted.first()?.as_bytes()[..self.shared];
        let rest = id.as_bytes().strip_prefix(begin)?;
        let mut slot = hash(rest) & (self.slots.len() - 1);
        loop {
            let number = self.slots[slot].checked_sub(1)?;
            if self.sorted[number as usize].as_bytes()[self.shared..] == *rest {
                return Some(number);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

impl Deref for Ids {
    type Target = [Box<str>];

    fn deref(&self) -> &[Box<str>] {
        &self.sorted
    }
}

/// Eight bytes at a time, each mixed in by a multiplication with an odd number (2⁶⁴ over the golden ratio); the upper half
/// depends on all of them.
fn hash(bytes: &[u8]) -> usize {
    let mix = |hash: u64, part: &[u8]| {
        let mut eight = [0; 8];
        eight[..part.len()].copy_from_slice(part);
        (hash.rotate_left(29) ^ u64::from_le_bytes(eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    };
    (bytes.chunks(8).fold(bytes.len() as u64, mix) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_id_is_found_at_its_place_and_no_other_is(
            begin in "[a-c\u{0}/]{0,4}",
            ids in proptest::collection::btree_set("[a-c\u{0}é]{0,11}", 0..40),
            other in "[a-c\u{0}é]{0,11}",
        ) {
            let ids: Vec<Box<str>> = ids.iter().map(|id| format!("{begin}{id}").into()).collect();
            let known = Ids::new(ids.clone());
            for other in ids.iter().map(|id| &**id).chain([&*format!("{begin}{other}"), &*other, &*begin]) {
                let place = ids.iter().position(|id| **id == *other).map(|place| place as u32);
                proptest::prop_assert_eq!(known.find(other), place);
            }
        }
    }
}
