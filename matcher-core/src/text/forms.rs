use super::fold;

/// The folded forms under which a label may be written: both genders, with and without the marks that announce them.
///
/// A pair (`Conducteur / Conductrice d'engins`, `Web-Designer/Web-Designerin`) gives both halves; a suffix
/// (`développeur·euse`, `développeur(se)`, `Entwickler/-in`, `Entwickler*in`, `EntwicklerIn`) gives the stem it hangs on;
/// notices such as `(H/F)` and `(m/w/d)` go. The first form is the plain folded text. Sorted otherwise, without doubles,
/// never empty unless the text has no word.
///
/// ```
/// let forms = matcher_core::text::forms("Conducteur / Conductrice d'engins (H/F)");
/// assert_eq!(forms, ["conducteur conductrice d engins", "conducteur d engins", "conductrice d engins"]);
/// ```
pub fn forms(text: &str) -> Vec<String> {
    let bare = without_suffixes(&without_notices(text));
    let whole = fold(&bare);
    let mut others = Vec::new();
    if let Some((left, right)) = bare.split_once('/')
        && !right.contains('/')
    {
        others = pair(&fold(left), &fold(right));
    }
    others.sort();
    others.dedup();
    others.retain(|form| *form != whole && !form.is_empty());
    let mut forms = Vec::with_capacity(others.len() + 1);
    if !whole.is_empty() {
        forms.push(whole);
    }
    forms.extend(others);
    forms
}

/// Both full labels of `left / right`, where the shorter side lacks the common tail; nothing where the two are no pair.
fn pair(left: &str, right: &str) -> Vec<String> {
    let (l, r): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
    let common = l[0].chars().zip(r[0].chars()).take_while(|(a, b)| a == b).count();
    if common < 3 {
        return Vec::new();
    }
    let complete =
        |short: &[&str], long: &[&str]| [short, long.get(short.len()..).unwrap_or_default()].concat().join(" ");
    vec![complete(&l, &r), complete(&r, &l)]
}

/// Drops the notices that a job is open to everybody: letters and strokes in brackets, or `H/F` standing alone.
fn without_notices(text: &str) -> String {
    const NOTICES: [&str; 26] = [
        "h/f",
        "f/h",
        "m/f",
        "f/m",
        "h / f",
        "f / h",
        "h-f",
        "h/f/x",
        "f/h/x",
        "h/f/d",
        "m/w",
        "w/m",
        "m/w/d",
        "w/m/d",
        "d/m/w",
        "m/w/x",
        "m/f/d",
        "f/m/d",
        "m/f/x",
        "f/m/x",
        "d/w/m",
        "m/d/w",
        "x/f/m",
        "gn",
        "all genders",
        "m./w./d.",
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[']) {
        let after = &rest[open + 1..];
        match after.find([')', ']']) {
            Some(close) if NOTICES.contains(&after[..close].trim().to_lowercase().as_str()) => {
                out.push_str(&rest[..open]);
                out.push(' ');
                rest = &after[close + 1..];
            }
            _ => {
                out.push_str(&rest[..=open]);
                rest = after;
            }
        }
    }
    out.push_str(rest);
    let words = out
        .split_whitespace()
        .filter(|word| !NOTICES.contains(&word.trim_matches([',', '-', '–']).to_lowercase().as_str()));
    let kept: Vec<&str> = words.collect();
    let kept = kept.join(" ");
    // "H / F" at the end, written with blanks.
    let lower = kept.to_lowercase();
    match NOTICES.iter().find(|notice| notice.contains(' ') && lower.ends_with(&format!(" {notice}"))) {
        Some(notice) if lower.len() == kept.len() => {
            kept[..kept.len() - notice.len()].trim_end_matches([' ', '-', '–']).to_owned()
        }
        _ => kept,
    }
}

/// Cuts gender suffixes off the words they hang on: `·euse`, `(se)`, `/euse`, `/-in`, `*in`, `:in`, `_in`, `In`.
fn without_suffixes(text: &str) -> String {
    text.split(' ').map(without_suffix).collect::<Vec<_>>().join(" ")
}

fn without_suffix(word: &str) -> &str {
    // What may hang on a stem; longest first where one ends another.
    const SUFFIXES: [&str; 24] = [
        "trices", "trice", "euses", "euse", "innen", "in", "ères", "ère", "ières", "ière", "iennes", "ienne", "nnes",
        "nne", "ices", "ice", "ses", "se", "rices", "rice", "esse", "ne", "es", "e",
    ];
    if let Some(at) = word.find(['·', '(', '*', ':', '_', '/', '•', '.']).filter(|&at| at >= 3) {
        let mark = word[at..].chars().next().map_or(1, char::len_utf8);
        let suffix = word[at + mark..].trim_start_matches('-').trim_end_matches([')', ',', ';']).to_lowercase();
        let suffix = suffix.trim_end_matches(['·', '.', '•']).trim_end_matches("·s");
        if SUFFIXES.contains(&suffix) {
            return &word[..at];
        }
    }
    for binnen in ["Innen", "In"] {
        if let Some(stem) = word.strip_suffix(binnen)
            && stem.len() > 3
            && stem.ends_with(|c: char| c.is_lowercase())
        {
            return stem;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suffix_gives_the_stem_it_hangs_on() {
        for text in [
            "développeur·euse web",
            "développeur(se) web",
            "développeur/euse web",
            "Développeur web (H/F)",
            "développeur.euse web",
        ] {
            assert_eq!(forms(text), ["developpeur web"], "{text}");
        }
        for text in [
            "Softwareentwickler/in",
            "Softwareentwickler/-in",
            "Softwareentwickler*in",
            "SoftwareentwicklerIn (m/w/d)",
            "Softwareentwickler:in",
        ] {
            assert_eq!(forms(text), ["softwareentwickler"], "{text}");
        }
    }

    #[test]
    fn a_pair_gives_both_halves() {
        assert_eq!(forms("Web-Designer/Web-Designerin")[1..], ["web designer", "web designerin"]);
        assert_eq!(
            forms("directeur technique/directrice technique")[1..],
            ["directeur technique", "directrice technique"]
        );
        assert_eq!(
            forms("Technicien supérieur / Technicienne supérieure en qualité")[1..],
            ["technicien superieur en qualite", "technicienne superieure en qualite"]
        );
    }

    #[test]
    fn what_is_no_pair_stays_whole() {
        assert_eq!(forms("C/C++"), ["c c++"]);
        assert_eq!(forms("TCP/IP"), ["tcp ip"]);
        assert_eq!(forms("Node.js"), ["node js"]);
        assert_eq!(forms("Data analyst - H / F"), ["data analyst"]);
        assert!(forms(" / ").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_form_if_it_has_a_word(text: String) {
            let all = forms(&text);
            for form in &all {
                proptest::prop_assert_eq!(&fold(form), form);
            }
        }
    }
}
