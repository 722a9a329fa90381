//! What belongs to no job: courtesies, contract, hours, places.

use std::sync::LazyLock;

use super::super::pattern::Patterns;
use super::super::title::title;
use super::super::words::{Word, words};
use super::places::place;
use crate::model::ContractKind;
use ContractKind::{Apprenticeship, FixedTerm, Freelance, Internship, Permanent, Temporary};

/// The kind of contract that stands anywhere in a piece.
pub(super) fn contract(all: &[Word]) -> Option<ContractKind> {
    CONTRACTS.all(all).first().map(|&(.., kind)| kind)
}

/// Whether a piece asks for part time or for full time.
pub(super) fn part_time(all: &[Word]) -> Option<bool> {
    HOURS.all(all).first().map(|&(.., part_time)| part_time)
}

/// Whether a piece speaks of the person or of nothing that could be matched: `on peut me former`, `je reste ouvert`.
pub(super) fn says_nothing(all: &[Word]) -> bool {
    COURTESIES.any(all)
        || all
            .iter()
            .all(|word| LEFT_OVER.contains(&word.folded.as_str()) || word.folded.bytes().all(|b| b.is_ascii_digit()))
}

/// A piece without opening, contract, hours, dates and place.
pub(super) fn plain(piece: &str) -> String {
    let all = words(piece);
    let mut rest = match place(piece, &all) {
        Some(0) => String::new(),
        Some(from) => piece[..all[from - 1].at.end].to_owned(),
        None => piece.to_owned(),
    };
    // "Je cherche un poste de": openings stand one behind the other.
    loop {
        let all = words(&rest);
        let opening = OPENINGS.at(&all, 0).map(|(length, ())| length);
        let Some(length) =
            opening.or_else(|| all.first().filter(|word| LEFT_OVER.contains(&word.folded.as_str())).map(|_| 1))
        else {
            break;
        };
        rest = all.get(length).map_or(String::new(), |word| rest[word.at.start..].to_owned());
    }
    let all = words(&rest);
    if let Some((from, ..)) = ENDS.all(&all).first().copied() {
        rest = if from == 0 { String::new() } else { rest[..all[from - 1].at.end].to_owned() };
    }
    if rest.is_empty() {
        return rest;
    }
    let cleaned = title(&rest);
    let all = words(&cleaned);
    if all.iter().all(|word| LEFT_OVER.contains(&word.folded.as_str()))
        || super::super::contract::contract_named(&all).is_some()
    {
        String::new()
    } else {
        cleaned
    }
}

static CONTRACTS: LazyLock<Patterns<ContractKind>> = LazyLock::new(|| {
    let table: &[(ContractKind, &[&str])] = &[
        (Permanent, &["cdi", "unbefristet*", "permanent contract", "permanent job", "festanstellung"]),
        (FixedTerm, &["cdd", "befristet*", "fixed term"]),
        (Temporary, &["interim", "en interim", "zeitarbeit"]),
        (
            Apprenticeship,
            &[
                "contrat d apprentissage",
                "en apprentissage",
                "en alternance",
                "alternance",
                "contrat de professionnalisation",
                "apprentissage",
                "ausbildung",
                "ausbildungsplatz",
                "apprenticeship",
            ],
        ),
        (Internship, &["stage", "praktikum", "internship"]),
        (Freelance, &["freelance", "en freelance", "freiberuflich"]),
    ];
    Patterns::new(table.iter().flat_map(|&(kind, all)| all.iter().map(move |&words| (words, kind))))
});

static HOURS: LazyLock<Patterns<bool>> = LazyLock::new(|| {
    let part = ["temps partiel", "mi temps", "teilzeit", "part time", "halbtags", "quelques heures"]
        .map(|words| (words, true));
    let full = ["temps plein", "temps complet", "plein temps", "vollzeit", "full time"].map(|words| (words, false));
    Patterns::new(part.into_iter().chain(full))
});

/// Whether a part is a remark about the person that a negation opens: `je ne suis pas mobile`.
pub(super) fn is_remark(all: &[Word]) -> bool {
    REMARKS.any(all)
}

static REMARKS: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "pas mobile",
        "non mobile",
        "pas vehicule*",
        "non vehicule*",
        "pas de permis",
        "sans permis",
        "pas de voiture",
        "sans voiture",
        "pas d experience",
        "sans experience",
        "pas de diplome",
        "sans diplome",
        "nicht mobil",
        "ohne auto",
        "kein auto",
        "ohne erfahrung",
        "no experience",
        "no car",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

static COURTESIES: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "peut me former",
        "pouvez me former",
        "je reste ouvert*",
        "reste ouvert*",
        "ouvert a tout*",
        "ouverte a tout*",
        "je suis mobile",
        "suis pas mobile",
        "pas mobile",
        "non mobile",
        "tout pres",
        "debutant accepte",
        "etudie toute*",
        "toute proposition",
        "toutes propositions",
        "disponible*",
        "je suis motive*",
        "rapidement",
        "des que possible",
        "horaires de bureau",
        "horaires de journee",
        "en journee",
        "de jour",
        "peu importe",
        "par la suite",
        "a long terme",
        "offen fur",
        "flexibel",
        "ab sofort",
        "lernbereit",
        "i am open",
        "open to",
        "available",
        "willing to learn",
        "can be trained",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

static OPENINGS: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "je cherche",
        "je recherche",
        "recherche",
        "cherche",
        "je voudrais",
        "je souhaite",
        "souhaite",
        "j aimerais",
        "j aimerais etre",
        "je veux",
        "devenir",
        "je voudrais etre",
        "je veux etre",
        "travailler comme",
        "travailler en tant que",
        "en tant que",
        "comme",
        "etre",
        "retravailler comme",
        "redevenir",
        "un emploi de",
        "un emploi d",
        "emploi de",
        "emploi d",
        "un emploi",
        "emploi",
        "un poste de",
        "un poste d",
        "poste de",
        "poste d",
        "un poste",
        "poste",
        "un travail de",
        "un travail d",
        "un travail",
        "travail de",
        "un job de",
        "un job",
        "un metier de",
        "mission de",
        "mission d",
        "une mission de",
        "missions de",
        "mission en freelance",
        "mission freelance",
        "en freelance",
        "quitter ~ pour",
        "changer de ~ pour",
        "sortir ~ pour",
        "passer ~ a",
        "passer ~ au",
        "partir ~ pour",
        "mission",
        "une mission",
        "contrat d apprentissage de",
        "contrat d apprentissage",
        "contrat d alternance de",
        "alternance de",
        "alternance en",
        "apprentissage de",
        "un apprentissage de",
        "un contrat de",
        "stage de",
        "un stage de",
        "stage en",
        "un stage",
        "idealement",
        "de preference",
        "si possible",
        "plutot",
        "eventuellement",
        "surtout",
        "autour de",
        "autour de la",
        "pourquoi pas",
        "puis",
        "aussi",
        "d accueil",
        "ich suche",
        "ich mochte",
        "suche",
        "gesucht",
        "eine stelle als",
        "stelle als",
        "arbeit als",
        "job als",
        "arbeiten als",
        "eine arbeit als",
        "als",
        "werden",
        "gerne",
        "am liebsten",
        "ausbildung zum",
        "ausbildung zur",
        "ausbildung als",
        "i am looking for",
        "i m looking for",
        "looking for",
        "i want to be",
        "i would like",
        "i d like",
        "to be",
        "to work as",
        "work as",
        "working as",
        "a job as",
        "job as",
        "a position as",
        "position as",
        "a role as",
        "role as",
        "a post as",
        "become",
        "preferably",
        "ideally",
        "apprenticeship as",
        "ech sichen",
        "eng plaz als",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

/// Where the job ends and something else begins.
static ENDS: LazyLock<Patterns<()>> = LazyLock::new(|| {
    let all = [
        "pour la rentree",
        "pour un master",
        "pour une licence",
        "pour un bts",
        "pour un bac",
        "pour un cap",
        "pour mon",
        "pour ma",
        "rentree",
        "a partir de",
        "a partir du",
        "des septembre",
        "en septembre",
        "en cdi",
        "en cdd",
        "en interim",
        "en alternance",
        "en apprentissage",
        "en freelance",
        "cdi",
        "cdd",
        "de preference",
        "a temps",
        "temps plein",
        "temps partiel",
        "temps complet",
        "a mi temps",
        "en journee",
        "avec des horaires",
        "avec horaires",
        "proche de chez",
        "pres de chez",
        "ab januar",
        "in vollzeit",
        "in teilzeit",
        "unbefristet",
        "befristet",
        "full time",
        "part time",
        "starting",
        "from january",
        "de jour",
    ];
    Patterns::new(all.map(|words| (words, ())))
});

const LEFT_OVER: &[&str] = &[
    "un", "une", "le", "la", "les", "l", "de", "d", "du", "des", "en", "a", "au", "aux", "pour", "dans", "sur", "et",
    "ou", "ein", "eine", "einen", "der", "die", "das", "als", "in", "im", "bei", "und", "oder", "the", "an", "as",
    "and", "or", "of", "at", "for", "to", "je", "ich", "i", "on", "tout", "pres", "chez", "avec", "mit", "with",
];
