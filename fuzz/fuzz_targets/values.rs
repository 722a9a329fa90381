#![no_main]
//! The readers of single values; the first byte picks one. Where a reading has a written form of its own, reading that
//! gives the same value.

use libfuzzer_sys::fuzz_target;
use matcher_core::exchange::values::*;

fuzz_target!(|data: &[u8]| {
    let Some((&which, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    match which {
        b'a' => drop(read_contract(text)),
        b'b' => drop(contract_in_title(text)),
        b'c' => {
            if let Some(country) = read_country(text) {
                assert_eq!(read_country(country.code()), Some(country));
            }
        }
        b'd' => {
            for order in [DayOrder::Iso, DayOrder::Dmy, DayOrder::Mdy] {
                if let Some(day) = read_day(text, order) {
                    assert_eq!(read_day(&day.to_string(), order), Some(day), "{day}");
                }
            }
        }
        b'e' => {
            for mark in [DecimalMark::Comma, DecimalMark::Point, DecimalMark::Guess] {
                let Some(number) = read_decimal(text, mark) else { continue };
                assert!(number.is_finite());
            }
        }
        b'f' => drop(read_education(text)),
        b'g' => drop(read_flag(text)),
        b'h' => drop(read_fluency(text)),
        b'i' => {
            if let Some(hours) = read_hours(text) {
                let json = serde_json::to_string(&hours).expect("hours can be written");
                assert_eq!(serde_json::from_str::<matcher_core::units::HoursRange>(&json).ok(), Some(hours), "{json}");
            }
        }
        b'j' => drop(read_language(text)),
        b'k' => drop(read_language_claim(text)),
        b'l' => {
            if let Some(licence) = read_licence(text) {
                assert_eq!(read_licence(&licence), Some(licence.clone()), "a usual name is its own usual name");
            }
        }
        b'm' => drop(read_minutes(text)),
        b'n' => drop(read_mode(text)),
        b'o' => {
            let Some(pay) = read_pay(text) else { return };
            assert!(pay.low <= pay.high);
            if let PayReading::AsSaid(pay) | PayReading::BySize { pay, .. } = check_pay(&pay) {
                assert!(pay.min <= pay.max && pay.min.is_some());
            }
        }
        b'p' => drop(read_pay_period(text)),
        b'q' => {
            if let Some(currency) = read_currency(text) {
                assert_eq!(read_currency(currency.code()), Some(currency));
            }
        }
        b'r' => drop(read_years(text)),
        _ => {}
    }
});
