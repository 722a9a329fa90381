//! Small letters without marks, by a table of our own: a browser need not load the tables of all of Unicode.

use std::sync::OnceLock;

/// A character and what it stands for, rising: every one of the Latin, Greek and Cyrillic blocks, the signs and the ligatures for
/// which that is not just its small letter. Unicode's compatibility decomposition of its small letter, without marks; a test makes the
/// file again.
const TABLE: &str = include_str!("../../data/letters.txt");

/// The small letters that a character stands for, marks left out: `é` gives `e`, `ﬁ` gives `f` and `i`, an accent by itself nothing.
/// `ß`, `œ` and the like stay, as do other scripts than Latin, Greek and Cyrillic.
pub(crate) fn letters(c: char, mut each: impl FnMut(char)) {
    if c.is_ascii() {
        return each(c.to_ascii_lowercase());
    }
    if is_mark(c) {
        return;
    }
    let table = table();
    match table.binary_search_by_key(&c, |&(from, _)| from) {
        Ok(at) => table[at].1.chars().for_each(each),
        Err(_) => c.to_lowercase().for_each(each),
    }
}

/// Whether a character is an accent that stands behind its letter.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20f0}' | '\u{fe20}'..='\u{fe2f}')
}

fn table() -> &'static [(char, &'static str)] {
    static READ: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();
    READ.get_or_init(|| {
        let entry = |line: &'static str| line.chars().next().map(|from| (from, &line[from.len_utf8()..]));
        TABLE.split('\n').filter_map(entry).collect()
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    use super::*;
    use crate::text::fold;

    const BLOCKS: [(u32, u32); 9] = [
        (0x80, 0x2ff),
        (0x370, 0x3ff),
        (0x400, 0x52f),
        (0x1e00, 0x1eff),
        (0x1f00, 0x1fff),
        (0x2000, 0x214f),
        (0x2460, 0x24ff),
        (0xfb00, 0xfb06),
        (0xff01, 0xff5e),
    ];

    fn blocks() -> impl Iterator<Item = char> {
        BLOCKS.into_iter().flat_map(|(from, to)| from..=to).filter_map(char::from_u32)
    }

    /// By the tables of Unicode.
    fn oracle(text: &str) -> String {
        text.nfkd().flat_map(char::to_lowercase).nfkd().filter(|&c| !is_combining_mark(c)).collect()
    }

    fn ours(text: &str) -> String {
        let mut out = String::new();
        text.chars().for_each(|c| letters(c, |c| out.push(c)));
        out
    }

    /// `BLESS=1` writes the table anew.
    #[test]
    fn the_table_is_unicodes_for_its_blocks() {
        let mut made = String::new();
        for c in blocks().filter(|&c| !is_mark(c)) {
            let plain = oracle(&c.to_string());
            if plain != c.to_lowercase().to_string() {
                writeln!(made, "{c}{plain}").unwrap();
            }
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/data/letters.txt"), &made).unwrap();
        }
        assert!(TABLE == made, "data/letters.txt is not what Unicode says");
        for c in ('\0'..='\u{36f}').chain(blocks()) {
            assert_eq!(ours(&c.to_string()), oracle(&c.to_string()), "{c:?} {:x}", u32::from(c));
        }
    }

    proptest! {
        #[test]
        fn composed_or_not_a_text_is_the_same(text in "[a-zà-öø-ÿāăčęłńőřśšžœßА-яёйΆ-ώ '’-]{0,24}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(ours(&decomposed), ours(&text));
            prop_assert_eq!(ours(&text), oracle(&text));
            prop_assert_eq!(fold(&decomposed), fold(&text));
        }
    }
}
