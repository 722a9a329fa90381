//! A text cut into words, each with its bytes in the text and with what parts it from the word before.

use crate::text::fold_char;

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Blanks, or a line broken inside a sentence.
    Space,
    /// A hyphen or another mark without blanks: `back-end`, `Entwickler*in`.
    Hyphen,
    /// `d'Excel`.
    Apostrophe,
    /// `node.js`.
    Dot,
    /// `CI/CD`.
    Slash,
    /// `R&D`.
    Ampersand,
    /// `name@example.org`, `https://…`.
    Address,
    /// A comma, or a stroke between blanks.
    Comma,
    /// A bracket or a quotation mark.
    Bracket,
    /// The end of a sentence or of an item of a list, or of the text.
    Border,
}

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// First byte in the text.
    pub(super) start: usize,
    /// The byte behind the last.
    pub(super) end: usize,
    /// First byte of its folded letters in [`Tokens::folded`], and the byte behind the last.
    pub(super) folded: (usize, usize),
    /// What parts it from the word before.
    pub(super) gap: Gap,
}

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Tokens {
    pub(super) list: Vec<Token>,
    pub(super) folded: String,
}

impl Tokens {
    /// Letters are folded one by one as [`fold`](crate::text::fold) folds them. `+` and `#` belong to the word before them
    /// where they are doubled or end it (`C++17`, `C#`), and else part words (`bac+2`, `#jobs`). Cost: linear.
    pub(super) fn of(text: &str) -> Tokens {
        let mut tokens = Tokens { list: Vec::with_capacity(text.len() / 6), folded: String::with_capacity(text.len()) };
        let mut between = Between::start();
        let mut open = false;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let end = at + c.len_utf8();
            if matches!(c, '+' | '#') {
                let run = text[at..].bytes().take_while(|b| matches!(b, b'+' | b'#')).count();
                let next = text[at + run..].chars().next();
                let belongs = open && (run > 1 || !next.is_some_and(char::is_alphanumeric));
                for (i, sign) in text[at..at + run].char_indices() {
                    if belongs {
                        tokens.extend(sign, at + i + 1);
                    }
                    if i > 0 {
                        chars.next();
                    }
                }
                // "Python+SQL" is a list.
                between.comma |= open && !belongs;
                open = false;
                continue;
            }
            let mut parted = false;
            fold_char(c, |folded| match folded {
                Some(letter) => {
                    if parted || !open {
                        let gap = if parted { Gap::Hyphen } else { between.gap(c, &text[at..]) };
                        let begins = tokens.folded.len();
                        tokens.list.push(Token { start: at, end, folded: (begins, begins), gap });
                        (open, parted) = (true, false);
                        between = Between::default();
                    }
                    tokens.extend(letter, end);
                }
                None => parted = true,
            });
            if parted {
                open = false;
                between.add(c, chars.peek().map(|&(_, next)| next), text[..at].chars().next_back());
            } else if open && let Some(last) = tokens.list.last_mut() {
                // An accent of its own belongs to the letter before it.
                last.end = end;
            }
        }
        tokens
    }

    fn extend(&mut self, letter: char, end: usize) {
        self.folded.push(letter);
        if let Some(last) = self.list.last_mut() {
            last.end = end;
            last.folded.1 = self.folded.len();
        }
    }

    /// The folded letters of a word.
    pub(super) fn word(&self, token: usize) -> &str {
        let (from, to) = self.list[token].folded;
        &self.folded[from..to]
    }

    /// What parts a word from the next one.
    pub(super) fn gap_after(&self, token: usize) -> Gap {
        self.list.get(token + 1).map_or(Gap::Border, |next| next.gap)
    }
}

/// The marks seen since the last word.
#[derive(Clone, Copy, Default)]
struct Between {
    blank: bool,
    lines: u8,
    comma: bool,
    slash: bool,
    hyphen: bool,
    apostrophe: bool,
    dot: bool,
    ampersand: bool,
    address: bool,
    bracket: bool,
    border: bool,
    after_small: bool,
}

impl Between {
    fn start() -> Between {
        Between { border: true, ..Between::default() }
    }

    fn add(&mut self, mark: char, next: Option<char>, before: Option<char>) {
        match mark {
            '\n' => self.lines = self.lines.saturating_add(1),
            '.' => {
                self.dot = !self.blank;
                self.after_small = before.is_some_and(char::is_lowercase);
                self.border |= !self.blank && next.is_none_or(|next| next.is_whitespace() || next == '.');
            }
            ',' | '،' => self.comma = true,
            ';' | '!' | '?' | '•' | '●' | '▪' | '■' | '►' | '→' | '➢' | '✓' | '✔' | '|' | '…' | '\u{f0b7}'
            | '\u{b7}'
                if mark != '\u{b7}' || self.blank =>
            {
                self.border = true;
            }
            ':' if next == Some('/') => self.address = true,
            ':' => self.border |= next.is_none_or(|next| !next.is_alphanumeric()) || self.blank,
            '/' | '\\' => self.slash = true,
            '-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '_' | '*' | '\u{b7}' => self.hyphen = true,
            '\'' | '’' | 'ʼ' | '`' | '´' => self.apostrophe = true,
            '&' => self.ampersand = true,
            '@' => self.address = true,
            '(' | ')' | '[' | ']' | '{' | '}' | '"' | '«' | '»' | '“' | '”' | '„' => self.bracket = true,
            mark if mark.is_whitespace() => self.blank = true,
            _ => {}
        }
    }

    /// What the marks come to, before a word that begins with this letter.
    fn gap(self, first: char, rest: &str) -> Gap {
        let broken_line = self.lines == 1 && first.is_lowercase() && !self.hyphen && !self.bracket;
        if self.border || self.lines > 0 && !broken_line {
            return Gap::Border;
        }
        if self.bracket {
            return Gap::Bracket;
        }
        if self.address {
            return Gap::Address;
        }
        let blank = self.blank || self.lines > 0;
        if self.comma || self.slash && blank {
            return Gap::Comma;
        }
        if self.slash {
            return Gap::Slash;
        }
        if self.hyphen {
            return if blank { Gap::Border } else { Gap::Hyphen };
        }
        if self.dot && !blank {
            // A blank forgotten behind a full stop: "Java.Vous", but not "Node.JS".
            return if self.after_small && first.is_uppercase() && !is_suffix(rest) { Gap::Border } else { Gap::Dot };
        }
        match (self.ampersand, self.apostrophe) {
            (true, _) => Gap::Ampersand,
            (_, true) => Gap::Apostrophe,
            _ => Gap::Space,
        }
    }
}

/// Whether what follows a dot is the end of a product's name.
fn is_suffix(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect();
    ["js", "net", "io", "ts", "ai", "ml", "py"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn words(text: &str) -> Vec<(String, Gap)> {
        let tokens = Tokens::of(text);
        (0..tokens.list.len()).map(|i| (tokens.word(i).to_owned(), tokens.list[i].gap)).collect()
    }

    #[test]
    fn ranges_are_bytes_of_the_text_as_it_was_given() {
        for (text, expected) in [
            ("é ßa 😀 œuf", vec!["é", "ßa", "œuf"]),
            ("de\u{301}veloppeur e\u{301}", vec!["de\u{301}veloppeur", "e\u{301}"]),
            ("C++, C#.", vec!["C++", "C#"]),
            ("bac+2 #python C++17", vec!["bac", "2", "python", "C++", "17"]),
        ] {
            let tokens = Tokens::of(text);
            let slices: Vec<&str> = tokens.list.iter().map(|token| &text[token.start..token.end]).collect();
            assert_eq!(slices, expected);
        }
    }

    #[test]
    fn gaps_are_told_apart() {
        use Gap::*;
        let gaps = |text| words(text).into_iter().map(|(_, gap)| gap).collect::<Vec<_>>();
        assert_eq!(gaps("a b, c / d"), [Border, Space, Comma, Comma]);
        assert_eq!(gaps("CI/CD R&D node.js d'Excel back-end"), {
            [Border, Slash, Space, Ampersand, Space, Dot, Space, Apostrophe, Space, Hyphen]
        });
        assert_eq!(gaps("Java.Vous Node.JS x@y.fr"), [Border, Border, Space, Dot, Space, Address, Dot]);
        assert_eq!(gaps("end. Next\nline\nbroken\n\nnew - item (x)"), {
            [Border, Border, Space, Space, Border, Border, Bracket]
        });
        assert_eq!(gaps("le .NET"), [Border, Space]);
    }

    proptest::proptest! {
        #[test]
        fn words_are_those_of_the_folded_text(text: String) {
            let text = text.replace(['+', '#'], " ");
            let joined: Vec<String> = words(&text).into_iter().map(|(word, _)| word).collect();
            proptest::prop_assert_eq!(joined.join(" "), fold(&text));
            for token in Tokens::of(&text).list {
                proptest::prop_assert!(text.get(token.start..token.end).is_some_and(|slice| !slice.is_empty()));
            }
        }
    }
}
