use matcher_core::model::{Limits, read_json};
use matcher_core::{
    Change, Engine, Issue, MatchRecord, Offer, OfferIndex, Person, Profile, Settings, Severity, Taxonomy,
};
use serde::Serialize;
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::completion::Completions;
use crate::error::Fault;
use crate::links::Links;
use crate::options::Options;

/// An engine with its offers. JSON strings go in and out; the records are those of `matcher schema`.
#[wasm_bindgen]
pub struct Matcher {
    index: OfferIndex,
    completions: Completions,
    links: Links,
}

#[derive(Serialize)]
struct Answer {
    issues: Vec<Issue>,
    questions: Vec<&'static str>,
    considered: usize,
    eligible: usize,
    matches: Vec<MatchRecord>,
    uncertain: Vec<MatchRecord>,
}

#[wasm_bindgen]
impl Matcher {
    /// An engine without offers over a taxonomy snapshot, with the embedded places and these settings (JSON; all fields
    /// have defaults).
    ///
    /// # Errors
    /// Those of the snapshot (`taxonomy.…`) and of the settings (`settings.…`).
    #[wasm_bindgen(constructor)]
    pub fn new(taxonomy: &[u8], settings: Option<String>) -> Result<Matcher, Fault> {
        let settings = settings.map_or_else(|| Ok(Settings::default()), |json| Settings::from_json(&json))?;
        let engine = Engine::builder(Taxonomy::from_bytes(taxonomy)?).settings(settings).build()?;
        Ok(Matcher::over(&engine))
    }

    /// An engine without offers over the embedded taxonomy and places.
    ///
    /// # Errors
    /// Those of the settings (`settings.…`).
    pub fn embedded(settings: Option<String>) -> Result<Matcher, Fault> {
        let settings = settings.map_or_else(|| Ok(Settings::default()), |json| Settings::from_json(&json))?;
        Ok(Matcher::over(&Engine::builder(Taxonomy::embedded_small()).settings(settings).build()?))
    }

    /// Takes the place of all offers by those of a JSON array, and returns every issue found as a JSON array. A record
    /// that cannot be used is left out; its issue says so.
    ///
    /// # Errors
    /// `offers.not-json` where the text is no JSON array.
    pub fn load(&mut self, offers: &str) -> Result<String, Fault> {
        let texts: Vec<&RawValue> = parse("offers.not-json", offers)?;
        let (mut records, mut issues) = (Vec::with_capacity(texts.len()), Vec::new());
        for text in texts {
            let (record, found) = read_json::<Offer>(text.get(), &Limits::default());
            records.extend(record);
            issues.extend(found);
        }
        let (index, found) = self.index.engine().offers(&records);
        self.index = index;
        issues.extend(found);
        Ok(written(&issues))
    }

    /// How many offers there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.index.len()
    }

    /// The best offers for a profile: `{"issues", "questions", "considered", "eligible", "matches", "uncertain"}`.
    /// `options`: `top`, `as_of`, `min_score`, `min_confidence`, `explain`, all optional.
    ///
    /// # Errors
    /// The code of the issue for which the profile was rejected (`record.…`); `options.not-json`.
    #[wasm_bindgen(js_name = match)]
    pub fn matches(&self, profile: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, issues) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let answer = self.index.top(options.query(&person));
        let record = |hit: &matcher_core::Hit| MatchRecord {
            explanation: options.explain.then(|| hit.explain()),
            ..hit.record()
        };
        Ok(written(&Answer {
            issues,
            questions: answer.questions(),
            considered: answer.considered(),
            eligible: answer.eligible(),
            matches: answer.hits().iter().map(record).collect(),
            uncertain: answer.uncertain().iter().map(record).collect(),
        }))
    }

    /// Where every point of one pair went, and what would bring it back.
    ///
    /// # Errors
    /// Those of `match`; `call.unknown-offer`.
    pub fn explain(&self, profile: &str, offer: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        Ok(written(&self.index.explain(options.query(&person), offer)?))
    }

    /// Why an offer is not shown, and the smallest change of the profile that would bring it in.
    ///
    /// # Errors
    /// Those of `explain`.
    #[wasm_bindgen(js_name = whyNot)]
    pub fn why_not(&self, profile: &str, offer: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        Ok(written(&self.index.why_not(options.query(&person), offer)?))
    }

    /// Score and rank of an offer before and after changes of the profile (a JSON array).
    ///
    /// # Errors
    /// Those of `explain`; `changes.not-json`.
    #[wasm_bindgen(js_name = whatIf)]
    pub fn what_if(&self, profile: &str, changes: &str, offer: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let changes: Vec<Change> = parse("changes.not-json", changes)?;
        let options = Options::read(options.as_deref())?;
        Ok(written(&self.index.what_if(options.query(&person), &changes, offer)?))
    }

    /// The skills or occupations (`kind`) that a short text may mean, best first, as a JSON array of `{"id", "label",
    /// "language", "score"}`, the score between 0 and 1; empty where nothing is close. The first question of a kind builds
    /// its index.
    ///
    /// # Errors
    /// `call.unknown-kind`; `language.not-a-code`; `link.no-words` where the taxonomy has no table of words.
    pub fn link(&self, kind: &str, text: &str, language: &str, k: usize) -> Result<String, Fault> {
        self.links.link(self.index.engine().taxonomy(), kind, text, language, k)
    }

    /// The skills and occupations that free text names, in the order of the text, as a JSON array of `{"id", "label",
    /// "kind", "start", "end", "negated"}`; `start` and `end` count UTF-16 units, as JavaScript does. The first question
    /// builds the index.
    ///
    /// # Errors
    /// `language.not-a-code`.
    pub fn spot(&self, text: &str, language: &str) -> Result<String, Fault> {
        self.links.spot(self.index.engine().taxonomy(), text, language)
    }

    /// What the text may become while it is being typed: at most `k` concepts, best first, as a JSON array of `{"kind",
    /// "id", "label", "language", "fit"}`. Labels in the language (two letters) come first; `kind` is `skill`,
    /// `occupation` or left out for both; `fit` is `whole`, `beginning` or, with a typing error, `slip`. The first question
    /// builds the index.
    ///
    /// # Errors
    /// `call.unknown-kind`; `language.not-a-code`.
    pub fn complete(&self, prefix: &str, language: &str, k: usize, kind: Option<String>) -> Result<String, Fault> {
        self.completions.complete(self.index.engine().taxonomy(), prefix, language, k, kind.as_deref())
    }
}

impl Matcher {
    /// A matcher without offers over an engine built in Rust.
    pub fn over(engine: &Engine) -> Matcher {
        Matcher { index: engine.offers(&[]).0, completions: Completions::default(), links: Links::default() }
    }

    /// The profile prepared, with all issues of reading and preparing it.
    fn person(&self, profile: &str) -> Result<(Person, Vec<Issue>), Fault> {
        let (record, mut issues) = read_json::<Profile>(profile, &Limits::default());
        let Some(record) = record else {
            let rejected = issues.into_iter().find(|issue| issue.severity == Severity::Rejected);
            return Err(
                rejected.map_or_else(|| Fault::new("record.not-json", "the profile cannot be read"), Fault::from)
            );
        };
        let person = self.index.engine().prepare(&record)?;
        issues.extend_from_slice(person.issues());
        Ok((person, issues))
    }
}

/// Parses a JSON argument; a fault of this code otherwise.
pub(crate) fn parse<'a, T: serde::Deserialize<'a>>(code: &'static str, json: &'a str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| Fault::new(code, error.to_string()))
}

/// Records of ours always have a JSON form: their keys are strings and their numbers finite.
pub(crate) fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records of ours have a JSON form")
}
