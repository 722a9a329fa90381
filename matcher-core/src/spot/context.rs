//! What stands around a find decides whether it is one.

use super::lexicon::{Lexicon, Phrase};
use super::rules::Stand;
use super::tokens::{Gap, Tokens};
use super::{Tongue, Window};

/// Words between two entries of a list.
const AND: &[&str] = &["et", "ou", "and", "or", "und", "oder", "puis", "voire", "sowie"];

/// Words behind which a name of a tool is one, however short.
const TOOL_FOLLOWS: &[&str] = &[
    "langage",
    "langages",
    "language",
    "languages",
    "sprache",
    "programmiersprache",
    "programmiersprachen",
    "logiciel",
    "logiciels",
    "software",
    "outil",
    "outils",
    "tool",
    "tools",
    "framework",
    "frameworks",
    "developpeur",
    "developpeuse",
    "developer",
    "entwickler",
    "entwicklerin",
    "progiciel",
    "solution",
    "solutions",
    "suite",
    "microsoft",
];

/// Words before a firm's name.
const FIRM_FOLLOWS: &[&str] = &[
    "chez",
    "societe",
    "groupe",
    "entreprise",
    "cabinet",
    "agence",
    "firma",
    "konzern",
    "unternehmen",
    "company",
    "client",
    "groupement",
];

/// Diplomas and courses: the field that follows is what was studied.
const DIPLOMAS: &[&str] = &[
    "bts",
    "dut",
    "but",
    "licence",
    "licences",
    "master",
    "masters",
    "bac",
    "cap",
    "bep",
    "bachelor",
    "bachelors",
    "mba",
    "doctorat",
    "diplome",
    "diplomee",
    "diplomes",
    "diplomees",
    "diploma",
    "degree",
    "phd",
    "ecole",
    "ecoles",
    "etudes",
    "formation",
    "cursus",
    "titulaire",
    "ausbildung",
    "studium",
    "studiengang",
    "abschluss",
    "hochschulabschluss",
    "university",
    "universitat",
];

/// How a window passes for a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Passing {
    /// Only if something beside it is a find.
    IfListed,
    Passes,
}

/// Whether the words of the window, which have the stems of the phrase, name its concept here.
pub(super) fn passes(
    text: &str,
    tokens: &Tokens,
    tongue: Tongue,
    lexicon: &Lexicon,
    window: Window,
    phrase: &Phrase,
) -> Option<Passing> {
    if phrase.tongues & tongue.bit() == 0 || window.joined && !phrase.joined {
        return None;
    }
    if !window.order_fits(phrase) {
        return None;
    }
    let before = tokens.list[window.first].gap;
    let after = tokens.gap_after(window.last);
    let address = |gap| matches!(gap, Gap::Address | Gap::Dot);
    if address(before) || address(after) {
        return None;
    }
    if window.first < window.last {
        return Some(Passing::Passes);
    }
    // One word alone.
    let listed = phrase.stand == Stand::Listed;
    if before == Gap::Ampersand || after == Gap::Ampersand || listed && (before == Gap::Hyphen || after == Gap::Hyphen)
    {
        return None;
    }
    let compound =
        |gap| gap == Gap::Hyphen && !(phrase.is_name || tongue == Tongue::German && phrase.tongue == Some(tongue));
    if compound(before) || compound(after) {
        return None;
    }
    let token = tokens.list[window.first];
    let written = &text[token.start..token.end];
    let spelled = || written == &*lexicon.spellings[phrase.spelling as usize];
    match phrase.stand {
        Stand::Free => Some(Passing::Passes),
        Stand::Spelled => spelled().then_some(Passing::Passes),
        Stand::Name => (spelled() && !opens_a_sentence(text, tokens, window.first)).then_some(Passing::Passes),
        Stand::Listed if !spelled() || after == Gap::Apostrophe => None,
        Stand::Listed if follows(tokens, window.first, TOOL_FOLLOWS) => Some(Passing::Passes),
        Stand::Listed => Some(Passing::IfListed),
        Stand::Never => None,
    }
}

/// Whether a word has its capital from the sentence: it is the first, and goes on in small letters.
fn opens_a_sentence(text: &str, tokens: &Tokens, at: usize) -> bool {
    let opens = matches!(tokens.list[at].gap, Gap::Border | Gap::Bracket);
    opens
        && tokens.list.get(at + 1).is_some_and(|next| {
            let small = text[next.start..].starts_with(char::is_lowercase);
            next.gap == Gap::Space && small && !AND.contains(&tokens.word(at + 1))
        })
}

/// Whether the word directly before is one of these.
pub(super) fn follows(tokens: &Tokens, at: usize, words: &[&str]) -> bool {
    at > 0 && matches!(tokens.list[at].gap, Gap::Space | Gap::Apostrophe) && words.contains(&tokens.word(at - 1))
}

/// The word of the list's entry before the word, where they stand in one list.
pub(super) fn entry_before(tokens: &Tokens, at: usize) -> Option<usize> {
    let parts = |gap| matches!(gap, Gap::Comma | Gap::Slash | Gap::Bracket);
    let gap = tokens.list[at].gap;
    if at > 0 && parts(gap) {
        return Some(at - 1);
    }
    let and = at > 1 && gap == Gap::Space && AND.contains(&tokens.word(at - 1));
    (and && matches!(tokens.list[at - 1].gap, Gap::Space | Gap::Comma)).then(|| at - 2)
}

/// The word with which the list's next entry begins.
pub(super) fn entry_after(tokens: &Tokens, at: usize) -> Option<usize> {
    [at + 1, at + 2].into_iter().find(|&next| next < tokens.list.len() && entry_before(tokens, next) == Some(at))
}

/// Whether the find is no skill here: the name of a firm, or the field of a diploma.
pub(super) fn is_set_aside(tokens: &Tokens, first: usize, tongue: Tongue) -> bool {
    if follows(tokens, first, FIRM_FOLLOWS) {
        return true;
    }
    // "Master en comptabilité", "BTS comptabilité", "formation supérieure en informatique".
    let mut at = first;
    let mut behind_in = false;
    for steps in 0..6 {
        if at == 0 || !matches!(tokens.list[at].gap, Gap::Space | Gap::Apostrophe | Gap::Hyphen) {
            return false;
        }
        at -= 1;
        let word = tokens.word(at);
        if steps == 0 {
            behind_in = matches!(word, "en" | "in" | "d" | "de" | "der" | "als");
        }
        if DIPLOMAS.contains(&word) {
            let verb = matches!(word, "formation" | "but" | "cap" | "etudes" | "ecole");
            return behind_in || steps == 0 && !verb || steps == 0 && word.len() == 3 && tongue == Tongue::French;
        }
        if !behind_in && steps > 0 {
            return false;
        }
    }
    false
}
