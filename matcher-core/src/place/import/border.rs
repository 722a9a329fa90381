use std::io::Read;

use super::PlaceImport;
use super::table::Table;
use crate::place::PlaceEntry;
use crate::{Error, Issue, Severity};

pub(super) fn read<R: Read>(table: &mut Table<R>, import: &mut PlaceImport) -> Result<(), Error> {
    let mut parts = 0;
    while table.next()? {
        let population = table.cell("population").parse().unwrap_or(0);
        let km = table.cell("km_to_nearest_…").parse().unwrap_or(0.0);
        let country = super::country(table.cell("country"));
        if !import.selection.takes_town(country, km, population) {
            continue;
        }
        let name = table.cell("name").to_owned();
        // "Zürich (Kreis 4) / Hard" is a part of a town that has a row of its own, and would share its name.
        if name.contains('(') {
            parts += 1;
            continue;
        }
        let (Some(country), Some(at), false) = (country, table.at("lat", "lon"), name.is_empty()) else {
            import.left_out(table.here(), "the town has no name, country or coordinates");
            continue;
        };
        let (code, postcodes, areas) = (String::new(), Vec::new(), Vec::new());
        import.entries.push(PlaceEntry { code, name, country, at, postcodes, areas, population });
    }
    if parts > 0 {
        let cause = format!("{parts} rows are parts of a town and were left out");
        import.issues.push(Issue::new("place.part-of-town", Severity::Note, cause).of(table.file.clone()));
    }
    Ok(())
}
