use std::sync::OnceLock;

use proptest::prelude::*;

use crate::model::{Country, PlaceRef};
use crate::place::{Gazetteer, PlaceEntry};
use crate::units::LatLon;

/// A town of [`places`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Town {
    /// Official code.
    pub code: &'static str,
    /// Name.
    pub name: &'static str,
    /// Country.
    pub country: Country,
    /// Where it is.
    pub at: LatLon,
    /// Codes of its areas.
    pub areas: &'static [&'static str],
}

const fn town(
    code: &'static str,
    name: &'static str,
    country: Country,
    lat: f64,
    lon: f64,
    areas: &'static [&'static str],
) -> Town {
    Town { code, name, country, at: LatLon { lat, lon }, areas }
}

/// The towns of [`places`], all within two hours of each other.
pub const TOWNS: [Town; 5] = [
    town("57463", "Metz", Country::FR, 49.1193, 6.1757, &["FR-57", "FR-R44"]),
    town("57672", "Thionville", Country::FR, 49.3570, 6.1680, &["FR-57", "FR-R44"]),
    town("54395", "Nancy", Country::FR, 48.6921, 6.1844, &["FR-54", "FR-R44"]),
    town("LU-1", "Luxembourg", Country::LU, 49.6116, 6.1319, &[]),
    town("DE-1", "Saarbrücken", Country::DE, 49.2402, 6.9969, &[]),
];

/// A gazetteer of the five [`TOWNS`].
pub fn places() -> Gazetteer {
    static BUILT: OnceLock<Gazetteer> = OnceLock::new();
    let build = || {
        let mut builder = Gazetteer::builder();
        for Town { code, name, country, at, areas } in TOWNS {
            builder.add(PlaceEntry {
                code: code.to_owned(),
                name: name.to_owned(),
                country,
                at,
                postcodes: Vec::new(),
                areas: areas.iter().map(|&area| area.to_owned()).collect(),
                population: 1000,
            });
        }
        builder.build().unwrap_or_else(|error| unreachable!("the towns are sound: {error}"))
    };
    BUILT.get_or_init(build).clone()
}

/// A town by name or code, a spot by its coordinates, an area, or a place that nobody knows.
pub fn place_refs() -> impl Strategy<Value = PlaceRef> {
    let town = 0..TOWNS.len();
    prop_oneof![
        4 => town.clone().prop_map(|i| PlaceRef::named(TOWNS[i].name)),
        1 => town.clone().prop_map(|i| PlaceRef { code: Some(TOWNS[i].code.to_owned()), ..PlaceRef::default() }),
        1 => town.prop_map(|i| PlaceRef { name: Some("Depot".to_owned()), ..PlaceRef::at(LatLon { lon: TOWNS[i].at.lon + 0.05, ..TOWNS[i].at }) }),
        1 => prop_oneof![Just("FR-57"), Just("FR-R44"), Just("LU")]
            .prop_map(|area| PlaceRef { area: Some(area.to_owned()), ..PlaceRef::default() }),
        1 => Just(PlaceRef::named("Nowhere-on-Earth")),
    ]
}
