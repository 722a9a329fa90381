//! Looking around without a person.

use std::ops::Range;

use matcher_core::browse::{Card, FacetCounts, Selection, View};
use serde::Serialize;
#[cfg(feature = "engine")]
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "engine")]
use crate::error::Fault;
#[cfg(feature = "engine")]
use crate::matcher::Matcher;
#[cfg(feature = "engine")]
use crate::options::Options;

/// So many values of a facet are counted.
pub(crate) const FACET_VALUES: usize = 50;

/// A card with the catalogues that hold the offer.
#[derive(Serialize)]
pub(crate) struct Shown<'a> {
    #[serde(flatten)]
    card: Card,
    catalogues: Vec<&'a str>,
}

#[derive(Serialize)]
struct Browsed<'a> {
    considered: usize,
    selected: usize,
    offers: Vec<Shown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facets: Option<Vec<FacetCounts>>,
}

/// The answer to `browse`: what of so many offers is selected. `names`: of the catalogues that hold an offer.
pub(crate) fn browsed<'a>(
    offers: usize,
    view: &View,
    selection: &Selection,
    shown: Range<usize>,
    facets: bool,
    names: impl Fn(&str) -> Vec<&'a str>,
) -> String {
    let cards = view.cards(selection, shown.start, shown.len());
    crate::json::written(&Browsed {
        considered: offers,
        selected: view.selected(selection),
        offers: cards.into_iter().map(|card| Shown { catalogues: names(&card.offer), card }).collect(),
        facets: facets.then(|| view.facets(selection, FACET_VALUES)),
    })
}

#[cfg(feature = "engine")]
#[wasm_bindgen]
impl Matcher {
    /// What there is without a person: `{"considered", "selected", "offers", "facets"}`, offers by identity. `options`: `top`,
    /// `skip`, `as_of`, `facets`, `chosen`, `keywords`. A page asks so where a profile has been erased: the last one is forgotten.
    ///
    /// # Errors
    /// `options.not-json`; `facet.unknown`.
    pub fn browse(&self, options: Option<String>) -> Result<String, Fault> {
        self.last.forget();
        let options = Options::read(options.as_deref())?;
        let (index, selection) = (self.index(), options.selection()?);
        let shown = options.skip..options.skip.saturating_add(options.top());
        let view = index.view_all(options.as_of);
        Ok(browsed(index.len(), &view, &selection, shown, options.facets, |offer| self.catalogues(offer)))
    }
}

#[cfg(feature = "engine")]
impl Matcher {
    pub(crate) fn shown(&self, offer: &str) -> Shown<'_> {
        let card = self.index().card(offer).expect("a hit is an offer of its index");
        Shown { catalogues: self.catalogues(offer), card }
    }

    fn catalogues(&self, offer: &str) -> Vec<&str> {
        let sources = self.index().position(offer).and_then(|row| self.merged.sources.get(row));
        let name = |&number: &u32| self.sources.get(number as usize).map(|source| source.name.as_str());
        sources.into_iter().flatten().filter_map(name).collect()
    }
}
