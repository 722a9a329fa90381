//! Contract, working time, place and firm within one part of a title.

use std::sync::LazyLock;

use super::super::pattern::Patterns;
use super::super::words::{Word, words};
use super::towns::is_place;

/// What of a part is left.
pub(super) fn without(part: &str, names: &[Vec<String>]) -> String {
    let all = words(part);
    let mut keep = vec![true; all.len()];
    let drop = |keep: &mut Vec<bool>, from: usize, length: usize| keep[from..from + length].fill(false);
    let carers = all.iter().any(|word| CARERS.contains(&word.folded.as_str()));
    if !carers {
        for (from, length, ()) in CONTRACT.all(&all) {
            let behind = from > 0 && ["de", "des", "les", "du", "maitre"].contains(&all[from - 1].folded.as_str());
            if !behind {
                drop(&mut keep, from, length);
            }
        }
    }
    for (from, length, ()) in TIME.all(&all) {
        drop(&mut keep, from, length);
    }
    for from in 0..all.len() {
        let Some((length, named)) = place_at(part, &all, from, names) else { continue };
        let before = from.checked_sub(1).map(|before| all[before].folded.as_str());
        let announced = before.is_some_and(|word| PREPOSITIONS.contains(&word));
        let last = (from + length..all.len()).all(|i| !keep[i]);
        // A town behind "de" or in the midst of other words may be a part of a name ("Banque de Paris").
        let belongs = before.is_some_and(|word| ["de", "d", "du", "of", "von"].contains(&word));
        if named || announced || last && !belongs {
            drop(&mut keep, from, length);
            if announced {
                keep[from - 1] = false;
            }
        }
    }
    if let Some(from) = place_behind_a(part, &all) {
        let length = all.len() - from;
        drop(&mut keep, from, length);
    }
    if let Some(from) =
        (1..all.len()).find(|&i| FIRM.contains(&all[i].folded.as_str()) && capital(part, all.get(i + 1)))
    {
        let length = all.len() - from;
        drop(&mut keep, from, length);
    }
    join(part, &all, &mut keep)
}

/// The words that are kept, with the signs between neighbours; small words left over at both ends go too.
fn join(part: &str, all: &[Word], keep: &mut [bool]) -> String {
    if keep.iter().all(|&kept| kept) && !all.iter().all(is_left_over) {
        return part.to_owned();
    }
    let last = keep.iter().rposition(|&kept| kept);
    let mut back = last;
    while let Some(i) = back.filter(|&i| is_left_over(&all[i])) {
        keep[i] = false;
        back = keep[..i].iter().rposition(|&kept| kept);
    }
    while let Some(i) =
        keep.iter().position(|&kept| kept).filter(|&i| i > 0 && DANGLING.contains(&all[i].folded.as_str()))
    {
        keep[i] = false;
    }
    let mut out = String::new();
    let mut before: Option<usize> = None;
    for i in (0..all.len()).filter(|&i| keep[i]) {
        match before {
            Some(b) if b + 1 == i => out.push_str(&part[all[b].at.end..all[i].at.start]),
            Some(_) => out.push(' '),
            None => {}
        }
        out.push_str(&part[all[i].at.clone()]);
        before = Some(i);
    }
    out
}

/// A number or a small word that says nothing by itself.
fn is_left_over(word: &Word) -> bool {
    DANGLING.contains(&word.folded.as_str()) || word.folded.bytes().all(|b| b.is_ascii_digit())
}

/// Where `à Marcq-en-Barœul` begins, up to the end of the part: capitals, and small words between them.
fn place_behind_a(part: &str, all: &[Word]) -> Option<usize> {
    let from = all.iter().rposition(|word| matches!(&part[word.at.clone()], "à" | "À"))?;
    let name = &all[from + 1..];
    let small =
        |word: &Word| ["en", "sur", "de", "la", "le", "les", "du", "l", "d", "et"].contains(&word.folded.as_str());
    let is_name = (1..=6).contains(&name.len()) && capital(part, name.first());
    (is_name && name.iter().all(|word| small(word) || capital(part, Some(word)))).then_some(from)
}

/// A place that begins at this word: a name that was given, a known town or region with or without the number of its
/// department or district, or that number alone in its part. How many words it has, and whether the name was given.
fn place_at(part: &str, all: &[Word], from: usize, names: &[Vec<String>]) -> Option<(usize, bool)> {
    let number = |i: usize| all.get(i).is_some_and(|word| is_department(&word.folded));
    if let Some(name) =
        names.iter().filter(|name| !name.is_empty() && same(name, &all[from..])).max_by_key(|name| name.len())
    {
        return Some((name.len() + usize::from(number(from + name.len())), true));
    }
    if from == 0 && all.len() == 1 && number(0) {
        return Some((1, true));
    }
    if !capital(part, all.get(from)) {
        return None;
    }
    let length = (1..=5.min(all.len() - from)).rev().find(|&length| {
        let name: Vec<&str> = all[from..from + length].iter().map(|word| word.folded.as_str()).collect();
        is_place(&name.join(" "))
    })?;
    Some((length + usize::from(number(from + length)), false))
}

fn same(name: &[String], words: &[Word]) -> bool {
    name.len() <= words.len() && name.iter().zip(words).all(|(a, b)| *a == b.folded)
}

/// Two digits, a French overseas or Corsican number, or a postal code.
fn is_department(word: &str) -> bool {
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    matches!(word, "2a" | "2b")
        || digits && matches!(word.len(), 2 | 5)
        || digits && word.len() == 3 && word.starts_with("97")
}

fn capital(part: &str, word: Option<&Word>) -> bool {
    word.is_some_and(|word| part[word.at.clone()].starts_with(char::is_uppercase))
}

/// Those whose work is to find or teach trainees.
const CARERS: &[&str] = &[
    "conseiller",
    "conseillere",
    "formateur",
    "formatrice",
    "recrutement",
    "relations",
    "recruteur",
    "recruteuse",
    "ausbilder",
    "ausbilderin",
    "agence",
    "recruiter",
];

const PREPOSITIONS: &[&str] =
    &["a", "in", "sur", "pres", "bei", "at", "near", "am", "aux", "au", "secteur", "raum", "grossraum"];

const FIRM: &[&str] = &["chez", "bei", "at"];

const DANGLING: &[&str] = &[
    "de", "d", "en", "a", "pour", "le", "la", "les", "l", "un", "une", "et", "ou", "du", "des", "sur", "in", "im",
    "und", "oder", "als", "fur", "for", "as", "and", "or", "the", "mois", "jours", "ans", "an", "semaines", "monate",
    "months",
];

static CONTRACT: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(KINDS.iter().map(|&words| (words, ()))));

static TIME: LazyLock<Patterns<()>> = LazyLock::new(|| Patterns::new(HOURS.iter().map(|&words| (words, ()))));

const KINDS: &[&str] = &[
    "cdi",
    "cdd",
    "cdic",
    "cdi de chantier",
    "en cdi",
    "en cdd",
    "contrat a duree determinee",
    "contrat a duree indeterminee",
    "interim",
    "en interim",
    "interimaire",
    "mission interim",
    "mission d interim",
    "alternance",
    "en alternance",
    "contrat d alternance",
    "alternant",
    "alternante",
    "alternant e",
    "apprenti",
    "apprentie",
    "apprenti e",
    "apprentissage en",
    "en apprentissage",
    "contrat d apprentissage",
    "contrat de professionnalisation",
    "contrat pro",
    "stage",
    "stages",
    "stagiaire",
    "stage de fin d etudes",
    "stage pfe",
    "stage alternance",
    "freelance",
    "mission freelance",
    "en freelance",
    "independant",
    "independante",
    "saisonnier",
    "saisonniere",
    "contrat saisonnier",
    "vacataire",
    "unbefristet",
    "unbefristete",
    "befristet",
    "befristete",
    "festanstellung",
    "in festanstellung",
    "zeitarbeit",
    "praktikum",
    "praktikant",
    "praktikantin",
    "pflichtpraktikum",
    "ausbildung zum",
    "ausbildung zur",
    "ausbildung als",
    "ausbildung",
    "auszubildende",
    "auszubildender",
    "azubi",
    "werkstudent",
    "werkstudentin",
    "minijob",
    "freiberuflich",
    "dual* studium",
    "permanent",
    "temporary",
    "fixed term",
    "contract",
    "internship",
    "intern",
    "trainee",
    "apprenticeship",
    "apprentice",
    "freelancer",
    "graduate programme",
];

const HOURS: &[&str] = &[
    "temps plein",
    "temps complet",
    "temps partiel",
    "a temps plein",
    "a temps partiel",
    "a temps complet",
    "mi temps",
    "a mi temps",
    "35h",
    "39h",
    "35 h",
    "39 h",
    "24h",
    "28h",
    "30h",
    "teletravail",
    "full remote",
    "en teletravail",
    "100 teletravail",
    "teletravail partiel",
    "vollzeit",
    "teilzeit",
    "in vollzeit",
    "in teilzeit",
    "voll oder teilzeit",
    "vollzeit oder teilzeit",
    "vollzeit teilzeit",
    "homeoffice",
    "home office",
    "full time",
    "part time",
    "remote",
    "hybrid",
    "urgent",
    "ab sofort",
    "sofort",
    "debutant accepte",
    "debutants acceptes",
    "quereinsteiger willkommen",
];
