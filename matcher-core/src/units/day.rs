use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A calendar day as the number of days since 1970-01-01 (the number Arrow calls `Date32`). Read and written as
/// `2027-03-01`; a time behind the day is accepted and dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(i32);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

impl Day {
    /// From days since 1970-01-01, within the years −9999 to 9999; outside of them it is cut.
    pub fn from_number(days: i32) -> Day {
        Day(days.clamp(-4_371_587, 2_932_896))
    }

    /// Year, month 1–12 and day of the month; `None` where there is no such day.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day).ok().map(Day::from_date)
    }

    fn from_date(date: Date) -> Day {
        Day((date - EPOCH).get_days())
    }

    fn date(self) -> Date {
        EPOCH.saturating_add(jiff::Span::new().days(self.0))
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day `days` later (earlier where negative).
    pub fn plus(self, days: i32) -> Day {
        Day::from_number(self.0.saturating_add(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

impl FromStr for Day {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Day, Self::Err> {
        let day = text.trim().get(..10).filter(|_| text.is_ascii()).unwrap_or(text);
        let date: Date = day
            .parse()
            .map_err(|_| crate::Error::new("day.not-a-day", format!("“{text}” is not a day such as 2027-03-01")))?;
        Ok(Day::from_date(date))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_arrow_does() {
        assert_eq!("1970-01-01".parse::<Day>().unwrap().number(), 0);
        assert_eq!("2000-03-01".parse::<Day>().unwrap().number(), 11_017);
        assert_eq!("2027-03-01T09:30:00.000Z".parse::<Day>().unwrap().to_string(), "2027-03-01");
        assert!("2027-02-29".parse::<Day>().is_err() && "1.3.2027".parse::<Day>().is_err());
    }

    proptest::proptest! {
        #[test]
        fn every_day_survives_being_written(number: i32) {
            let day = Day::from_number(number);
            if !day.to_string().starts_with('-') {
                proptest::prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
            }
        }
    }
}
