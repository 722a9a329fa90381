/// The parts of a text that have rows: its words, and every group of three, four and five letters in `<word>`, each once
/// and as a hash. Rising.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Units {
    pub(crate) words: Vec<u32>,
    pub(crate) groups: Vec<u32>,
}

/// Rows are found by hashes of so many bits: of 60,000 rows and an unknown word, one in a thousand is taken for another.
pub(crate) const HASH_BITS: u32 = 26;

/// So many words and so many letter groups are read at most: their rows cannot overflow a sum of 32 bits.
const LONGEST: usize = 2_048;

impl Units {
    pub(crate) fn of(tokens: &[String]) -> Units {
        Units::with_parts(tokens, |_| false)
    }

    /// The same with the words of which a compound is made, by the hashes of the words that may be a part of one.
    pub(crate) fn with_parts(tokens: &[String], is_word: impl Fn(u32) -> bool) -> Units {
        let mut units = Units::default();
        let mut letters = String::new();
        let mut starts = Vec::new();
        for token in tokens {
            units.words.push(word(token));
            super::compounds::parts(token, &is_word, &mut |part| units.words.push(part));
            letters.clear();
            letters.extend(["<", token, ">"]);
            starts.clear();
            starts.extend(letters.char_indices().map(|(at, _)| at));
            starts.push(letters.len());
            for length in 3..=5 {
                let ends = starts.iter().skip(length);
                units.groups.extend(starts.iter().zip(ends).map(|(&from, &to)| hash(&letters[from..to])));
            }
        }
        for list in [&mut units.words, &mut units.groups] {
            list.sort_unstable();
            list.dedup();
            list.truncate(LONGEST);
        }
        units
    }
}

/// The hash of a word of its own: that of `=word`.
pub(crate) fn word(token: &str) -> u32 {
    finish(token.bytes().fold(step(BASIS, b'='), step))
}

fn hash(letters: &str) -> u32 {
    finish(letters.bytes().fold(BASIS, step))
}

/// Names a set of words, whatever their order.
pub(crate) fn set(tokens: &[String]) -> u64 {
    let mut sorted: Vec<&String> = tokens.iter().collect();
    sorted.sort_unstable();
    sorted.into_iter().fold(BASIS, |hash, token| token.bytes().fold(step(hash, b' '), step))
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
}

/// The next state of a stream of numbers that look random (Steele & Vigna's linear congruential constant), for test tables.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn next(state: u64) -> u64 {
    state.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(0x9e37_79b9_7f4a_7c15)
}

/// The low bits of FNV mix poorly: fold the high ones in, multiply, keep the top.
fn finish(hash: u64) -> u32 {
    ((hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH_BITS)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_own_unit_and_all_its_letter_groups() {
        let units = Units::of(&["cook".to_owned()]);
        assert_eq!(units.words, [word("cook")]);
        let mut groups: Vec<u32> =
            ["<co", "coo", "ook", "ok>", "<coo", "cook", "ook>", "<cook", "cook>"].into_iter().map(hash).collect();
        groups.sort_unstable();
        assert_eq!(units.groups, groups);
        assert_eq!(Units::of(&["c".to_owned()]).groups, [hash("<c>")]);
    }
}
