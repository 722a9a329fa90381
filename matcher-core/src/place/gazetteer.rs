use std::sync::Arc;

use super::heads::Heads;
use super::nearest::Band;
use super::{Area, AreaId, GazetteerBuilder, fold, fold_name, other_names};
use crate::model::Country;
use crate::units::{Fingerprint, FingerprintBuilder, LatLon, Metres, Point};

/// Municipalities with their codes, names, postal codes and areas: an immutable value, cheap to clone.
///
/// Memory: about 300 bytes a place. A look-up by code, postal code or name is a binary search.
#[derive(Clone, Debug)]
pub struct Gazetteer(pub(super) Arc<Inner>);

/// One municipality.
#[derive(Clone, Debug)]
pub struct Place {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) country: Country,
    pub(super) step: Step,
    pub(super) postcodes: Vec<String>,
    pub(super) areas: Vec<AreaId>,
    pub(super) heads: Heads,
}

impl Place {
    /// Official code, unique within its country; empty where there is none.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its country.
    pub fn country(&self) -> Country {
        self.country
    }

    /// Where it is, rounded as the gazetteer rounds.
    pub fn at(&self) -> LatLon {
        self.step.at()
    }

    /// The same in whole metres.
    pub fn point(&self) -> Point {
        self.at().point()
    }

    /// Postal codes without the country's letters, sorted.
    pub fn postcodes(&self) -> &[String] {
        &self.postcodes
    }

    /// The areas it lies in.
    pub fn areas(&self) -> &[AreaId] {
        &self.areas
    }

    /// Inhabitants, rounded (off by at most an eighth); 0 where unknown.
    pub fn population(&self) -> u32 {
        self.heads.get()
    }

    /// How it is told from others of the same name: `Metz (FR 57463)`.
    pub(super) fn long_label(&self) -> String {
        let tail = if self.code.is_empty() { self.postcodes.first() } else { Some(&self.code) };
        let gap = if tail.is_some() { " " } else { "" };
        format!("{} ({}{gap}{})", self.name, self.country, tail.map_or("", String::as_str))
    }

    /// The canonical order of places.
    pub(super) fn key(&self) -> (Country, &str, &str, Step) {
        (self.country, &self.code, &self.name, self.step)
    }
}

/// Coordinates on the gazetteer's grid: steps of 1/2000° north, 1/1000° east.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Step {
    pub(super) north: i32,
    pub(super) east: i32,
}

impl Step {
    const NORTH: f64 = 2000.0;
    const EAST: f64 = 1000.0;

    pub(super) fn nearest(at: LatLon) -> Step {
        Step { north: (at.lat * Step::NORTH).round() as i32, east: (at.lon * Step::EAST).round() as i32 }
    }

    pub(super) fn at(self) -> LatLon {
        LatLon { lat: f64::from(self.north) / Step::NORTH, lon: f64::from(self.east) / Step::EAST }
    }
}

#[derive(Debug)]
pub(super) struct Inner {
    pub(super) places: Vec<Place>,
    pub(super) areas: Vec<Area>,
    /// Places with a code, by code then number.
    by_code: Vec<u32>,
    /// Postal code and place, sorted.
    by_postcode: Vec<(String, u32)>,
    /// Folded name and place, sorted; a place has several names.
    by_name: Vec<(String, u32)>,
    band: Band,
    fingerprint: Fingerprint,
}

impl Inner {
    pub(super) fn new(places: Vec<Place>, areas: Vec<Area>) -> Inner {
        let numbered = || places.iter().zip(0u32..);
        let mut by_code: Vec<u32> = numbered().filter(|(place, _)| !place.code.is_empty()).map(|(_, id)| id).collect();
        by_code.sort_by(|&a, &b| (&places[a as usize].code, a).cmp(&(&places[b as usize].code, b)));
        let mut by_postcode: Vec<(String, u32)> =
            numbered().flat_map(|(place, id)| place.postcodes.iter().map(move |code| (code.clone(), id))).collect();
        by_postcode.sort_unstable();
        let mut by_name: Vec<(String, u32)> =
            numbered().flat_map(|(place, id)| fold::keys(&place.name).into_iter().map(move |key| (key, id))).collect();
        by_name.sort_unstable();
        let mut others = Vec::new();
        for (country, name, keys) in other_names::all() {
            // The table names towns, never a hamlet of the same name: the most populous one.
            let towns = starting(&by_name, &name).iter().take_while(|(key, _)| *key == name).map(|&(_, id)| id);
            let town = towns.filter(|&id| places[id as usize].country == country);
            if let Some(id) = town.max_by_key(|&id| (places[id as usize].heads, u32::MAX - id)) {
                others.extend(keys.into_iter().map(|key| (key, id)));
            }
        }
        by_name.append(&mut others);
        by_name.sort_unstable();
        by_name.dedup();
        let band = Band::new(numbered().map(|(place, id)| (place.point(), id)));
        let fingerprint = fingerprint(&places, &areas);
        Inner { places, areas, by_code, by_postcode, by_name, band, fingerprint }
    }
}

fn fingerprint(places: &[Place], areas: &[Area]) -> Fingerprint {
    let mut all = FingerprintBuilder::default().bytes(b"gazetteer 1").bytes(other_names::TABLE.as_bytes());
    for place in places {
        all.add(place.country.code().as_bytes());
        all.add(place.code.as_bytes());
        all.add(place.name.as_bytes());
        all.add(&place.step.north.to_le_bytes());
        all.add(&place.step.east.to_le_bytes());
        all.add(&[place.heads.0]);
        all.add(&(place.postcodes.len() as u64).to_le_bytes());
        place.postcodes.iter().for_each(|postcode| all.add(postcode.as_bytes()));
        all.add(&(place.areas.len() as u64).to_le_bytes());
        place.areas.iter().for_each(|area| all.add(&area.0.to_le_bytes()));
    }
    for area in areas {
        all.add(area.code.as_bytes());
        all.add(area.label.as_bytes());
    }
    all.finish()
}

fn starting<'a>(sorted: &'a [(String, u32)], prefix: &str) -> &'a [(String, u32)] {
    let start = sorted.partition_point(|(key, _)| key.as_str() < prefix);
    let len = sorted[start..].partition_point(|(key, _)| key.starts_with(prefix));
    &sorted[start..start + len]
}

impl Gazetteer {
    /// A builder without places.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// No places: only coordinates are understood.
    pub fn empty() -> Gazetteer {
        Gazetteer(Arc::new(Inner::new(Vec::new(), Vec::new())))
    }

    /// The number of places.
    pub fn len(&self) -> usize {
        self.0.places.len()
    }

    /// True without places.
    pub fn is_empty(&self) -> bool {
        self.0.places.is_empty()
    }

    /// All places by country, then code, then name.
    pub fn places(&self) -> &[Place] {
        &self.0.places
    }

    /// An area that [`Gazetteer::resolve`] gave, or of [`Place::areas`]. An id of another gazetteer gives some area or
    /// panics, as an index does.
    pub fn area(&self, id: AreaId) -> &Area {
        &self.0.areas[id.0 as usize]
    }

    /// The area of a code such as `FR-57`, `FR-R44` or `LU`, in any case; `None` where the gazetteer holds nothing of it.
    pub fn area_by_code(&self, code: &str) -> Option<AreaId> {
        let code = code.trim().to_ascii_uppercase();
        let at = self.0.areas.binary_search_by(|area| area.code.as_str().cmp(&code)).ok()?;
        u32::try_from(at).ok().map(AreaId)
    }

    /// The number by which a file of this gazetteer names an area.
    pub(crate) fn area_number(&self, id: AreaId) -> u32 {
        id.0
    }

    /// How many areas there are: their numbers are below it.
    pub(crate) fn area_count(&self) -> u32 {
        self.0.areas.len() as u32
    }

    /// Names the exact content: places, areas and the table of other names.
    pub fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprint
    }

    /// The nearest place and its distance.
    pub fn nearest(&self, from: Point) -> Option<(&Place, Metres)> {
        self.0.band.nearest(from).map(|(metres, id)| (self.at(id), metres))
    }

    /// Up to `limit` places whose name or postal code begins with what was typed, the most populous first, then by
    /// name and code. Letters fold as in [`fold_name`]; nothing typed gives nothing.
    ///
    /// Cost: linear in the number of places that begin so.
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<&Place> {
        let (folded, postcode) = (fold_name(prefix), super::read::plain_postcode(prefix));
        let mut found: Vec<u32> = Vec::new();
        if !folded.is_empty() {
            found.extend(starting(&self.0.by_name, &folded).iter().map(|&(_, id)| id));
        }
        if postcode.bytes().any(|b| b.is_ascii_digit()) {
            found.extend(starting(&self.0.by_postcode, &postcode).iter().map(|&(_, id)| id));
        }
        found.sort_unstable();
        found.dedup();
        found.sort_by_key(|&id| (std::cmp::Reverse(self.at(id).heads), &self.at(id).name, id));
        found.into_iter().take(limit).map(|id| self.at(id)).collect()
    }

    pub(super) fn at(&self, id: u32) -> &Place {
        &self.0.places[id as usize]
    }

    pub(super) fn ids_by_code(&self, code: &str) -> Vec<u32> {
        let by_code = &self.0.by_code;
        let start = by_code.partition_point(|&id| self.at(id).code.as_str() < code);
        by_code[start..].iter().copied().take_while(|&id| self.at(id).code == code).collect()
    }

    pub(super) fn ids_by_postcode(&self, postcode: &str) -> Vec<u32> {
        let all = starting(&self.0.by_postcode, postcode).iter();
        all.take_while(|(key, _)| key == postcode).map(|&(_, id)| id).collect()
    }

    pub(super) fn ids_by_name(&self, folded: &str) -> Vec<u32> {
        let all = starting(&self.0.by_name, folded).iter();
        all.take_while(|(key, _)| key == folded).map(|&(_, id)| id).collect()
    }

    /// Places whose name has a French article in front of the words given, which many lists of towns leave out: `teil` of
    /// Le Teil.
    pub(super) fn ids_by_name_with_article(&self, folded: &str) -> Vec<u32> {
        ["le", "la", "les", "l"].iter().flat_map(|article| self.ids_by_name(&format!("{article} {folded}"))).collect()
    }

    /// Places of which the words given are the first: `saint die` of Saint-Dié-des-Vosges.
    pub(super) fn ids_by_first_words(&self, folded: &str) -> Vec<u32> {
        let mut ids: Vec<u32> = starting(&self.0.by_name, &format!("{folded} ")).iter().map(|&(_, id)| id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}
