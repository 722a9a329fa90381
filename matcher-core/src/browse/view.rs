use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::rows::Rows;
use super::{Card, Facet, FacetCounts, FacetValue, Selection};
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
        let mut scratch = SearchScratch::default();
        let SearchScratch { reach, touched, index: memory, .. } = &mut scratch;
        let (offers, layout) = (&self.0.offers, &self.0.layout);
        let lens = Lens::new(&self.0.engine.0, offers, &person.0, query.as_of, reach, touched);
        index::sweep(layout, &lens, memory);
        let tagged = |row: usize| has_tags(&offers.raw[row], &query.tags);
        index::admit(layout, &lens, memory, if query.tags.is_empty() { None } else { Some(&tagged) });
        let mut rows: Vec<u32> = memory.rows(layout).map(|row| row as u32).collect();
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

    /// Every facet that any of the offers has, each with at most `most` values and all chosen ones: in the order of [`Facet`].
    ///
    /// Cost: linear in the offers.
    pub fn facets(&self, selection: &Selection, most: usize) -> Vec<FacetCounts> {
        let offers = &*self.offers;
        let keys: BTreeSet<&String> =
            self.rows.iter().flat_map(|&row| offers.offer(row as usize).tags.keys()).collect();
        let facets = [Facet::Contract, Facet::Employer, Facet::Country, Facet::Place, Facet::Source];
        let facets = facets.into_iter().chain(keys.into_iter().map(|key| Facet::Tag(key.clone())));
        let counts = facets.map(|facet| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            let mut own: Vec<&str> = Vec::new();
            for &row in &self.rows {
                if selection.admits_but(&facet, offers, row as usize) {
                    own.clear();
                    facet.values(offers, row as usize, &mut |value| own.push(value));
                    own.sort_unstable();
                    own.dedup();
                    own.iter().for_each(|value| *counts.entry(value).or_default() += 1);
                }
            }
            let chosen = selection.chosen.get(&facet).map_or(&[][..], Vec::as_slice);
            for value in chosen {
                counts.entry(value).or_default();
            }
            let value = |(value, count): (&str, usize)| FacetValue {
                value: value.to_owned(),
                count,
                chosen: chosen.iter().any(|chosen| chosen == value),
            };
            let mut values: Vec<FacetValue> = counts.into_iter().map(value).collect();
            values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
            let mut place = 0..;
            values.retain(|value| value.chosen || place.next().is_some_and(|place| place < most));
            FacetCounts { facet, values }
        });
        counts.filter(|counts| !counts.values.is_empty()).collect()
    }

    fn admitted<'a>(&'a self, selection: &'a Selection) -> impl Iterator<Item = usize> + 'a {
        let rows = self.rows.iter().map(|&row| row as usize);
        rows.filter(move |&row| selection.admits(&*self.offers, row))
    }
}
