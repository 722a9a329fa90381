use super::decimal::{DecimalMark, read_decimal};
use super::plain::plain;
use crate::units::{HoursPerWeek, HoursRange};

/// Working time a week: `35H/semaine`, `37H30`, `24 heures`, `38,5 Stunden/Woche`, `20-25 h`, `151,67 h par mois`. A
/// time a month is carried to the week (12 months have 52 weeks). A bare number is taken for hours; a text without a
/// number (`Temps plein`), a time a day or a number outside 0 to 80 hours a week is `None`.
pub fn read_hours(text: &str) -> Option<HoursRange> {
    let folded = plain(text);
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let (first, rest) = amount(&folded[start..])?;
    let (second, rest) = match rest.trim_start().strip_prefix(['-', 'a']).and_then(|r| amount(r.trim_start())) {
        Some((second, rest)) => (second, rest),
        None => (first, rest),
    };
    let tail = rest.trim_start();
    let scale = if tail.is_empty() || first_is_hours(&folded[start..], tail) { span(tail)? } else { return None };
    let (min, max) = (HoursPerWeek::from_decimal(first * scale)?, HoursPerWeek::from_decimal(second * scale)?);
    Some(HoursRange { min: min.min(max), max: max.max(min) })
}

/// Whether the numbers are followed by a word for hours, or by nothing that could be another unit.
fn first_is_hours(from_number: &str, tail: &str) -> bool {
    let numbers = from_number.strip_suffix(tail).unwrap_or(from_number);
    numbers.contains('h') || numbers.contains("std") || tail.starts_with(['/', '-', ';', ',', '('])
}

/// A number and the word for hours behind it, `37h30` being 37 and a half; and what follows.
fn amount(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches(['.', ',']);
    let value = read_decimal(number, DecimalMark::Guess)?;
    let rest = text[number.len()..].trim_start();
    let word = ["heures", "heure", "hrs", "hours", "hour", "h", "stunden", "std."];
    let Some(rest) = word.iter().find_map(|word| strip_word(rest, word)) else { return Some((value, rest)) };
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    match rest[..digits].parse::<u8>() {
        Ok(minutes) if digits == 2 && minutes < 60 && value == value.trunc() => {
            Some((value + f64::from(minutes) / 60.0, &rest[digits..]))
        }
        _ => Some((value, rest)),
    }
}

/// `text` without the word, where the word ends there.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic))
}

/// Weeks in one of the span that the text names; a week where it names none.
fn span(tail: &str) -> Option<f64> {
    let has = |names: &[&str]| names.iter().any(|name| tail.split(|c: char| !c.is_alphabetic()).any(|w| w == *name));
    if has(&["mois", "mensuel", "mensuelles", "monat", "month"]) {
        Some(12.0 / 52.0)
    } else if has(&["jour", "tag", "day", "jours"]) {
        None
    } else {
        Some(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekly_hours_are_read_as_they_are_written() {
        for (text, min, max) in [
            ("35H/semaine\nTravail en journée", 350, 350),
            ("37H30/semaine", 375, 375),
            ("38H44/semaine", 387, 387),
            ("temps partiel - 24H Autre", 240, 240),
            ("temps partiel - 3H45 Autre", 38, 38),
            ("24 heures", 240, 240),
            ("38,5 Stunden/Woche", 385, 385),
            ("20-25 h", 200, 250),
            ("20h à 25h", 200, 250),
            ("151,67 h par mois", 350, 350),
            ("35", 350, 350),
        ] {
            let read = read_hours(text).map(|range| (range.min.tenths(), range.max.tenths()));
            assert_eq!(read, Some((min, max)), "{text}");
        }
        for text in ["", "Temps plein", "\nTravail en journée", "7 h par jour", "200 h", "3 jours"] {
            assert_eq!(read_hours(text), None, "{text}");
        }
    }
}
