use std::collections::BTreeMap;
use std::sync::Arc;

use super::gazetteer::{Gazetteer, Inner, Place, Step};
use super::heads::Heads;
use super::known_areas;
use super::nearest::Band;
use super::{Area, AreaId};
use crate::Error;
use crate::model::Country;
use crate::units::LatLon;

/// A municipality as it is handed to a [`GazetteerBuilder`].
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceEntry {
    /// Official code (INSEE in France), unique within the country; empty where there is none.
    pub code: String,
    /// Name in the country's own language; not empty.
    pub name: String,
    /// Country.
    pub country: Country,
    /// Where its people live: the town hall, the centre.
    pub at: LatLon,
    /// Postal codes without the country's letters: `57000`, `4968`.
    pub postcodes: Vec<String>,
    /// Codes of the areas it lies in, such as `FR-57` and `FR-R44`; its country is added by itself.
    pub areas: Vec<String>,
    /// Inhabitants; 0 where unknown.
    pub population: u32,
}

/// Collects places for a [`Gazetteer`]. The order in which they come makes no difference.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    entries: Vec<PlaceEntry>,
}

impl GazetteerBuilder {
    /// One more place.
    #[must_use]
    pub fn place(mut self, entry: PlaceEntry) -> GazetteerBuilder {
        self.add(entry);
        self
    }

    /// One more place, in place.
    pub fn add(&mut self, entry: PlaceEntry) {
        self.entries.push(entry);
    }

    /// The gazetteer. Coordinates are rounded to 1/2000° of latitude and 1/1000° of longitude, which moves a place by at
    /// most 62 m (47 m in Grand Est), a population by at most an eighth; the same code, name, country and spot twice are kept once.
    ///
    /// Errors: `place.no-name`, `place.bad-coordinates`, `place.code-twice` (two places of one country), `place.too-long`, `place.bad-area`
    /// (an area whose code does not begin with a country); each names the place, and by its number among those handed in
    /// where it is one alone. Cost: n log n in the number of names.
    pub fn build(self) -> Result<Gazetteer, Error> {
        let mut places = Vec::with_capacity(self.entries.len());
        for (number, entry) in self.entries.into_iter().enumerate() {
            places.push(checked(entry).map_err(|error| error.at(format!("places/{number}")))?);
        }
        places.sort_by(|a, b| a.0.key().cmp(&b.0.key()));
        places.dedup_by(|b, a| {
            let same = a.0.key() == b.0.key();
            if same {
                a.0.heads = a.0.heads.max(b.0.heads);
                a.0.postcodes.append(&mut b.0.postcodes);
                a.1.append(&mut b.1);
                a.1.sort_unstable();
                a.1.dedup();
            }
            same
        });
        for pair in places.windows(2) {
            let (a, b) = (&pair[0].0, &pair[1].0);
            if !a.code.is_empty() && (a.country, &a.code) == (b.country, &b.code) {
                let message = format!("the code {} of {} belongs to {} and to {}", a.code, a.country, a.name, b.name);
                return Err(Error::new("place.code-twice", message));
            }
        }
        let mut areas: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for ((_, codes), id) in places.iter().zip(0u32..) {
            for code in codes {
                areas.entry(code.clone()).or_default().push(id);
            }
        }
        let mut out: Vec<Place> = places.into_iter().map(|(place, _)| place).collect();
        let labels: BTreeMap<&str, &str> = known_areas::known().map(|(area, _)| (area.code, area.label)).collect();
        let mut finished = Vec::with_capacity(areas.len());
        for ((code, members), id) in areas.into_iter().zip(0u32..) {
            for &member in &members {
                out[member as usize].areas.push(AreaId(id));
            }
            let label = labels.get(code.as_str()).map_or_else(|| code.clone(), |&label| label.to_owned());
            let points = members.iter().map(|&member| (out[member as usize].point(), member));
            finished.push(Area { label, country: known_areas::country_of(&code), members: Band::new(points), code });
        }
        for place in &mut out {
            place.postcodes.sort_unstable();
            place.postcodes.dedup();
        }
        Ok(Gazetteer(Arc::new(Inner::new(out, finished))))
    }
}

/// The longest code of a place, a postal area or an area, in bytes.
pub(super) const CODE: usize = 32;
/// The longest name, in bytes.
pub(super) const NAME: usize = 200;
/// The most areas of one place, its country included.
pub(super) const AREAS: usize = 16;

/// A place with the codes of its areas.
fn checked(entry: PlaceEntry) -> Result<(Place, Vec<String>), Error> {
    let PlaceEntry { code, name, country, at, postcodes, areas, population } = entry;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Error::new("place.no-name", format!("the place “{code}” of {country} has no name")));
    }
    let step = LatLon::new(at.lat, at.lon).map(Step::nearest).ok_or_else(|| {
        let message = format!("{name} lies at latitude {} and longitude {}, which is nowhere", at.lat, at.lon);
        Error::new("place.bad-coordinates", message)
    })?;
    let mut codes = vec![country.code().to_owned()];
    for area in areas {
        if known_areas::country_of(&area).is_none() {
            let message = format!("the area “{area}” of {name} does not begin with a country, as FR-57 does");
            return Err(Error::new("place.bad-area", message));
        }
        codes.push(area.to_ascii_uppercase());
    }
    codes.sort_unstable();
    codes.dedup();
    let code = code.trim().to_ascii_uppercase();
    let postcodes: Vec<String> = postcodes.iter().map(|postcode| super::read::plain_postcode(postcode)).collect();
    if name.len() > NAME
        || codes.len() > AREAS
        || [&code].into_iter().chain(&postcodes).chain(&codes).any(|code| code.len() > CODE)
    {
        let message =
            format!("{name} has a name over {NAME} bytes, a code over {CODE} bytes or more than {AREAS} areas");
        return Err(Error::new("place.too-long", message));
    }
    Ok((Place { code, name, country, step, postcodes, areas: Vec::new(), heads: Heads::of(population) }, codes))
}
