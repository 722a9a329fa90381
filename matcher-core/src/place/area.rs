use super::nearest::Band;
use crate::model::Country;
use crate::units::{Metres, Point};

/// An area of one [`Gazetteer`](super::Gazetteer): a dense number that means nothing outside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AreaId(pub(super) u32);

impl AreaId {
    /// The area that a file names by this number, which is below [`Gazetteer::area_count`](super::Gazetteer::area_count).
    pub(crate) fn of_number(number: u32) -> AreaId {
        AreaId(number)
    }
}

/// A department, a region or a country: the municipalities in it that the gazetteer holds.
#[derive(Clone, Debug)]
pub struct Area {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) country: Option<Country>,
    pub(super) members: Band,
}

impl Area {
    /// `FR-57` for a French department, `FR-R44` for a region by its INSEE code, `LU` for a country.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its name in its own language where it is known, else its code.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The country it lies in.
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// The number of municipalities.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// True without municipalities; no area of a gazetteer is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The points of its municipalities, south to north on the northern hemisphere.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.members.iter().map(|(point, _)| point)
    }

    /// Great-circle metres from a point to the nearest of its municipalities: no municipality of the area that the
    /// gazetteer holds is nearer, and zero for one of them. Where the gazetteer holds a part of the area only (all of
    /// Germany by its border towns) nothing is said about the rest.
    ///
    /// Cost: the municipalities in a band of latitude twice as wide as the answer, about 10 ns each; at worst all of
    /// them. Callers that ask for many pairs keep the answer by origin and area.
    pub fn at_least(&self, from: Point) -> Metres {
        self.members.nearest(from).map_or(Metres(0), |(metres, _)| metres)
    }
}
