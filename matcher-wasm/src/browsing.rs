//! Looking around without a person.

use matcher_core::browse::{Card, FacetCounts};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::matcher::{Matcher, written};
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

#[wasm_bindgen]
impl Matcher {
    /// What there is without a person: `{"considered", "selected", "offers", "facets"}`, offers by identity. `options`: `top`,
    /// `skip`, `as_of`, `facets`, `chosen`, `keywords`.
    ///
    /// # Errors
    /// `options.not-json`; `facet.unknown`.
    pub fn browse(&self, options: Option<String>) -> Result<String, Fault> {
        let options = Options::read(options.as_deref())?;
        let (view, selection) = (self.index().view_all(options.as_of), options.selection()?);
        let cards = view.cards(&selection, options.skip, options.top());
        Ok(written(&Browsed {
            considered: self.index().len(),
            selected: view.selected(&selection),
            offers: cards.into_iter().map(|card| self.with_sources(card)).collect(),
            facets: options.facets.then(|| view.facets(&selection, FACET_VALUES)),
        }))
    }
}

impl Matcher {
    #[cfg(feature = "engine")]
    pub(crate) fn shown(&self, offer: &str) -> Shown<'_> {
        let card = self.index().card(offer).expect("a hit is an offer of its index");
        self.with_sources(card)
    }

    fn with_sources(&self, card: Card) -> Shown<'_> {
        let sources = self.index().position(&card.offer).and_then(|row| self.merged.sources.get(row));
        let name = |&number: &u32| self.sources.get(number as usize).map(|source| source.name.as_str());
        let catalogues = sources.into_iter().flatten().filter_map(name).collect();
        Shown { card, catalogues }
    }
}
