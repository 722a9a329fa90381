use std::collections::BTreeMap;
use std::io::Read;

use super::PlaceImport;
use super::table::Table;
use crate::model::Country;
use crate::place::nearest::Band;
use crate::place::{PlaceEntry, fold, other_names};
use crate::units::{Metres, Point};
use crate::{Error, Issue, Severity};

/// The furthest a postal code may lie from the town that it is given to.
const NEAR: Metres = Metres(5_000);

#[derive(Debug)]
pub(super) struct PostalRow {
    country: Country,
    postcode: String,
    /// What may be the town: the place, then the municipality around it.
    names: Vec<String>,
    at: Point,
}

impl PostalRow {
    /// In a German city with no district around it every row that is not called after the city is the postal code of one
    /// large receiver (a company, an authority); such codes run through those of the other countries.
    fn one_receiver(&self) -> bool {
        self.country == Country::DE && self.names.iter().any(|name| CITY.iter().any(|city| name.contains(city)))
    }
}

/// How GeoNames marks a German city that is a district of its own.
const CITY: [&str; 3] = ["Stadtkreis", "kreisfreie Stadt", "Kreisfreie Stadt"];

pub(super) fn read<R: Read>(table: &mut Table<R>, import: &mut PlaceImport) -> Result<(), Error> {
    while table.next()? {
        let km = table.cell("km_to_nearest_…").parse().unwrap_or(0.0);
        // A postal code has no inhabitants of its own: any ring will do, the town decides.
        let (country, at) = (super::country(table.cell("country")), table.at("lat", "lon"));
        if !import.selection.takes_town(country, km, u32::MAX) {
            continue;
        }
        let postcode = table.cell("zipcode").to_owned();
        let (Some(country), Some(at), false) = (country, at, postcode.is_empty()) else {
            import.left_out(table.here(), "the postal code has no country, code or coordinates");
            continue;
        };
        let names = ["place", "community", "province"].map(|column| table.cell(column).to_owned()).to_vec();
        import.postal.push(PostalRow { country, postcode, names, at: at.point() });
    }
    Ok(())
}

/// Each row goes to the town of its name within 5 km, else to the nearest one within 5 km; the rest is counted by
/// country.
pub(super) fn give(entries: &mut [PlaceEntry], rows: &[PostalRow], issues: &mut Vec<Issue>) {
    let mut lost: BTreeMap<Country, usize> = BTreeMap::new();
    let mut bands: BTreeMap<Country, Band> = BTreeMap::new();
    let mut named: BTreeMap<(Country, String), Vec<u32>> = BTreeMap::new();
    let points: Vec<Point> = entries.iter().map(|entry| entry.at.point()).collect();
    let mut by_country: BTreeMap<Country, Vec<(Point, u32)>> = BTreeMap::new();
    for ((entry, &point), id) in entries.iter().zip(&points).zip(0u32..) {
        by_country.entry(entry.country).or_default().push((point, id));
        for key in fold::keys(&entry.name) {
            named.entry((entry.country, key)).or_default().push(id);
        }
    }
    for (country, name, others) in other_names::all() {
        let Some(ids) = named.get(&(country, name)).cloned() else { continue };
        for other in others {
            named.entry((country, other)).or_default().extend(&ids);
        }
    }
    for (country, points) in by_country {
        bands.insert(country, Band::new(points));
    }
    for row in rows {
        let of_name = |name: &String| {
            let ids = fold::keys(name).into_iter().filter_map(|key| named.get(&(row.country, key))).flatten();
            let near = ids.map(|&id| (row.at.distance(points[id as usize]), id)).min();
            near.filter(|&(metres, _)| metres <= NEAR)
        };
        let nearest = || {
            let band = bands.get(&row.country).filter(|_| !row.one_receiver())?;
            band.nearest(row.at).filter(|&(metres, _)| metres <= NEAR)
        };
        match row.names.iter().find_map(of_name).or_else(nearest) {
            Some((_, id)) => entries[id as usize].postcodes.push(row.postcode.clone()),
            None => *lost.entry(row.country).or_default() += 1,
        }
    }
    for (country, count) in lost {
        let cause =
            format!("{count} rows of postal codes of {country} have no town within {NEAR} km and were left out");
        issues.push(Issue::new("place.postcode-without-town", Severity::Warning, cause));
    }
}
