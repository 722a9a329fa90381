use super::reading::Reading;
use crate::exchange::values::{PayReading, check_pay, read_pay};
use crate::model::{Pay, PayPeriod};

/// The pay that the salary's text says, or else its comment; see [`check_pay`] for what is believed.
pub(super) fn pay(reading: &mut Reading<'_>) -> Option<Pay> {
    const TEXT: &str = "/salaire/libelle";
    const COMMENT: &str = "/salaire/commentaire";
    let (pointer, text) = match (reading.text(TEXT), reading.text(COMMENT)) {
        (Some(text), _) => (TEXT, text),
        (None, Some(comment)) => (COMMENT, comment),
        (None, None) => return None,
    };
    // A remark in words has other numbers too ("CCN 65", "du 15 mars 1966"): without a currency they are no pay.
    let believed = read_pay(text).filter(|read| pointer == TEXT || read.currency.is_some());
    let Some(read) = believed else {
        reading.note(
            "offer.pay-in-words",
            pointer,
            format!("“{text}” gives no amount"),
            "State an amount and a period.",
        );
        return None;
    };
    match check_pay(&read) {
        PayReading::AsSaid(pay) => {
            if pay.period == PayPeriod::Year && read.period == Some(PayPeriod::Month) {
                let cause = format!("“{text}”: a month paid more than 12 times is kept as the pay of a year");
                reading.note("offer.pay-months", pointer, cause, "");
            }
            Some(pay)
        }
        PayReading::BySize { pay, said: Some(_) } => {
            let cause =
                format!("“{text}”: the amount cannot be for this period and was taken for {}", name(pay.period));
            reading.warn("offer.pay-period-implausible", pointer, cause, "Correct the period or the amount.");
            Some(pay)
        }
        PayReading::BySize { pay, said: None } => {
            let cause = format!("“{text}” names no period; by its size it was taken for {}", name(pay.period));
            reading.note("offer.pay-period-missing", pointer, cause, "Name the period.");
            Some(pay)
        }
        PayReading::Implausible => {
            let cause = format!("“{text}” fits no single period and was not believed: the pay is unknown");
            reading.warn("offer.pay-implausible", pointer, cause, "Correct the period or the amounts.");
            None
        }
    }
}

fn name(period: PayPeriod) -> &'static str {
    match period {
        PayPeriod::Hour => "an hour",
        PayPeriod::Day => "a day",
        PayPeriod::Week => "a week",
        PayPeriod::Month => "a month",
        PayPeriod::Year => "a year",
    }
}
