//! How one gender of a word is made from the other, in folded letters.

/// Ending of the masculine, ending of the feminine: French, then German and English.
const ENDINGS: [(&str, &str); 20] = [
    ("teur", "trice"),
    ("eur", "euse"),
    ("er", "ere"),
    ("er", "euse"),
    ("x", "se"),
    ("f", "ve"),
    ("e", "esse"),
    ("", "e"),
    ("", "ne"),
    ("", "le"),
    ("", "te"),
    ("", "fe"),
    ("", "sse"),
    ("c", "que"),
    ("teur", "teuse"),
    ("", "in"),
    ("e", "in"),
    ("er", "e"),
    ("mann", "frau"),
    ("man", "woman"),
];

/// Pairs that are no two forms of one word.
pub(super) const UNLIKE: [(&str, &str); 10] = [
    ("homme", "femme"),
    ("garcon", "serveuse"),
    ("garcon", "fille"),
    ("valet", "femme"),
    ("steward", "hotesse"),
    ("maieuticien", "sage femme"),
    ("barman", "barmaid"),
    ("monsieur", "dame"),
    ("moine", "moniale"),
    ("entbindungspfleger", "hebamme"),
];

/// Whether one word is the other's feminine, in either order.
pub(super) fn are_genders(a: &str, b: &str) -> bool {
    let one_way = |masculine: &str, feminine: &str| {
        ENDINGS.iter().any(|(m, f)| {
            let stem = masculine.strip_suffix(m);
            stem.is_some_and(|stem| stem.len() >= 3 && feminine.strip_suffix(f) == Some(stem))
        })
    };
    one_way(a, b) || one_way(b, a)
}

/// The feminine that a suffix announces: `developpeur` with `euse`, `se` or `trice` ends as its kind of word does. `None`
/// where no known ending goes with both.
pub(super) fn feminine(masculine: &str, suffix: &str) -> Option<String> {
    // Conseiller(e): the accent of the ending is left to the reader.
    let suffix = if suffix == "e" && masculine.ends_with("er") { "ere" } else { suffix };
    let fits = |&&(m, f): &&(&str, &str)| {
        masculine.ends_with(m) && (f == suffix || f.ends_with(suffix) && suffix.len() > 1 || suffix.ends_with(f))
    };
    // The same ending first, then the longest.
    let best = ENDINGS.iter().filter(fits).max_by_key(|(m, f)| (*f == suffix, f.len(), m.len()))?;
    Some(format!("{}{}", masculine.strip_suffix(best.0)?, best.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suffix_names_the_feminine() {
        let cases = [
            ("developpeur", "euse", "developpeuse"),
            ("vendeur", "se", "vendeuse"),
            ("directeur", "trice", "directrice"),
            ("directeur", "rice", "directrice"),
            ("ingenieur", "e", "ingenieure"),
            ("conseiller", "ere", "conseillere"),
            ("conseiller", "e", "conseillere"),
            ("ouvrier", "iere", "ouvriere"),
            ("technicien", "ne", "technicienne"),
            ("technicien", "nne", "technicienne"),
            ("technicien", "ienne", "technicienne"),
            ("manager", "euse", "manageuse"),
            ("designer", "use", "designeuse"),
            ("skiman", "woman", "skiwoman"),
            ("chef", "fe", "cheffe"),
            ("creatif", "tive", "creative"),
            ("hote", "sse", "hotesse"),
            ("maitre", "esse", "maitresse"),
            ("professionnel", "le", "professionnelle"),
            ("entwickler", "in", "entwicklerin"),
            ("beamte", "in", "beamtin"),
            ("kaufmann", "frau", "kauffrau"),
        ];
        for (masculine, suffix, expected) in cases {
            assert_eq!(feminine(masculine, suffix).as_deref(), Some(expected), "{masculine}({suffix})");
        }
        assert_eq!(feminine("entwickler", "innen"), None);
    }

    #[test]
    fn genders_are_told_from_words_that_look_alike() {
        for (a, b) in [("modeleur", "modeleuse"), ("animaliere", "animalier"), ("doorman", "doorwoman")] {
            assert!(are_genders(a, b), "{a} {b}");
        }
        for (a, b) in [("developpement", "developpeur"), ("production", "produits"), ("vendeur", "vendeur")] {
            assert!(!are_genders(a, b), "{a} {b}");
        }
    }
}
