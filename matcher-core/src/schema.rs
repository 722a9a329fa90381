//! JSON Schema of the units, whose written form is not the one of their insides.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::{Ask, Country, Language, Modes};
use crate::units::{Cefr, Cents, Currency, Day, Eqf, Fingerprint, HoursPerWeek, Level, Minutes, Ratio, Years};

macro_rules! schemas {
    ($($unit:ty => $name:literal, $schema:tt;)*) => {$(
        impl JsonSchema for $unit {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

schemas! {
    Ratio => "Ratio", {"type": "number", "minimum": 0, "maximum": 1};
    Minutes => "Minutes", {"type": "number", "minimum": 0, "maximum": 6553, "description": "minutes, one way"};
    Cents => "Amount", {"type": "number", "minimum": 0, "description": "an amount of money, in units of its currency"};
    Years => "Years", {"type": "number", "minimum": 0, "maximum": 80};
    HoursPerWeek => "HoursPerWeek", {"type": "number", "minimum": 0, "maximum": 80};
    Level => "Level", {"type": "integer", "minimum": 1, "maximum": 4, "description": "1 basic, 2 independent, 3 advanced, 4 expert"};
    Eqf => "Eqf", {"type": "integer", "minimum": 1, "maximum": 8, "description": "level of the European Qualifications Framework"};
    Cefr => "Cefr", {"enum": ["A1", "A2", "B1", "B2", "C1", "C2"]};
    Day => "Day", {"type": "string", "format": "date"};
    Currency => "Currency", {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217"};
    Country => "Country", {"type": "string", "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1"};
    Language => "Language", {"type": "string", "pattern": "^[a-z]{2}$", "description": "ISO 639-1"};
    Fingerprint => "Fingerprint", {"type": "string", "pattern": "^[0-9a-f]{32}$"};
    Modes => "Modes", {"type": "array", "items": {"enum": ["car", "transit", "bike", "walk"]}};
}

impl<T: JsonSchema> JsonSchema for Ask<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Ask_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let known = generator.subschema_for::<T>();
        json_schema!({"anyOf": [known, {"const": "unknown"}, {"type": "null"}]})
    }
}
