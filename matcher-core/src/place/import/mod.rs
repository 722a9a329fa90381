//! Tables of places as INSEE, La Poste and GeoNames data are commonly laid out, read by the names of their columns.

mod border;
mod communes;
#[cfg(test)]
mod data_tests;
mod postal;
pub(crate) mod table;

use std::io::Read;

use super::{Gazetteer, PlaceEntry};
use crate::model::Country;
use crate::{Error, Issue, Severity};
use postal::PostalRow;
use table::Table;

/// Which rows of the tables become places.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Selection {
    /// French regions by their INSEE code (`44` is Grand Est); empty for all.
    pub regions: Vec<String>,
    /// Rings around the region for rows with a column `km_to_nearest_…`; a town within any of them is taken, all where
    /// there are none.
    pub rings: Vec<Ring>,
}

/// The towns of a country, or of any, up to some distance from the region and from some population on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// Only this country.
    pub country: Option<Country>,
    /// Kilometres to the nearest municipality of the region, at most.
    pub km: f64,
    /// Inhabitants, at least.
    pub population: u32,
}

impl Selection {
    /// What the crate bundles: Grand Est, all of Luxembourg, every town within 20 km of Grand Est, from 2,000 inhabitants
    /// within 40 km, from 5,000 within 60 km, from 20,000 within 100 km.
    pub fn bundled() -> Selection {
        let ring = |km, population| Ring { country: None, km, population };
        let luxembourg = Ring { country: Some(Country::LU), ..ring(100.0, 0) };
        let rings = vec![luxembourg, ring(20.0, 0), ring(40.0, 2_000), ring(60.0, 5_000), ring(100.0, 20_000)];
        Selection { regions: vec!["44".to_owned()], rings }
    }

    fn takes_region(&self, region: &str) -> bool {
        self.regions.is_empty() || self.regions.iter().any(|wanted| wanted == region)
    }

    fn takes_town(&self, country: Option<Country>, km: f64, population: u32) -> bool {
        let within = |ring: &Ring| {
            (ring.country.is_none() || ring.country == country) && km <= ring.km && population >= ring.population
        };
        self.rings.is_empty() || self.rings.iter().any(within)
    }
}

/// Collects places from tables in CSV; [`PlaceImport::finish`] makes the gazetteer.
///
/// A table is known by its columns, found by name in any order, others ignored:
/// - French municipalities: `insee`, `nom`, `dep`, `reg`, `codes_postaux` (behind `;`), `population`, `centroid_lat`,
///   `centroid_lon`, `mairie_lat`, `mairie_lon`;
/// - towns: `geonameid`, `name`, `country`, `lat`, `lon`, `population`;
/// - postal codes: `country`, `zipcode`, `place`, `lat`, `lon`.
#[derive(Debug, Default)]
pub struct PlaceImport {
    selection: Selection,
    entries: Vec<PlaceEntry>,
    postal: Vec<PostalRow>,
    issues: Vec<Issue>,
}

impl PlaceImport {
    /// An import that takes the rows of a selection; all of them by `Selection::default()`.
    pub fn new(selection: Selection) -> PlaceImport {
        PlaceImport { selection, ..PlaceImport::default() }
    }

    /// One more table; `file` is how issues and errors call it.
    ///
    /// Errors: `places.unknown-table` where the columns are none of the three kinds, `places.not-csv` for a row that
    /// cannot be read. A row without what it needs is an issue and is left out.
    pub fn read(&mut self, file: &str, csv: impl Read) -> Result<(), Error> {
        let mut table = Table::open("places.not-csv", file, csv)?;
        if table.has(&["insee", "nom"]) {
            communes::read(&mut table, self)
        } else if table.has(&["geonameid", "name", "country", "lat", "lon"]) {
            border::read(&mut table, self)
        } else if table.has(&["country", "zipcode", "lat", "lon"]) {
            postal::read(&mut table, self)
        } else {
            let message = "the columns are not those of municipalities (insee, nom…), towns (geonameid, name, country, lat, lon…) or postal codes (country, zipcode, lat, lon…)";
            Err(Error::new("places.unknown-table", message).at(file))
        }
    }

    /// Gives every postal code to its towns and builds the gazetteer; errors as
    /// [`GazetteerBuilder::build`](super::GazetteerBuilder::build).
    pub fn finish(mut self) -> Result<(Gazetteer, Vec<Issue>), Error> {
        postal::give(&mut self.entries, &self.postal, &mut self.issues);
        let gazetteer = self.entries.into_iter().fold(Gazetteer::builder(), |builder, entry| builder.place(entry));
        Ok((gazetteer.build()?, self.issues))
    }

    fn left_out(&mut self, record: String, cause: &str) {
        self.issues.push(Issue::new("place.left-out", Severity::Rejected, cause).of(record));
    }
}

impl Gazetteer {
    /// All places of some tables, each with the name by which issues call it; see [`PlaceImport`].
    pub fn from_csv<R: Read>(tables: impl IntoIterator<Item = (String, R)>) -> Result<(Gazetteer, Vec<Issue>), Error> {
        let mut import = PlaceImport::default();
        for (file, csv) in tables {
            import.read(&file, csv)?;
        }
        import.finish()
    }
}

/// A country's cell; `None` where it is no code.
fn country(cell: &str) -> Option<Country> {
    cell.parse().ok()
}
