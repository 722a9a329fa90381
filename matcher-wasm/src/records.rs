//! Offers as JSON records: what developers have at hand, and what a page may hold.

use matcher_core::model::{Limits, read_json};
use matcher_core::snapshot::OfferCatalogue;
use matcher_core::{Issue, Offer};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::matcher::{From, Matcher, parse, written};

#[wasm_bindgen]
impl Matcher {
    /// Adds the offers of a JSON array: `{"offers", "folded", "issues"}`. A record that cannot be used is left out; its issue says
    /// so.
    ///
    /// # Errors
    /// `offers.not-json` where the text is no JSON array.
    #[wasm_bindgen(js_name = addOffers)]
    pub fn add_offers(&mut self, name: &str, offers: &str) -> Result<String, Fault> {
        let texts: Vec<&RawValue> = parse("offers.not-json", offers)?;
        let (mut records, mut issues): (Vec<Offer>, Vec<Issue>) = (Vec::with_capacity(texts.len()), Vec::new());
        for text in texts {
            let (record, found) = read_json::<Offer>(text.get(), &Limits::default());
            records.extend(record);
            issues.extend(found);
        }
        let (catalogue, found) = OfferCatalogue::of(&self.engine, &records);
        issues.extend(found);
        let count = catalogue.len();
        let added = self.add(name, From::Records(records), catalogue, count)?;
        // The report with one field more.
        Ok(format!("{},\"issues\":{}}}", added.trim_end_matches('}'), written(&issues)))
    }
}
