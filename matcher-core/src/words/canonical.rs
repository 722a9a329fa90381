//! The words of a text in the form in which they are compared: one for both genders, abbreviations written out.

#[cfg(feature = "import")]
use std::collections::BTreeMap;

use crate::text;

/// How words become comparable: by rule, and by what a taxonomy's own labels teach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Canon {
    /// Word as the rules leave it → the form that both genders share; rising. No form is itself a word to be changed.
    pub(crate) learned: Vec<(Box<str>, Box<str>)>,
}

impl Canon {
    /// What the labels that write both genders out teach beyond the rules: `Köchin` is `Koch`, `compagne` is `compagnon`;
    /// and the words that people cut short. Of two lessons for one word the more frequent counts, then the first.
    #[cfg(feature = "import")]
    pub(crate) fn learn<'a>(labels: impl Iterator<Item = &'a str>) -> Canon {
        let mut lessons: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for [masculine, feminine] in labels.filter_map(text::both_genders) {
            let (m, f): (Vec<&str>, Vec<&str>) = (masculine.split(' ').collect(), feminine.split(' ').collect());
            if m.len() != f.len() {
                continue;
            }
            for (m, f) in m.into_iter().zip(f).filter(|(m, f)| kin(m, f)) {
                let (m, f) = (by_rule(m), by_rule(f));
                if m != f {
                    *lessons.entry(f).or_default().entry(m).or_default() += 1;
                }
            }
        }
        let mut learned: BTreeMap<String, String> = BTreeMap::new();
        for (feminine, masculine) in &lessons {
            let best = masculine.iter().max_by_key(|(word, count)| (**count, std::cmp::Reverse(*word)));
            let Some((word, count)) = best else { continue };
            // Where labels write a pair in both orders, the more frequent order says which is which. No lessons run in a
            // circle.
            let back = lessons.get(word).and_then(|back| back.get(feminine)).copied().unwrap_or(0);
            if (*count, feminine) > (back, word) && last(&learned, word) != feminine {
                learned.insert(feminine.clone(), word.clone());
            }
        }
        for (short, long) in super::clipped::bundled() {
            if last(&learned, &long) != short {
                learned.entry(short).or_insert(long);
            }
        }
        let all = learned.keys().map(|from| (from.as_str().into(), last(&learned, from).into()));
        Canon { learned: all.collect() }
    }

    /// The comparable words of a text, each once, in the order of the text.
    pub(crate) fn tokens(&self, text: &str) -> Vec<String> {
        let mut tokens: Vec<String> = Vec::new();
        for word in text::fold(&text::without_marks(text)).split(' ').filter(|word| !word.is_empty()) {
            let token = self.word(word);
            if !tokens.contains(&token) {
                tokens.push(token);
            }
        }
        tokens
    }

    /// One folded word: what the rule makes of it, then what was learned of that.
    fn word(&self, word: &str) -> String {
        let word = by_rule(word);
        match self.learned.binary_search_by(|(from, _)| (**from).cmp(&word)) {
            Ok(at) => self.learned[at].1.to_string(),
            Err(_) => word,
        }
    }
}

/// The form at the end of a chain of lessons.
#[cfg(feature = "import")]
fn last<'a>(learned: &'a BTreeMap<String, String>, mut word: &'a str) -> &'a str {
    while let Some(next) = learned.get(word) {
        word = next;
    }
    word
}

/// Whether two words may be genders of one: they begin alike.
#[cfg(feature = "import")]
fn kin(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    shared >= 3 || shared >= 1 && a.len().abs_diff(b.len()) <= 3 && b.ends_with("in")
}

/// Endings of the feminine and what the masculine has in their place, folded; the first that fits counts. A word shorter
/// than the length is left alone: short words of other meanings end so too.
const ENDINGS: [(&str, &str, usize); 24] = [
    ("trice", "teur", 7),
    ("trices", "teurs", 8),
    ("euse", "eur", 6),
    ("euses", "eurs", 7),
    ("ienne", "ien", 7),
    ("iennes", "iens", 8),
    ("iere", "ier", 7),
    ("ieres", "iers", 8),
    ("ieure", "ieur", 7),
    ("onnelle", "onnel", 9),
    ("ielle", "iel", 8),
    ("ee", "e", 6),
    ("ante", "ant", 7),
    ("iste", "iste", 5),
    ("ative", "atif", 8),
    ("erinnen", "er", 9),
    ("innen", "", 9),
    ("erin", "er", 7),
    ("orin", "or", 7),
    ("eurin", "eur", 8),
    ("istin", "ist", 8),
    ("entin", "ent", 8),
    ("antin", "ant", 8),
    ("frau", "mann", 7),
];

pub(super) fn by_rule(word: &str) -> String {
    let fits = |&&(ending, _, least): &&(&str, &str, usize)| word.len() >= least && word.ends_with(ending);
    match ENDINGS.iter().find(fits) {
        Some((ending, masculine, _)) => format!("{}{masculine}", &word[..word.len() - ending.len()]),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "import")]
    #[test]
    fn every_form_of_a_word_is_one() {
        let labels = ["Koch/Köchin", "compagnon/compagne de route", "coordonnateur/coordinatrice"];
        let canon = Canon::learn(labels.into_iter());
        for forms in [
            vec!["développeur web", "Développeuse web (H/F)", "développeur·euse web", "DÉVELOPPEUSE WEB"],
            vec!["Entwickler", "Entwicklerin", "Entwickler/-in", "Entwickler*in (m/w/d)", "Entwickler / Entwicklerin"],
            vec!["Koch", "Köchin"],
            vec!["compagnon de route", "compagne de route"],
            vec!["Bankkaufmann", "Bankkauffrau"],
            vec!["coordonnateur", "coordinateur", "coordinatrice"],
        ] {
            let tokens = canon.tokens(forms[0]);
            for form in &forms[1..] {
                assert_eq!(canon.tokens(form), tokens, "{form}");
            }
        }
    }

    #[test]
    fn words_that_only_end_like_a_feminine_stay() {
        let canon = Canon::default();
        assert_eq!(canon.tokens("vente verte Termin Medizin idée"), ["vente", "verte", "termin", "medizin", "idee"]);
    }

    #[test]
    fn a_word_said_twice_counts_once() {
        assert_eq!(Canon::default().tokens("web, WEB"), ["web"]);
    }
}
