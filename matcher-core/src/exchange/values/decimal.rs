use serde::{Deserialize, Serialize};

/// What stands before the fraction in a written number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalMark {
    /// `1.234,5`: a comma, with points between thousands.
    Comma,
    /// `1,234.5`: a point, with commas between thousands.
    Point,
    /// Whichever the number shows by itself. Where both marks stand, the last is the decimal mark. One mark alone, once,
    /// before exactly three digits is taken for the thousands (`1.234` = `1,234` = 1234), before any other number of
    /// digits for the decimals.
    #[default]
    Guess,
}

/// A written number: digits, an optional sign, one decimal mark, and between thousands (groups of three only) spaces of
/// any width, apostrophes or the other mark. `None` for anything else, so also for a number with a unit.
pub fn read_decimal(text: &str, mark: DecimalMark) -> Option<f64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mark = match mark {
        DecimalMark::Comma => Some(','),
        DecimalMark::Point => Some('.'),
        DecimalMark::Guess => guess(digits),
    };
    let (whole, fraction) = match mark.and_then(|mark| digits.rsplit_once(mark)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if fraction.is_some_and(|f| f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let whole = join_thousands(whole, mark)?;
    let plain = format!("{whole}.{}", fraction.unwrap_or("0"));
    let value: f64 = plain.parse().ok()?;
    value.is_finite().then_some(if negative { -value } else { value })
}

/// The decimal mark of a number of which nothing is known.
fn guess(digits: &str) -> Option<char> {
    let last = digits.rfind([',', '.'])?;
    let mark = if digits.as_bytes()[last] == b',' { ',' } else { '.' };
    let other = if mark == ',' { '.' } else { ',' };
    let alone = !digits.contains(other);
    let count = digits.matches(mark).count();
    let behind = digits.len() - last - 1;
    // A leading zero or a long first group cannot be followed by a group of thousands.
    let could_be_thousands = behind == 3 && (1..=3).contains(&last) && !digits.starts_with('0');
    if count > 1 || (alone && could_be_thousands) { None } else { Some(mark) }
}

/// The digits without their thousands marks; `None` where the groups are not of three digits or the marks are mixed.
fn join_thousands(whole: &str, decimal: Option<char>) -> Option<String> {
    let mut out = String::with_capacity(whole.len());
    let mut separator = None;
    for (i, group) in whole.split(|c: char| !c.is_ascii_digit()).enumerate() {
        let good = if i == 0 { !group.is_empty() } else { group.len() == 3 };
        if !good {
            return None;
        }
        out.push_str(group);
    }
    for c in whole.chars().filter(|c| !c.is_ascii_digit()) {
        let known = matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}' | ',' | '.');
        if !known || Some(c) == decimal || *separator.get_or_insert(c) != c {
            return None;
        }
    }
    // A group of more than three digits before a separator, as in `1234.567`, is not a number written by anybody.
    if separator.is_some() && whole.find(|c: char| !c.is_ascii_digit()).is_some_and(|at| at > 3) {
        return None;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written_in_three_countries() {
        let read = |text| read_decimal(text, DecimalMark::Guess);
        for (text, value) in [
            ("35", 35.0),
            ("2145.0", 2145.0),
            ("1 234,50", 1234.5),
            ("1\u{202f}234", 1234.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234", 1234.0),
            ("0,125", 0.125),
            ("1'234'567.8", 1_234_567.8),
            ("-3,5", -3.5),
            ("12,50", 12.5),
            ("1.234.567", 1_234_567.0),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in ["", "-", ",", "1,", ",5", "12 34", "1.23.4", "12 EUR", "1e5", "NaN", "1,2.3,4", "1234.567,8"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_declared_mark_ends_the_doubt() {
        assert_eq!(read_decimal("1.234", DecimalMark::Point), Some(1.234));
        assert_eq!(read_decimal("1.234", DecimalMark::Comma), Some(1234.0));
        assert_eq!(read_decimal("1,234", DecimalMark::Comma), Some(1.234));
    }

    proptest::proptest! {
        #[test]
        fn a_number_reads_back_in_either_style(cents in 0u32..400_000_000) {
            let value = f64::from(cents) / 100.0;
            let plain = format!("{}.{:02}", cents / 100, cents % 100);
            proptest::prop_assert_eq!(read_decimal(&plain, DecimalMark::Guess), Some(value));
            proptest::prop_assert_eq!(read_decimal(&plain.replace('.', ","), DecimalMark::Comma), Some(value));
        }
    }
}
