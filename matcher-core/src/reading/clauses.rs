use std::ops::Range;

/// A sentence, a heading or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Bytes of the text, without bullets and blanks around.
    pub(crate) at: Range<usize>,
    /// An item of a list.
    pub(crate) item: bool,
    /// Nothing but this stands on its line, or a colon follows: it may be a heading.
    pub(crate) alone: bool,
}

/// The clauses of a text, in order: cut at line ends, marks of lists, HTML tags (also escaped ones), full stops, question and
/// exclamation marks, semicolons, and a colon behind at most [`HEADING`] words.
pub(crate) fn clauses(text: &str) -> Vec<Clause> {
    let mut all = Vec::new();
    for line in lines(text) {
        let first = all.len();
        sentences(text, line, &mut all);
        if all.len() == first + 1 {
            all[first].alone = true;
        }
    }
    all
}

/// The most words of a heading.
pub(crate) const HEADING: usize = 7;

/// Byte ranges between line ends, tags and marks of lists, and whether a mark stood before.
fn lines(text: &str) -> Vec<(Range<usize>, bool)> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let (mut start, mut item, mut at) = (0, false, 0);
    // Nothing but blanks since `start`.
    let mut begins = true;
    while let Some(c) = text[at..].chars().next() {
        let cut = match c {
            '\n' if wraps(text, start, at) => None,
            '\n' | '\r' | '\u{2028}' | '\u{b}' => Some((c.len_utf8(), false)),
            '<' => tag(text, at, '>').map(|length| (length, text[at..].starts_with("<li"))),
            '&' if text[at..].starts_with("&lt;") => escaped_tag(text, at).map(|length| (length, false)),
            '•' | '●' | '▪' | '◦' | '‣' | '➢' | '✓' | '✔' | '►' | '■' | '▶' | '❖' | '⇒' | '→' | '✅' | '➡' => {
                Some((c.len_utf8(), true))
            }
            '*' | '-' | '–' | '—' | '·' | 'o' | '+' | '>' if opens_item(text, begins, at, c) => {
                Some((c.len_utf8(), true))
            }
            _ => None,
        };
        match cut {
            Some((length, marks)) => {
                if has_words(&text[start..at]) {
                    all.push((start..at, item));
                    item = false;
                }
                at += length;
                start = at;
                begins = true;
                item = marks || (item && !matches!(bytes[at - 1], b'\n' | b'\r'));
            }
            None => {
                at += c.len_utf8();
                begins &= c.is_whitespace();
            }
        }
    }
    if has_words(&text[start..]) {
        all.push((start..text.len(), item));
    }
    all
}

/// Whether a line end only wraps a long line: a small letter goes on behind it.
fn wraps(text: &str, start: usize, at: usize) -> bool {
    const LONG: usize = 60;
    let after = text[at + 1..].trim_start_matches([' ', '\t']);
    let before = text[..at].trim_end_matches([' ', '\t']);
    at - start >= LONG
        && after.starts_with(char::is_lowercase)
        && !after.starts_with("o ")
        && !before.ends_with([':', '.', ';', '!', '?', '\r'])
}

fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Length of the tag that opens here. A tag begins with a letter or a slash and is short.
fn tag(text: &str, at: usize, close: char) -> Option<usize> {
    let rest = &text[at + 1..];
    let names = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let end = rest.char_indices().take(400).find(|&(_, c)| c == close || c == '<')?;
    (names && end.1 == close).then_some(end.0 + 2)
}

fn escaped_tag(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at + 4..];
    let names = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let window = rest.char_indices().nth(200).map_or(rest, |(end, _)| &rest[..end]);
    let end = window.find("&gt;")?;
    (names && !window[..end].contains("&lt;")).then_some(end + 8)
}

/// Whether the sign is a mark of a list: a blank follows, or a capital at the beginning of a line; and before it nothing
/// but blanks stands on the line, or a blank and then a capital follows, as where line ends got lost.
fn opens_item(text: &str, begins: bool, at: usize, mark: char) -> bool {
    let mut after = text[at + mark.len_utf8()..].chars();
    let blank = after.next().is_some_and(char::is_whitespace);
    if begins {
        return match mark {
            'o' | '+' | '>' => blank,
            _ => blank || text[at + mark.len_utf8()..].starts_with(char::is_alphabetic),
        };
    }
    let next = after.find(|c| !c.is_whitespace());
    let before = text[..at]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_whitespace() || c.is_lowercase() || matches!(c, '.' | ':' | ';' | ')'));
    !matches!(mark, 'o' | '+' | '>') && blank && before && next.is_some_and(char::is_uppercase)
}

fn sentences(text: &str, (line, item): (Range<usize>, bool), all: &mut Vec<Clause>) {
    let mut start = line.start;
    let mut push = |at: Range<usize>, colon: bool| {
        let inside = &text[at.clone()];
        let cut =
            |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '*' | '·' | ':' | ';' | '.' | ',' | '\u{feff}');
        let front = inside.len() - inside.trim_start_matches(cut).len();
        let back = inside.trim_end_matches(|c: char| cut(c) || matches!(c, '!' | '?')).len();
        if front < back && has_words(&inside[front..back]) {
            all.push(Clause { at: at.start + front..at.start + back, item, alone: colon });
        }
    };
    for (offset, c) in text[line.clone()].char_indices() {
        let at = line.start + offset;
        let end = at + c.len_utf8();
        let after = &text[end..line.end];
        let colon = c == ':' && heads(&text[start..at], after);
        if c == ';' && !ends_entity(&text[start..at])
            || colon
            || (matches!(c, '.' | '!' | '?' | '…') && ends_sentence(&text[start..at], c, after))
        {
            push(start..at, colon);
            start = end;
        }
    }
    push(start..line.end, false);
}

/// Whether `&amp` or `&#39` stands before the semicolon.
fn ends_entity(before: &str) -> bool {
    before.rfind('&').is_some_and(|at| {
        let name = &before[at + 1..];
        (2..=8).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
    })
}

/// A colon ends a heading where few words stand before it and it is none of `10:30`, `http://`.
fn heads(before: &str, after: &str) -> bool {
    let words = before.split(char::is_whitespace).filter(|word| has_words(word)).take(HEADING + 1).count();
    (1..=HEADING).contains(&words) && !after.starts_with(|c: char| c == '/' || c.is_ascii_digit())
}

/// Whether this sign ends a sentence. A full stop before a small letter, behind a single letter or inside a number or a
/// name (`Node.js`) does not; one before a capital that follows without a blank does, for blanks get lost.
fn ends_sentence(before: &str, sign: char, after: &str) -> bool {
    let Some(next) = after.chars().next() else { return true };
    if next.is_whitespace() {
        let follows = after.trim_start().chars().next();
        let last: usize = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
        return sign != '.' || (last != 1 && !follows.is_some_and(char::is_lowercase));
    }
    let lowercase = before.chars().next_back().is_some_and(|c| c.is_lowercase() || c == ')');
    let word: Vec<char> = after.chars().take(2).collect();
    let sentence =
        word.len() == 2 && word[0].is_uppercase() && (word[1].is_lowercase() || word[1] == '\'' || word[1] == '’');
    (sign != '.' && (!next.is_alphanumeric() || next.is_uppercase())) || (lowercase && sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        clauses(text).into_iter().map(|clause| &text[clause.at]).collect()
    }

    #[test]
    fn lines_items_and_sentences_are_clauses() {
        assert_eq!(
            cut("Vos missions :\n- Gérer les stocks ;\n* Tenir la caisse. Accueillir !\n•Former"),
            ["Vos missions", "Gérer les stocks", "Tenir la caisse", "Accueillir", "Former"]
        );
    }

    #[test]
    fn html_is_cut_at_its_tags_plain_or_escaped() {
        assert_eq!(
            cut("<p>Missions</p><ul><li>Lire</li><li>Écrire</li></ul>&lt;br /&gt;Fin"),
            ["Missions", "Lire", "Écrire", "Fin"]
        );
        assert_eq!(cut("x < y et a > b"), ["x < y et a > b"]);
    }

    #[test]
    fn a_lost_blank_or_line_end_still_cuts_and_a_name_with_a_stop_does_not() {
        assert_eq!(cut("les utilisateurs finaux.Définir la vision"), ["les utilisateurs finaux", "Définir la vision"]);
        assert_eq!(cut("Tâches : - Saisir - Classer"), ["Tâches", "Saisir", "Classer"]);
        assert_eq!(cut("la performance- Assurer le suivi"), ["la performance", "Assurer le suivi"]);
        assert_eq!(cut("R&amp;D et l&#39;achat"), ["R&amp;D et l&#39;achat"]);
        assert_eq!(cut("Node.js et 3.5 jours, ex. samedi"), ["Node.js et 3.5 jours, ex. samedi"]);
    }

    #[test]
    fn a_long_line_that_was_wrapped_is_one_sentence() {
        let text =
            "Au sein d'une équipe dédiée à la gestion des stocks et des achats\nvous suivez les commandes\nClasser";
        assert_eq!(cut(text).len(), 2);
        assert_eq!(cut("gestion des stocks\nmise en rayon").len(), 2);
    }

    #[test]
    fn what_stands_alone_or_before_a_colon_may_be_a_heading() {
        let text = "Profil : bac+2\nUne phrase. Une autre.";
        let alone: Vec<bool> = clauses(text).into_iter().map(|clause| clause.alone).collect();
        assert_eq!(alone, [true, false, false, false]);
    }

    proptest::proptest! {
        #[test]
        fn clauses_lie_in_the_text_one_behind_the_other(text in "[a-zA-Zé<>/&;lgt .:!?*•\\-\n]{0,80}|\\PC*") {
            let mut from = 0;
            for clause in clauses(&text) {
                proptest::prop_assert!(clause.at.start >= from && clause.at.start < clause.at.end);
                proptest::prop_assert!(text.get(clause.at.clone()).is_some());
                from = clause.at.end;
            }
        }
    }
}
