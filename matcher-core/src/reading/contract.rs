use std::sync::LazyLock;

use super::clauses::clauses;
use super::negation::negated;
use super::pattern::Patterns;
use super::words::{Word, words};
use crate::model::ContractKind;
use ContractKind::{Apprenticeship, FixedTerm, Freelance, Internship, Permanent, Temporary};

/// The kind of contract that a job title says aloud, whatever the contract's field says: a school-and-work contract
/// (`Alternance - …`, `Alternant(e)`, `apprenti`), an internship (`stage`, `stagiaire`, `Praktikum`), work on one's own account
/// (`freelance`), temporary work (`en intérim`). School-and-work goes before internship, since offers name both.
///
/// `stage` behind `de`, `des` or `les`, and `alternance` behind `chargé`, `conseiller` and the like, belong to another job (those who
/// look after trainees); the bare words `apprentissage` and `intérim` mostly do too, and count only in set phrases.
pub fn contract_in_title(title: &str) -> Option<ContractKind> {
    let all = words(title);
    let minds_trainees = all.iter().any(|word| CARERS.contains(&word.folded.as_str()));
    let found: Vec<(usize, ContractKind)> = IN_TITLE.all(&all).into_iter().map(|(at, _, kind)| (at, kind)).collect();
    let names = |kind: ContractKind, at: usize| match kind {
        ContractKind::Apprenticeship => at == 0 || !minds_trainees,
        ContractKind::Internship => {
            at == 0 || !["de", "des", "les", "du", "maitre"].contains(&all[at - 1].folded.as_str())
        }
        _ => true,
    };
    let order =
        [ContractKind::Apprenticeship, ContractKind::Internship, ContractKind::Freelance, ContractKind::Temporary];
    let said = order.into_iter().find(|&kind| found.iter().any(|&(at, found)| found == kind && names(kind, at)));
    said.or_else(|| title.to_lowercase().contains("(intérim)").then_some(ContractKind::Temporary))
}

/// The kind of contract that a text states of the job itself: `mission d'intérim`, `stage de fin d'études`, `CDD de six mois`,
/// `befristet bis`, `6-month internship`. A mere mention (`première expérience en stage`, `embauche possible`, an agency that
/// names all it offers) states nothing, and neither does a text that states two kinds.
///
/// ```
/// use matcher_core::model::ContractKind;
/// use matcher_core::reading::contract_in_text;
///
/// assert_eq!(contract_in_text("Contrat en alternance de 12 mois."), Some(ContractKind::Apprenticeship));
/// assert_eq!(contract_in_text("Une première expérience (stage ou alternance) est attendue."), None);
/// ```
pub fn contract_in_text(text: &str) -> Option<ContractKind> {
    let mut stated: Option<ContractKind> = None;
    for clause in clauses(text) {
        let all = words(&text[clause.at]);
        let Some(kind) = of_clause(&all) else { continue };
        if stated.is_some_and(|stated| stated != kind) {
            return None;
        }
        stated = Some(kind);
    }
    stated
}

/// The kind that one sentence states. One that names several kinds, or speaks of what came before or may come, states none.
fn of_clause(all: &[Word]) -> Option<ContractKind> {
    let found = IN_TEXT.all(all);
    let &(from, length, kind) = found.first()?;
    let mut named: Vec<ContractKind> = NAMED.all(all).into_iter().map(|(.., kind)| kind).collect();
    named.sort_unstable();
    named.dedup();
    let alone = found.iter().all(|&(.., other)| other == kind) && named.iter().all(|&other| other == kind);
    let doubtful = DOUBT.any(all) || negated(all, from, from + length);
    (alone && !doubtful).then_some(kind)
}

/// The one kind of contract that a few words name, whatever stands around it: `contrat d'intérim`, `en alternance`, `CDD courts`.
/// `None` where they name none or several, or something beside.
pub(crate) fn contract_named(all: &[Word]) -> Option<ContractKind> {
    let found = NAMED.all(all);
    let &(.., kind) = found.first()?;
    let covered = |i: usize| found.iter().any(|&(from, length, _)| (from..from + length).contains(&i));
    let small = |word: &Word| AROUND.contains(&word.folded.as_str());
    let only = (0..all.len()).all(|i| covered(i) || small(&all[i]));
    (only && found.iter().all(|&(.., other)| other == kind)).then_some(kind)
}

const AROUND: &[&str] = &[
    "contrat",
    "contrats",
    "mission",
    "missions",
    "poste",
    "postes",
    "offre",
    "offres",
    "statut",
    "en",
    "de",
    "d",
    "un",
    "une",
    "le",
    "la",
    "l",
    "les",
    "des",
    "du",
    "court",
    "courts",
    "longue",
    "duree",
    "a",
    "vertrag",
    "vertrage",
    "stelle",
    "job",
    "jobs",
    "work",
    "contract",
    "contracts",
    "position",
    "als",
    "as",
    "only",
    "uniquement",
    "nur",
    "en cours",
];

fn patterns(table: &[(ContractKind, &'static [&'static str])]) -> Patterns<ContractKind> {
    Patterns::new(table.iter().flat_map(|&(kind, all)| all.iter().map(move |&words| (words, kind))))
}

/// Those whose work is to find or teach trainees.
const CARERS: &[&str] = &["conseiller", "conseillere", "formateur", "formatrice", "recrutement", "relations"];

static IN_TITLE: LazyLock<Patterns<ContractKind>> = LazyLock::new(|| {
    patterns(&[
        (
            Apprenticeship,
            &[
                "alternance",
                "alternant",
                "alternante",
                "apprenti",
                "apprentie",
                "en apprentissage",
                "contrat d apprentissage",
                "contrat de professionnalisation",
                "contrat pro",
                "ausbildung zum",
                "ausbildung zur",
                "azubi",
                "auszubildende",
                "auszubildender",
                "apprenticeship",
                "apprentice",
            ],
        ),
        (
            Internship,
            &[
                "stage",
                "stagiaire",
                "praktikum",
                "praktikant",
                "praktikantin",
                "internship",
                "intern",
                "pflichtpraktikum",
            ],
        ),
        (Freelance, &["freelance", "freelancer", "freiberuflich"]),
        (Temporary, &["en interim", "mission d interim", "mission interim", "zeitarbeit"]),
    ])
});

static IN_TEXT: LazyLock<Patterns<ContractKind>> = LazyLock::new(|| {
    patterns(&[
        (
            Apprenticeship,
            &[
                "contrat en alternance",
                "contrat d alternance",
                "poste en alternance",
                "offre en alternance",
                "offre d alternance",
                "mission en alternance",
                "alternance de",
                "cette alternance",
                "votre alternance",
                "rythme d alternance",
                "rythme de l alternance",
                "rythme d alternance",
                "type de contrat alternance",
                "type de contrat apprentissage",
                "type de contrat contrat d apprentissage",
                "type de contrat contrat de professionnalisation",
                "recherch* un alternant",
                "recherch* une alternante",
                "recherch* un e alternant",
                "recherch* un apprenti",
                "recherch* une apprentie",
                "recrut* un alternant",
                "recrut* un apprenti",
                "cherch* un apprenti",
                "cherch* un alternant",
                "ausbildungsbeginn",
                "ausbildungsdauer",
                "deine ausbildung bei",
                "ausbildungsvergutung",
                "this apprenticeship",
            ],
        ),
        (
            Internship,
            &[
                "offre de stage",
                "stage de fin d etudes",
                "convention de stage",
                "gratification de stage",
                "indemnite de stage",
                "duree du stage",
                "sujet de stage",
                "sujet du stage",
                "ce stage",
                "votre stage",
                "type de contrat stage",
                "contrat stage",
                "recherch* un stagiaire",
                "recherch* une stagiaire",
                "recherch* un e stagiaire",
                "recherch* son stagiaire",
                "recherch* notre stagiaire",
                "pflichtpraktikum",
                "dein praktikum bei",
                "praktikumsdauer",
                "this internship",
                "internship duration",
                "month internship",
                "months internship",
            ],
        ),
        (
            Temporary,
            &[
                "mission d interim",
                "mission en interim",
                "mission interim",
                "mission interimaire",
                "contrat interim",
                "contrat interimaire",
                "contrat d interim",
                "contrat de travail temporaire",
                "contrat de mission",
                "type de contrat interim",
                "poste en interim",
                "in zeitarbeit",
                "im rahmen der arbeitnehmeruberlassung",
                "im rahmen der zeitarbeit",
                "temporary assignment",
            ],
        ),
        (
            FixedTerm,
            &[
                "cdd de",
                "contrat cdd",
                "contrat en cdd",
                "en cdd",
                "poste en cdd",
                "type de contrat cdd",
                "contrat a duree determinee",
                "remplacement d un conge",
                "remplacement conge",
                "remplacement de conge",
                "remplacement maternite",
                "befristet auf",
                "befristet bis",
                "zunachst befristet",
                "befristete stelle",
                "befristeter vertrag",
                "fixed term contract",
                "maternity cover",
            ],
        ),
        (
            Freelance,
            &[
                "mission freelance",
                "mission en freelance",
                "en freelance",
                "statut freelance",
                "contrat freelance",
                "type de contrat freelance",
                "freelance uniquement",
                "auf freiberuflicher basis",
                "freelance contract",
                "freelance basis",
            ],
        ),
        (
            Permanent,
            &[
                "contrat cdi",
                "en cdi",
                "contrat a duree indeterminee",
                "type de contrat cdi",
                "poste en cdi",
                "unbefristete",
                "unbefristeter",
                "unbefristetes",
                "unbefristeten",
                "unbefristet",
                "permanent contract",
                "permanent position",
            ],
        ),
    ])
});

/// Any name of a kind, to tell a list of kinds from a statement.
static NAMED: LazyLock<Patterns<ContractKind>> = LazyLock::new(|| {
    patterns(&[
        (Permanent, &["cdi", "duree indeterminee", "unbefristet*", "permanent", "festanstellung"]),
        (FixedTerm, &["cdd", "duree determinee", "befristet*"]),
        (
            Temporary,
            &["interim", "interimaire", "interimaires", "travail temporaire", "zeitarbeit", "arbeitnehmeruberlassung"],
        ),
        (
            Apprenticeship,
            &["alternance", "alternant*", "apprentissage", "apprenti*", "professionnalisation", "ausbildung", "azubi*"],
        ),
        (Internship, &["stage", "stages", "stagiaire*", "praktikum", "praktika", "internship*"]),
        (Freelance, &["freelance*", "independant*", "portage salarial", "freiberuf*"]),
    ])
});

/// The sentence speaks of the past, of a possibility or of others.
static DOUBT: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "experience",
        "experiences",
        "premiere experience",
        "apres",
        "suite a",
        "a l issue",
        "debouch*",
        "possibilite",
        "possible*",
        "eventuel*",
        "renouvelable en",
        "puis",
        "evolution vers",
        "evolutif",
        "transforme*",
        "en vue",
        "tutor*",
        "encadr*",
        "ancien*",
        "accueil* des",
        "erfahrung*",
        "nach dem",
        "nach der",
        "moglich*",
        "ubernahme",
        "experience*",
        "previous",
        "possible",
        "prior",
        "leading to",
        "agence*",
        "cabinet",
        "nos offres",
        "toutes nos",
        "si vous",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_states_the_kind_of_the_job_itself() {
        for (text, kind) in [
            ("Nous recherchons un stagiaire pour six mois.", Internship),
            ("Durée du stage : 6 mois à partir de mars.", Internship),
            ("Contrat en alternance de 12 ou 24 mois.", Apprenticeship),
            ("Mission d'intérim de deux semaines à Privas.", Temporary),
            ("CDD de 6 mois, temps plein.", FixedTerm),
            ("Poste en CDI basé à Metz.", Permanent),
            ("Die Stelle ist zunächst befristet auf zwei Jahre.", FixedTerm),
            ("This is a 6-month internship in our team.", Internship),
            ("Mission freelance de 3 mois renouvelable.", Freelance),
        ] {
            assert_eq!(contract_in_text(text), Some(kind), "{text}");
        }
    }

    #[test]
    fn a_mention_a_list_and_a_contradiction_state_nothing() {
        for text in [
            "Possibilité d'embauche en CDI après un stage.",
            "Vous justifiez d'une première expérience en alternance.",
            "Notre agence propose des contrats en intérim, CDD et CDI.",
            "Poste en CDI. Mission d'intérim de 2 mois avant embauche.",
            "Vous encadrez votre stagiaire et participez aux projets.",
            "Pas de mission d'intérim.",
        ] {
            assert_eq!(contract_in_text(text), None, "{text}");
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
