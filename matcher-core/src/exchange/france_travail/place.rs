use super::areas::{country_or_region, department};
use super::reading::Reading;
use crate::model::{Country, PlaceRef};
use crate::units::LatLon;

/// The place of work. A municipality has its INSEE code, postal code and coordinates where they are given; a label that
/// names a department, a region or a country makes an area.
pub(super) fn place(reading: &mut Reading<'_>) -> Option<PlaceRef> {
    const AT: &str = "/lieuTravail/libelle";
    reading.value("/lieuTravail")?;
    let at = coordinates(reading);
    let code = reading.text("/lieuTravail/commune").map(str::to_owned);
    let postcode = reading.text("/lieuTravail/codePostal").map(str::to_owned);
    let label = reading.text(AT);
    let (prefix, name) = match label.and_then(|label| label.split_once(" - ")) {
        Some((prefix, name)) => (Some(prefix.trim()), Some(name.trim())),
        None => (None, label),
    };
    if code.is_some() || postcode.is_some() {
        let country = Some(Country::FR);
        return Some(PlaceRef { code, postcode, name: name.map(str::to_owned), country, at, ..PlaceRef::default() });
    }
    let Some(name) = name else { return at.map(PlaceRef::at) };
    let mut place = PlaceRef { at, ..PlaceRef::default() };
    match prefix.and_then(|prefix| department(prefix, name)) {
        Some((area, whole)) => {
            place.area = Some(area.to_owned());
            place.country = Some(Country::FR);
            if !whole {
                // With the department in front, which tells towns of one name apart.
                place.name = label.map(str::to_owned);
                let cause = format!("“{name}” has no code and is not the name of the department");
                let action = "It counts as somewhere in the department unless its name is found.";
                reading.note("offer.place-by-name", AT, cause, action);
            }
        }
        None => match country_or_region(name) {
            Some(area) => place.area = Some(area.to_owned()),
            None => {
                place.text = Some(label.unwrap_or(name).to_owned());
                let cause = format!("“{name}” is neither a department, a region nor a known country");
                reading.warn(
                    "offer.place-not-understood",
                    AT,
                    cause,
                    "Give the municipality's INSEE code or coordinates.",
                );
            }
        },
    }
    if let (Some(area), true) = (&place.area, at.is_some()) {
        let cause = format!("the label names the area {area}, yet there are coordinates; they are taken for the place");
        reading.note("offer.area-with-coordinates", AT, cause, "");
    }
    Some(place)
}

fn coordinates(reading: &mut Reading<'_>) -> Option<LatLon> {
    let lat = reading.number("/lieuTravail/latitude");
    let lon = reading.number("/lieuTravail/longitude");
    let at = lat.zip(lon).and_then(|(lat, lon)| LatLon::new(lat, lon));
    if at.is_none() && (lat.is_some() || lon.is_some()) {
        let cause = "latitude and longitude are not a point on the earth";
        reading.warn("offer.coordinates-malformed", "/lieuTravail/latitude", cause, "Give both in degrees.");
    }
    at
}
