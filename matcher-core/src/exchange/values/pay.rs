use super::decimal::{DecimalMark, read_decimal};
use super::plain::{plain, words};
use crate::model::PayPeriod;
use crate::units::{Cents, Currency};

/// What a salary text says, before anybody asks whether it can be true: see [`check_pay`](super::check_pay).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PayText {
    /// The lower amount, or the only one.
    pub low: Cents,
    /// The upper amount; the lower one again where there is one only.
    pub high: Cents,
    /// Where the text names one.
    pub period: Option<PayPeriod>,
    /// Where the text names one.
    pub currency: Option<Currency>,
    /// "sur 13 mois": how many times a year a month is paid, in tenths (130).
    pub months: Option<u16>,
}

/// A salary text: `Mensuel de 2145.0 Euros à 2500.0 Euros sur 12.0 mois`, `35-40 k€ par an`, `2 500 € brut/mois`, `12,50 €/h`,
/// `3.000 EUR pro Monat`. `None` where it has no amount, or more than two (which bound is meant would be a guess).
/// Amounts are in the text's currency; `k` behind a number means thousands, and counts for both ends of a range.
pub fn read_pay(text: &str) -> Option<PayText> {
    let folded = plain(text);
    let (folded, months) = take_months(&folded);
    let mut amounts = Vec::new();
    let mut rest = folded.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let attached = rest[..start].chars().next_back().is_some_and(char::is_alphabetic);
        let (amount, thousands, after) = amount(&rest[start..])?;
        rest = after;
        // A digit behind a letter belongs to a name: "CCN66", "B2".
        if !attached {
            amounts.push((amount, thousands));
        }
    }
    if amounts.is_empty() || amounts.len() > 2 {
        return None;
    }
    let any_thousands = amounts.iter().any(|&(_, thousands)| thousands);
    // In "35-40 k€" the k is said once for both; a number that already is in thousands does not take it.
    let scaled = |(amount, k): (f64, bool)| amount * if k || (any_thousands && amount < 1000.0) { 1000.0 } else { 1.0 };
    let cents: Vec<Cents> = amounts.iter().filter_map(|&pair| Cents::from_decimal(scaled(pair))).collect();
    if cents.len() != amounts.len() {
        return None;
    }
    let (a, b) = (cents[0], *cents.last()?);
    Some(PayText { low: a.min(b), high: a.max(b), period: period(&folded), currency: currency(&folded), months })
}

/// The number that the text begins with, whether a `k` follows, and the rest.
fn amount(text: &str) -> Option<(f64, bool, &str)> {
    let mut end = 0;
    let bytes = text.as_bytes();
    while end < bytes.len() {
        let digit_next = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        // A space or apostrophe belongs to the number where exactly three digits follow it.
        let group = matches!(bytes[end], b' ' | b'\'') && (1..=3).all(|i| digit_next(end + i)) && !digit_next(end + 4);
        if bytes[end].is_ascii_digit() || group || (matches!(bytes[end], b',' | b'.') && digit_next(end + 1)) {
            end += 1;
        } else {
            break;
        }
    }
    let value = read_decimal(&text[..end], DecimalMark::Guess)?;
    let rest = &text[end..];
    let tail = rest.trim_start();
    let thousands =
        tail.strip_prefix('k').filter(|t| !t.starts_with(|c: char| c.is_alphabetic()) || t.starts_with('e'));
    Some((value, thousands.is_some(), thousands.unwrap_or(rest)))
}

/// Cuts "sur 12.0 mois" out of the text, which is a number but not an amount.
fn take_months(folded: &str) -> (String, Option<u16>) {
    let found = folded.find("sur ").and_then(|at| {
        let rest = &folded[at + 4..];
        let end = rest.find(" mois")?;
        let months = read_decimal(&rest[..end], DecimalMark::Point).filter(|m| (0.0..100.0).contains(m))?;
        let kept = format!("{}{}", &folded[..at], &rest[end + 5..]);
        Some((kept, (months * 10.0).round() as u16))
    });
    found.map_or_else(|| (folded.to_owned(), None), |(kept, months)| (kept, Some(months)))
}

/// What a pay is counted for, in words: `brut/mois`, `pro Stunde`, `annuel`, `month`. The first of several counts.
pub fn read_pay_period(text: &str) -> Option<PayPeriod> {
    period(&plain(text))
}

/// A currency: `€`, `Euros`, `Franken`, or a code of three letters that stands alone.
pub fn read_currency(text: &str) -> Option<Currency> {
    currency(&plain(text)).or_else(|| text.parse().ok())
}

fn period(folded: &str) -> Option<PayPeriod> {
    words(folded).find_map(|word| match word {
        "h" | "heure" | "horaire" | "stunde" | "stundenlohn" | "hour" | "hourly" | "std" => Some(PayPeriod::Hour),
        "jour" | "tag" | "tagessatz" | "day" | "daily" | "tjm" => Some(PayPeriod::Day),
        "semaine" | "hebdomadaire" | "woche" | "week" | "weekly" => Some(PayPeriod::Week),
        "mois" | "mensuel" | "mensuels" | "monat" | "monatlich" | "month" | "monthly" => Some(PayPeriod::Month),
        "an" | "annuel" | "annuels" | "annee" | "jahr" | "jahrlich" | "year" | "yearly" | "annual" => {
            Some(PayPeriod::Year)
        }
        _ => None,
    })
}

fn currency(folded: &str) -> Option<Currency> {
    let code = |word: &str| match word {
        "eur" | "euro" | "euros" => Some(Currency::EUR),
        "chf" | "sfr" | "franken" => Some(Currency::CHF),
        _ => None,
    };
    let euro = folded.contains('€').then_some(Currency::EUR);
    euro.or_else(|| words(folded).find_map(|word| code(word.trim_start_matches(|c: char| c.is_ascii_digit()))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use PayPeriod::*;

    #[test]
    fn salary_texts_are_read() {
        for (text, low, high, period) in [
            ("Mensuel de 2145.0 Euros à 2500.0 Euros sur 12.0 mois", 2145, 2500, Some(Month)),
            ("Annuel de 48000.0 Euros à 58000.0 Euros", 48_000, 58_000, Some(Year)),
            ("Horaire de 12.00 Euros", 12, 12, Some(Hour)),
            ("35-40 k€ par an", 35_000, 40_000, Some(Year)),
            ("50/70 Ke selon profil", 50_000, 70_000, None),
            ("2 500 € brut/mois", 2500, 2500, Some(Month)),
            ("3.000 EUR pro Monat", 3000, 3000, Some(Month)),
            ("à partir de 24600€/an", 24_600, 24_600, Some(Year)),
            ("de 40 000 à 35 000 €", 35_000, 40_000, None),
            ("6'200 CHF im Monat", 6200, 6200, Some(Month)),
        ] {
            let read = read_pay(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.low.rounded(), read.high.rounded(), read.period), (low, high, period), "{text}");
        }
        assert_eq!(read_pay("12,50 €/h").unwrap().low, Cents(1250));
        assert_eq!(read_pay("Mensuel de 2000.0 Euros sur 13.0 mois").unwrap().months, Some(130));
        assert_eq!(read_pay("CHF 6000").unwrap().currency, Some(Currency::CHF));
        for text in ["", "Selon profil", "selon CCN66", "SMIC", "1500 à 2000 ou 2500 €"] {
            assert!(read_pay(text).is_none(), "{text}");
        }
    }
}
