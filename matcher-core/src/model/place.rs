use serde::{Deserialize, Serialize};

use crate::model::Country;
use crate::units::LatLon;

/// A place as a record names it: a postal code, a municipality code (INSEE and the like), a name, coordinates, or an
/// area such as a department or region. In JSON a plain string (`"57000"`, `"Metz"`) or an object.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Written")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "Written"))]
pub struct PlaceRef {
    /// A postal code, a municipality code or a name, whichever it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The municipality's official code: INSEE in France, the Gemeinde key in Germany.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Municipality's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Country; where nothing is said, any that has the code or name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Coordinates, which go before everything else.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub at: Option<LatLon>,
    /// Somewhere within this area: a department (`"FR-57"`), a region (`"FR-44"` by its INSEE code behind `R`:
    /// `"FR-R44"`), a country (`"LU"`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum Written {
    Text(String),
    Object(Fields),
}

#[derive(Deserialize, Default)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Fields {
    text: Option<String>,
    code: Option<String>,
    postcode: Option<String>,
    name: Option<String>,
    country: Option<Country>,
    lat: Option<f64>,
    lon: Option<f64>,
    area: Option<String>,
}

impl From<Written> for PlaceRef {
    fn from(written: Written) -> PlaceRef {
        match written {
            Written::Text(text) => PlaceRef::named(text),
            Written::Object(Fields { text, code, postcode, name, country, lat, lon, area }) => {
                let at = lat.zip(lon).map(|(lat, lon)| LatLon { lat, lon });
                PlaceRef { text, code, postcode, name, country, at, area }
            }
        }
    }
}

impl PlaceRef {
    /// A postal code, a municipality code or a name.
    pub fn named(text: impl Into<String>) -> PlaceRef {
        PlaceRef { text: Some(text.into()), ..PlaceRef::default() }
    }

    /// Coordinates.
    pub fn at(at: LatLon) -> PlaceRef {
        PlaceRef { at: Some(at), ..PlaceRef::default() }
    }
}

impl From<&str> for PlaceRef {
    fn from(text: &str) -> PlaceRef {
        PlaceRef::named(text)
    }
}
