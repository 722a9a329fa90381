use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::rows::Rows;
use crate::Error;

/// By what offers can be told apart: `contract`, `employer`, `country`, `place`, `source`, or `tag:KEY` for a host's own mark.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Kind of contract, by its name in files.
    Contract,
    /// Employer as written.
    Employer,
    /// Country of a place of work, by its code.
    Country,
    /// Name of a place of work.
    Place,
    /// Source.
    Source,
    /// A mark with this key.
    Tag(String),
}

impl Facet {
    /// Calls `with` with every value that an offer has, perhaps one several times.
    pub(super) fn values<'a>(&self, rows: &'a dyn Rows, row: usize, with: &mut dyn FnMut(&'a str)) {
        let raw = rows.offer(row);
        match self {
            Facet::Contract => rows.contract(row).iter().for_each(|kind| with(kind.name())),
            Facet::Employer => raw.employer.iter().for_each(|employer| with(employer)),
            Facet::Country => rows.countries(row, with),
            Facet::Place => rows.place_names(row, with),
            Facet::Source if raw.source.is_empty() => {}
            Facet::Source => with(&raw.source),
            Facet::Tag(key) => raw.tags.get(key).into_iter().flatten().for_each(|value| with(value)),
        }
    }
}

impl fmt::Display for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Facet::Contract => f.write_str("contract"),
            Facet::Employer => f.write_str("employer"),
            Facet::Country => f.write_str("country"),
            Facet::Place => f.write_str("place"),
            Facet::Source => f.write_str("source"),
            Facet::Tag(key) => write!(f, "tag:{key}"),
        }
    }
}

impl FromStr for Facet {
    type Err = Error;

    fn from_str(text: &str) -> Result<Facet, Error> {
        match text {
            "contract" => Ok(Facet::Contract),
            "employer" => Ok(Facet::Employer),
            "country" => Ok(Facet::Country),
            "place" => Ok(Facet::Place),
            "source" => Ok(Facet::Source),
            _ => text.strip_prefix("tag:").map(|key| Facet::Tag(key.to_owned())).ok_or_else(|| {
                let known = "contract, employer, country, place, source or tag:KEY";
                Error::new("facet.unknown", format!("“{text}” is no facet: use {known}"))
            }),
        }
    }
}

impl Serialize for Facet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Facet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Facet, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// How many offers have each value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// By falling count, then by value. What is chosen in this facet itself leaves nothing out here.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value.
    pub value: String,
    /// Offers that have it.
    pub count: usize,
    /// It is chosen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub chosen: bool,
}
