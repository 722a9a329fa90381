//! For who has no trade yet.

use matcher_core::explore::{ChoiceKind, Explorer};
use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, ConceptView, Taxonomy};
use matcher_core::text;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::{parse, written};
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
    occupations: Vec<Title<'a>>,
    because: Vec<&'a str>,
}

/// What a trade is called: ROME's titles are French, in both gender forms.
#[derive(Serialize)]
struct Title<'a> {
    /// As its publisher writes it.
    label: &'a str,
    /// The language of that.
    language: Language,
    /// What the same trade is called in the language asked for, in another classification.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<&'a str>,
}

impl<'a> Title<'a> {
    fn of(taxonomy: &'a Taxonomy, id: &'a str, language: Language) -> Title<'a> {
        let Some(trade) = taxonomy.get(ConceptKind::Occupation, id) else {
            return Title { label: id, language, also: None };
        };
        let (label, own) = (trade.label(language), trade.label_language(language));
        // A crosswalk joins what is near; only what bears the same name is the same trade.
        let names = text::forms(label);
        let is_named_alike = |twin: &ConceptView<'_>| {
            let theirs = twin.label_in(own).map(text::forms).unwrap_or_default();
            theirs.iter().any(|name| names.contains(name))
        };
        let same = || taxonomy.same_occupations(id).ok()?.into_iter().map(|(twin, _)| twin).find(is_named_alike);
        let also = (own != language).then(same).flatten().and_then(|twin| twin.label_in(language));
        Title { label, language: own, also }
    }
}

#[derive(Serialize)]
struct TradeIdea<'a> {
    id: &'a str,
    #[serde(flatten)]
    title: Title<'a>,
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
                    occupations: idea.occupations.iter().map(|id| Title::of(taxonomy, id, language)).collect(),
                    because: self.answers(&idea.because, language),
                })
                .collect(),
            occupations: trades
                .iter()
                .map(|idea| TradeIdea {
                    id: &idea.occupation,
                    title: Title::of(taxonomy, &idea.occupation, language),
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
