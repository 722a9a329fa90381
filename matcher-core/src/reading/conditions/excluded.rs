use super::super::contract::contract_named;
use super::super::languages::{LanguageAsked, languages};
use super::super::negation::opens;
use super::super::parts::{And, parts};
use super::super::words::{Word, words};
use super::Condition;
use super::table::REFUSED;
use crate::model::ContractKind;

/// What one phrase of a person excludes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A condition of work.
    Condition(Condition),
    /// A kind of contract.
    Contract(ContractKind),
    /// Work that asks this language at this level or a higher one.
    Language(LanguageAsked),
    /// Something else, in the person's words: a trade, a place, a task.
    Words(String),
}

/// What people exclude in words: `intérim`, `travail de nuit ou le week-end`, `anglais courant`, `port de charges`, `la vente`. Each of
/// the things named, in the order of the text; what belongs to no known kind comes back in its words.
///
/// ```
/// use matcher_core::model::ContractKind;
/// use matcher_core::reading::{Condition, Refused, refused};
///
/// assert_eq!(
///     refused("intérim ou travail de nuit"),
///     [Refused::Contract(ContractKind::Temporary), Refused::Condition(Condition::Night)]
/// );
/// ```
pub fn refused(text: &str) -> Vec<Refused> {
    let mut all: Vec<Refused> = Vec::new();
    for part in parts(text, And::Parts) {
        let mut part = &text[part];
        let mut of_part = words(part);
        // "Pas de nuit" in a list of what is not wanted means what "nuit" means.
        if let Some((length, _)) = opens(&of_part) {
            part = of_part.get(length).map_or("", |word| &part[word.at.start..]);
            of_part = words(part);
        }
        if of_part.is_empty() {
            continue;
        }
        for refused in of_one(part, &of_part) {
            if !all.contains(&refused) {
                all.push(refused);
            }
        }
    }
    all
}

fn of_one(part: &str, of_part: &[Word]) -> Vec<Refused> {
    if let Some(kind) = contract_named(of_part) {
        return vec![Refused::Contract(kind)];
    }
    if let Some(&asked) = languages(part).first() {
        return vec![Refused::Language(asked)];
    }
    let found = REFUSED.all(of_part);
    let covered = |i: usize| found.iter().any(|&(from, length, _)| (from..from + length).contains(&i));
    let others: Vec<usize> =
        (0..of_part.len()).filter(|&i| !covered(i) && !SMALL.contains(&of_part[i].folded.as_str())).collect();
    // "Déplacements à Paris" is less than "déplacements": what narrows a condition down makes it another one.
    let name = |&i: &usize| i > 0 && part[of_part[i].at.clone()].starts_with(char::is_uppercase);
    if found.is_empty() || others.len() > 1 || others.iter().any(name) {
        return vec![Refused::Words(part.to_owned())];
    }
    found.into_iter().map(|(.., condition)| Refused::Condition(condition)).collect()
}

/// Words that narrow nothing down.
const SMALL: &[&str] = &[
    "travail",
    "travailler",
    "travaille",
    "poste",
    "postes",
    "emploi",
    "job",
    "jobs",
    "metier",
    "metiers",
    "horaires",
    "le",
    "la",
    "les",
    "l",
    "de",
    "du",
    "des",
    "d",
    "en",
    "a",
    "au",
    "aux",
    "un",
    "une",
    "trop",
    "tout",
    "toute",
    "tous",
    "avec",
    "pour",
    "sur",
    "dans",
    "faire",
    "plus",
    "arbeit",
    "arbeiten",
    "stelle",
    "am",
    "an",
    "im",
    "in",
    "mit",
    "der",
    "die",
    "das",
    "zu",
    "viel",
    "viele",
    "work",
    "working",
    "the",
    "any",
    "with",
    "at",
    "on",
    "to",
    "much",
    "many",
    "of",
    "regulier",
    "reguliere",
    "reguliers",
    "regelmassig*",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Cefr;
    use Condition::*;

    #[test]
    fn conditions_contracts_and_languages_are_understood() {
        for (text, condition) in [
            ("travail de nuit", Night),
            ("les nuits", Night),
            ("pas de nuit", Night),
            ("travail le dimanche", Sunday),
            ("week-end", Weekend),
            ("astreintes", OnCall),
            ("management d'équipe", Team),
            ("déplacements", Travel),
            ("déplacements fréquents", FrequentTravel),
            ("port de charges lourdes", HeavyLoads),
            ("temps partiel", PartTime),
            ("vente", Selling),
            ("porte-à-porte", DoorToDoor),
            ("Nachtschicht", Night),
            ("Schichtarbeit", Shifts),
            ("call centre", Telephone),
            ("télétravail complet", FullRemote),
        ] {
            assert_eq!(refused(text), [Refused::Condition(condition)], "{text}");
        }
        assert_eq!(refused("CDD"), [Refused::Contract(ContractKind::FixedTerm)]);
        assert_eq!(refused("alternance, stage").len(), 2);
        let Refused::Language(asked) = &refused("anglais courant")[0] else { panic!("no language") };
        assert_eq!((asked.language.code(), asked.level), ("en", Some(Cefr::B2)));
    }

    #[test]
    fn anything_else_comes_back_in_its_words() {
        assert_eq!(refused("abattoir"), [Refused::Words("abattoir".into())]);
        assert!(refused("").is_empty());
    }
}
