use super::attribute::{self, Attribute, Parted};
use super::classes::Classes;
use super::terms::Terms;
use super::tiling::{Kind, Tiling};
use super::titled::Titled;
use crate::commute::{Site, SiteId};
use crate::prepare::Columns;
use crate::units::Point;

/// Prepared offers, laid out to be searched. What it calls an offer's *slot* is its place in this order.
pub(crate) struct Layout {
    pub(super) tiling: Tiling,
    /// Slot → where the work is, of the offers with one known place that must be travelled to; these come first.
    pub(super) points: Vec<Point>,
    /// The same as sites.
    pub(super) sites: Vec<SiteId>,
    /// Class by place → an offer of it. Of those with one place the country makes the class, of the others all that the way
    /// to work depends on.
    pub(super) places: Vec<u32>,
    /// Class of a run → an offer of it.
    pub(super) first: Vec<u32>,
    /// The attributes that make a run, each with its own class by that of the run.
    pub(super) of_first: Vec<(Attribute, Vec<u32>)>,
    /// The other attributes.
    pub(super) rest: Vec<(Attribute, Classes)>,
    /// Slots in classes by title and occupation.
    pub(super) titles: Classes,
    /// Class → what its title and occupation mean.
    pub(super) meanings: Columns,
    /// Class → its occupation, where a class of titles says nothing else.
    pub(super) only_occupation: Vec<Option<u32>>,
    pub(super) titled: Titled,
    pub(crate) terms: Terms,
}

impl Layout {
    /// Cost: some microseconds an offer.
    pub(crate) fn new(offers: &Columns, skills: usize) -> Layout {
        let Parted { first: (attributes, first), own, rest } = attribute::parted(|attribute| attribute.classes(offers));
        let places = places(offers);
        let titles = titles(offers);
        let only_occupation = titles.examples.iter().map(|&row| only_occupation(offers, row as usize)).collect();

        let rows = 0..offers.len() as u32;
        let (located, elsewhere) = rows.partition(|&row| located(offers, row as usize).is_some());
        let points: Vec<Point> =
            (0..offers.len()).map(|row| located_at(offers, row).unwrap_or(Point([0; 3]))).collect();
        let kind = |row: u32| Kind { place: places.of[row as usize], first: first.of[row as usize] };
        let with_one_place = Vec::len(&located);
        let tiling = Tiling::new(located, elsewhere, &points, kind);
        let located = &tiling.rows[..with_one_place];
        let order = &tiling.rows;
        Layout {
            points: located.iter().map(|&row| points[row as usize]).collect(),
            sites: located.iter().map(|&row| offers.places.row(row as usize)[0]).collect(),
            places: places.examples,
            first: first.examples,
            of_first: attributes.into_iter().zip(own).collect(),
            rest: rest.into_iter().map(|(attribute, classes)| (attribute, classes.reordered(order))).collect(),
            meanings: offers.meanings_of(&titles.examples),
            only_occupation,
            titles: titles.reordered(order),
            titled: Titled::new(offers, order),
            terms: Terms::new(offers, order, skills),
            tiling,
        }
    }

    /// Slots there are.
    pub(crate) fn len(&self) -> usize {
        self.tiling.rows.len()
    }

    /// What the layout needs of memory.
    pub(crate) fn size_in_bytes(&self) -> usize {
        self.tiling.size_in_bytes()
            + size_of_val(&*self.points)
            + size_of_val(&*self.sites)
            + size_of_val(&*self.places)
            + size_of_val(&*self.first)
            + self.of_first.iter().map(|(_, own)| size_of_val(&**own)).sum::<usize>()
            + self.rest.iter().map(|(_, classes)| classes.size_in_bytes()).sum::<usize>()
            + self.titles.size_in_bytes()
            + size_of_val(&*self.only_occupation)
            + self.titled.size_in_bytes()
            + self.terms.size_in_bytes()
    }
}

/// The one place of work of an offer that must be travelled to.
fn located(offers: &Columns, row: usize) -> Option<SiteId> {
    match *offers.places.row(row) {
        [site] if !offers.place_missing[row] && offers.on_site_days[row] != Some(0) => {
            matches!(offers.sites.site(site), Site::Point(_)).then_some(site)
        }
        _ => None,
    }
}

fn located_at(offers: &Columns, row: usize) -> Option<Point> {
    match offers.sites.site(located(offers, row)?) {
        Site::Point(point) => Some(point),
        Site::Area(_) => None,
    }
}

/// What the way to work depends on beside the reach: of one place its country, since distance is looked at for each offer;
/// where nobody need travel the countries; else the places.
fn places(offers: &Columns) -> Classes {
    Classes::by(offers.len(), |row| {
        let own = offers.places.row(row);
        let countries = || {
            let mut all: Vec<_> = own.iter().map(|&site| offers.sites.country(site)).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        match () {
            () if located(offers, row).is_some() => (0, offers.place_missing[row], countries(), &[][..]),
            () if offers.on_site_days[row] == Some(0) => (1, offers.place_missing[row], countries(), &[][..]),
            () => (2, offers.place_missing[row], Vec::new(), own),
        }
    })
}

/// All that the nearness of a title depends on beside the very words of it being the same, and beside the text.
fn titles(offers: &Columns) -> Classes {
    Classes::by(offers.len(), |row| {
        let meaning = &offers.meanings[row];
        let vector = (!meaning.is_nothing()).then_some(meaning.vector);
        let has_text = !offers.text_words.row(row).is_empty();
        (offers.occupation[row], meaning.written, vector, offers.title_words.row(row), has_text)
    })
}

/// The occupation of an offer that says what the work is in no other way.
fn only_occupation(offers: &Columns, row: usize) -> Option<u32> {
    let words = offers.title_words.row(row).len() + offers.text_words.row(row).len();
    offers.occupation[row].filter(|_| words == 0 && offers.meanings[row].is_nothing())
}
