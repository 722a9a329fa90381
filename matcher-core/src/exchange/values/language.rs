use super::fluency::read_fluency;
use super::plain::{plain, words};
use crate::model::{Language, LanguageClaim};

/// A language by its name in French, German or English (and a few in themselves), or by its two-letter code.
pub fn read_language(text: &str) -> Option<Language> {
    let folded = plain(text);
    let code = NAMES.iter().find(|(code, names)| *code == folded || names.contains(&folded.as_str()))?.0;
    code.parse().ok()
}

/// A language with or without how well it is spoken, in one text: `Anglais`, `anglais courant`, `Deutsch (B1)`, `en:C1`. The
/// first name counts, a code only where it begins the text, since `de` and `es` are words too. `None` where no language
/// is named; a language without a level that is understood has none.
pub fn read_language_claim(text: &str) -> Option<LanguageClaim> {
    let folded = plain(text);
    let mut all = words(&folded);
    let first = all.next()?;
    let named = |word: &str| NAMES.iter().find(|(_, names)| names.contains(&word)).map(|(code, _)| *code);
    let code = NAMES.iter().map(|(code, _)| *code).find(|code| *code == first);
    let language = code.or_else(|| named(first)).or_else(|| all.find_map(named))?.parse().ok()?;
    Some(LanguageClaim { language, level: read_fluency(text) })
}

/// ISO 639-1 code; folded names in French, German, English.
const NAMES: &[(&str, &[&str])] = &[
    ("fr", &["francais", "francaise", "franzosisch", "french"]),
    ("de", &["allemand", "allemande", "deutsch", "german"]),
    ("en", &["anglais", "anglaise", "englisch", "english"]),
    ("lb", &["luxembourgeois", "luxemburgisch", "luxembourgish", "letzebuergesch"]),
    ("nl", &["neerlandais", "niederlandisch", "dutch", "flamand", "nederlands"]),
    ("it", &["italien", "italienisch", "italian", "italiano"]),
    ("es", &["espagnol", "spanisch", "spanish", "espanol"]),
    ("pt", &["portugais", "portugiesisch", "portuguese", "portugues"]),
    ("ar", &["arabe", "arabisch", "arabic"]),
    ("tr", &["turc", "turkisch", "turkish"]),
    ("ru", &["russe", "russisch", "russian"]),
    ("uk", &["ukrainien", "ukrainisch", "ukrainian"]),
    ("pl", &["polonais", "polnisch", "polish"]),
    ("ro", &["roumain", "rumanisch", "romanian"]),
    ("zh", &["chinois", "chinesisch", "chinese", "mandarin"]),
    ("ja", &["japonais", "japanisch", "japanese"]),
    ("ko", &["coreen", "koreanisch", "korean"]),
    ("vi", &["vietnamien", "vietnamesisch", "vietnamese"]),
    ("fa", &["persan", "persisch", "persian", "farsi"]),
    ("el", &["grec", "griechisch", "greek"]),
    ("cs", &["tcheque", "tschechisch", "czech"]),
    ("sk", &["slovaque", "slowakisch", "slovak"]),
    ("hu", &["hongrois", "ungarisch", "hungarian"]),
    ("bg", &["bulgare", "bulgarisch", "bulgarian"]),
    ("hr", &["croate", "kroatisch", "croatian"]),
    ("sr", &["serbe", "serbisch", "serbian"]),
    ("sq", &["albanais", "albanisch", "albanian"]),
    ("sv", &["suedois", "schwedisch", "swedish"]),
    ("da", &["danois", "danisch", "danish"]),
    ("no", &["norvegien", "norwegisch", "norwegian"]),
    ("fi", &["finnois", "finnisch", "finnish"]),
    ("he", &["hebreu", "hebraisch", "hebrew"]),
    ("hi", &["hindi"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Cefr;

    #[test]
    fn a_language_is_read_with_its_level() {
        for (text, code, level) in [
            ("Anglais", "en", None),
            ("anglais courant", "en", Some(Cefr::B2)),
            ("Deutsch (B1)", "de", Some(Cefr::B1)),
            ("de:C1", "de", Some(Cefr::C1)),
            ("notions de luxembourgeois", "lb", Some(Cefr::A2)),
        ] {
            let claim = read_language_claim(text).unwrap();
            assert_eq!((claim.language.code(), claim.level), (code, level), "{text}");
        }
        assert!(read_language_claim("").is_none() && read_language_claim("langue de travail").is_none());
    }

    #[test]
    fn every_code_and_every_name_reads_as_one_language() {
        let mut seen = std::collections::BTreeSet::new();
        for (code, names) in NAMES {
            assert_eq!(read_language(code).unwrap().code(), *code);
            for name in *names {
                assert_eq!(read_language(name).unwrap().code(), *code, "{name}");
                assert!(seen.insert(*name), "{name} names two languages");
            }
        }
    }
}
