//! Readers of single values as people and job boards write them, in French, German and English.
//!
//! Each takes a text and gives a value of the model, or `None` where the text does not say one beyond doubt: the caller
//! then raises an [`Issue`](crate::Issue) and leaves the field unknown. No reader guesses, and none panics. All of them
//! run in time linear in the length of the text.

mod contract;
mod country;
mod day;
mod decimal;
mod education;
mod flag;
mod fluency;
mod hours;
mod language;
mod licence;
mod minutes;
mod mode;
mod pay;
mod pay_check;
mod plain;
mod years;

pub use contract::read_contract;
pub use country::read_country;
pub use day::{DayOrder, read_day};
pub use decimal::{DecimalMark, read_decimal};
pub use education::read_education;
pub use flag::read_flag;
pub use fluency::read_fluency;
pub use hours::read_hours;
pub use language::{read_language, read_language_claim};
pub use licence::read_licence;
pub use minutes::read_minutes;
pub use mode::read_mode;
pub use pay::{PayText, read_currency, read_pay, read_pay_period};
pub(in crate::exchange) use pay_check::spread_months;
pub use pay_check::{PayReading, check_pay};
pub(in crate::exchange) use plain::plain;
pub use years::read_years;

pub use crate::reading::contract_in_title;

#[cfg(test)]
mod never_panics;
