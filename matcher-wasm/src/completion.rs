use std::sync::OnceLock;

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::typos::{Completion, Fit, Lexicon};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::matcher::Matcher;

/// What may become of what is being typed. Each index is built at the first question that needs it.
#[derive(Default)]
pub(crate) struct Completions {
    all: OnceLock<Completion>,
    skills: OnceLock<Completion>,
    occupations: OnceLock<Completion>,
}

/// A concept, by the label that begins as typed.
#[derive(Serialize)]
struct Suggestion<'a> {
    kind: &'static str,
    id: &'a str,
    label: &'a str,
    language: Language,
    fit: &'static str,
}

impl Completions {
    /// At most `k` suggestions as a JSON array.
    pub(crate) fn complete(
        &self,
        taxonomy: &Taxonomy,
        prefix: &str,
        language: &str,
        k: usize,
        kind: Option<&str>,
    ) -> Result<String, Fault> {
        let (index, kinds): (_, &[ConceptKind]) = match kind {
            None => (&self.all, &[ConceptKind::Skill, ConceptKind::Occupation]),
            Some("skill") => (&self.skills, &[ConceptKind::Skill]),
            Some("occupation") => (&self.occupations, &[ConceptKind::Occupation]),
            Some(other) => {
                let message = format!("“{other}” is no kind of concept that can be completed: use skill or occupation");
                return Err(Fault::new("call.unknown-kind", message));
            }
        };
        let language: Language = language.parse()?;
        let index = index.get_or_init(|| Completion::of(&Lexicon::of(taxonomy, kinds)));
        let found = index.complete(prefix, language, k);
        let suggestions: Vec<Suggestion<'_>> = found
            .iter()
            .map(|found| Suggestion {
                kind: match found.kind {
                    ConceptKind::Skill => "skill",
                    ConceptKind::Occupation => "occupation",
                    ConceptKind::Group => "group",
                },
                id: found.id,
                label: found.label,
                language: found.language,
                fit: match found.fit {
                    Fit::Whole => "whole",
                    Fit::Beginning => "beginning",
                    Fit::Slip => "slip",
                },
            })
            .collect();
        Ok(crate::json::written(&suggestions))
    }
}

#[wasm_bindgen]
impl Matcher {
    /// What the text may become while it is being typed: at most `k` concepts, best first, as a JSON array of `{"kind",
    /// "id", "label", "language", "fit"}`. Labels in the language (two letters) come first; `kind` is `skill`,
    /// `occupation` or left out for both; `fit` is `whole`, `beginning` or, with a typing error, `slip`. The first question
    /// builds the index.
    ///
    /// # Errors
    /// `call.unknown-kind`; `language.not-a-code`.
    pub fn complete(&self, prefix: &str, language: &str, k: usize, kind: Option<String>) -> Result<String, Fault> {
        self.completions.complete(self.engine.taxonomy(), prefix, language, k, kind.as_deref())
    }
}
