use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A calendar day as the number of days since 1970-01-01 (the number Arrow calls `Date32`). Read and written as
/// `2027-03-01`; a time behind the day is accepted and dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(i32);

/// Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar.
const EPOCH: i32 = 719_468;
/// Days in 400 years, after which the calendar repeats.
const CYCLE: i32 = 146_097;

impl Day {
    /// From days since 1970-01-01, within the years −9999 to 9999; outside of them it is cut.
    pub fn from_number(days: i32) -> Day {
        Day(days.clamp(-4_371_587, 2_932_896))
    }

    /// Year, month 1–12 and day of the month; `None` where there is no such day, or one outside of the years above.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        let (year, month, day) = (i32::from(year), i32::from(month), i32::from(day));
        let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + i32::from(leaps),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        if !(1..=last).contains(&day) || !(-9999..=9999).contains(&year) {
            return None;
        }
        // A year that begins in March has its leap day at its end, and its months follow one line: 153 days in five.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Some(Day(365 * year + leap_days + (153 * month + 2) / 5 + day - 1 - EPOCH))
    }

    /// Year, month and day of the month.
    fn ymd(self) -> (i32, i32, i32) {
        let days = self.0 + EPOCH;
        let (cycle, day) = (days.div_euclid(CYCLE), days.rem_euclid(CYCLE));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let year = year + 400 * cycle;
        if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
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
        let (year, month, day) = self.ymd();
        // As ISO 8601 writes the years that have no four digits.
        if year < 0 {
            return write!(f, "-{:06}-{month:02}-{day:02}", year.unsigned_abs());
        }
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Day, Self::Err> {
        let fault = || crate::Error::new("day.not-a-day", format!("“{text}” is not a day such as 2027-03-01"));
        let day = text.trim();
        let day = day.get(..10).filter(|_| text.is_ascii()).unwrap_or(day);
        // The two forms of ISO 8601; a browser need not load a parser of whole timestamps.
        let (year, month, day) = match day.as_bytes() {
            [_, _, _, _, b'-', _, _, b'-', _, _] => (&day[..4], &day[5..7], &day[8..]),
            [_, _, _, _, _, _, _, _] if day.is_ascii() => (&day[..4], &day[4..6], &day[6..]),
            _ => return Err(fault()),
        };
        let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i16>().ok()).flatten();
        let [year, month, day] = [number(year), number(month), number(day)];
        let whole = |part: Option<i16>| part.and_then(|part| i8::try_from(part).ok());
        let date =
            year.zip(whole(month)).zip(whole(day)).and_then(|((year, month), day)| Day::from_ymd(year, month, day));
        date.ok_or_else(fault)
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
        assert_eq!("20270301".parse::<Day>().unwrap().to_string(), "2027-03-01");
        for text in ["2027-02-29", "1.3.2027", "2027-3-1", "2027-03-0١", "+027-03-01", "٢٠27-03-01", "2027-é-01", ""]
        {
            assert_eq!(text.parse::<Day>().unwrap_err().code(), "day.not-a-day", "{text}");
        }
    }

    #[test]
    fn the_calendar_is_jiffs() {
        let epoch = jiff::civil::date(1970, 1, 1);
        let near = Day::from_ymd(1890, 1, 1).unwrap().0..Day::from_ymd(2110, 1, 1).unwrap().0;
        for number in near.chain((Day::from_number(i32::MIN).0..=Day::from_number(i32::MAX).0).step_by(97)) {
            let date = epoch.checked_add(jiff::Span::new().days(number)).unwrap();
            assert_eq!(Day(number).to_string(), date.to_string());
            assert_eq!(Day::from_ymd(date.year(), date.month(), date.day()), Some(Day(number)));
        }
        for (year, month, day) in
            [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0)]
        {
            assert_eq!(Day::from_ymd(year, month, day), None);
        }
        assert_eq!(
            (Day::from_ymd(9999, 12, 31), Day::from_ymd(-9999, 1, 1)),
            (Some(Day::from_number(i32::MAX)), Some(Day::from_number(i32::MIN)))
        );
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
