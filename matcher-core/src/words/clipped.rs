//! Words that people cut short: *compta*, *dév*, *resp*.

use super::canonical::by_rule;
use crate::text::fold;

/// The bundled short forms: language, short form, long form.
const BUNDLED: &str = include_str!("../../data/abbreviations.tsv");

/// Letters that a word cut short must still have: shorter ones are words of other languages.
const LEAST: usize = 3;

/// Every bundled short form that is the beginning of one word, with that word in its canonical form. Abbreviations made of
/// initials are not among them: most are words elsewhere (*si*, *as*, *ide*), and the table learns those that labels have.
pub(super) fn bundled() -> impl Iterator<Item = (String, String)> {
    BUNDLED.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t').skip(1).map(fold);
        let (short, long) = (columns.next()?, columns.next()?);
        (short.len() >= LEAST && long.starts_with(&short) && !long.contains(' '))
            .then(|| (by_rule(&short), by_rule(&long)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cut_short_are_among_them_and_initials_are_not() {
        let all: Vec<(String, String)> = bundled().collect();
        for (short, long) in [("compta", "comptabilite"), ("dev", "developpeur"), ("resp", "responsable")] {
            assert!(all.contains(&(short.to_owned(), long.to_owned())), "{short}");
        }
        for initials in ["rh", "si", "as", "ide"] {
            assert!(all.iter().all(|(short, _)| short != initials), "{initials}");
        }
    }
}
