/// The letters of a text as 64 bits, by which most labels are ruled out without being looked at.
///
/// A letter has as many bits as the middle of European labels asks for (five for e, one for v): the first is set where the
/// letter occurs, the second where it occurs twice, and so on. An edit takes away one letter at most and adds one at most,
/// and a swap neither, so the number of bits of one text that the other lacks is never above the number of edits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters(u64);

/// First bit and number of bits of each class of letters; together 64.
const CLASSES: [(&[u8], u32, u32); 26] = [
    (b"e", 0, 5),
    (b"n", 5, 4),
    (b"r", 9, 4),
    (b"t", 13, 4),
    (b"i", 17, 4),
    (b"s", 21, 4),
    (b"a", 25, 4),
    (b"o", 29, 3),
    (b"l", 32, 3),
    (b"u", 35, 3),
    (b"d", 38, 3),
    (b"c", 41, 3),
    (b" ", 44, 3),
    (b"m", 47, 2),
    (b"p", 49, 2),
    (b"g", 51, 2),
    (b"h", 53, 2),
    (b"f", 55, 1),
    (b"b", 56, 1),
    (b"v", 57, 1),
    (b"k", 58, 1),
    (b"w", 59, 1),
    (b"z", 60, 1),
    (b"y", 61, 1),
    (b"jqx", 62, 1),
    (b"0123456789+#", 63, 1),
];

/// ASCII letter → its class; 255 for none, which is where the rest of the world goes too.
const CLASS_OF: [u8; 128] = {
    let mut table = [255; 128];
    let mut class = 0;
    while class < CLASSES.len() {
        let members = CLASSES[class].0;
        let mut i = 0;
        while i < members.len() {
            table[members[i] as usize] = class as u8;
            i += 1;
        }
        class += 1;
    }
    table
};

impl Letters {
    pub(super) fn of(text: &str) -> Letters {
        let mut bits = 0u64;
        for letter in text.chars() {
            let class = CLASS_OF.get(letter as usize).copied().unwrap_or(255);
            let Some(&(_, first, width)) = CLASSES.get(usize::from(class)) else { continue };
            // The next bit of the class; where all are set, the letter is one too many to be counted.
            let field = ((1u64 << width) - 1) << first;
            let taken = bits & field;
            bits |= ((taken << 1) | (1 << first)) & field;
        }
        Letters(bits)
    }

    /// At least so many edits lie between the two texts.
    pub(super) fn apart(self, other: Letters) -> usize {
        (self.0 & !other.0).count_ones().max((other.0 & !self.0).count_ones()) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_share_out_64_bits() {
        let mut next = 0;
        for (members, first, width) in CLASSES {
            assert!(!members.is_empty() && first == next);
            next += width;
        }
        assert_eq!(next, 64);
    }

    #[test]
    fn letters_that_differ_are_counted() {
        assert_eq!(Letters::of("vente").apart(Letters::of("verte")), 1);
        assert_eq!(Letters::of("vente").apart(Letters::of("venet")), 0);
        assert_eq!(Letters::of("eee").apart(Letters::of("")), 3);
    }

    proptest::proptest! {
        #[test]
        fn there_are_never_fewer_edits_than_letters_that_differ(a in "[a-zé0-9 +#]{0,40}", b in "[a-zé0-9 +#]{0,40}") {
            proptest::prop_assert!(Letters::of(&a).apart(Letters::of(&b)) <= strsim::osa_distance(&a, &b));
        }
    }
}
