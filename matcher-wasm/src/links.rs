use std::sync::OnceLock;

use matcher_core::Taxonomy;
use matcher_core::link::Linker;
use matcher_core::model::Language;
use matcher_core::spot::{FindRecord, Spotter, utf16};
use matcher_core::taxonomy::ConceptKind;
use matcher_core::units::Ratio;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::written;
use crate::matcher::Matcher;

/// From words to concepts. Each index is built at the first question that needs it.
#[derive(Default)]
pub(crate) struct Links {
    skills: OnceLock<Linker>,
    occupations: OnceLock<Linker>,
    spotter: OnceLock<Spotter>,
}

#[derive(Serialize)]
struct Linked<'a> {
    id: &'a str,
    label: &'a str,
    language: Language,
    score: Ratio,
}

impl Links {
    pub(crate) fn link(
        &self,
        taxonomy: &Taxonomy,
        kind: &str,
        text: &str,
        language: &str,
        k: usize,
    ) -> Result<String, Fault> {
        let (linker, kind) = match kind {
            "skill" => (&self.skills, ConceptKind::Skill),
            "occupation" => (&self.occupations, ConceptKind::Occupation),
            other => {
                let message = format!("“{other}” is no kind of concept that texts link to: use skill or occupation");
                return Err(Fault::new("call.unknown-kind", message));
            }
        };
        let language: Language = language.parse()?;
        let linker = match linker.get() {
            Some(known) => known,
            None => {
                let new = Linker::new(taxonomy, kind)?;
                linker.get_or_init(|| new)
            }
        };
        let links = linker.link(text, language, k);
        let linked = links.iter().map(|link| Linked {
            id: link.id,
            label: link.label,
            language: link.language,
            score: link.score,
        });
        Ok(written(&linked.collect::<Vec<_>>()))
    }

    pub(crate) fn spot(&self, taxonomy: &Taxonomy, text: &str, language: &str) -> Result<String, Fault> {
        let language: Language = language.parse()?;
        let finds = self.spotter.get_or_init(|| Spotter::new(taxonomy)).spot(text, Some(language));
        let records =
            utf16(text, &finds).iter().map(|find| find.record(taxonomy, language)).collect::<Vec<FindRecord>>();
        Ok(written(&records))
    }
}

#[wasm_bindgen]
impl Matcher {
    /// The skills or occupations (`kind`) that a short text may mean, best first, as a JSON array of `{"id", "label",
    /// "language", "score"}`, the score between 0 and 1; empty where nothing is close. The first question of a kind builds
    /// its index.
    ///
    /// # Errors
    /// `call.unknown-kind`; `language.not-a-code`; `link.no-words` where the taxonomy has no table of words.
    pub fn link(&self, kind: &str, text: &str, language: &str, k: usize) -> Result<String, Fault> {
        self.links.link(self.engine.taxonomy(), kind, text, language, k)
    }

    /// The skills and occupations that free text names, in the order of the text, as a JSON array of `{"id", "label",
    /// "kind", "start", "end", "negated"}`; `start` and `end` count UTF-16 units, as JavaScript does. The first question
    /// builds the index.
    ///
    /// # Errors
    /// `language.not-a-code`.
    pub fn spot(&self, text: &str, language: &str) -> Result<String, Fault> {
        self.links.spot(self.engine.taxonomy(), text, language)
    }
}
