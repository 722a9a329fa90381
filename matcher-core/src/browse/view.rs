use std::sync::Arc;

use super::rows::Rows;
use super::table::FacetTable;
use super::{Card, FacetCounts, Selection};
use crate::index;
use crate::rank::{Lens, OfferIndex, Query, SearchScratch, has_tags};
use crate::units::Day;

/// The offers that limits, the day and marks let pass, before any selection: what facets count.
#[derive(Clone)]
pub struct View {
    pub(super) offers: Arc<dyn Rows>,
    /// Rising.
    pub(super) rows: Vec<u32>,
}

impl OfferIndex {
    /// The offers that a query may show, whatever it selects, keeps and cuts.
    ///
    /// Cost: that of a search of which nothing is scored.
    pub fn view(&self, query: impl Into<Query>) -> View {
        let query = query.into();
        let person = self.own(&query.person);
        let (offers, layout) = (&self.0.offers, &self.0.layout);
        let mut rows: Vec<u32> = SearchScratch::lent(|SearchScratch { reach, touched, index: memory, .. }| {
            let lens = Lens::new(&self.0.engine.0, offers, &person.0, query.as_of, reach, touched);
            index::sweep(layout, &lens, memory);
            let tagged = |row: usize| has_tags(&offers.raw[row], &query.tags);
            index::admit(layout, &lens, memory, if query.tags.is_empty() { None } else { Some(&tagged) });
            memory.rows(layout).map(|row| row as u32).collect()
        });
        rows.sort_unstable();
        View { rows, offers: self.0.clone() }
    }

    /// All offers that are valid on a day; all of them without a day.
    pub fn view_all(&self, as_of: Option<Day>) -> View {
        View::all(self.0.clone(), as_of)
    }
}

impl View {
    pub(super) fn all(offers: Arc<dyn Rows>, as_of: Option<Day>) -> View {
        let valid = |&row: &u32| {
            let offer = offers.offer(row as usize);
            as_of.is_none_or(|day| {
                offer.valid_from.is_none_or(|from| from <= day) && offer.valid_through.is_none_or(|last| day <= last)
            })
        };
        View { rows: (0..offers.count() as u32).filter(valid).collect(), offers }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many of them are selected.
    pub fn selected(&self, selection: &Selection) -> usize {
        self.admitted(selection).count()
    }

    /// The selected ones in the order of their identities: so many behind the first `skip`.
    pub fn cards(&self, selection: &Selection, skip: usize, most: usize) -> Vec<Card> {
        self.admitted(selection).skip(skip).take(most).map(|row| Card::of(&*self.offers, row)).collect()
    }

    /// Every facet that any of the offers has, each with at most `most` values and all chosen ones: in the order of [`Facet`](super::Facet).
    ///
    /// Cost: linear in the offers; the first time for an index, several times as much.
    pub fn facets(&self, selection: &Selection, most: usize) -> Vec<FacetCounts> {
        let offers = &*self.offers;
        let table = offers.facet_table().get_or_init(|| FacetTable::of(offers));
        table.counts(offers, &self.rows, selection, most)
    }

    fn admitted<'a>(&'a self, selection: &'a Selection) -> impl Iterator<Item = usize> + 'a {
        let rows = self.rows.iter().map(|&row| row as usize);
        rows.filter(move |&row| selection.admits(&*self.offers, row))
    }
}
