//! Both genders written out, with a stroke between: `Conducteur / Conductrice d'engins`.

use super::endings::{UNLIKE, are_genders};
use crate::text::fold;

/// Both full labels of a text with a pair; nothing where there is none. Strokes between blanks are tried before those
/// between letters, halves of as many words before others.
pub(super) fn halves(text: &str) -> Vec<String> {
    let strokes = |spaced: bool| {
        text.match_indices('/').filter(move |(at, _)| {
            let blank = text[..*at].ends_with(' ') && text[at + 1..].starts_with(' ');
            blank == spaced
        })
    };
    let splits: Vec<(String, String)> = [true, false]
        .into_iter()
        .flat_map(strokes)
        .map(|(at, _)| (fold(&text[..at]), fold(&text[at + 1..])))
        .filter(|(left, right)| !left.is_empty() && !right.is_empty())
        .collect();
    let words = |side: &str| side.split(' ').count();
    let (even, odd): (Vec<_>, Vec<_>) = splits.iter().partition(|(left, right)| words(left) == words(right));
    even.into_iter().chain(odd).find_map(|(left, right)| pair(left, right)).map_or_else(Vec::new, Vec::from)
}

/// Both labels of `left / right`, where one side may lack what is common.
fn pair(left: &str, right: &str) -> Option<[String; 2]> {
    let (l, r): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
    // Homme de pont / femme de pont; inspecteur en foresterie / inspectrice du travail en foresterie; fantassin / femme
    // fantassin.
    let same_tail = l.len() == r.len() && l.len() > 1 && l[1..] == r[1..];
    let same_end = alike(l[0], r[0]) && l.len() > 1 && r.len() > 1 && l.last() == r.last();
    if same_tail || same_end || l.ends_with(&r) || r.ends_with(&l) {
        return (left != right).then(|| [left.to_owned(), right.to_owned()]);
    }
    unlike(left, right)
        .or_else(|| alike(l[0], r[0]).then(|| completed(&l, &r)))
        // Garde national / nationale de la chasse: the pair begins further on.
        .or_else(|| {
            let begins = |&start: &usize| {
                let second = |words: &[&str]| words.get(1).copied().unwrap_or_default().to_owned();
                are_genders(l[start], r[0]) || l[start] == r[0] && are_genders(&second(&l[start..]), &second(&r))
            };
            let start = (1..l.len()).find(begins)?;
            let [a, b] = completed(&l[start..], &r);
            let head = l[..start].join(" ");
            Some([format!("{head} {a}"), format!("{head} {b}")])
        })
}

/// Whether two first words look like the genders of one.
fn alike(left: &str, right: &str) -> bool {
    left == right || left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count() >= 3
}

/// The shorter side with what the longer has behind.
fn completed(left: &[&str], right: &[&str]) -> [String; 2] {
    let complete =
        |short: &[&str], long: &[&str]| [short, long.get(short.len()..).unwrap_or_default()].concat().join(" ");
    [complete(left, right), complete(right, left)]
}

/// Pairs of two different words: steward / hôtesse, valet / femme de chambre.
fn unlike(left: &str, right: &str) -> Option<[String; 2]> {
    let rest = |text: &'_ str, word: &str| -> Option<String> {
        let rest = text.strip_prefix(word)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.to_owned())
    };
    let both_ways = UNLIKE.iter().flat_map(|&(m, f)| [(m, f), (f, m)]);
    both_ways.into_iter().find_map(|(first, second)| {
        let (a, b) = (rest(left, first)?, rest(right, second)?);
        let tail = |own: &String, other: &String| if own.is_empty() { other.clone() } else { own.clone() };
        Some([format!("{first}{}", tail(&a, &b)), format!("{second}{}", tail(&b, &a))])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_shapes_of_pairs_give_both_labels() {
        let cases = [
            ("Chargé / Chargée d'études", ["charge d etudes", "chargee d etudes"]),
            ("Homme / Femme de ménage", ["homme de menage", "femme de menage"]),
            ("homme de pont/femme de pont", ["homme de pont", "femme de pont"]),
            (
                "inspecteur en foresterie/inspectrice du travail en foresterie",
                ["inspecteur en foresterie", "inspectrice du travail en foresterie"],
            ),
            ("Valet / Femme de chambre", ["valet de chambre", "femme de chambre"]),
            ("Steward / Hôtesse au sol", ["steward au sol", "hotesse au sol"]),
            ("maïeuticien/sage-femme", ["maieuticien", "sage femme"]),
            ("Sage-femme / Maïeuticien", ["sage femme", "maieuticien"]),
            ("Homme sage-femme / Sage-femme", ["homme sage femme", "sage femme"]),
            ("Garde national/nationale de la chasse", ["garde national de la chasse", "garde nationale de la chasse"]),
            (
                "Cadre Technico-commercial / Technico-commerciale",
                ["cadre technico commercial", "cadre technico commerciale"],
            ),
            ("BIM Modeleur / Modeleuse", ["bim modeleur", "bim modeleuse"]),
            ("Co-metteur / Co-metteuse en scène", ["co metteur en scene", "co metteuse en scene"]),
            (
                "Chef / Cheffe de quai réception/expédition",
                ["chef de quai reception expedition", "cheffe de quai reception expedition"],
            ),
            (
                "Import-/Exportmanager für Möbel/Import-/Exportmanagerin für Möbel",
                ["import exportmanager fur mobel", "import exportmanagerin fur mobel"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(halves(text), expected, "{text}");
        }
    }

    #[test]
    fn a_stroke_between_other_words_is_no_pair() {
        for text in ["TCP/IP", "fusion en production/transformation", "chauffage / Ventilation / Clim", "/", "a/a"] {
            assert!(halves(text).is_empty(), "{text}");
        }
    }
}
