//! Hashes of words and of rows of words. Fixed for ever, the same on every machine.

/// The hash of a word given in two parts: FNV-1a over its bytes, then mixed so that sums of hashes spread too.
pub(super) fn word(keep: &str, ending: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in keep.bytes().chain(ending.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The hash of a text.
pub(crate) fn of(text: &str) -> u64 {
    word(text, "")
}

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The words of a phrase: their sum, which does not know their order, and a polynomial, which does. Both grow word by
/// word, so that every window that begins at one word costs one step more than the window before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) sum: u64,
    pub(super) order: u64,
    pub(super) words: u8,
    /// `BASE` to the power of the number of words.
    power: u64,
}

impl Row {
    pub(super) const EMPTY: Row = Row { sum: 0, order: 0, words: 0, power: 1 };

    /// With one more word behind.
    pub(super) fn push(self, word: u64) -> Row {
        Row {
            sum: self.sum.wrapping_add(word),
            order: self.order.wrapping_add(word.wrapping_mul(self.power)),
            words: self.words.saturating_add(1),
            power: self.power.wrapping_mul(BASE),
        }
    }

    /// With another row behind.
    pub(super) fn then(self, next: Row) -> Row {
        Row {
            sum: self.sum.wrapping_add(next.sum),
            order: self.order.wrapping_add(next.order.wrapping_mul(self.power)),
            words: self.words.saturating_add(next.words),
            power: self.power.wrapping_mul(next.power),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_joined_are_rows_grown() {
        let of = |words: &[&str]| words.iter().fold(Row::EMPTY, |row, w| row.push(word(w, "")));
        assert_eq!(of(&["a", "b"]).then(of(&["c"])), of(&["a", "b", "c"]));
        assert_eq!(of(&["a", "b"]).sum, of(&["b", "a"]).sum);
        assert_ne!(of(&["a", "b"]).order, of(&["b", "a"]).order);
        assert_eq!(word("proj", "ets"), word("projets", ""));
    }
}
