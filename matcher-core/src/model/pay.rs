use serde::{Deserialize, Serialize};

use crate::units::{Cents, Currency, HoursPerWeek};

/// What a pay is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PayPeriod {
    /// An hour.
    Hour,
    /// A working day; five make a week.
    Day,
    /// A week.
    Week,
    /// A month.
    #[default]
    Month,
    /// A year.
    Year,
}

impl PayPeriod {
    /// The name used in files: `month`.
    pub const fn name(self) -> &'static str {
        match self {
            PayPeriod::Hour => "hour",
            PayPeriod::Day => "day",
            PayPeriod::Week => "week",
            PayPeriod::Month => "month",
            PayPeriod::Year => "year",
        }
    }
}

/// Gross pay, from–to. One bound alone stands for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pay {
    /// At least, in units of the currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Cents>,
    /// At most, in units of the currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Cents>,
    /// Euro where nothing is said.
    pub currency: Currency,
    /// A month where nothing is said.
    pub period: PayPeriod,
}

impl Pay {
    /// Monthly gross pay in euro, at least `min`.
    pub fn monthly(min: u32) -> Pay {
        Pay { min: Some(Cents(min * 100)), ..Pay::default() }
    }

    /// The lower and the upper bound for a month of work, in hundredths of the currency: a year has 12 months and 52
    /// weeks, a week five working days or `hours`. `None` where no bound is given.
    pub fn per_month(&self, hours: HoursPerWeek) -> Option<(Cents, Cents)> {
        let low = self.min.or(self.max)?;
        let high = self.max.or(self.min)?;
        let month = |Cents(cents): Cents| {
            let cents = u64::from(cents);
            let value = match self.period {
                PayPeriod::Hour => cents * u64::from(hours.tenths()) * 52 / 120,
                PayPeriod::Day => cents * 5 * 52 / 12,
                PayPeriod::Week => cents * 52 / 12,
                PayPeriod::Month => cents,
                PayPeriod::Year => cents / 12,
            };
            Cents(u32::try_from(value).unwrap_or(u32::MAX - 1))
        };
        Some((month(low.min(high)), month(high.max(low))))
    }
}
