use serde::Serialize;
use serde_json::{Value, json};

use super::rule::Unit;
use super::target::Read;
use crate::exchange::values::{self, DayOrder, DecimalMark};
use crate::model::PayPeriod;
use crate::units::{Cents, Eqf, HoursPerWeek, Level, Minutes, Years};

/// How a partner writes dates and numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    pub(super) date: DayOrder,
    pub(super) decimal: DecimalMark,
}

impl Style {
    /// Of a text, a number, or true and false, the value of our own JSON; `None` where it is not understood.
    pub(super) fn convert(self, read: Read, value: &Value, unit: Option<Unit>) -> Option<Value> {
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(_) | Value::Bool(_) => value.to_string(),
            _ => return None,
        };
        if text.is_empty() {
            return None;
        }
        let text = text.as_str();
        // A number of JSON is not written in anybody's style.
        let number = || value.as_f64().or_else(|| values::read_decimal(text, self.decimal));
        let scaled = || Some(number()? * unit.map_or(Some(1.0), |unit| read.scale(unit))?);
        match read {
            Read::Text => Some(json!(text)),
            Read::Title => Some(json!({"title": text})),
            Read::Place => Some(json!({"text": text})),
            Read::Day => written(values::read_day(text, self.date)),
            Read::Years => written(scaled().and_then(Years::from_decimal).or_else(|| values::read_years(text))),
            Read::Hours => match number() {
                Some(hours) => HoursPerWeek::from_decimal(hours).map(|hours| json!({"min": hours, "max": hours})),
                None => written(values::read_hours(text)),
            },
            Read::HoursNumber => {
                let hours = number().and_then(HoursPerWeek::from_decimal);
                written(hours.or_else(|| values::read_hours(text).map(|range| range.min)))
            }
            Read::Minutes => {
                let minutes = scaled().filter(|minutes| (0.0..=6553.0).contains(minutes));
                let minutes = minutes.map(|minutes| Minutes::from_tenths((minutes * 10.0).round() as u32));
                written(minutes.or_else(|| values::read_minutes(text)))
            }
            Read::Weeks => whole(scaled()?.ceil(), u16::MAX.into()),
            Read::Amount => {
                let bare = strip_currency(text);
                let amount = number().or_else(|| values::read_decimal(bare, self.decimal))?;
                written(Cents::from_decimal(amount * unit.map_or(Some(1.0), |unit| read.scale(unit))?))
            }
            Read::Pay => pay(text),
            Read::Period => written(values::read_pay_period(text)),
            Read::Currency => written(values::read_currency(text)),
            Read::Education => {
                let level =
                    number().filter(|n| *n == n.trunc() && (1.0..=8.0).contains(n)).and_then(|n| Eqf::new(n as u8));
                level.or_else(|| values::read_education(text)).map(|eqf| json!({"eqf": eqf}))
            }
            Read::Licence => written(values::read_licence(text)),
            Read::Contract => written(values::read_contract(text)),
            Read::Exclusion => Some(match values::read_contract(text) {
                Some(kind) => json!({"contract": kind}),
                None => json!({"text": text}),
            }),
            Read::Language => written(values::read_language_claim(text)),
            Read::LanguageName => written(values::read_language(text)),
            Read::Fluency => written(values::read_fluency(text)),
            Read::Level => written(number().filter(|n| (1.0..=4.0).contains(n)).and_then(|n| Level::new(n as u8))),
            Read::Flag => written(values::read_flag(text)),
            Read::Count => whole(number()?, u32::MAX),
            Read::DaysOfWeek => whole(number()?, 7),
            Read::Latitude => number().filter(|degrees| (-90.0..=90.0).contains(degrees)).map(|degrees| json!(degrees)),
            Read::Longitude => {
                number().filter(|degrees| (-180.0..=180.0).contains(degrees)).map(|degrees| json!(degrees))
            }
            Read::Mode => written(values::read_mode(text)),
            Read::Country => written(values::read_country(text)),
        }
    }
}

/// A value in the form of our own JSON.
fn written<T: Serialize>(value: Option<T>) -> Option<Value> {
    serde_json::to_value(value?).ok()
}

fn whole(number: f64, most: u32) -> Option<Value> {
    (number == number.trunc() && (0.0..=f64::from(most)).contains(&number)).then(|| json!(number as u32))
}

/// `2 500 €` without its currency.
fn strip_currency(text: &str) -> &str {
    let marks = ["€", "EUR", "Euros", "euros", "CHF"];
    let text = marks.iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(text);
    marks.iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text).trim()
}

/// Whatever of a salary the text says; what it does not say is left to the constants.
fn pay(text: &str) -> Option<Value> {
    let read = values::spread_months(&values::read_pay(text)?)?;
    let mut pay = json!({"min": read.low, "max": read.high});
    if let Some(period) = read.period {
        pay["period"] = json!(period);
    }
    if let Some(currency) = read.currency {
        pay["currency"] = json!(currency);
    }
    Some(pay)
}

/// The period's name in our own JSON.
pub(super) fn period_name(period: PayPeriod) -> String {
    json!(period).as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: Style = Style { date: DayOrder::Dmy, decimal: DecimalMark::Comma };

    #[test]
    fn one_value_of_each_kind_is_read() {
        for (read, value, unit, wanted) in [
            (Read::Text, json!(57_000), None, json!("57000")),
            (Read::Day, json!("1.3.2027"), None, json!("2027-03-01")),
            (Read::Years, json!("18"), Some(Unit::Months), json!(1.5)),
            (Read::Years, json!("2 ans"), None, json!(2)),
            (Read::Hours, json!("38,5"), None, json!({"min": 38.5, "max": 38.5})),
            (Read::Minutes, json!("1,5"), Some(Unit::Hours), json!(90)),
            (Read::Minutes, json!("45 min"), None, json!(45)),
            (Read::Weeks, json!(11), Some(Unit::Days), json!(3)),
            (Read::Amount, json!("2.500,50 €"), None, json!(2500.5)),
            (Read::Amount, json!(2.5), Some(Unit::Thousands), json!(2500)),
            (Read::Education, json!("bac+2"), None, json!({"eqf": 5})),
            (Read::Education, json!(7), None, json!({"eqf": 7})),
            (Read::Licence, json!("permis B"), None, json!("B")),
            (Read::Exclusion, json!("intérim"), None, json!({"contract": "temporary"})),
            (Read::Exclusion, json!("travail de nuit"), None, json!({"text": "travail de nuit"})),
            (Read::Language, json!("Deutsch (B1)"), None, json!({"language": "de", "level": "B1"})),
            (Read::Flag, json!("nein"), None, json!(false)),
            (
                Read::Pay,
                json!("2.800-3.200 € pro Monat"),
                None,
                json!({"min": 2800, "max": 3200, "period": "month", "currency": "EUR"}),
            ),
        ] {
            assert_eq!(GERMAN.convert(read, &value, unit).as_ref(), Some(&wanted), "{read:?} {value}");
        }
    }

    #[test]
    fn what_is_out_of_range_is_not_understood() {
        for (read, value) in [
            (Read::Education, json!(9)),
            (Read::Level, json!(0)),
            (Read::DaysOfWeek, json!(8)),
            (Read::Count, json!(1.5)),
            (Read::Latitude, json!(91)),
            (Read::Years, json!(200)),
            (Read::Amount, json!(-1)),
            (Read::Day, json!("2027")),
            (Read::Text, json!({})),
        ] {
            assert_eq!(GERMAN.convert(read, &value, None), None, "{read:?} {value}");
        }
    }
}
