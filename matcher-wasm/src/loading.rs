//! Files that arrive one after the other.

use matcher_core::CommuteMatrix;
use matcher_core::snapshot::{OfferCatalogue, TrainingCatalogue};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::written;
use crate::listing::Added;
use crate::matcher::{From, Matcher, Source};

#[derive(Serialize)]
struct AddedTrainings {
    trainings: usize,
    folded: usize,
}

#[wasm_bindgen]
impl Matcher {
    /// Whether texts can be compared and linked.
    #[wasm_bindgen(getter, js_name = hasWords)]
    pub fn has_words(&self) -> bool {
        self.engine.taxonomy().words().is_some()
    }

    /// Minutes from zone to zone in place of estimates from the great circle. The offers that are there are understood again.
    ///
    /// # Errors
    /// `commute.not-a-matrix`, `commute.version`, `commute.corrupt`; nothing changes then.
    #[wasm_bindgen(js_name = loadCommute)]
    pub fn load_commute(&mut self, commute: &[u8]) -> Result<(), Fault> {
        let matrix = CommuteMatrix::from_bytes(commute)?;
        self.go_on_with(self.engine.to_builder().commute(matrix).build()?)
    }

    /// Adds a packed catalogue to the offers, and says how many offers it has and how many of them were there already:
    /// `{"offers", "folded"}`.
    ///
    /// # Errors
    /// `catalogue.not-a-catalogue`, `catalogue.version`, `catalogue.corrupt`, `catalogue.other-taxonomy`,
    /// `catalogue.other-places`; nothing changes then.
    #[wasm_bindgen(js_name = addCatalogue)]
    pub fn add_catalogue(&mut self, name: &str, catalogue: &[u8]) -> Result<String, Fault> {
        let offers = OfferCatalogue::from_bytes(&self.engine, catalogue)?;
        let count = offers.len();
        self.add(name, From::Packed(catalogue.to_vec()), offers, count)
    }

    /// Adds packed trainings: `{"trainings", "folded"}`.
    ///
    /// # Errors
    /// `trainings.not-a-file`, `trainings.version`, `trainings.corrupt`, `trainings.other-taxonomy`, `trainings.other-places`.
    #[wasm_bindgen(js_name = addTrainings)]
    pub fn add_trainings(&mut self, trainings: &[u8]) -> Result<String, Fault> {
        let new = TrainingCatalogue::from_bytes(&self.engine, trainings)?;
        let count = new.entries().len();
        Ok(written(&AddedTrainings { trainings: count, folded: self.trainings.extend(new) }))
    }

    /// Takes all offers and trainings away.
    pub fn clear(&mut self) {
        *self = Matcher::over(&self.engine);
    }
}

impl Matcher {
    /// Adds what was just understood.
    pub(crate) fn add(
        &mut self,
        name: &str,
        from: From,
        understood: OfferCatalogue,
        count: usize,
    ) -> Result<String, Fault> {
        let first = self.sources.is_empty();
        self.sources.push(Source { name: name.to_owned(), from });
        // The only one needs not be opened twice.
        let merged = if first {
            Ok(matcher_core::snapshot::Merged::of(&self.engine, vec![understood]))
        } else {
            Matcher::merge(&self.engine, &self.sources)
        };
        match merged {
            Ok(merged) => self.merged = merged,
            Err(fault) => {
                self.sources.pop();
                return Err(fault);
            }
        }
        Ok(written(&Added { offers: count, folded: self.merged.folded.last().copied().unwrap_or(0) }))
    }
}
