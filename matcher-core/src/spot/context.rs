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

/// Words behind which an ordinary word is a skill.
const ASKED_BY: &[&str] = &[
    "connaissance",
    "connaissances",
    "competence",
    "competences",
    "experience",
    "experiences",
    "expertise",
    "maitrise",
    "maitriser",
    "maitrisez",
    "notion",
    "notions",
    "bases",
    "appetence",
    "pratique",
    "specialiste",
    "techniques",
    "assurer",
    "assurez",
    "gerer",
    "gerez",
    "pratiquer",
    "pratiquez",
    "domaine",
    "experte",
    "expert",
    "passionne",
    "passionnee",
    "knowledge",
    "skill",
    "skills",
    "proficiency",
    "proficient",
    "mastery",
    "background",
    "command",
    "kenntnis",
    "kenntnisse",
    "kenntnissen",
    "erfahrung",
    "erfahrungen",
    "kompetenz",
    "kompetenzen",
    "grundkenntnisse",
    "fahigkeiten",
];

/// Words that may stand between such a word and the skill.
const LINKS: &[&str] = &[
    "en", "de", "d", "du", "des", "la", "le", "les", "l", "a", "in", "of", "the", "with", "on", "im", "mit", "der",
    "von", "bonne", "bonnes", "solide", "solides",
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
    if window.first == window.last && stands_in_a_compound(phrase, tongue, before, after) {
        return None;
    }
    let (start, end) = (tokens.list[window.first].start, tokens.list[window.last].end);
    let spelling = &*lexicon.spellings[phrase.spelling as usize];
    // ".NET": the mark before the word belongs to the name.
    let start = start.saturating_sub(usize::from(spelling.starts_with('.')));
    let spelled = || text.get(start..end) == Some(spelling);
    match phrase.stand {
        Stand::Free => Some(Passing::Passes),
        Stand::Spelled | Stand::Name if !spelled() => {
            // "word, excel, powerpoint": whoever writes all small writes names so too.
            let small = is_entry(tokens, window) && text.get(start..end).is_some_and(|w| w == spelling.to_lowercase());
            small.then_some(Passing::IfListed)
        }
        Stand::Spelled => (!shouts(text, tokens, window)).then_some(Passing::Passes),
        Stand::Name => (!opens_a_sentence(text, tokens, window)).then_some(Passing::Passes),
        Stand::Entry => {
            let asked = is_entry(tokens, window) || is_asked(tokens, window) || window.first < window.last;
            asked.then_some(Passing::Passes)
        }
        Stand::Listed if !spelled() || after == Gap::Apostrophe => None,
        Stand::Listed if follows(tokens, window.first, TOOL_FOLLOWS) => Some(Passing::Passes),
        Stand::Listed => Some(Passing::IfListed),
        Stand::Never => None,
    }
}

/// Whether the window is an entry of a list, or a line, by itself.
fn is_entry(tokens: &Tokens, window: Window) -> bool {
    let parts = |gap| matches!(gap, Gap::Border | Gap::Bracket | Gap::Comma | Gap::Slash);
    let and = |at: usize| tokens.list.get(at).is_some_and(|_| AND.contains(&tokens.word(at)));
    let begins = parts(tokens.list[window.first].gap) || window.first > 0 && and(window.first - 1);
    begins && (parts(tokens.gap_after(window.last)) || and(window.last + 1))
}

/// Whether the window stands behind a word that speaks of skills, with small words between at most: *expérience en
/// comptabilité*, *assurer la logistique*; in German also *Buchhaltungs-Kenntnisse*.
fn is_asked(tokens: &Tokens, window: Window) -> bool {
    let mut at = window.first;
    for _ in 0..3 {
        if at == 0 || !matches!(tokens.list[at].gap, Gap::Space | Gap::Apostrophe) {
            return false;
        }
        at -= 1;
        let word = tokens.word(at);
        if ASKED_BY.contains(&word) {
            return true;
        }
        if !LINKS.contains(&word) {
            return false;
        }
    }
    false
}

/// Whether a word in capitals stands among others in capitals, as in a heading: its capitals say nothing.
fn shouts(text: &str, tokens: &Tokens, window: Window) -> bool {
    let loud = |at: usize| {
        let token = tokens.list[at];
        let word = &text[token.start..token.end];
        word.len() > 3 && word.chars().all(|c| c.is_uppercase())
    };
    let beside = |at: usize, gap: Gap| gap == Gap::Space && loud(at);
    let before = window.first > 0 && beside(window.first - 1, tokens.list[window.first].gap);
    let after = window.last + 1 < tokens.list.len() && beside(window.last + 1, tokens.gap_after(window.last));
    loud_enough(text, tokens, window) && (before || after)
}

/// Whether the window itself is a word in capitals, of which a heading could be made.
fn loud_enough(text: &str, tokens: &Tokens, window: Window) -> bool {
    let written = &text[tokens.list[window.first].start..tokens.list[window.last].end];
    written.chars().all(|c| c.is_uppercase())
}

/// Whether one word is a part of another: *e-commerce*, *R&D*, *go-to-market*. A name may be (*MS-Excel*), and so may a
/// German noun (*Marketing-Kenntnisse*).
fn stands_in_a_compound(phrase: &Phrase, tongue: Tongue, before: Gap, after: Gap) -> bool {
    let around = |gap: Gap| before == gap || after == gap;
    let may = phrase.is_name || tongue == Tongue::German && phrase.tongue == Some(tongue);
    around(Gap::Ampersand) || around(Gap::Hyphen) && (phrase.stand == Stand::Listed || !may)
}

/// Whether a word has its capital from the sentence: it is the first, and goes on in small letters.
fn opens_a_sentence(text: &str, tokens: &Tokens, window: Window) -> bool {
    let opens = matches!(tokens.list[window.first].gap, Gap::Border | Gap::Bracket);
    let next = window.last + 1;
    opens
        && window.first == window.last
        && tokens.list.get(next).is_some_and(|token| {
            let small = text[token.start..].starts_with(char::is_lowercase);
            token.gap == Gap::Space && small && !AND.contains(&tokens.word(next))
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
