//! What is missing, and where it is taught.

use matcher_core::explain::Arg;
use matcher_core::units::Cents;
use matcher_core::{Change, Training};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::json::written;
use crate::labels::label;
use crate::matcher::Matcher;
use crate::options::Options;

/// So many lessons are tried: each costs a search.
const LESSONS: usize = 5;

#[derive(Serialize)]
struct Missing<'a> {
    skill: String,
    label: String,
    essential: bool,
    gain: u32,
    trainings: Vec<TrainingCard<'a>>,
}

#[derive(Serialize)]
struct Lesson<'a> {
    label: String,
    skill: String,
    offers: usize,
    gain: u32,
    trainings: Vec<TrainingCard<'a>>,
}

/// What is shown of a training.
#[derive(Serialize)]
pub(crate) struct TrainingCard<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<Cents>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    remote: bool,
    places: Vec<TrainingPlace<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sessions: &'a [matcher_core::model::Session],
}

#[derive(Serialize)]
struct TrainingPlace<'a> {
    label: &'a str,
}

impl<'a> TrainingCard<'a> {
    pub(crate) fn of(training: &'a Training) -> TrainingCard<'a> {
        TrainingCard {
            id: &training.id,
            title: &training.title,
            provider: training.provider.as_deref(),
            link: training.link.as_deref(),
            weeks: training.weeks,
            cost: training.cost,
            remote: training.remote,
            places: training
                .places
                .iter()
                .filter_map(|p| p.text.as_deref())
                .map(|label| TrainingPlace { label })
                .collect(),
            sessions: &training.sessions,
        }
    }
}

#[wasm_bindgen]
impl Matcher {
    /// The skills that one offer asks and the profile has not, what each would bring, and the trainings that teach it; those that
    /// bring most first.
    ///
    /// # Errors
    /// Those of `explain`.
    pub fn missing(&self, profile: &str, offer: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let explanation = self.index().explain(options.query(&person), offer)?;
        let lines = explanation.criteria.iter().filter(|part| part.criterion == "skills").flat_map(|part| &part.lines);
        let mut missing: Vec<Missing<'_>> = Vec::new();
        for line in lines {
            let (Some(Change::Skill { skill, .. }), Some(gain)) = (&line.change, line.gain) else { continue };
            let essential = line.args.get("kind") == Some(&Arg::Word("kind.essential".to_owned()));
            let label = label(self.engine.taxonomy(), skill, options.language()).to_owned();
            missing.push(Missing { label, essential, gain, trainings: self.teaching(skill), skill: skill.clone() });
        }
        missing.sort_by(|a, b| b.gain.cmp(&a.gain).then_with(|| a.skill.cmp(&b.skill)));
        Ok(written(&missing))
    }

    /// Skills that the best offers ask and the profile has not: how many of those offers ask for each, and what the best offers
    /// would gain together if it were learnt. Those that bring most first.
    ///
    /// # Errors
    /// Those of `match`.
    pub fn learn(&self, profile: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let query = options.query(&person).select(options.selection()?);
        let lesson = |lesson: matcher_core::Lesson| Lesson {
            label: label(self.engine.taxonomy(), &lesson.skill, options.language()).to_owned(),
            offers: lesson.offers,
            gain: lesson.gain,
            trainings: self.teaching(&lesson.skill),
            skill: lesson.skill,
        };
        Ok(written(&self.index().lessons(query, LESSONS).into_iter().map(lesson).collect::<Vec<_>>()))
    }
}

impl Matcher {
    fn teaching(&self, skill: &str) -> Vec<TrainingCard<'_>> {
        self.trainings.teaching(&self.engine, skill).into_iter().map(TrainingCard::of).collect()
    }
}
