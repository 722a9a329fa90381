//! Gender marks and reference numbers.

use super::super::words::{Word, words};

/// Letters that stand for genders in `H/F`, `m/w/d`, `F/H/X`.
const GENDERS: &[&str] = &["h", "f", "m", "w", "d", "x", "nb", "i", "gn"];

/// Words that announce a reference number.
const ANNOUNCE: &[&str] =
    &["ref", "reference", "references", "kennziffer", "referenznummer", "stellennummer", "req", "jobid", "refnr"];

/// The title with gender marks and reference numbers cut out; a bar stands in their place.
pub(super) fn without(title: &str) -> String {
    let all = words(title);
    let (mut out, mut from, mut i) = (String::with_capacity(title.len()), 0, 0);
    while i < all.len() {
        match run_of_genders(title, &all, i).or_else(|| reference(title, &all, i)) {
            Some(end) => {
                out.push_str(&title[from..all[i].at.start]);
                out.push_str(" | ");
                from = all[end - 1].at.end;
                i = end;
            }
            None => i += 1,
        }
    }
    out.push_str(&title[from..]);
    ["all genders", "alle Geschlechter", "tous genres"].iter().fold(out, |out, words| out.replace(words, " | "))
}

/// The end of the reference number that begins at this word: behind a word that announces it, with `#`, or with five digits.
fn reference(title: &str, all: &[Word], from: usize) -> Option<usize> {
    let word = all[from].folded.as_str();
    let mut end = from;
    if ANNOUNCE.contains(&word) {
        end += 1;
        if !all.get(end).is_some_and(|next| has_digits(next, 1) || next.folded.len() <= 4) {
            return None;
        }
    } else if !has_digits(&all[from], if word.starts_with('#') { 1 } else { 5 }) {
        return None;
    }
    // A number in parts: `AB-20391`, `2024-118`.
    end += 1;
    while let Some(next) = all.get(end) {
        let joined = matches!(&title[all[end - 1].at.end..next.at.start], "-" | "_" | "/" | ".");
        if !(joined && has_digits(next, 1)) {
            break;
        }
        end += 1;
    }
    Some(end)
}

fn has_digits(word: &Word, least: usize) -> bool {
    word.folded.bytes().filter(u8::is_ascii_digit).count() >= least
}

/// The end of the run of gender letters that begins at this word: two or more of them, parted by strokes, dots, bars or
/// hyphens; or `HF` and `FH`, in capitals as they stand.
fn run_of_genders(title: &str, all: &[Word], from: usize) -> Option<usize> {
    let word = &all[from];
    if ["HF", "FH"].contains(&&title[word.at.clone()]) && from > 0 {
        return Some(from + 1);
    }
    let mut end = from;
    while end < all.len() && GENDERS.contains(&all[end].folded.as_str()) {
        let between = if end == from { "/" } else { title[all[end - 1].at.end..all[end].at.start].trim() };
        if !matches!(between, "/" | "-" | "|" | "." | "./" | "," | "\\" | "*" | ":") {
            break;
        }
        end += 1;
    }
    (end > from + 1).then_some(end)
}
