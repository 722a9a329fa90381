//! Notices that a job is open to everybody, and degrees that it asks.

use crate::text::fold;

/// Degrees and schools that stand in brackets behind a title: they say what a job asks, not what it is.
const DEGREES: [&str; 19] = [
    "di",
    "ing",
    "dipl",
    "fh",
    "mag",
    "dr",
    "bsc",
    "msc",
    "bachelor",
    "master",
    "phd",
    "cap",
    "bep",
    "bts",
    "dut",
    "but",
    "deust",
    "mit lehrabschluss",
    "meister",
];

/// Letters that stand for a gender, or for all.
const LETTERS: [&str; 8] = ["h", "f", "m", "w", "d", "x", "i", "n"];

/// Whether the text of a bracket is a notice: `h/f/x`, `m./w.`, `all genders`; or degrees alone.
fn is_notice(inside: &str, known: &[&str]) -> bool {
    if known.contains(&inside.to_lowercase().as_str()) {
        return true;
    }
    let folded = fold(inside);
    let words: Vec<&str> = folded.split(' ').collect();
    let letters = words.len() > 1 && words.iter().all(|word| LETTERS.contains(word)) && !inside.contains('+');
    letters || DEGREES.contains(&&*folded) || !folded.is_empty() && words.iter().all(|word| DEGREES.contains(word))
}

/// Drops the notices that a job is open to everybody, letters and strokes in brackets or `H/F` standing alone, and degrees in
/// brackets.
pub(super) fn without(text: &str) -> String {
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
            Some(close) if is_notice(after[..close].trim(), &NOTICES) => {
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

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn notices_and_degrees_in_brackets_go_and_other_brackets_stay() {
        for text in [
            "Koch (m./w.)",
            "Koch (w, m, d)",
            "Koch (Ing)",
            "Koch (DI) (m./w.)",
            "Koch (Dipl.-Ing. FH)",
            "Koch [h/f/x]",
        ] {
            assert_eq!(without(text), "Koch", "{text}");
        }
        for text in ["Koch (Hotel)", "Entwickler (C, D)", "Offizier (Master Mariner)", "Koch ()", "Elektriker (M)"] {
            assert_eq!(without(text), text);
        }
    }
}
