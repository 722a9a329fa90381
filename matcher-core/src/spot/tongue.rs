use super::hash;
use super::stems::stem;
use super::tokens::Tokens;
use crate::model::Language;

/// A language whose words bend by known rules and whose small words are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tongue {
    French,
    English,
    German,
}

/// Words that carry no meaning of their own inside a phrase: *gestion **de** projets*.
const SMALL: [&[&str]; 3] = [
    &[
        "a", "au", "aux", "d", "de", "des", "du", "en", "l", "la", "le", "les", "leur", "leurs", "nos", "notre", "sa",
        "ses", "son", "un", "une", "vos", "votre",
    ],
    &["a", "an", "of", "our", "s", "the", "their", "to", "your"],
    &[
        "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "eines", "ihre", "ihrer",
        "unsere", "unserer", "vom", "von", "zu", "zum", "zur",
    ],
];

/// Words that show which language a text is in, beside the small ones.
const TELLING: [&[&str]; 3] = [
    &[
        "et", "est", "vous", "nous", "avec", "sont", "ou", "qui", "que", "ce", "cette", "je", "il", "elle", "mon",
        "pas", "dans", "par", "pour", "sur",
    ],
    &[
        "and", "is", "you", "we", "with", "are", "or", "as", "at", "by", "i", "my", "be", "will", "this", "from",
        "not", "for", "in", "on",
    ],
    &[
        "und", "ist", "sie", "wir", "mit", "sind", "oder", "als", "ich", "nicht", "auch", "sich", "bis", "bzw", "wie",
        "am", "auf", "bei", "fur", "im", "in",
    ],
];

impl Tongue {
    pub(super) const ALL: [Tongue; 3] = [Tongue::French, Tongue::English, Tongue::German];

    /// The tongue of a language; Luxembourgish bends near enough to German.
    pub(super) fn of(language: Language) -> Option<Tongue> {
        match language {
            Language::FR => Some(Tongue::French),
            Language::EN => Some(Tongue::English),
            Language::DE | Language::LB => Some(Tongue::German),
            _ => None,
        }
    }

    /// One bit for each tongue.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Whether the folded word carries no meaning of its own.
    pub(super) fn is_small(self, word: &str) -> bool {
        word.len() <= 7 && SMALL[self as usize].contains(&word)
    }

    /// The hash of a word's stem; none for a small word.
    pub(super) fn stem(self, word: &str) -> Option<u64> {
        (!self.is_small(word)).then(|| {
            let (keep, ending) = stem(word, self);
            hash::word(keep, ending)
        })
    }

    /// The tongue whose small and telling words are the most in the text; of equals the hint, else the first of French,
    /// English, German.
    pub(super) fn guess(tokens: &Tokens, hint: Option<Tongue>) -> Tongue {
        let mut counts = [0usize; 3];
        // The beginning tells: a long text is not read twice.
        for at in 0..tokens.list.len().min(400) {
            let word = tokens.word(at);
            for tongue in Tongue::ALL {
                let telling = TELLING[tongue as usize].contains(&word);
                counts[tongue as usize] += usize::from(telling || tongue.is_small(word));
            }
        }
        let order = hint.into_iter().chain(Tongue::ALL);
        order.rev().max_by_key(|&tongue| counts[tongue as usize]).unwrap_or(Tongue::French)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_shows_its_language() {
        for (text, tongue) in [
            ("Vous maîtrisez Excel et la gestion de projets", Tongue::French),
            ("You know the basics of cloud computing", Tongue::English),
            ("Sie haben Erfahrung mit der Programmierung", Tongue::German),
        ] {
            assert_eq!(Tongue::guess(&Tokens::of(text), None), tongue);
        }
    }

    #[test]
    fn where_nothing_tells_the_hint_decides() {
        let tokens = Tokens::of("Python, SQL, Docker");
        assert_eq!(Tongue::guess(&tokens, Some(Tongue::German)), Tongue::German);
        assert_eq!(Tongue::guess(&tokens, None), Tongue::French);
    }
}
