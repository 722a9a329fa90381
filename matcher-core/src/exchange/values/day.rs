use serde::{Deserialize, Serialize};

use super::plain::{plain, words};
use crate::units::Day;

/// In which order a date of three numbers is written. `2027-03-01` and dates with a month's name are read in every order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// Year first (ISO 8601) only; `01/03/2027` is not understood.
    #[default]
    Iso,
    /// Day first: `01/03/2027`, `1.3.2027` and `01-03-2027` are the first of March.
    Dmy,
    /// Month first: `03/01/2027` is the first of March.
    Mdy,
}

/// A calendar day; what stands behind it as a time of day is dropped. A year needs four digits. `None` where the text is
/// no day or there is no such day.
pub fn read_day(text: &str, order: DayOrder) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Day>() {
        return Some(day);
    }
    numbers(text, order).or_else(|| with_month_name(text))
}

fn numbers(text: &str, order: DayOrder) -> Option<Day> {
    let date = text.split([' ', 'T']).next()?;
    let mut parts = date.split(['/', '.', '-']);
    let (a, b, year) = (small(parts.next()?)?, small(parts.next()?)?, year(parts.next()?)?);
    if parts.next().is_some() {
        return None;
    }
    match order {
        DayOrder::Iso => None,
        DayOrder::Dmy => Day::from_ymd(year, b, a),
        DayOrder::Mdy => Day::from_ymd(year, a, b),
    }
}

/// `1er mars 2027`, `1. März 2027`, `1 March 2027`.
fn with_month_name(text: &str) -> Option<Day> {
    let folded = plain(text);
    let mut words = words(&folded);
    let day = small(words.next()?.trim_end_matches("er"))?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|names| names.contains(&name))? as i8 + 1;
    let year = year(words.next()?)?;
    if words.next().is_some() { None } else { Day::from_ymd(year, month, day) }
}

fn small(text: &str) -> Option<i8> {
    (matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Names in French, German and English, folded.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "januar", "january", "janner"],
    &["fevrier", "februar", "february"],
    &["mars", "marz", "march"],
    &["avril", "april"],
    &["mai", "may"],
    &["juin", "juni", "june"],
    &["juillet", "juli", "july"],
    &["aout", "august"],
    &["septembre", "september"],
    &["octobre", "oktober", "october"],
    &["novembre", "november"],
    &["decembre", "dezember", "december"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_day_is_written_in_many_ways() {
        let day = Day::from_ymd(2027, 3, 1);
        for text in ["2027-03-01", "2027-03-01T08:00:00Z", "01/03/2027", "1.3.2027", "01-03-2027 08:00"] {
            assert_eq!(read_day(text, DayOrder::Dmy), day, "{text}");
        }
        for text in ["1er mars 2027", "1. März 2027", "1 March 2027"] {
            assert_eq!(read_day(text, DayOrder::Iso), day, "{text}");
        }
        assert_eq!(read_day("03/01/2027", DayOrder::Mdy), day);
    }

    #[test]
    fn what_is_no_day_or_in_doubt_is_refused() {
        for text in ["", "01/03/27", "31/02/2027", "01/13/2027", "demain", "1/2/2027/4", "2027", "+1/2/2027"] {
            assert_eq!(read_day(text, DayOrder::Dmy), None, "{text}");
        }
        assert_eq!(read_day("01/03/2027", DayOrder::Iso), None);
    }

    proptest::proptest! {
        #[test]
        fn a_day_written_day_first_reads_back(number in -140_000i32..140_000) {
            let day = Day::from_number(number);
            let iso = day.to_string();
            let (year, rest) = iso.split_once('-').unwrap();
            let (month, dom) = rest.split_once('-').unwrap();
            for mark in ["/", ".", "-"] {
                let text = format!("{dom}{mark}{month}{mark}{year}");
                proptest::prop_assert_eq!(read_day(&text, DayOrder::Dmy), Some(day));
            }
        }
    }
}
