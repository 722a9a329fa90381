use crate::text::letters;

/// A text without what writers vary: small letters, no accents, `ß` as `ss`, `œ` as `oe`, straight apostrophes and
/// hyphens, one plain space wherever there was white space of any kind, none at the ends. Unlike
/// [`text::fold`](crate::text::fold) it keeps the signs, for values such as `1.3.2027` and `2,5 k€` live on them.
pub(in crate::exchange) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending_space = false;
    for c in text.chars() {
        letters(c, |c| {
            if c.is_whitespace() || c == '\u{ad}' {
                pending_space |= c != '\u{ad}';
                return;
            }
            if std::mem::take(&mut pending_space) && !out.is_empty() {
                out.push(' ');
            }
            match c {
                'ß' => out.push_str("ss"),
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '´' => out.push('\''),
                '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
                c => out.push(c),
            }
        });
    }
    out
}

/// The words of a folded text: runs of letters and digits, in order. `+` and `#` belong to a word, an apostrophe ends it.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '+' && c != '#').filter(|word| !word.is_empty())
}

/// Whether the words of `phrase` stand side by side among the words of the folded text.
pub(super) fn has_phrase(folded: &str, phrase: &str) -> bool {
    let wanted: Vec<&str> = words(phrase).collect();
    let all: Vec<&str> = words(folded).collect();
    !wanted.is_empty() && all.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_and_typography_fold_away() {
        assert_eq!(plain("  Ingénieur·e\u{a0} d’ÉTUDES\u{202f}– Cœur "), "ingenieur·e d'etudes - coeur");
        assert_eq!(plain("Großhändler"), "grosshandler");
        assert_eq!(plain(" \n"), "");
    }

    #[test]
    fn a_phrase_is_found_on_whole_words_only() {
        assert!(has_phrase("stage de fin d'etudes", "fin d'etudes"));
        assert!(!has_phrase("stageant", "stage"));
    }
}
