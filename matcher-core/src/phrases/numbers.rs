use crate::model::Language;
use crate::units::Day;

/// How a language writes numbers.
pub(super) struct Style {
    comma: char,
    thousands: char,
    /// The sign of money and percent stands behind, after a space that does not break.
    sign_behind: bool,
    /// Nought and everything below two is singular, not only one.
    small_is_one: bool,
}

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

impl Style {
    pub(super) fn of(language: Language) -> Style {
        match language {
            Language::FR | Language::LB => {
                Style { comma: ',', thousands: NARROW_NO_BREAK, sign_behind: true, small_is_one: true }
            }
            Language::DE => Style { comma: ',', thousands: '.', sign_behind: true, small_is_one: false },
            _ => Style { comma: '.', thousands: ',', sign_behind: false, small_is_one: false },
        }
    }

    /// A number of units of 10⁻ᵈ, with d decimals.
    pub(super) fn decimal(&self, units: i64, decimals: u32) -> String {
        let sign = if units < 0 { "−" } else { "" };
        let digits = format!("{:0>1$}", units.unsigned_abs(), decimals as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals as usize);
        let whole = self.grouped(whole);
        if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}{}{part}", self.comma) }
    }

    /// A number in tenths, without a decimal where it is whole.
    pub(super) fn tenths(&self, tenths: i64) -> String {
        if tenths % 10 == 0 { self.decimal(tenths / 10, 0) } else { self.decimal(tenths, 1) }
    }

    pub(super) fn euro(&self, euro: u32) -> String {
        let amount = self.decimal(i64::from(euro), 0);
        if self.sign_behind { format!("{amount}{NO_BREAK}€") } else { format!("€{amount}") }
    }

    pub(super) fn percent(&self, percent: u8) -> String {
        if self.sign_behind { format!("{percent}{NO_BREAK}%") } else { format!("{percent}%") }
    }

    /// Whether a number of tenths takes the singular.
    pub(super) fn is_one(&self, tenths: i64) -> bool {
        let tenths = tenths.abs();
        if self.small_is_one { tenths < 20 } else { tenths == 10 }
    }

    fn grouped(&self, digits: &str) -> String {
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push(self.thousands);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// A day by the pattern of a language: `{day}.{month}.{year}`.
pub(super) fn day(day: Day, pattern: &str) -> String {
    let iso = day.to_string();
    let mut parts = iso.rsplitn(3, '-');
    let mut next = || parts.next().unwrap_or_default();
    let (day, month, year) = (next(), next(), next());
    pattern.replace("{day}", day).replace("{month}", month).replace("{year}", year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_numbers_its_own_way() {
        let [en, fr, de] = [Language::EN, Language::FR, Language::DE].map(Style::of);
        assert_eq!([en.euro(1234), fr.euro(1234), de.euro(1234)], ["€1,234", "1\u{202f}234\u{a0}€", "1.234\u{a0}€"]);
        assert_eq!([en.tenths(93), fr.tenths(93), de.tenths(350)], ["9.3", "9,3", "35"]);
        assert_eq!([en.percent(85), fr.percent(85)], ["85%", "85\u{a0}%"]);
        assert_eq!([en.decimal(5, 2), en.decimal(-1_234_567, 1), en.decimal(0, 0)], ["0.05", "−123,456.7", "0"]);
    }

    #[test]
    fn half_a_year_is_singular_in_french_alone() {
        let one = |language| [0, 5, 10, 15, 20].map(|tenths| Style::of(language).is_one(tenths));
        assert_eq!(one(Language::FR), [true, true, true, true, false]);
        assert_eq!(one(Language::EN), [false, false, true, false, false]);
    }

    #[test]
    fn a_day_follows_the_pattern() {
        let first: Day = "2027-03-01".parse().unwrap();
        assert_eq!(day(first, "{day}/{month}/{year}"), "01/03/2027");
    }
}
