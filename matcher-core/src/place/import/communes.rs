use std::collections::BTreeSet;
use std::io::Read;

use super::PlaceImport;
use super::table::Table;
use crate::model::Country;
use crate::place::PlaceEntry;
use crate::units::{LatLon, Metres};
use crate::{Error, Issue, Severity};

/// What the column `type` says of a municipal arrondissement (INSEE's TYPECOM).
const ARRONDISSEMENT: &str = "ARM";
/// The furthest a town hall may stand from the centroid of an ordinary municipality.
const HALL_NEAR: Metres = Metres(10_000);

pub(super) fn read<R: Read>(table: &mut Table<R>, import: &mut PlaceImport) -> Result<(), Error> {
    let first = import.entries.len();
    // Paris, Lyon and Marseille come whole and by arrondissement: the postal code is the arrondissement's.
    let mut arrondissements: BTreeSet<String> = BTreeSet::new();
    while table.next()? {
        if !import.selection.takes_region(table.cell("reg")) {
            continue;
        }
        let (code, name) = (table.cell("insee").to_owned(), table.cell("nom").to_owned());
        if code.is_empty() || name.is_empty() {
            import.left_out(table.here(), "the municipality has no code or no name");
            continue;
        }
        let (hall, centroid) = (table.at("mairie_lat", "mairie_lon"), table.at("centroid_lat", "centroid_lon"));
        let area_km2 = table.cell("area_km2").parse().unwrap_or(0.0);
        let Some((at, far)) = spot(hall, centroid, area_km2) else {
            import.left_out(format!("{code} {name}"), "the municipality has no coordinates");
            continue;
        };
        if let Some(metres) = far {
            let cause = format!("the town hall lies {metres} km from the municipality's centroid, which was taken");
            import.issues.push(Issue::new("place.hall-far", Severity::Note, cause).of(format!("{code} {name}")));
        }
        let areas = [("FR-", table.cell("dep")), ("FR-R", table.cell("reg"))];
        let postcodes: Vec<String> =
            table.cell("codes_postaux").split(';').filter(|p| !p.is_empty()).map(str::to_owned).collect();
        if table.cell("type") == ARRONDISSEMENT {
            arrondissements.extend(postcodes.iter().cloned());
        }
        import.entries.push(PlaceEntry {
            name,
            country: Country::FR,
            at,
            postcodes,
            areas: areas
                .iter()
                .filter(|(_, code)| !code.is_empty())
                .map(|(head, code)| format!("{head}{code}"))
                .collect(),
            population: table.cell("population").parse().unwrap_or(0),
            code,
        });
    }
    for entry in &mut import.entries[first..] {
        if !entry.name.ends_with(" Arrondissement") {
            entry.postcodes.retain(|postcode| !arrondissements.contains(postcode));
        }
    }
    Ok(())
}

/// The town hall, since people live around it; the centroid where there is no hall, or where it is so far away that its
/// coordinates must be wrong: over 10 km and over the side of a square of the municipality's area (the hall of Arles
/// truly stands 20 km from its centroid). With the distance where the hall was passed over.
fn spot(hall: Option<LatLon>, centroid: Option<LatLon>, area_km2: f64) -> Option<(LatLon, Option<Metres>)> {
    let (Some(hall), Some(centroid)) = (hall, centroid) else { return hall.or(centroid).map(|at| (at, None)) };
    let side = Metres((libm::sqrt(area_km2.clamp(0.0, 1e6)) * 1000.0) as u32);
    let apart = hall.point().distance(centroid.point());
    Some(if apart > HALL_NEAR.max(side) { (centroid, Some(apart)) } else { (hall, None) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_hall_hundreds_of_kilometres_away_is_not_believed() {
        let at = |lat, lon| Some(LatLon { lat, lon });
        let (metz, paris, arles, camargue) = (at(49.12, 6.18), at(48.86, 2.35), at(43.68, 4.63), at(43.51, 4.67));
        assert_eq!(spot(paris, metz, 42.0).map(|(at, far)| (Some(at), far.is_some())), Some((metz, true)));
        assert_eq!(spot(arles, camargue, 759.0), arles.map(|at| (at, None)));
        assert_eq!(spot(None, metz, 42.0), metz.map(|at| (at, None)));
        assert_eq!(spot(metz, None, 0.0), metz.map(|at| (at, None)));
        assert_eq!(spot(None, None, 0.0), None);
    }
}
