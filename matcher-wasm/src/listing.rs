use matcher_core::browse::Selection;
use matcher_core::units::Day;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browsing::browsed;
use crate::error::Fault;
use crate::json::written;

/// Packed offers to look at before the engine is there: it needs no other file, answers `browse` as a `Matcher` over the same
/// catalogues does, and cannot match. No argument is JSON: the module that a page loads first
/// has no parser.
#[wasm_bindgen]
#[derive(Default)]
pub struct Listing {
    listing: matcher_core::browse::Listing,
    names: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct Added {
    pub(crate) offers: usize,
    pub(crate) folded: usize,
}

#[wasm_bindgen]
impl Listing {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Listing {
        Listing::default()
    }

    /// How many offers there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.listing.len()
    }

    /// Adds a packed catalogue, and says how many offers it has and how many of them were there already: `{"offers", "folded"}`.
    ///
    /// # Errors
    /// Those of `Matcher.addCatalogue`; nothing changes then.
    #[wasm_bindgen(js_name = addCatalogue)]
    pub fn add_catalogue(&mut self, name: &str, catalogue: &[u8]) -> Result<String, Fault> {
        let (offers, folded) = self.listing.add(catalogue)?;
        self.names.push(name.to_owned());
        Ok(written(&Added { offers, folded }))
    }

    /// What there is: the answer of `Matcher.browse`. `chosen`: facet, value, facet, value and so on.
    ///
    /// # Errors
    /// `day.not-a-day`; `facet.unknown`.
    pub fn browse(
        &self,
        skip: usize,
        top: usize,
        as_of: Option<String>,
        keywords: Option<String>,
        chosen: Vec<String>,
        facets: bool,
    ) -> Result<String, Fault> {
        let as_of = as_of.map(|day| day.parse::<Day>()).transpose()?;
        let mut selection = keywords.map_or_else(Selection::new, |words| Selection::new().keywords(&words));
        for pair in chosen.chunks_exact(2) {
            selection = selection.choose(pair[0].parse()?, pair[1].as_str());
        }
        let names =
            |offer: &str| self.listing.sources(offer).iter().map(|&at| self.names[at as usize].as_str()).collect();
        Ok(browsed(
            self.listing.len(),
            &self.listing.view_all(as_of),
            &selection,
            skip..skip.saturating_add(top),
            facets,
            names,
        ))
    }
}
