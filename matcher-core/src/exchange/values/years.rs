use super::decimal::{DecimalMark, read_decimal};
use super::plain::plain;
use crate::units::Years;

/// A length of experience: `2 ans`, `3 An(s)`, `6 Mois`, `3 Jahre`, `18 months`, `1,5 year`. Of a range the lower end
/// counts (`2 à 3 ans` is 2 years), since it is what is asked at least. What stands behind the unit is ignored. A bare
/// number has no unit and is `None`; so are texts without a number.
pub fn read_years(text: &str) -> Option<Years> {
    let folded = plain(text);
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let rest = &folded[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
    let first = read_decimal(rest[..end].trim_end_matches(['.', ',']), DecimalMark::Guess)?;
    let unit = unit(rest[end..].trim_start())?;
    Years::from_decimal(first * unit)
}

/// Years in one of the unit that the text begins with, the upper end of a range before it being skipped.
fn unit(text: &str) -> Option<f64> {
    let text = RANGE_MARKS.iter().find_map(|mark| text.strip_prefix(mark)).map_or(text, |upper| {
        upper.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.').trim_start()
    });
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    match word {
        "an" | "ans" | "annee" | "annees" | "jahr" | "jahre" | "jahren" | "year" | "years" | "y" | "yrs" => Some(1.0),
        "mois" | "monat" | "monate" | "monaten" | "month" | "months" => Some(1.0 / 12.0),
        "semaine" | "semaines" | "woche" | "wochen" | "week" | "weeks" => Some(1.0 / 52.0),
        _ => None,
    }
}

const RANGE_MARKS: [&str; 8] = ["a ", "-", "/", "ou ", "bis ", "to ", "et ", "und "];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_months_are_read_in_three_languages() {
        for (text, tenths) in [
            ("3 An(s)", 30),
            ("6 Mois", 5),
            ("2 ans", 20),
            ("3 Jahre", 30),
            ("mindestens 5 Jahren", 50),
            ("18 months", 15),
            ("1,5 an", 15),
            ("2 à 3 ans", 20),
            ("2-3 ans", 20),
            ("5/7 ans", 50),
            ("1 An(s) - sur poste similaire", 10),
            ("0 An(s)", 0),
        ] {
            assert_eq!(read_years(text).map(Years::tenths), Some(tenths), "{text}");
        }
        for text in ["", "Expérience exigée", "3", "200 ans", "ans"] {
            assert_eq!(read_years(text), None, "{text}");
        }
    }
}
