use super::letters::letters;

/// A text reduced to what identifies it: lower case, no accents, ß as ss, œ as oe, words of `[a-z0-9+#]` with one blank
/// between them. `C++` and `C#` keep their marks. Letters of other scripts stay as they are.
///
/// Folding twice is folding once.
///
/// ```
/// assert_eq!(matcher_core::text::fold("  Développeur·euse  C++ (H/F) "), "developpeur euse c++ h f");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        fold_char(c, |plain| match plain {
            Some(plain) => {
                if gap && !folded.is_empty() {
                    folded.push(' ');
                }
                gap = false;
                folded.push(plain);
            }
            None => gap = true,
        });
    }
    folded
}

/// What one character of a text folds to: letters of a word one by one, or `None` where words part. An accent that stands
/// by itself gives nothing.
pub(crate) fn fold_char(c: char, mut each: impl FnMut(Option<char>)) {
    if c.is_ascii() {
        let stays = c.is_ascii_alphanumeric() || c == '+' || c == '#';
        return each(stays.then_some(c.to_ascii_lowercase()));
    }
    letters(c, |c| {
        let plain = match c {
            'ß' => "ss",
            'œ' => "oe",
            'æ' => "ae",
            'ø' => "o",
            'ł' => "l",
            'đ' => "d",
            _ if c.is_alphanumeric() || c == '+' || c == '#' => return each(Some(c)),
            _ => return each(None),
        };
        plain.chars().for_each(|plain| each(Some(plain)));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_do_not_matter() {
        assert_eq!(fold("Schweißer / Œuvre ÉTÉ"), "schweisser oeuvre ete");
        assert_eq!(fold("d’engins – agricoles"), "d engins agricoles");
        assert_eq!(fold("·(/)"), "");
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text: String) {
            proptest::prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
