use std::ops::Deref;

/// Ids of one kind of concept, sorted by bytes; a concept's number is the place of its id.
///
/// All ids of a classification begin alike, so that comparing them whole reads the same bytes again and again. What follows
/// the common beginning is kept as a number of eight bytes: most ids differ in it, and the others are compared whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ids {
    sorted: Vec<Box<str>>,
    /// Length of the beginning that all share.
    shared: usize,
    /// Id → the eight bytes after it, the first in the highest place.
    keys: Vec<u64>,
}

impl Ids {
    /// Of ids that are sorted by bytes.
    pub(crate) fn new(sorted: Vec<Box<str>>) -> Ids {
        let shared = match (sorted.first(), sorted.last()) {
            (Some(first), Some(last)) => first.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count(),
            _ => 0,
        };
        let keys = sorted.iter().map(|id| key(&id.as_bytes()[shared..])).collect();
        Ids { sorted, shared, keys }
    }

    /// The number of the concept that has this id.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        let begin = &self.sorted.first()?.as_bytes()[..self.shared];
        let key = key(id.as_bytes().strip_prefix(begin)?);
        let start = self.keys.partition_point(|&known| known < key);
        let alike = self.keys[start..].partition_point(|&known| known == key);
        let found = self.sorted[start..start + alike].binary_search_by(|known| (**known).cmp(id));
        found.ok().map(|i| (start + i) as u32)
    }
}

impl Deref for Ids {
    type Target = [Box<str>];

    fn deref(&self) -> &[Box<str>] {
        &self.sorted
    }
}

/// The first eight bytes as a number that is ordered as they are, but for zeros at the end.
fn key(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    let len = bytes.len().min(8);
    first[..len].copy_from_slice(&bytes[..len]);
    u64::from_be_bytes(first)
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
