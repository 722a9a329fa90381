use std::ops::Range;

use crate::text;

/// One word of a text: letters and digits in a row, `+` and `#` among them. An apostrophe, a hyphen and a middle dot end a
/// word, as in [`text::fold`]; so does an escaped sign such as
/// `&amp;`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Lower case, no accents.
    pub(crate) folded: String,
    /// Bytes of the text.
    pub(crate) at: Range<usize>,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let (mut start, mut entity) = (None, 0);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c == '&' {
            entity = at + entity_length(&text[at..]);
        }
        let inside = at >= entity && (c.is_alphanumeric() || matches!(c, '+' | '#' | '\u{ad}') || text::is_mark(c));
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let folded = fold(&text[from..at]);
                if !folded.is_empty() {
                    all.push(Word { folded, at: from..at });
                }
                start = None;
            }
            _ => {}
        }
    }
    all
}

/// Length of an escaped sign such as `&amp;` or `&#39;` at the beginning of a text; 0 where none stands there.
fn entity_length(text: &str) -> usize {
    let name = text.bytes().skip(1).take(9).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    if (2..=8).contains(&name) && text[1 + name..].starts_with(';') { name + 2 } else { 0 }
}

fn fold(word: &str) -> String {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return word.to_owned();
    }
    text::fold(&word.replace('\u{ad}', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_keep_their_place() {
        let text = "L’été, Développeur·euse C++ à 3,5 k€";
        let all = words(text);
        let folded: Vec<&str> = all.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(folded, ["l", "ete", "developpeur", "euse", "c++", "a", "3", "5", "k"]);
        assert_eq!(&text[all[2].at.clone()], "Développeur");
    }

    #[test]
    fn an_escaped_sign_is_no_word() {
        let folded = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ");
        assert_eq!(folded("R&amp;D, l&#39;art &nbsp;& AT&T;"), "r d l art at t");
    }

    #[test]
    fn an_accent_behind_its_letter_and_a_soft_hyphen_do_not_cut_a_word() {
        assert_eq!(words("de\u{301}veloppe\u{ad}ment")[0].folded, "developpement");
    }

    proptest::proptest! {
        #[test]
        fn words_lie_in_the_text_one_behind_the_other(text: String) {
            let mut from = 0;
            for word in words(&text) {
                proptest::prop_assert!(word.at.start >= from && text.get(word.at.clone()).is_some());
                from = word.at.end;
            }
        }
    }
}
