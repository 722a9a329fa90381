use super::plain::plain;
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
}
