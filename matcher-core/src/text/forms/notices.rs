//! Notices that a job is open to everybody.

/// Drops the notices that a job is open to everybody: letters and strokes in brackets, or `H/F` standing alone.
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
