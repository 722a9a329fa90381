use super::decimal::{DecimalMark, read_decimal};
use super::plain::plain;
use crate::units::Minutes;

/// A travelling time: `45 min`, `45 Minuten`, `1 h`, `1h15`, `1,5 Stunden`. A bare number has no unit and is `None`.
pub fn read_minutes(text: &str) -> Option<Minutes> {
    let folded = plain(text);
    let end = folded.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')?;
    let value = read_decimal(&folded[..end], DecimalMark::Guess)?;
    let rest = folded[end..].trim_start();
    let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (unit, tail) = (&rest[..letters], rest[letters..].trim_matches(['.', ' ']));
    let minutes = match unit {
        "min" | "mn" | "minute" | "minutes" | "minuten" if tail.is_empty() => value,
        "h" | "heure" | "heures" | "stunde" | "stunden" | "std" | "hour" | "hours" => {
            let more = tail.trim_end_matches("min").trim_end();
            let more: u8 = if more.is_empty() { 0 } else { more.parse().ok().filter(|&minutes| minutes < 60)? };
            value * 60.0 + f64::from(more)
        }
        _ => return None,
    };
    (0.0..=6553.0).contains(&minutes).then(|| Minutes::from_tenths((minutes * 10.0).round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn travelling_times_are_read_in_minutes_and_hours() {
        for (text, minutes) in [("45 min", 45), ("45 Minuten", 45), ("1 h", 60), ("1h15", 75), ("1,5 Stunden", 90)] {
            assert_eq!(read_minutes(text), Some(Minutes::new(minutes)), "{text}");
        }
        for text in ["", "45", "1h75", "45 km", "minutes", "9999999 h"] {
            assert_eq!(read_minutes(text), None, "{text}");
        }
    }
}
