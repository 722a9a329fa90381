use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::input::{Origin, Place};

/// Which ids were already read, and where: 24 bytes each, for the records themselves are not kept.
#[derive(Default)]
pub(super) struct Seen {
    /// By the first half of the id's SHA-256: no two of them are equal by chance.
    places: BTreeMap<[u8; 16], (u32, u32)>,
    files: Vec<Arc<str>>,
    kind: Vec<fn(usize) -> Place>,
}

impl Seen {
    /// Where the id was first read; `None` where it is read now, here.
    pub(super) fn first(&mut self, id: &str, origin: &Origin) -> Option<Origin> {
        let mut key = [0; 16];
        key.copy_from_slice(&Sha256::digest(id.as_bytes())[..16]);
        if let Some(&(file, number)) = self.places.get(&key) {
            let place = (self.kind[file as usize])(number as usize);
            return Some(Origin { file: self.files[file as usize].clone(), place });
        }
        let (kind, number): (fn(usize) -> Place, usize) = match origin.place {
            Place::Whole => (|_| Place::Whole, 0),
            Place::Line(line) => (Place::Line, line),
            Place::Item(item) => (Place::Item, item),
            Place::Row(row) => (Place::Row, row),
        };
        // Files come one after the other.
        if self.files.last() != Some(&origin.file) {
            self.files.push(origin.file.clone());
            self.kind.push(kind);
        }
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        self.places.insert(key, (self.files.len() as u32 - 1, number));
        None
    }
}
