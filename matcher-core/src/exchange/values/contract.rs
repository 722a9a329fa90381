use super::plain::{has_phrase, plain, words};
use crate::model::ContractKind;

/// A kind of contract by its name or code: `CDI`, `unbefristet`, `fixed-term`, `intérim`, `MIS`, `alternance`, `Praktikum`,
/// `freelance`, and the names this crate writes. The whole text must be the name, but for a length or hours behind it (`CDD
/// - 6 Mois`). `None` otherwise; working time (`Vollzeit`, `temps partiel`) is not a kind of contract.
pub fn read_contract(text: &str) -> Option<ContractKind> {
    let folded = plain(text);
    let exact = |name: &str| NAMES.iter().find(|(known, _)| *known == name).map(|&(_, kind)| kind);
    exact(&folded).or_else(|| {
        let (name, rest) = folded.split_once(" - ").or_else(|| folded.split_once(" de "))?;
        rest.starts_with(|c: char| c.is_ascii_digit()).then(|| exact(name))?
    })
}

/// The kind of contract that a job title says aloud, whatever the contract's field says: a school-and-work contract
/// (`Alternance - …`, `Alternant(e)`, `apprenti`), an internship (`stage`, `stagiaire`, `Praktikum`), work on one's own account
/// (`freelance`), temporary work (`en intérim`). School-and-work goes before internship, since offers name both.
///
/// `stage` behind `de`, `des` or `les`, and `alternance` behind `chargé`, `conseiller` and the like, belong to another job (those who
/// look after trainees); the bare words `apprentissage` and `intérim` mostly do too, and count only in set phrases.
pub fn contract_in_title(title: &str) -> Option<ContractKind> {
    let folded = plain(title);
    let all: Vec<&str> = words(&folded).collect();
    let minds_trainees = all.iter().any(|word| CARERS.contains(word));
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&folded, phrase));
    let begins = |word: &str| all.first() == Some(&word);
    if (begins("alternance") || !minds_trainees) && has(SCHOOL_AND_WORK) {
        Some(ContractKind::Apprenticeship)
    } else if has(INTERNSHIP) || names_a_stage(&all) {
        Some(ContractKind::Internship)
    } else if has(&["freelance", "freelancer", "freiberuflich"]) {
        Some(ContractKind::Freelance)
    } else if has(&["en interim", "mission d'interim", "mission interim", "zeitarbeit"]) || folded.contains("(interim)")
    {
        Some(ContractKind::Temporary)
    } else {
        None
    }
}

const SCHOOL_AND_WORK: &[&str] = &[
    "alternance",
    "alternant",
    "alternante",
    "apprenti",
    "apprentie",
    "en apprentissage",
    "contrat d'apprentissage",
    "contrat de professionnalisation",
    "contrat pro",
    "ausbildung zum",
    "ausbildung zur",
    "azubi",
    "auszubildende",
    "auszubildender",
    "apprenticeship",
];

const INTERNSHIP: &[&str] = &["stagiaire", "praktikum", "praktikant", "praktikantin", "internship", "intern"];

/// Those whose work is to find or teach trainees.
const CARERS: &[&str] = &["conseiller", "conseillere", "formateur", "formatrice", "recrutement", "relations"];

fn names_a_stage(all: &[&str]) -> bool {
    let before = |at: usize| at.checked_sub(1).map_or("", |before| all[before]);
    all.iter()
        .enumerate()
        .any(|(at, word)| *word == "stage" && !matches!(before(at), "de" | "des" | "les" | "du" | "maitre"))
}

/// Folded names and the codes of France Travail and the Bundesagentur's boards.
const NAMES: &[(&str, ContractKind)] = &[
    ("cdi", ContractKind::Permanent),
    ("contrat a duree indeterminee", ContractKind::Permanent),
    ("permanent", ContractKind::Permanent),
    ("unbefristet", ContractKind::Permanent),
    ("festanstellung", ContractKind::Permanent),
    ("cdi de chantier ou d'operation", ContractKind::Permanent),
    ("cdd", ContractKind::FixedTerm),
    ("contrat a duree determinee", ContractKind::FixedTerm),
    ("fixed-term", ContractKind::FixedTerm),
    ("fixed term", ContractKind::FixedTerm),
    ("befristet", ContractKind::FixedTerm),
    ("ddi", ContractKind::FixedTerm),
    ("ddt", ContractKind::FixedTerm),
    ("cdd insertion", ContractKind::FixedTerm),
    ("cdd tremplin", ContractKind::FixedTerm),
    ("mis", ContractKind::Temporary),
    ("din", ContractKind::Temporary),
    ("tti", ContractKind::Temporary),
    ("interim", ContractKind::Temporary),
    ("interimaire", ContractKind::Temporary),
    ("cdi interimaire", ContractKind::Temporary),
    ("mission interimaire", ContractKind::Temporary),
    ("travail temporaire", ContractKind::Temporary),
    ("temporary", ContractKind::Temporary),
    ("zeitarbeit", ContractKind::Temporary),
    ("leiharbeit", ContractKind::Temporary),
    ("arbeitnehmeruberlassung", ContractKind::Temporary),
    ("sai", ContractKind::Seasonal),
    ("saisonnier", ContractKind::Seasonal),
    ("contrat saisonnier", ContractKind::Seasonal),
    ("seasonal", ContractKind::Seasonal),
    ("saisonarbeit", ContractKind::Seasonal),
    ("alternance", ContractKind::Apprenticeship),
    ("apprentissage", ContractKind::Apprenticeship),
    ("contrat apprentissage", ContractKind::Apprenticeship),
    ("contrat d'apprentissage", ContractKind::Apprenticeship),
    ("professionnalisation", ContractKind::Apprenticeship),
    ("cont. professionnalisation", ContractKind::Apprenticeship),
    ("contrat de professionnalisation", ContractKind::Apprenticeship),
    ("apprenticeship", ContractKind::Apprenticeship),
    ("ausbildung", ContractKind::Apprenticeship),
    ("stage", ContractKind::Internship),
    ("internship", ContractKind::Internship),
    ("praktikum", ContractKind::Internship),
    ("lib", ContractKind::Freelance),
    ("cce", ContractKind::Freelance),
    ("fra", ContractKind::Freelance),
    ("rep", ContractKind::Freelance),
    ("freelance", ContractKind::Freelance),
    ("independant", ContractKind::Freelance),
    ("liberal", ContractKind::Freelance),
    ("profession liberale", ContractKind::Freelance),
    ("emploi non salarie", ContractKind::Freelance),
    ("freiberuflich", ContractKind::Freelance),
    ("selbststandig", ContractKind::Freelance),
    ("self-employed", ContractKind::Freelance),
];

#[cfg(test)]
mod tests {
    use super::*;
    use ContractKind::*;

    #[test]
    fn contracts_are_known_by_name_and_code() {
        for (text, kind) in [
            ("CDI", Permanent),
            ("CDD - 6 Mois", FixedTerm),
            ("CDD de 3 mois", FixedTerm),
            ("Intérim", Temporary),
            ("unbefristet", Permanent),
            ("Saisonnier", Seasonal),
            ("Cont. professionnalisation", Apprenticeship),
            ("Praktikum", Internship),
            ("LIB", Freelance),
        ] {
            assert_eq!(read_contract(text), Some(kind), "{text}");
        }
        for text in ["", "temps partiel", "Vollzeit", "CDI ou CDD", "CDI - Paris"] {
            assert_eq!(read_contract(text), None, "{text}");
        }
        for kind in ContractKind::ALL {
            assert_eq!(read_contract(kind.name()), Some(kind));
        }
    }

    #[test]
    fn a_title_may_say_the_kind_of_contract() {
        for (title, kind) in [
            ("Alternance - Data Engineer (H/F)", Some(Apprenticeship)),
            ("Alternant(e) contrôle de gestion", Some(Apprenticeship)),
            ("Stage de fin d'études / Alternance", Some(Apprenticeship)),
            ("Chargé de communication (F/H) stage", Some(Internship)),
            ("Mission freelance - Tech Lead", Some(Freelance)),
            ("Soudeur en intérim", Some(Temporary)),
            ("Chargé de recrutement intérim", None),
            ("Conseiller alternance", None),
            ("Responsable des stages", None),
            ("Maître de stage", None),
            ("Ingénieur apprentissage automatique", None),
            ("Internal auditor", None),
        ] {
            assert_eq!(contract_in_title(title), kind, "{title}");
        }
    }
}
