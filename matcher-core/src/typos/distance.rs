/// A text made ready for being compared with many others: how many edits make one of the other.
///
/// An edit puts in, takes out or replaces one letter, or swaps two neighbours; no part is edited twice (optimal string
/// alignment). Computed by columns of bits, 64 letters of the text at a time (Hyyrö 2003, "A bit-vector algorithm for
/// computing Levenshtein and Damerau edit distances"): one step for each letter of the other text and each 64 of this.
pub(super) struct Pattern {
    letters: usize,
    /// Blocks of 64 letters.
    blocks: usize,
    /// Letter × block → the places at which the letter stands. The first 128 letters are ASCII, then those of `others`.
    places: Vec<u64>,
    /// Letters beyond ASCII, sorted.
    others: Vec<char>,
    /// One more than there are blocks: what lies before the first.
    column: Vec<Block>,
}

/// 64 cells of a column of the table of distances, as differences between neighbours.
#[derive(Clone, Copy)]
struct Block {
    /// The cell is one more than the one above.
    down_up: u64,
    /// The cell is one less than the one above.
    down_less: u64,
    /// The cell equals the one above and to the left.
    diagonal: u64,
    /// Where the text has the column's letter.
    places: u64,
}

const ASCII: usize = 128;
const FIRST: Block = Block { down_up: u64::MAX, down_less: 0, diagonal: 0, places: 0 };

impl Pattern {
    pub(super) fn new(text: &str) -> Pattern {
        let letters: Vec<char> = text.chars().collect();
        let mut others: Vec<char> = letters.iter().copied().filter(|c| !c.is_ascii()).collect();
        others.sort_unstable();
        others.dedup();
        let blocks = letters.len().div_ceil(64).max(1);
        let mut places = vec![0; (ASCII + others.len()) * blocks];
        for (i, &letter) in letters.iter().enumerate() {
            if let Some(row) = row(&others, letter) {
                places[row * blocks + i / 64] |= 1u64 << (i % 64);
            }
        }
        Pattern { letters: letters.len(), blocks, places, others, column: vec![FIRST; blocks + 1] }
    }

    /// How many letters the text has.
    pub(super) fn letters(&self) -> usize {
        self.letters
    }

    /// The edits between this text and another one of `letters` letters, where they are at most `limit`.
    pub(super) fn distance(&mut self, other: &str, letters: usize, limit: usize) -> Option<usize> {
        if self.letters.abs_diff(letters) > limit {
            return None;
        }
        if self.letters == 0 {
            return Some(letters);
        }
        if self.blocks == 1 { self.short(other, letters, limit) } else { self.long(other, letters, limit) }
    }

    fn short(&self, other: &str, letters: usize, limit: usize) -> Option<usize> {
        let last = 1u64 << (self.letters - 1);
        let mut block = FIRST;
        let (mut edits, mut left) = (self.letters, letters);
        for letter in other.chars() {
            let places = row(&self.others, letter).map_or(0, |row| self.places[row]);
            let swapped = ((!block.diagonal & places) << 1) & block.places;
            let diagonal =
                (((places & block.down_up).wrapping_add(block.down_up)) ^ block.down_up) | places | block.down_less;
            let diagonal = diagonal | swapped;
            let right_up = block.down_less | !(diagonal | block.down_up);
            let right_less = diagonal & block.down_up;
            edits = edits + usize::from(right_up & last != 0) - usize::from(right_less & last != 0);
            left -= 1;
            // Each letter still to come can take one edit away at most.
            if edits > limit + left {
                return None;
            }
            let (right_up, right_less) = (right_up << 1 | 1, right_less << 1);
            block = Block {
                down_up: right_less | !(diagonal | right_up),
                down_less: right_up & diagonal,
                diagonal,
                places,
            };
        }
        Some(edits)
    }

    fn long(&mut self, other: &str, letters: usize, limit: usize) -> Option<usize> {
        let last = 1u64 << ((self.letters - 1) % 64);
        self.column.fill(FIRST);
        let (mut edits, mut left) = (self.letters, letters);
        for letter in other.chars() {
            let row = row(&self.others, letter).map(|row| row * self.blocks);
            // What the block before hands on: the column's difference at its foot, and what a swap across the border needs.
            let (mut up, mut less) = (1, 0);
            let (mut before, mut before_places) = (self.column[0], 0);
            for number in 0..self.blocks {
                let block = self.column[number + 1];
                let places = row.map_or(0, |row| self.places[row + number]);
                let across = (!before.diagonal & before_places) >> 63;
                let swapped = ((!block.diagonal & places) << 1 | across) & block.places;
                let reached = places | less;
                let diagonal = (((reached & block.down_up).wrapping_add(block.down_up)) ^ block.down_up)
                    | reached
                    | block.down_less
                    | swapped;
                let right_up = block.down_less | !(diagonal | block.down_up);
                let right_less = diagonal & block.down_up;
                if number + 1 == self.blocks {
                    edits = edits + usize::from(right_up & last != 0) - usize::from(right_less & last != 0);
                }
                let (shifted_up, shifted_less) = (right_up << 1 | up, right_less << 1 | less);
                (up, less) = (right_up >> 63, right_less >> 63);
                (before, before_places) = (block, places);
                self.column[number + 1] = Block {
                    down_up: shifted_less | !(diagonal | shifted_up),
                    down_less: shifted_up & diagonal,
                    diagonal,
                    places,
                };
            }
            left -= 1;
            if edits > limit + left {
                return None;
            }
        }
        Some(edits)
    }
}

/// The row of a letter: itself for ASCII, then the sorted others; none for a letter that the text does not have.
fn row(others: &[char], letter: char) -> Option<usize> {
    if letter.is_ascii() { Some(letter as usize) } else { others.binary_search(&letter).ok().map(|at| ASCII + at) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ours(a: &str, b: &str, limit: usize) -> Option<usize> {
        Pattern::new(a).distance(b, b.chars().count(), limit)
    }

    #[test]
    fn a_swap_of_neighbours_is_one_edit() {
        assert_eq!(ours("vendeur", "vedneur", 9), Some(1));
        assert_eq!(ours("ca", "abc", 9), Some(3), "no part is edited twice");
        assert_eq!(ours("", "abc", 9), Some(3));
        assert_eq!(ours("abc", "", 9), Some(3));
    }

    #[test]
    fn a_swap_across_the_border_of_two_blocks_is_one_edit() {
        for at in 60..68 {
            let mut letters: Vec<char> = (0..130).map(|i| char::from(b'a' + (i * 7 % 26) as u8)).collect();
            let text: String = letters.iter().collect();
            letters.swap(at, at + 1);
            let other: String = letters.iter().collect();
            assert_eq!(ours(&text, &other, 3), Some(1), "{at}");
        }
    }

    /// Two texts of few letters, long enough for three blocks, the second one an edited copy half of the time.
    fn pairs() -> impl Strategy<Value = (String, String)> {
        let edits = proptest::collection::vec((0..4u8, any::<prop::sample::Index>(), "[abcdé ]"), 0..6);
        ("[abcdéй ]{0,150}", "[abcdéй ]{0,150}", edits, any::<bool>()).prop_map(|(text, other, edits, copy)| {
            if !copy {
                return (text, other);
            }
            let mut letters: Vec<char> = text.chars().collect();
            for (what, at, letter) in edits {
                let at = at.index(letters.len() + 1);
                match what {
                    0 => letters.insert(at, letter.chars().next().unwrap_or('a')),
                    1 if at < letters.len() => drop(letters.remove(at)),
                    2 if at < letters.len() => letters[at] = letter.chars().next().unwrap_or('a'),
                    _ if at + 1 < letters.len() => letters.swap(at, at + 1),
                    _ => {}
                }
            }
            (text, letters.into_iter().collect())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn it_is_the_distance_of_strsim((a, b) in pairs(), limit in 0..160usize) {
            let oracle = strsim::osa_distance(&a, &b);
            prop_assert_eq!(ours(&a, &b, limit), (oracle <= limit).then_some(oracle));
        }
    }
}
