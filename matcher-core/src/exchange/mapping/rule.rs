use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::exchange::values::{DayOrder, DecimalMark};

/// In what a partner counts a length or an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// For travelling times; the default there.
    Minutes,
    /// For travelling times; for the length of a training (35 to the week).
    Hours,
    /// For the length of a training (five to the week).
    Days,
    /// For the length of a training; the default there.
    Weeks,
    /// For experience; for the length of a training.
    Months,
    /// For experience; the default there.
    Years,
    /// For amounts of money: 2.5 is 2,500.
    Thousands,
}

/// One record's part of a mapping file, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    #[serde(default)]
    pub(super) date: DayOrder,
    #[serde(default)]
    pub(super) decimal: DecimalMark,
    #[serde(default)]
    pub(super) list: Option<String>,
    #[serde(default)]
    pub(super) empty: Vec<String>,
    pub(super) fields: Entries<Rule>,
    #[serde(default)]
    pub(super) constants: Entries<Value>,
    #[serde(default)]
    pub(super) ignore: Vec<String>,
}

/// Where one field comes from and how it is read. In JSON a plain text, or a list of them, is a rule with these sources.
pub(super) struct Rule {
    pub(super) from: Vec<String>,
    pub(super) optional: bool,
    pub(super) split: Option<String>,
    pub(super) values: Vec<(String, Value)>,
    pub(super) unit: Option<Unit>,
    pub(super) each: Vec<(String, Rule)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    from: Sources,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    split: Option<String>,
    #[serde(default)]
    values: Entries<Value>,
    #[serde(default)]
    unit: Option<Unit>,
    #[serde(default)]
    each: Entries<Rule>,
}

impl Rule {
    fn plain(from: Vec<String>) -> Rule {
        Rule { from, optional: false, split: None, values: Vec::new(), unit: None, each: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Rule, D::Error> {
        struct RuleVisitor;
        impl<'de> Visitor<'de> for RuleVisitor {
            type Value = Rule;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a column, a list of names, or an object with \"from\"")
            }

            fn visit_str<E: Error>(self, from: &str) -> Result<Rule, E> {
                Ok(Rule::plain(vec![from.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Rule, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Rule::plain)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Rule, A::Error> {
                let Object { from, optional, split, values, unit, each } =
                    Object::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Rule { from: from.0, optional, split, values: values.0, unit, each: each.0 })
            }
        }
        deserializer.deserialize_any(RuleVisitor)
    }
}

/// One name or a list of names.
struct Sources(Vec<String>);

impl<'de> Deserialize<'de> for Sources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Sources, D::Error> {
        struct SourcesVisitor;
        impl<'de> Visitor<'de> for SourcesVisitor {
            type Value = Sources;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a column or a list of names")
            }

            fn visit_str<E: Error>(self, from: &str) -> Result<Sources, E> {
                Ok(Sources(vec![from.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Sources, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Sources)
            }
        }
        deserializer.deserialize_any(SourcesVisitor)
    }
}

/// The entries of a JSON object in their order. The same key twice is an error, since one of them would be lost.
pub(super) struct Entries<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Entries<T> {
        Entries(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entries<T>, D::Error> {
        struct EntriesVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries: Vec<(String, T)> = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom(format!("“{key}” stands here twice")));
                    }
                    entries.push((key, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}
