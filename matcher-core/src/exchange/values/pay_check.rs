use super::pay::PayText;
use crate::model::{Pay, PayPeriod};
use crate::units::Cents;

/// What became of a salary text's amounts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PayReading {
    /// The amounts fit the period said.
    AsSaid(Pay),
    /// The period was missing or impossible for such amounts, and one other alone fits them.
    BySize {
        /// The pay with the period that fits.
        pay: Pay,
        /// The period said, where one was.
        said: Option<PayPeriod>,
    },
    /// No period fits, or several do: the pay is unknown.
    Implausible,
}

/// Believes a salary text or not. An amount outside of what anybody is paid for the period said (a month of 30,000 €,
/// a year of 2,500 €) is not believed: where hour, month and year leave one reading only, that one is taken and
/// marked; otherwise the pay is unknown.
///
/// A month that is paid more than 12 times (up to 18) becomes the pay of a year, exactly; an hour, a year, and fewer
/// than 12 months (the length of the contract) stay as they are.
pub fn check_pay(text: &PayText) -> PayReading {
    let pay = |period| of(text, period);
    if let Some(said) = text.period.filter(|&said| within(text, possible(said))) {
        return pay(said).map_or(PayReading::Implausible, PayReading::AsSaid);
    }
    let mut fitting = [PayPeriod::Hour, PayPeriod::Month, PayPeriod::Year]
        .into_iter()
        .filter(|&period| Some(period) != text.period && within(text, usual(period)));
    match (fitting.next(), fitting.next()) {
        (Some(period), None) => {
            pay(period).map_or(PayReading::Implausible, |pay| PayReading::BySize { pay, said: text.period })
        }
        _ => PayReading::Implausible,
    }
}

fn of(text: &PayText, period: PayPeriod) -> Option<Pay> {
    let text = spread_months(&PayText { period: Some(period), ..*text })?;
    let (currency, period) = (text.currency.unwrap_or_default(), text.period.unwrap_or_default());
    Some(Pay { min: Some(text.low), max: Some(text.high), currency, period })
}

/// A month paid more than 12 times a year (up to 18) as the pay of a year; anything else as it is. `None` where the
/// amount of a year is too large to hold.
pub(in crate::exchange) fn spread_months(text: &PayText) -> Option<PayText> {
    match (text.period, text.months) {
        (Some(PayPeriod::Month), Some(months @ 121..=180)) => {
            let year = |cents: Cents| {
                let tenths = u64::from(cents.0) * u64::from(months);
                u32::try_from(tenths / 10).ok().map(Cents)
            };
            let (low, high) = (year(text.low)?, year(text.high)?);
            Some(PayText { low, high, period: Some(PayPeriod::Year), months: None, ..*text })
        }
        _ => Some(*text),
    }
}

fn within(text: &PayText, (least, most): (u32, u32)) -> bool {
    text.low.0 >= least * 100 && text.high.0 <= most * 100
}

/// The least and the most that is believed without doubt, in whole units. Judgement: from a cleaner's five hours a week
/// or an apprentice's 27 % of the French minimum wage to a senior executive in Switzerland.
const fn possible(period: PayPeriod) -> (u32, u32) {
    match period {
        PayPeriod::Hour => (3, 200),
        PayPeriod::Day => (20, 2000),
        PayPeriod::Week => (40, 5000),
        PayPeriod::Month => (200, 20_000),
        PayPeriod::Year => (3000, 300_000),
    }
}

/// What full-time work is usually paid, in whole units: narrow enough that no amount fits two periods. Judgement; the
/// lower ends are about the French minimum wage (11.88 € an hour in 2025) less a fifth.
const fn usual(period: PayPeriod) -> (u32, u32) {
    match period {
        PayPeriod::Hour => (9, 100),
        PayPeriod::Month => (1400, 12_000),
        _ => (16_000, 180_000),
    }
}

#[cfg(test)]
mod tests {
    use super::super::pay::read_pay;
    use super::*;

    fn check(text: &str) -> PayReading {
        check_pay(&read_pay(text).unwrap())
    }

    fn pay(min: u32, max: u32, period: PayPeriod) -> Pay {
        Pay { min: Some(Cents(min * 100)), max: Some(Cents(max * 100)), period, ..Pay::default() }
    }

    #[test]
    fn a_month_of_thirty_thousand_is_read_as_a_year_and_marked() {
        assert_eq!(
            check("Mensuel de 30000.0 Euros à 35000 Euros sur 12.0 mois"),
            PayReading::BySize { pay: pay(30_000, 35_000, PayPeriod::Year), said: Some(PayPeriod::Month) }
        );
        assert_eq!(
            check("Annuel de 2500.0 Euros"),
            PayReading::BySize { pay: pay(2500, 2500, PayPeriod::Month), said: Some(PayPeriod::Year) }
        );
    }

    #[test]
    fn amounts_that_fit_no_period_or_mix_two_are_not_believed() {
        for text in ["Mensuel de 2500 Euros à 30000 Euros", "Mensuel de 1 Euros", "Horaire de 500 Euros", "13000 €"]
        {
            assert_eq!(check(text), PayReading::Implausible, "{text}");
        }
    }

    #[test]
    fn small_jobs_and_apprentices_are_believed() {
        assert_eq!(check("Mensuel de 263.0 Euros sur 12.0 mois"), PayReading::AsSaid(pay(263, 263, PayPeriod::Month)));
        assert_eq!(check("Annuel de 5000 Euros à 22000 Euros"), PayReading::AsSaid(pay(5000, 22_000, PayPeriod::Year)));
    }

    #[test]
    fn a_thirteenth_month_counts_in_the_year() {
        let year = PayReading::AsSaid(pay(26_000, 32_500, PayPeriod::Year));
        assert_eq!(check("Mensuel de 2000.0 Euros à 2500.0 Euros sur 13.0 mois"), year);
        let month = PayReading::AsSaid(pay(2000, 2000, PayPeriod::Month));
        assert_eq!(check("Mensuel de 2000 Euros sur 6 mois"), month);
        assert_eq!(
            check("Annuel de 40000 Euros sur 13 mois"),
            PayReading::AsSaid(pay(40_000, 40_000, PayPeriod::Year))
        );
    }

    proptest::proptest! {
        #[test]
        fn no_amount_is_usual_for_two_periods(units in 0u32..400_000) {
            let text = PayText { low: Cents(units * 100), high: Cents(units * 100), period: None, currency: None, months: None };
            let fitting = [PayPeriod::Hour, PayPeriod::Month, PayPeriod::Year].into_iter().filter(|&p| within(&text, usual(p)));
            proptest::prop_assert!(fitting.count() <= 1);
        }
    }
}
