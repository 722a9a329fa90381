use std::ops::Range;

use super::shelf::{Shelf, partition};
use crate::typos::Lexicon;
use crate::typos::lexicon::END;

/// Every range of entries that begin with the typed text but for one edit. Ranges may overlap.
///
/// The sorted entries are walked like a tree of letters: down along the typed text, and at each of its places once around
/// it by each kind of edit.
pub(super) fn ranges(shelf: &Shelf, lexicon: &Lexicon, typed: &str, mut found: impl FnMut(Range<usize>)) {
    let mut go_on = |range: Range<usize>, depth: usize, rest: &str| {
        let range = shelf.narrowed(lexicon, range, depth, rest.as_bytes());
        if !range.is_empty() {
            found(range);
        }
    };
    let mut range = 0..shelf.len();
    for (depth, letter) in typed.char_indices() {
        let rest = &typed[depth..];
        let behind = &rest[letter.len_utf8()..];
        // One letter too many was typed.
        go_on(range.clone(), depth, behind);
        // Two neighbours were swapped.
        if let Some(next) = behind.chars().next() {
            let swapped: String = [next, letter].iter().collect();
            let turned = shelf.narrowed(lexicon, range.clone(), depth, swapped.as_bytes());
            go_on(turned, depth + swapped.len(), &behind[next.len_utf8()..]);
        }
        // Another letter stands there, or one that was left out.
        for (child, bytes) in children(shelf, lexicon, range.clone(), depth) {
            go_on(child.clone(), depth + bytes, behind);
            go_on(child, depth + bytes, rest);
        }
        range = shelf.narrowed(lexicon, range, depth, letter.encode_utf8(&mut [0; 4]).as_bytes());
        if range.is_empty() {
            break;
        }
    }
}

/// The parts of a range by their letter behind the first `depth` bytes, each with the bytes of that letter. Where a form
/// ends there is none.
fn children(
    shelf: &Shelf,
    lexicon: &Lexicon,
    range: Range<usize>,
    depth: usize,
) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut start = partition(range.clone(), |entry| shelf.rest(lexicon, entry)[depth] == END);
    std::iter::from_fn(move || {
        if start >= range.end {
            return None;
        }
        let rest = &shelf.rest(lexicon, start)[depth..];
        let bytes = match rest[0] {
            0..0x80 => 1,
            0x80..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ => 4,
        };
        let letter = &rest[..bytes];
        let end = partition(start..range.end, |entry| shelf.rest(lexicon, entry)[depth..].starts_with(letter));
        let child = start..end;
        start = end;
        Some((child, bytes))
    })
}
