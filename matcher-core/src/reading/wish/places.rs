use super::super::words::Word;

/// Where a phrase about a place begins in the words of a wish, and where it ends: `dans la métropole nantaise`, `à Niort`, `en
/// Île-de-France`, `sur le pays de Saint-Brieuc`, `agglomération lyonnaise`, `in Trier`, up to the end of the part.
pub(super) fn place(part: &str, words: &[Word]) -> Option<usize> {
    (0..words.len()).find(|&i| begins(part, words, i))
}

fn begins(part: &str, words: &[Word], i: usize) -> bool {
    let word = words[i].folded.as_str();
    let at = |j: usize| words.get(j).map_or("", |word| word.folded.as_str());
    if ANNOUNCES.contains(&word) && (i == 0 || !["de", "d", "du", "of"].contains(&at(i - 1))) {
        return true;
    }
    let mut next = i + 1;
    while ARTICLES.contains(&at(next)) {
        next += 1;
    }
    let capital = words.get(next).is_some_and(|word| is_name(&part[word.at.clone()]));
    match word {
        "dans" | "sur" | "en" | "vers" | "a" | "au" | "aux" | "pres" | "autour" | "proche" | "in" | "bei" | "um"
        | "im" | "near" | "around" => {
            // Every German noun has a capital: only "in" with a bare name counts.
            let german = word == "im" || (word == "in" && next > i + 1);
            AREAS.contains(&at(next)) || (capital && !german)
        }
        _ => false,
    }
}

/// A name of a place as written: a capital, then small letters; an abbreviation (`SAP`, `CVC`) is none.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

const ARTICLES: &[&str] = &[
    "le", "la", "les", "l", "un", "une", "mon", "ma", "tout", "toute", "de", "d", "du", "des", "der", "the", "my",
    "raum",
];

const ANNOUNCES: &[&str] = &[
    "agglomeration",
    "metropole",
    "region",
    "departement",
    "banlieue",
    "secteur",
    "bassin",
    "peripherie",
    "umgebung",
    "grossraum",
];

const AREAS: &[&str] = &[
    "agglomeration",
    "metropole",
    "region",
    "departement",
    "pays",
    "bassin",
    "secteur",
    "ville",
    "villes",
    "coin",
    "environs",
    "alentours",
    "banlieue",
    "vallee",
    "canton",
    "commune",
    "centre",
    "nord",
    "sud",
    "est",
    "ouest",
    "quartier",
    "village",
    "peripherie",
    "proximite",
    "cote",
    "littoral",
    "frontiere",
    "umgebung",
    "nahe",
    "stadt",
    "area",
    "city",
    "town",
    "grossraum",
    "chez",
];
