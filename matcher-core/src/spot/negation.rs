//! Words that say of a skill that it is not there or not asked.

use super::tokens::{Gap, Tokens};

/// Words that deny what follows them.
const DENY: &[&str] = &[
    "pas",
    "sans",
    "aucun",
    "aucune",
    "jamais",
    "ni",
    "no",
    "not",
    "without",
    "never",
    "neither",
    "nor",
    "don",
    "doesn",
    "isn",
    "aren",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keinerlei",
    "ohne",
    "nicht",
    "nie",
    "weder",
    "noch",
];

/// What makes a denial none: *pas seulement*, *sans oublier*, *n'hésitez pas*, *no doubt*.
const STILL_THERE: &[&str] = &[
    "seulement",
    "uniquement",
    "que",
    "oublier",
    "compter",
    "doute",
    "cesse",
    "only",
    "just",
    "doubt",
    "limited",
    "nur",
    "zuletzt",
    "zweifel",
    "moins",
    "mal",
    "forcement",
    "problem",
    "probleme",
    "merely",
    "simplement",
    "exhaustif",
    "exhaustive",
    "hesitate",
];

/// Words that ask; denied behind a skill (*SAP nicht erforderlich*) they deny it.
const ASKED: &[&str] = &[
    "requis",
    "requise",
    "requises",
    "necessaire",
    "necessaires",
    "exige",
    "exigee",
    "exiges",
    "exigees",
    "obligatoire",
    "obligatoires",
    "indispensable",
    "indispensables",
    "demande",
    "demandee",
    "demandes",
    "demandees",
    "imperatif",
    "imperative",
    "imperatifs",
    "required",
    "necessary",
    "needed",
    "mandatory",
    "essential",
    "expected",
    "erforderlich",
    "notwendig",
    "notig",
    "vorausgesetzt",
    "voraussetzung",
    "zwingend",
    "verlangt",
    "benotigt",
];

/// Words with which a clause begins anew.
const CLAUSE: &[&str] = &[
    "mais",
    "but",
    "aber",
    "sondern",
    "however",
    "cependant",
    "toutefois",
    "jedoch",
    "donc",
    "car",
    "because",
    "weil",
    "vous",
    "nous",
    "you",
    "we",
    "sie",
    "wir",
    "afin",
    "puis",
];

/// How many words a denial reaches at most: what follows further on in a sentence without commas is another thing.
const REACH: usize = 12;

/// The finds, as first and last word, that are denied; `finds` rise and do not overlap.
pub(super) fn denied(tokens: &Tokens, finds: &[(usize, usize)]) -> Vec<bool> {
    let mut denied = vec![false; finds.len()];
    for at in 0..tokens.list.len() {
        if !DENY.contains(&tokens.word(at)) || !is_denial(tokens, at) {
            continue;
        }
        if asked_near(tokens, at) {
            backward(tokens, at, finds, &mut denied);
        }
        forward(tokens, at, finds, &mut denied);
    }
    denied
}

fn is_denial(tokens: &Tokens, at: usize) -> bool {
    let word = |at: Option<usize>| match at {
        Some(at) if at < tokens.list.len() => tokens.word(at),
        _ => "",
    };
    let next = |steps: usize| word(at.checked_add(steps));
    let before = |steps: usize| word(at.checked_sub(steps));
    if STILL_THERE.contains(&next(1)) {
        return false;
    }
    match tokens.word(at) {
        // N'hésitez pas; pas à pas.
        "pas" => {
            let step = next(1) == "a" && next(2) == "pas" || before(1) == "a" && before(2) == "pas";
            !(step || before(1).starts_with("hesit"))
        }
        // No. 1
        "no" => tokens.gap_after(at) != Gap::Border && next(1).parse::<u32>().is_err(),
        "don" | "doesn" | "isn" | "aren" => next(1) == "t",
        // Weder … noch; alone it means "still".
        "noch" => (at.saturating_sub(8)..at).any(|i| tokens.word(i) == "weder"),
        _ => true,
    }
}

/// Whether a word that asks stands behind the denial, in its clause, two words on at most: *pas nécessaire*, *not strictly
/// required*, *nicht erforderlich*, *keine Voraussetzung*.
fn asked_near(tokens: &Tokens, at: usize) -> bool {
    (at + 1..tokens.list.len().min(at + 3))
        .take_while(|&i| !ends_clause(tokens.list[i].gap))
        .any(|i| ASKED.contains(&tokens.word(i)))
}

fn ends_clause(gap: Gap) -> bool {
    matches!(gap, Gap::Border | Gap::Bracket)
}

/// Denies what follows, to the end of the clause. A comma ends it too, but between two finds that follow each other.
fn forward(tokens: &Tokens, at: usize, finds: &[(usize, usize)], denied: &mut [bool]) {
    let mut last_find = None;
    let mut left = REACH;
    let mut word = at + 1;
    while word < tokens.list.len() && left > 0 {
        let gap = tokens.list[word].gap;
        let find = finds.iter().position(|&(first, last)| (first..=last).contains(&word));
        let listed = find.is_some() && last_find == Some(word - 1);
        if ends_clause(gap) && !(gap == Gap::Bracket && listed) || gap == Gap::Comma && !listed {
            return;
        }
        if CLAUSE.contains(&tokens.word(word)) && find.is_none() {
            return;
        }
        match find {
            Some(find) => {
                let last = finds[find].1;
                // "Sans Java, Python exigé": the second is asked after all.
                let asked = gap == Gap::Comma && last + 1 < tokens.list.len() && ASKED.contains(&tokens.word(last + 1));
                if asked {
                    return;
                }
                denied[find] = true;
                last_find = Some(last);
                word = last + 1;
                left = REACH;
            }
            None => word += 1,
        }
        left -= 1;
    }
}

/// Denies what stands before, to the beginning of the clause.
fn backward(tokens: &Tokens, at: usize, finds: &[(usize, usize)], denied: &mut [bool]) {
    let mut word = at;
    for _ in 0..REACH {
        if ends_clause(tokens.list[word].gap) || word == 0 || tokens.list[word].gap == Gap::Comma {
            return;
        }
        word -= 1;
        if CLAUSE.contains(&tokens.word(word)) {
            return;
        }
        if let Some(find) = finds.iter().position(|&(first, last)| (first..=last).contains(&word)) {
            denied[find] = true;
        }
    }
}
