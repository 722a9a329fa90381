use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What one side demands of the other: nothing, something that is not known, or something known.
///
/// In JSON a field that is absent (or `null`) is *not asked*, the word `"unknown"` is *unknown*, anything else is known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Ask<T> {
    /// The other side makes no demand: nothing can be missed.
    #[default]
    NotAsked,
    /// There is a demand, but it was not understood: it counts neither as met nor as missed.
    Unknown,
    /// There is a demand and this is it.
    Known(T),
}

impl<T> Ask<T> {
    /// True where nothing is asked; for `skip_serializing_if`.
    pub fn is_not_asked(&self) -> bool {
        matches!(self, Ask::NotAsked)
    }

    /// The demand, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Ask::Known(value) => Some(value),
            _ => None,
        }
    }
}

impl<T: Serialize> Serialize for Ask<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Ask::NotAsked => serializer.serialize_none(),
            Ask::Unknown => serializer.serialize_str("unknown"),
            Ask::Known(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ask<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ask<T>, D::Error> {
        deserializer.deserialize_any(AskVisitor(PhantomData))
    }
}

struct AskVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for AskVisitor<T> {
    type Value = Ask<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a demand, null or \"unknown\"")
    }

    fn visit_unit<E: Error>(self) -> Result<Ask<T>, E> {
        Ok(Ask::NotAsked)
    }

    fn visit_none<E: Error>(self) -> Result<Ask<T>, E> {
        Ok(Ask::NotAsked)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Ask<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Ask<T>, E> {
        if text == "unknown" { Ok(Ask::Unknown) } else { T::deserialize(text.into_deserializer()).map(Ask::Known) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Ask<T>, E> {
        T::deserialize(value.into_deserializer()).map(Ask::Known)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Ask<T>, E> {
        T::deserialize(value.into_deserializer()).map(Ask::Known)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Ask<T>, E> {
        T::deserialize(value.into_deserializer()).map(Ask::Known)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Ask<T>, E> {
        T::deserialize(value.into_deserializer()).map(Ask::Known)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Ask<T>, A::Error> {
        T::deserialize(SeqAccessDeserializer::new(seq)).map(Ask::Known)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Ask<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Ask::Known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_not_asked_and_known_are_three_states() {
        let read = |json: &str| serde_json::from_str::<Ask<Vec<u8>>>(json).unwrap();
        assert_eq!(read("null"), Ask::NotAsked);
        assert_eq!(read("\"unknown\""), Ask::Unknown);
        assert_eq!(read("[]"), Ask::Known(vec![]));
        for ask in [Ask::NotAsked, Ask::Unknown, Ask::Known(vec![1, 2])] {
            assert_eq!(read(&serde_json::to_string(&ask).unwrap()), ask);
        }
    }
}
