use std::sync::OnceLock;

use matcher_core::explore::Explorer;
use matcher_core::snapshot::{Merged, OfferCatalogue, TrainingCatalogue};
use matcher_core::{Engine, Gazetteer, OfferIndex, Settings, Taxonomy};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::person::Last;

/// An engine with its offers. JSON strings go in and out, files as bytes; the records are those of `matcher schema`.
#[wasm_bindgen]
pub struct Matcher {
    pub(crate) engine: Engine,
    pub(crate) merged: Merged,
    pub(crate) sources: Vec<Source>,
    pub(crate) trainings: TrainingCatalogue,
    /// Read when it is first asked.
    pub(crate) explorer: OnceLock<Explorer>,
    pub(crate) completions: crate::completion::Completions,
    pub(crate) links: crate::links::Links,
    pub(crate) last: Last,
}

/// Offers that came together, as they came: they are understood again where the engine changes.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) from: From,
}

pub(crate) enum From {
    Packed(Vec<u8>),
    #[cfg(feature = "whole")]
    Records(Vec<matcher_core::Offer>),
}

#[wasm_bindgen]
impl Matcher {
    /// An engine without offers over a taxonomy and places as `matcher pack` writes them, with these settings (JSON; all fields
    /// have defaults).
    ///
    /// # Errors
    /// Those of the taxonomy (`taxonomy.…`), the places (`places.…`) and the settings (`settings.…`).
    #[wasm_bindgen(constructor)]
    pub fn new(taxonomy: &[u8], places: &[u8], settings: Option<String>) -> Result<Matcher, Fault> {
        let settings = read_settings(settings)?;
        let builder = Engine::builder(Taxonomy::from_bytes(taxonomy)?).places(Gazetteer::from_bytes(places)?);
        Ok(Matcher::over(&builder.settings(settings).build()?))
    }

    /// An engine without offers over the bundled taxonomy and places.
    ///
    /// # Errors
    /// Those of the settings (`settings.…`).
    #[cfg(feature = "node")]
    pub fn embedded(settings: Option<String>) -> Result<Matcher, Fault> {
        let settings = read_settings(settings)?;
        Ok(Matcher::over(&Engine::builder(Taxonomy::embedded_small()).settings(settings).build()?))
    }

    /// How many offers there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.index().len()
    }

    /// The preferred label of a skill or an occupation in a language; the id where it is neither.
    ///
    /// # Errors
    /// `language.not-a-code`.
    pub fn label(&self, id: &str, language: &str) -> Result<String, Fault> {
        Ok(crate::labels::label(self.engine.taxonomy(), id, language.parse()?).to_owned())
    }
}

impl Matcher {
    /// A matcher without offers over an engine built in Rust.
    pub fn over(engine: &Engine) -> Matcher {
        Matcher {
            engine: engine.clone(),
            merged: Merged::of(engine, Vec::new()),
            sources: Vec::new(),
            trainings: TrainingCatalogue::default(),
            explorer: OnceLock::new(),
            completions: crate::completion::Completions::default(),
            links: crate::links::Links::default(),
            last: Last::default(),
        }
    }

    /// Goes on with another engine; the offers that are there are understood again.
    pub(crate) fn go_on_with(&mut self, engine: Engine) -> Result<(), Fault> {
        self.merged = Matcher::merge(&engine, &self.sources)?;
        self.engine = engine;
        self.last.forget();
        Ok(())
    }

    pub(crate) fn index(&self) -> &OfferIndex {
        &self.merged.index
    }

    /// All offers of these sources, understood by an engine.
    pub(crate) fn merge(engine: &Engine, sources: &[Source]) -> Result<Merged, Fault> {
        let open = |source: &Source| match &source.from {
            From::Packed(bytes) => OfferCatalogue::from_bytes(engine, bytes),
            #[cfg(feature = "whole")]
            From::Records(offers) => Ok(OfferCatalogue::of(engine, offers).0),
        };
        let catalogues: Result<Vec<OfferCatalogue>, _> = sources.iter().map(open).collect();
        Ok(Merged::of(engine, catalogues?))
    }
}

fn read_settings(json: Option<String>) -> Result<Settings, Fault> {
    Ok(json.map_or_else(|| Ok(Settings::default()), |json| Settings::from_json(&json))?)
}
