use super::plain::{plain, words};

/// A licence or permit under its usual name: `B` for `permis B`, `B - Véhicule léger`, `Führerschein Klasse B`, `driving
/// licence B`; `CACES-R489-3` for `CACES R489 catégorie 3`; `H0B0` and the like for electrical authorisations. `None`
/// where the text is none of these; a German class 3 or an old French `E(B)` is not translated.
pub fn read_licence(text: &str) -> Option<String> {
    let folded = plain(text);
    let words: Vec<&str> = words(&folded).collect();
    caces(&words).or_else(|| electrical(&folded)).or_else(|| driving(&words))
}

/// Classes of the European driving licence (directive 2006/126/EC).
const CLASSES: [&str; 15] = ["am", "a1", "a2", "a", "b1", "b", "be", "c1", "c1e", "c", "ce", "d1", "d1e", "d", "de"];

/// A class alone, before its description (`B - Véhicule léger`), or behind a word for licence.
fn driving(words: &[&str]) -> Option<String> {
    let class = |word: &&str| CLASSES.contains(word);
    let announced = words.iter().position(|word| ANNOUNCED.contains(word));
    let found = match (announced, words.first().filter(|word| class(word))) {
        // `de` is a French word as well as a class: behind "permis" it counts only where it ends the text.
        (Some(at), _) => {
            words[at + 1..].iter().find(|word| class(word) && (**word != "de" || words.last() == Some(word)))
        }
        (None, Some(first)) if words.len() == 1 || DESCRIPTIONS.contains(&words[1]) => Some(first),
        _ => None,
    };
    if found.is_none() && words == ["permis", "de", "conduire"] {
        return None;
    }
    found.map(|class| class.to_ascii_uppercase())
}

const ANNOUNCED: [&str; 10] = [
    "permis",
    "fuhrerschein",
    "fuhrerscheinklasse",
    "fahrerlaubnis",
    "klasse",
    "driving",
    "licence",
    "license",
    "category",
    "fs",
];

/// First words of the descriptions that job boards put behind a class.
const DESCRIPTIONS: [&str; 9] =
    ["vehicule", "vehicules", "transport", "poids", "moto", "motocyclette", "remorque", "cyclomoteur", "pkw"];

/// Recommendations of the French health insurance on machines: `CACES-R489`, with the category where it is said.
fn caces(words: &[&str]) -> Option<String> {
    if !words.iter().any(|word| word.starts_with("caces")) && words.first().is_none_or(|w| recommendation(w).is_none())
    {
        return None;
    }
    let (at, number) = words.iter().enumerate().find_map(|(i, word)| Some((i, recommendation(word)?)))?;
    let category = words[at + 1..].iter().find_map(|word| {
        let word = word.strip_prefix("cat").unwrap_or(word);
        let mut chars = word.chars();
        let digit = chars.next()?.is_ascii_digit();
        (digit && word.len() <= 2 && chars.all(|c| c.is_ascii_alphanumeric())).then(|| word.to_ascii_uppercase())
    });
    Some(match category {
        Some(category) => format!("CACES-R{number}-{category}"),
        None => format!("CACES-R{number}"),
    })
}

fn recommendation(word: &str) -> Option<&str> {
    word.strip_prefix('r').filter(|number| number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Authorisations of NF C 18-510, written with or without a stroke: `H0/B0`, `BR`, `B2V`, `H1V`.
fn electrical(folded: &str) -> Option<String> {
    let rest = folded.strip_prefix("habilitation electrique").unwrap_or(folded).trim();
    let code: String = rest.chars().filter(|c| !matches!(c, ' ' | '/' | '-')).collect();
    ELECTRICAL.contains(&code.as_str()).then(|| code.to_ascii_uppercase())
}

const ELECTRICAL: [&str; 14] =
    ["h0b0", "b0h0", "b0", "h0", "bs", "br", "bc", "b1v", "b2", "b2v", "h1", "h1v", "h2", "h2v"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_get_their_usual_name() {
        for (text, name) in [
            ("permis B", "B"),
            ("Permis de conduire B", "B"),
            ("B - Véhicule léger", "B"),
            ("DE - Transport de personnes + remorque (= ED)", "DE"),
            ("D - Transport de personnes", "D"),
            ("Führerschein Klasse B", "B"),
            ("driving licence CE", "CE"),
            ("b", "B"),
            ("CACES R489 cat. 3", "CACES-R489-3"),
            ("R489 1B", "CACES-R489-1B"),
            ("CACES R486", "CACES-R486"),
            ("CACES-R489-3", "CACES-R489-3"),
            ("habilitation électrique H0/B0", "H0B0"),
            ("BR", "BR"),
        ] {
            assert_eq!(read_licence(text).as_deref(), Some(name), "{text}");
        }
        for text in ["", "permis de conduire", "permis de construire", "CACES", "a bientôt", "oui"] {
            assert_eq!(read_licence(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_that_was_read_reads_as_itself() {
        for name in CLASSES.iter().map(|c| c.to_ascii_uppercase()).chain(["CACES-R489-1B".into(), "H0B0".into()]) {
            assert_eq!(read_licence(&name), Some(name));
        }
    }
}
