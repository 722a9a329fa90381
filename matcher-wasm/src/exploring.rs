//! For who has no trade yet.

use matcher_core::explore::{ChoiceKind, Explorer};
use matcher_core::model::Language;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::{parse, written};
use crate::labels::label;
use crate::lessons::TrainingCard;
use crate::matcher::Matcher;

/// The answers given. A field that does not exist is an error: nothing else of a minor is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    chosen: Vec<String>,
}

#[derive(Serialize)]
struct Choice<'a> {
    id: &'a str,
    kind: ChoiceKind,
    label: &'a str,
}

#[derive(Serialize)]
struct Explored<'a> {
    trainings: Vec<TrainingIdea<'a>>,
    occupations: Vec<TradeIdea<'a>>,
}

#[derive(Serialize)]
struct TrainingIdea<'a> {
    #[serde(flatten)]
    card: TrainingCard<'a>,
    occupations: Vec<&'a str>,
    because: Vec<&'a str>,
}

#[derive(Serialize)]
struct TradeIdea<'a> {
    id: &'a str,
    label: &'a str,
    because: Vec<&'a str>,
}

#[wasm_bindgen]
impl Matcher {
    /// What can be asked: `[{"id", "kind", "label"}]`, labels in the language.
    ///
    /// # Errors
    /// `language.not-a-code`.
    #[wasm_bindgen(js_name = exploreChoices)]
    pub fn explore_choices(&self, language: &str) -> Result<String, Fault> {
        let language: Language = language.parse()?;
        let choices = self.explorer().choices().iter();
        let choices = choices.map(|choice| Choice { id: &choice.id, kind: choice.kind, label: choice.label(language) });
        Ok(written(&choices.collect::<Vec<_>>()))
    }

    /// The `k` trades that fit these answers (`{"chosen": [ids]}`) best, and the trainings that lead to them:
    /// `{"trainings", "occupations"}`, each with the answers that it fits.
    ///
    /// # Errors
    /// `answers.not-json`; `call.unknown-choice`; `language.not-a-code`.
    pub fn explore(&self, answers: &str, language: &str, k: usize) -> Result<String, Fault> {
        let language: Language = language.parse()?;
        let Answers { chosen } = parse("answers.not-json", answers)?;
        let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
        let taxonomy = self.engine.taxonomy();
        let trades = self.explorer().trades(taxonomy, &chosen, k)?;
        let trainings = self.explorer().trainings(taxonomy, &self.trainings, &trades, k);
        Ok(written(&Explored {
            trainings: trainings
                .iter()
                .map(|idea| TrainingIdea {
                    card: TrainingCard::of(idea.training),
                    occupations: idea.occupations.iter().map(|id| label(taxonomy, id, language)).collect(),
                    because: self.answers(&idea.because, language),
                })
                .collect(),
            occupations: trades
                .iter()
                .map(|idea| TradeIdea {
                    id: &idea.occupation,
                    label: label(taxonomy, &idea.occupation, language),
                    because: self.answers(&idea.because, language),
                })
                .collect(),
        }))
    }
}

impl Matcher {
    fn explorer(&self) -> &Explorer {
        self.explorer.get_or_init(Explorer::bundled)
    }

    /// Answers as they read in the language.
    fn answers(&self, chosen: &[String], language: Language) -> Vec<&str> {
        let choices = self.explorer().choices();
        let of = |id: &String| choices.iter().find(|choice| choice.id == *id).map(|choice| choice.label(language));
        chosen.iter().filter_map(of).collect()
    }
}
