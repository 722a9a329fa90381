//! Offers as JSON records: what developers have at hand, and what a page may hold.

use matcher_core::model::{Limits, Record, read_json};
use matcher_core::snapshot::OfferCatalogue;
use matcher_core::{Issue, Offer};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::{parse, written};
use crate::matcher::{From, Matcher};

#[wasm_bindgen]
impl Matcher {
    /// Adds the offers of a JSON array: `{"offers", "folded", "issues"}`. A record that cannot be used is left out; its issue says
    /// so.
    ///
    /// # Errors
    /// `offers.not-json` where the text is no JSON array.
    #[wasm_bindgen(js_name = addOffers)]
    pub fn add_offers(&mut self, name: &str, offers: &str) -> Result<String, Fault> {
        let (records, mut issues) = read_all::<Offer>("offers.not-json", offers)?;
        let (catalogue, found) = OfferCatalogue::of(&self.engine, &records);
        issues.extend(found);
        let count = catalogue.len();
        let added = self.add(name, From::Records(records), catalogue, count)?;
        // The report with one field more.
        Ok(format!("{},\"issues\":{}}}", added.trim_end_matches('}'), written(&issues)))
    }
}

/// The records of a JSON array that can be used, with every issue; a fault of this code where the text is no JSON array.
pub(crate) fn read_all<T: Record>(code: &'static str, json: &str) -> Result<(Vec<T>, Vec<Issue>), Fault> {
    let texts: Vec<&RawValue> = parse(code, json)?;
    let (mut records, mut issues) = (Vec::with_capacity(texts.len()), Vec::new());
    for text in texts {
        let (record, found) = read_json::<T>(text.get(), &Limits::default());
        records.extend(record);
        issues.extend(found);
    }
    Ok((records, issues))
}
