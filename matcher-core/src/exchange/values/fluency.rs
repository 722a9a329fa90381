use super::plain::{has_phrase, plain};
use crate::units::Cefr;

/// How well a language is spoken, in words or as a level: `B2`, `niveau B1+`, `courant`, `Muttersprache`, `fluent`, `notions`.
/// Of two levels in one text the lower counts. `None` where nothing is known.
///
/// The words have no official level; they are judgement, in one point as the offers were graded: "good",
/// "professional" and "fluent" mean B2.
pub fn read_fluency(text: &str) -> Option<Cefr> {
    let folded = plain(text);
    let level = |word: &str| {
        let word = word.trim_end_matches('+');
        Cefr::ALL.into_iter().find(|level| level.to_string().eq_ignore_ascii_case(word))
    };
    let said = folded.split(|c: char| !c.is_alphanumeric() && c != '+').filter_map(level).min();
    said.or_else(|| {
        let found: Vec<_> = WORDS.iter().filter(|(phrase, _)| has_phrase(&folded, phrase)).collect();
        // "très bon" is more than the "bon" in it.
        let part = |phrase: &str| found.iter().any(|(other, _)| *other != phrase && has_phrase(other, phrase));
        found.iter().filter(|(phrase, _)| !part(phrase)).map(|&&(_, level)| level).min()
    })
}

const WORDS: &[(&str, Cefr)] = &[
    ("langue maternelle", Cefr::C2),
    ("maternel", Cefr::C2),
    ("maternelle", Cefr::C2),
    ("bilingue", Cefr::C2),
    ("natif", Cefr::C2),
    ("muttersprache", Cefr::C2),
    ("muttersprachlich", Cefr::C2),
    ("zweisprachig", Cefr::C2),
    ("native", Cefr::C2),
    ("bilingual", Cefr::C2),
    ("mother tongue", Cefr::C2),
    ("excellent", Cefr::C1),
    ("tres bon", Cefr::C1),
    ("tres bonne", Cefr::C1),
    ("avance", Cefr::C1),
    ("verhandlungssicher", Cefr::C1),
    ("sehr gut", Cefr::C1),
    ("sehr gute", Cefr::C1),
    ("advanced", Cefr::C1),
    ("courant", Cefr::B2),
    ("courante", Cefr::B2),
    ("couramment", Cefr::B2),
    ("professionnel", Cefr::B2),
    ("operationnel", Cefr::B2),
    ("bon", Cefr::B2),
    ("bonne maitrise", Cefr::B2),
    ("fliessend", Cefr::B2),
    ("gut", Cefr::B2),
    ("gute", Cefr::B2),
    ("fluent", Cefr::B2),
    ("professional", Cefr::B2),
    ("good", Cefr::B2),
    ("intermediaire", Cefr::B1),
    ("moyen", Cefr::B1),
    ("intermediate", Cefr::B1),
    ("mittel", Cefr::B1),
    ("scolaire", Cefr::A2),
    ("notions", Cefr::A2),
    ("elementaire", Cefr::A2),
    ("grundkenntnisse", Cefr::A2),
    ("basic", Cefr::A2),
    ("bases", Cefr::A2),
    ("debutant", Cefr::A1),
    ("anfanger", Cefr::A1),
    ("beginner", Cefr::A1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_levels_are_read() {
        for (text, level) in [
            ("B2", Cefr::B2),
            ("niveau b1+", Cefr::B1),
            ("courant", Cefr::B2),
            ("Anglais courant (C1)", Cefr::C1),
            ("Muttersprache", Cefr::C2),
            ("très bon niveau", Cefr::C1),
            ("fließend", Cefr::B2),
            ("quelques notions", Cefr::A2),
        ] {
            assert_eq!(read_fluency(text), Some(level), "{text}");
        }
        for text in ["", "allemand", "D2", "bonjour"] {
            assert_eq!(read_fluency(text), None, "{text}");
        }
    }
}
