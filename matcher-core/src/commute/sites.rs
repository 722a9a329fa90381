use std::collections::BTreeMap;

use crate::model::Country;
use crate::place::{AreaId, Gazetteer};
use crate::units::{Metres, Point};

/// The number of a place within one [`Sites`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteId(pub(crate) u32);

impl SiteId {
    /// The number, for a model's own arrays.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One place of work: a point, or somewhere within an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Site {
    /// Here.
    Point(Point),
    /// Somewhere within this area of the gazetteer.
    Area(AreaId),
}

/// The distinct places of an index, each with its country and a name to show.
#[derive(Clone)]
pub struct Sites {
    gazetteer: Gazetteer,
    sites: Vec<(Site, Option<Country>)>,
    labels: Vec<Box<str>>,
    /// Several where one spot has several names.
    known: BTreeMap<(Site, Option<Country>), Vec<SiteId>>,
}

impl Sites {
    pub(crate) fn new(gazetteer: Gazetteer) -> Sites {
        Sites { gazetteer, sites: Vec::new(), labels: Vec::new(), known: BTreeMap::new() }
    }

    /// The label is part of what is distinct: one offer's name for a spot must not be shown for another's.
    pub(crate) fn add(&mut self, site: Site, country: Option<Country>, label: &str) -> SiteId {
        let known = self.known.entry((site, country)).or_default();
        if let Some(id) = known.iter().find(|id| *self.labels[id.index()] == *label) {
            return *id;
        }
        let id = SiteId(self.sites.len() as u32);
        known.push(id);
        self.sites.push((site, country));
        self.labels.push(label.into());
        id
    }

    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Every site with its number.
    pub fn iter(&self) -> impl Iterator<Item = (SiteId, Site)> {
        self.sites.iter().enumerate().map(|(i, (site, _))| (SiteId(i as u32), *site))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sites.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sites.is_empty()
    }

    /// The country, where it is known.
    pub fn country(&self, site: SiteId) -> Option<Country> {
        self.sites[site.index()].1
    }

    /// Its two letters.
    pub(crate) fn country_code(&self, site: SiteId) -> Option<&str> {
        self.sites[site.index()].1.as_ref().map(Country::code)
    }

    /// What stands behind the number.
    pub(crate) fn site(&self, site: SiteId) -> Site {
        self.sites[site.index()].0
    }

    /// The name to show.
    pub fn label(&self, site: SiteId) -> &str {
        &self.labels[site.index()]
    }

    /// The shortest great-circle distance that any place of the area can have from the point; 0 where nothing is known of
    /// the area's extent.
    pub fn at_least(&self, area: AreaId, from: Point) -> Metres {
        self.gazetteer.area(area).at_least(from)
    }
}
