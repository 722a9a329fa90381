use super::rule::Unit;
use crate::model::Record;
use crate::{Offer, Profile, Training};

/// A record that a mapping file can make: [`Profile`], [`Offer`] or [`Training`].
pub trait Mapped: Record + sealed::Sealed {}

impl Mapped for Profile {}
impl Mapped for Offer {}
impl Mapped for Training {}

mod sealed {
    /// Which record it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Kind {
        Profile,
        Offer,
        Training,
    }

    /// Keeps the trait to the records of this crate.
    pub trait Sealed {
        const KIND: Kind;
    }

    impl Sealed for crate::Profile {
        const KIND: Kind = Kind::Profile;
    }
    impl Sealed for crate::Offer {
        const KIND: Kind = Kind::Offer;
    }
    impl Sealed for crate::Training {
        const KIND: Kind = Kind::Training;
    }
}

pub(super) use sealed::Kind;

/// How a value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Text,
    Title,
    Place,
    Day,
    Years,
    Hours,
    HoursNumber,
    Minutes,
    Weeks,
    Amount,
    Pay,
    Period,
    Currency,
    Education,
    Licence,
    Contract,
    Exclusion,
    Language,
    LanguageName,
    Fluency,
    Level,
    Flag,
    Count,
    DaysOfWeek,
    Latitude,
    Longitude,
    Mode,
    Country,
}

impl Read {
    /// Weeks, years, minutes or units of money in one of the unit; `None` where the unit is not one for such values.
    pub(super) fn scale(self, unit: Unit) -> Option<f64> {
        match (self, unit) {
            (Read::Minutes, Unit::Minutes) | (Read::Weeks, Unit::Weeks) | (Read::Years, Unit::Years) => Some(1.0),
            (Read::Minutes, Unit::Hours) => Some(60.0),
            (Read::Weeks, Unit::Days) => Some(1.0 / 5.0),
            (Read::Weeks, Unit::Hours) => Some(1.0 / 35.0),
            (Read::Weeks, Unit::Months) => Some(52.0 / 12.0),
            (Read::Years, Unit::Months) => Some(1.0 / 12.0),
            (Read::Amount, Unit::Thousands) => Some(1000.0),
            _ => None,
        }
    }
}

/// A field of a record that a mapping file may name.
#[derive(Debug)]
pub(super) struct Target {
    /// Its name there: the fields of our own JSON, joined by points.
    pub(super) name: &'static str,
    pub(super) read: Read,
    /// A list.
    pub(super) many: bool,
    /// What `each` may name, for a list of objects.
    pub(super) each: &'static [(&'static str, Read)],
}

const fn one(name: &'static str, read: Read) -> Target {
    Target { name, read, many: false, each: &[] }
}

const fn list(name: &'static str, read: Read, each: &'static [(&'static str, Read)]) -> Target {
    Target { name, read, many: true, each }
}

/// The name before the free part of a host's own mark: `tags.programme`.
pub(super) const TAGS: &str = "tags.";

/// What any `tags.…` is read as.
pub(super) const TAG: Target = list("tags.", Read::Text, &[]);

/// Every field of a record but its tags.
pub(super) fn targets(kind: Kind) -> &'static [Target] {
    match kind {
        Kind::Profile => PROFILE,
        Kind::Offer => OFFER,
        Kind::Training => TRAINING,
    }
}

const SKILL: &[(&str, Read)] = &[("skill", Read::Text), ("level", Read::Level)];
const JOB: &[(&str, Read)] = &[("title", Read::Text), ("occupation", Read::Text), ("years", Read::Years)];
const WISH: &[(&str, Read)] = &[("title", Read::Text), ("occupation", Read::Text)];
const LANGUAGE: &[(&str, Read)] = &[("language", Read::LanguageName), ("level", Read::Fluency)];
const LANGUAGE_ASKED: &[(&str, Read)] =
    &[("language", Read::LanguageName), ("level", Read::Fluency), ("must", Read::Flag)];
const SESSION: &[(&str, Read)] = &[("start", Read::Day), ("end", Read::Day)];
const PLACE: &[(&str, Read)] = &[
    ("text", Read::Text),
    ("code", Read::Text),
    ("postcode", Read::Text),
    ("name", Read::Text),
    ("country", Read::Country),
    ("lat", Read::Latitude),
    ("lon", Read::Longitude),
    ("area", Read::Text),
];
const EXCLUSION: &[(&str, Read)] = &[
    ("occupation", Read::Text),
    ("skill", Read::Text),
    ("contract", Read::Contract),
    ("employer", Read::Text),
    ("tag", Read::Text),
    ("text", Read::Text),
];

const PROFILE: &[Target] = &[
    one("id", Read::Text),
    list("skills", Read::Text, SKILL),
    list("occupations", Read::Title, JOB),
    list("languages", Read::Language, LANGUAGE),
    one("education", Read::Education),
    list("licences", Read::Licence, &[]),
    list("wishes", Read::Title, WISH),
    one("home", Read::Place),
    one("home.code", Read::Text),
    one("home.postcode", Read::Text),
    one("home.name", Read::Text),
    one("home.country", Read::Country),
    one("home.lat", Read::Latitude),
    one("home.lon", Read::Longitude),
    one("commute.minutes", Read::Minutes),
    list("commute.modes", Read::Mode, &[]),
    one("commute.days_on_site", Read::DaysOfWeek),
    list("commute.countries", Read::Country, &[]),
    list("contracts", Read::Contract, &[]),
    one("hours", Read::Hours),
    one("hours.min", Read::HoursNumber),
    one("hours.max", Read::HoursNumber),
    one("pay", Read::Pay),
    one("pay.min", Read::Amount),
    one("pay.period", Read::Period),
    one("pay.currency", Read::Currency),
    one("available_from", Read::Day),
    list("exclusions", Read::Exclusion, EXCLUSION),
    one("training.weeks", Read::Weeks),
    one("training.budget", Read::Amount),
];

const OFFER: &[Target] = &[
    one("id", Read::Text),
    one("source", Read::Text),
    one("title", Read::Text),
    one("text", Read::Text),
    one("occupation", Read::Text),
    list("essential_skills", Read::Text, SKILL),
    list("optional_skills", Read::Text, SKILL),
    list("languages", Read::Language, LANGUAGE_ASKED),
    one("education", Read::Education),
    one("education.must", Read::Flag),
    one("experience", Read::Years),
    list("licences", Read::Licence, &[]),
    list("places", Read::Place, PLACE),
    one("place", Read::Place),
    one("place.code", Read::Text),
    one("place.postcode", Read::Text),
    one("place.name", Read::Text),
    one("place.country", Read::Country),
    one("place.lat", Read::Latitude),
    one("place.lon", Read::Longitude),
    one("place.area", Read::Text),
    one("on_site_days", Read::DaysOfWeek),
    one("contract", Read::Contract),
    one("hours", Read::Hours),
    one("hours.min", Read::HoursNumber),
    one("hours.max", Read::HoursNumber),
    one("pay", Read::Pay),
    one("pay.min", Read::Amount),
    one("pay.max", Read::Amount),
    one("pay.period", Read::Period),
    one("pay.currency", Read::Currency),
    one("openings", Read::Count),
    one("start", Read::Day),
    one("valid_from", Read::Day),
    one("valid_through", Read::Day),
    one("employer", Read::Text),
    one("link", Read::Text),
];

const TRAINING: &[Target] = &[
    one("id", Read::Text),
    one("title", Read::Text),
    one("provider", Read::Text),
    list("teaches", Read::Text, SKILL),
    list("prerequisites", Read::Text, SKILL),
    list("places", Read::Place, PLACE),
    one("place", Read::Place),
    one("place.code", Read::Text),
    one("place.postcode", Read::Text),
    one("place.name", Read::Text),
    one("place.country", Read::Country),
    one("place.lat", Read::Latitude),
    one("place.lon", Read::Longitude),
    one("remote", Read::Flag),
    one("weeks", Read::Weeks),
    one("cost", Read::Amount),
    one("seats", Read::Count),
    list("sessions", Read::Day, SESSION),
    one("session.start", Read::Day),
    one("session.end", Read::Day),
    one("link", Read::Text),
];

/// The demands of an offer that can be unknown: there was a value, and it was not understood.
pub(super) const DEMANDS: [&str; 4] = ["languages", "education", "experience", "licences"];
