use crate::model::Language;

/// The language that a folded word names: the noun in French, German and English, also in a compound
/// (`Englischkenntnisse`).
pub(super) fn language(word: &str) -> Option<Language> {
    let stem = KNOWLEDGE.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let code = NAMES.iter().find(|(_, names)| names.contains(&stem))?.0;
    code.parse().ok()
}

/// Whether the word is a compound that says knowledge is meant: `Deutschkenntnisse`.
pub(super) fn says_knowledge(word: &str) -> bool {
    KNOWLEDGE.iter().any(|ending| word.ends_with(ending))
}

const KNOWLEDGE: &[&str] = &["kenntnisse", "kenntnissen", "kenntnis", "sprachkenntnisse"];

const NAMES: &[(&str, &[&str])] = &[
    ("ar", &["arabe", "arabisch", "arabic"]),
    ("cs", &["tcheque", "tschechisch", "czech"]),
    ("da", &["danois", "danisch", "danish"]),
    ("de", &["allemand", "deutsch", "german", "daitsch"]),
    ("en", &["anglais", "anglaise", "englisch", "english", "englesch"]),
    ("es", &["espagnol", "spanisch", "spanish"]),
    ("fr", &["francais", "franzosisch", "french", "franseisch"]),
    ("it", &["italien", "italienisch", "italian"]),
    ("ja", &["japonais", "japanisch", "japanese"]),
    ("lb", &["luxembourgeois", "luxemburgisch", "luxembourgish", "letzebuergesch"]),
    ("nl", &["neerlandais", "niederlandisch", "dutch", "flamand", "nederlands"]),
    ("pl", &["polonais", "polnisch", "polish"]),
    ("pt", &["portugais", "portugiesisch", "portuguese"]),
    ("ro", &["roumain", "rumanisch", "romanian"]),
    ("ru", &["russe", "russisch", "russian"]),
    ("tr", &["turc", "turkisch", "turkish"]),
    ("zh", &["chinois", "chinesisch", "chinese", "mandarin"]),
];
