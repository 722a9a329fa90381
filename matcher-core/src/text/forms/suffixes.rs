//! Gender suffixes and the marks they hang by: `·euse`, `(se)`, `/euse`, `/-in`, `*in`, `:in`, `_in`, `In`.

use super::endings::feminine;
use crate::text::fold;

/// What may hang on a stem, folded.
const SUFFIXES: [&str; 32] = [
    "e", "es", "ne", "nne", "nnes", "se", "ses", "sse", "esse", "euse", "euses", "teuse", "ere", "eres", "iere",
    "ieres", "ienne", "iennes", "rice", "rices", "ice", "ices", "trice", "trices", "fe", "le", "ve", "tive", "in",
    "frau", "use", "woman",
];
const MARKS: [char; 8] = ['·', '(', '*', ':', '_', '/', '•', '.'];

/// The folded text with its suffixes cut off; a second one with the feminines that they announce, where they do.
pub(super) fn genders(text: &str) -> Vec<String> {
    let (mut masculine, mut feminine) = (String::new(), String::new());
    for word in text.split(' ') {
        let [m, f] = both(word);
        masculine.push_str(&m);
        masculine.push(' ');
        feminine.push_str(&f);
        feminine.push(' ');
    }
    let mut all = vec![masculine.trim_end().to_owned(), feminine.trim_end().to_owned()];
    all.dedup();
    all
}

/// One word, which may be several joined by hyphens, in both genders; its other marks stay.
fn both(word: &str) -> [String; 2] {
    for (binnen, suffix) in [("Innen", ""), ("In", "in")] {
        if let Some(stem) = word.strip_suffix(binnen)
            && stem.len() > 3
            && stem.ends_with(char::is_lowercase)
        {
            return [stem.to_owned(), format!("{stem}{suffix}")];
        }
    }
    let (mut masculine, mut feminine) = (String::new(), String::new());
    let mut rest = word;
    while let Some(hit) = next(rest) {
        masculine.push_str(&rest[..hit.stem]);
        feminine.push_str(&rest[..hit.stem]);
        let start = masculine
            .rfind(|c: char| !c.is_alphanumeric())
            .map_or(0, |at| at + masculine[at..].chars().next().map_or(1, char::len_utf8));
        let stem = masculine[start..].to_owned();
        if let Some(ending) = &hit.in_brackets {
            // Gehilf(e)in: each gender has an ending of its own.
            masculine.push_str(ending);
            feminine.push_str(&hit.suffix);
        } else if hit.suffix == "r" {
            // Lehrbeauftragte/r: here the feminine is what the suffix hangs on.
            masculine.push('r');
        } else if let Some(full) = self::feminine(&fold(&stem), &hit.suffix) {
            feminine.truncate(feminine.len() - stem.len());
            feminine.push_str(&full);
        }
        rest = &rest[hit.end..];
    }
    masculine.push_str(rest);
    feminine.push_str(rest);
    [masculine, feminine]
}

struct Hit {
    /// Where the stem ends.
    stem: usize,
    suffix: String,
    /// The ending of the masculine, where it stands in brackets before that of the feminine.
    in_brackets: Option<String>,
    /// Where what follows the suffix begins.
    end: usize,
}

/// Endings of German masculines that stand in brackets, each with those of the feminine that may follow: `Technisch(er)e`,
/// `Gehilf(e)in`, `Beamt(er)in`.
const BRACKETED: [(&str, &[&str]); 2] = [("er)", &["e", "in", "innen"]), ("e)", &["in", "innen"])];

/// A masculine ending in brackets, the feminine one behind it, and the length of both.
fn bracketed(tail: &str) -> Option<(&str, &str, usize)> {
    BRACKETED.iter().find_map(|&(masculine, feminines)| {
        let after = tail.strip_prefix(masculine)?;
        let length = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let feminine = feminines.iter().find(|&&ending| ending == &after[..length])?;
        Some((&masculine[..masculine.len() - 1], *feminine, masculine.len() + length))
    })
}

/// The first suffix of a word.
fn next(word: &str) -> Option<Hit> {
    word.match_indices(MARKS).find_map(|(stem, mark)| {
        let stem_is_a_word = stem >= 3 && word[..stem].ends_with(char::is_alphabetic);
        let tail = word[stem + mark.len()..].trim_start_matches('-');
        let start = word.len() - tail.len();
        if let Some((masculine, feminine, length)) = bracketed(tail).filter(|_| mark == "(" && stem_is_a_word) {
            let in_brackets = Some(masculine.to_owned());
            return Some(Hit { stem, suffix: feminine.to_owned(), in_brackets, end: start + length });
        }
        let length = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        let (suffix, after) = (&tail[..length], &tail[length..]);
        let after = if mark == "(" { after.strip_prefix(')')? } else { after };
        // A capital begins a word of its own, but where everything is in capitals.
        let own_word = suffix.starts_with(char::is_uppercase) && word[..stem].contains(char::is_lowercase);
        let folded = fold(suffix);
        let known = SUFFIXES.contains(&&*folded)
            || suffix == "innen"
            || suffix == "r" && word[..stem].ends_with('e') && mark != ".";
        if !stem_is_a_word || !known || own_word {
            return None;
        }
        // The plural that may follow: développeur·euse·s.
        let plural = MARKS.iter().find_map(|&mark| after.strip_prefix(mark)?.strip_prefix('s'));
        let after = plural.filter(|rest| !rest.starts_with(char::is_alphabetic)).unwrap_or(after);
        debug_assert!(start <= word.len() - after.len(), "a suffix ends behind its start");
        Some(Hit { stem, suffix: folded, in_brackets: None, end: word.len() - after.len() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_compound_has_its_suffix() {
        assert_eq!(
            genders("Accastilleur(se)-monteur(se) électronique"),
            ["Accastilleur-monteur électronique", "accastilleuse-monteuse électronique"]
        );
        assert_eq!(genders("Technische/r Leiter/-in"), ["Technischer Leiter", "Technische leiterin"]);
        assert_eq!(genders("développeur·euse·s"), ["développeur", "developpeuse"]);
    }

    #[test]
    fn the_masculine_may_have_its_ending_in_brackets() {
        for (text, masculine, feminine) in [
            ("Technisch(er)e Zeichner/in", "Technischer Zeichner", "Technische zeichnerin"),
            ("Justizwachebeamt(er)in", "Justizwachebeamter", "Justizwachebeamtin"),
            ("Forstgehilf(e)in", "Forstgehilfe", "Forstgehilfin"),
            ("Zimmer(er)in", "Zimmerer", "Zimmerin"),
            ("Büroangestellt(er)e (Handel)", "Büroangestellter (Handel)", "Büroangestellte (Handel)"),
        ] {
            assert_eq!(genders(text), [masculine, feminine], "{text}");
        }
    }

    #[test]
    fn what_is_no_suffix_stays() {
        for text in
            ["Node.js", "C/C++", "agent (SAV)", "Science/R", "papier/carton", "Autor/E-Autor", "(e)", "·e", "Berlin"]
        {
            assert_eq!(genders(text), [text]);
        }
    }
}
