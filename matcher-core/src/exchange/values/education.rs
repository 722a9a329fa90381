use super::plain::{has_phrase, plain, words};
use crate::units::Eqf;

/// A diploma or level of education as its level of the European Qualifications Framework: `bac+2`, `CAP, BEP et
/// équivalents`, `Master`, `Abitur`, `abgeschlossene Ausbildung`, `Niveau 5`. Of several levels in one text the lowest
/// counts (`Bac+3, Bac+4` is 6, `Bachelor oder Master` is 6): it is what is asked at least. `None` where no word is known.
///
/// Levels: France, national framework (décret 2019-14; the numbers are those of the EQF, `bac+4` counts as 6);
/// Germany, DQR (list of assigned qualifications, 2022; a training of three years and the Abitur are 4, Meister and
/// Techniker 6); Switzerland and Luxembourg, their referencing reports. School certificates below the first vocational
/// level (brevet, Hauptschulabschluss) are 2, primary school is 1: the French framework does not number them, so these
/// two are judgement.
pub fn read_education(text: &str) -> Option<Eqf> {
    let folded = plain(text);
    let years = bac_plus(&folded);
    let word = |phrase: &str| (years.is_none() || phrase != "bac") && has_phrase(&folded, phrase);
    years
        .into_iter()
        .chain(numbered(&folded))
        .chain(WORDS.iter().filter(|(phrase, _)| word(phrase)).map(|&(_, level)| level))
        .min()
        .and_then(Eqf::new)
}

/// `bac+2`, `bac + 5`, `bac +3/+4`: the least number of years behind the word, as a level.
fn bac_plus(folded: &str) -> Option<u8> {
    let dense: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let years = dense.split("bac+").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).min()?;
    Some(match years {
        0 | 1 => 4,
        2 => 5,
        3 | 4 => 6,
        5..=7 => 7,
        _ => 8,
    })
}

/// `niveau 5`, `EQF 4`, `DQR-Niveau 6`: the number said.
fn numbered(folded: &str) -> Option<u8> {
    let all: Vec<&str> = words(folded).collect();
    all.windows(2)
        .filter(|pair| matches!(pair[0], "niveau" | "eqf" | "dqr" | "cec" | "level" | "rncp"))
        .filter_map(|pair| pair[1].parse().ok().filter(|level| (1..=8).contains(level)))
        .min()
}

/// Whole words, folded.
const WORDS: &[(&str, u8)] = &[
    // School, below the first vocational level.
    ("aucune formation scolaire", 1),
    ("primaire", 1),
    ("sans diplome", 1),
    ("bepc", 2),
    ("brevet des colleges", 2),
    ("3eme achevee", 2),
    ("2nd ou 1ere achevee", 2),
    ("hauptschulabschluss", 2),
    ("hauptschule", 2),
    // France.
    ("cap", 3),
    ("bep", 3),
    ("bac", 4),
    ("baccalaureat", 4),
    ("bts", 5),
    ("dut", 5),
    ("deug", 5),
    ("deust", 5),
    ("licence", 6),
    ("but", 6),
    ("maitrise", 6),
    ("master", 7),
    ("mastere", 7),
    ("dess", 7),
    ("dea", 7),
    ("ingenieur", 7),
    ("doctorat", 8),
    // Germany.
    ("realschulabschluss", 3),
    ("mittlere reife", 3),
    ("mittlerer schulabschluss", 3),
    ("ausbildung", 4),
    ("berufsausbildung", 4),
    ("gesellenbrief", 4),
    ("abitur", 4),
    ("fachabitur", 4),
    ("fachhochschulreife", 4),
    ("hochschulreife", 4),
    ("meister", 6),
    ("meisterbrief", 6),
    ("techniker", 6),
    ("fachwirt", 6),
    ("diplom", 7),
    ("magister", 7),
    ("staatsexamen", 7),
    ("promotion", 8),
    // Luxembourg and Switzerland.
    ("dap", 3),
    ("brevet de maitrise", 5),
    ("attestation federale", 3),
    ("eba", 3),
    ("cfc", 4),
    ("efz", 4),
    ("lehre", 4),
    ("maturite", 4),
    ("matura", 4),
    // English.
    ("upper secondary", 4),
    ("high school", 4),
    ("bachelor", 6),
    ("bachelors", 6),
    ("masters", 7),
    ("phd", 8),
    ("doctorate", 8),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diplomas_of_the_region_have_their_level() {
        for (text, level) in [
            ("bac+2", 5),
            ("Bac + 5", 7),
            ("Bac+5 et plus ou équivalents", 7),
            ("Bac+3, Bac+4 ou équivalents", 6),
            ("Bac ou équivalent", 4),
            ("bac pro", 4),
            ("CAP, BEP et équivalents", 3),
            ("Licence professionnelle", 6),
            ("Master", 7),
            ("doctorat", 8),
            ("abgeschlossene Ausbildung", 4),
            ("Bachelor oder Master", 6),
            ("Abitur", 4),
            ("Master's degree", 7),
            ("Niveau 5", 5),
            ("BEPC ou brevet des collèges", 2),
            ("Aucune formation scolaire", 1),
        ] {
            assert_eq!(read_education(text).map(Eqf::get), Some(level), "{text}");
        }
        for text in ["", "bachoteur", "expérience", "niveau 9", "capable"] {
            assert_eq!(read_education(text), None, "{text}");
        }
    }

    #[test]
    fn every_number_of_years_after_the_baccalaureat_is_a_level() {
        let levels: Vec<u8> = (0..=9).map(|n| read_education(&format!("BAC +{n}")).unwrap().get()).collect();
        assert_eq!(levels, [4, 4, 5, 6, 6, 7, 7, 7, 8, 8]);
    }
}
