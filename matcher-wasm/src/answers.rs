//! Questions about offers for a person.

use std::collections::BTreeMap;

use matcher_core::browse::FacetCounts;
use matcher_core::explain::{Band, Explanation, Opening, Travel, WhyNot};
use matcher_core::units::{Ratio, Score};
use matcher_core::{Change, Filter, Hit, Issue, Stamp};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browsing::{FACET_VALUES, Shown};
use crate::error::Fault;
use crate::json::{parse, written};
use crate::matcher::Matcher;
use crate::names::Names;
use crate::options::Options;

#[derive(Serialize)]
struct Answer<'a> {
    issues: Vec<Issue>,
    questions: Vec<&'static str>,
    considered: usize,
    eligible: usize,
    selected: usize,
    matches: Vec<Match<'a>>,
    uncertain: Vec<Match<'a>>,
    stamp: Stamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    facets: Option<Vec<FacetCounts>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    openings: Option<Vec<Opening>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    names: BTreeMap<String, &'a str>,
}

/// The fields of a match record, but for the stamp: that of the answer is true of each.
#[derive(Serialize)]
struct Match<'a> {
    profile: &'a str,
    offer: &'a str,
    rank: usize,
    score: Score,
    fit: Score,
    wish: Score,
    band: Band,
    confidence: Ratio,
    #[serde(skip_serializing_if = "Option::is_none")]
    travel: Option<&'a Travel>,
    #[serde(skip_serializing_if = "<[Filter]>::is_empty")]
    unverified: &'a [Filter],
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<Shown<'a>>,
}

impl<'a> Match<'a> {
    fn new(hit: &'a Hit, explanation: Option<Explanation>, card: Option<Shown<'a>>) -> Match<'a> {
        Match {
            profile: hit.profile(),
            offer: hit.id(),
            rank: hit.rank(),
            score: hit.score(),
            fit: hit.fit(),
            wish: hit.wish(),
            band: hit.band(),
            confidence: hit.confidence(),
            travel: hit.travel(),
            unverified: hit.unverified(),
            explanation,
            card,
        }
    }
}

/// Something said of a person, with the labels of what it speaks of.
#[derive(Serialize)]
struct Named<'a, T> {
    #[serde(flatten)]
    said: T,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    names: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Openings {
    openings: Vec<Opening>,
}

#[wasm_bindgen]
impl Matcher {
    /// The best offers for a profile. `options`: `top`, `as_of`, `min_score`, `min_confidence`, `explain`, `cards`, `facets`,
    /// `chosen`, `keywords`, `tags`, `openings`, `language`, all optional.
    ///
    /// # Errors
    /// The code of the issue for which the profile was rejected (`record.…`); `options.not-json`; `facet.unknown`.
    #[wasm_bindgen(js_name = match)]
    pub fn matches(&self, profile: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, issues) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let (query, selection) = (options.query(&person), options.selection()?);
        let answer = self.index().top(query.clone().select(selection.clone()));
        // What is not narrowed need not be counted twice.
        let view = (options.facets || !selection.is_everything()).then(|| self.index().view(query));
        let facets = view.as_ref().filter(|_| options.facets).map(|view| view.facets(&selection, FACET_VALUES));
        let mut names = Names::new(self.engine.taxonomy(), options.language());
        let mut explanations = if options.explain { answer.explanations() } else { Vec::new() }.into_iter();
        let mut shown = |hit| {
            let explanation = explanations.next();
            explanation.iter().for_each(|explanation| names.explanation(explanation));
            Match::new(hit, explanation, options.cards().then(|| self.shown(hit.id())))
        };
        let [matches, uncertain] =
            [answer.hits(), answer.uncertain()].map(|hits| hits.iter().map(&mut shown).collect());
        let openings = (options.openings > 0).then(|| {
            let mut openings = answer.relaxations();
            openings.truncate(options.openings);
            openings
        });
        openings.iter().flatten().for_each(|opening| names.change(&opening.change));
        Ok(written(&Answer {
            issues,
            questions: answer.questions(),
            considered: answer.considered(),
            eligible: view.map_or(answer.eligible(), |view| view.len()),
            selected: answer.eligible(),
            matches,
            uncertain,
            stamp: answer.stamp(),
            facets,
            openings,
            names: names.finish(),
        }))
    }

    /// Where every point of one pair went, and what would bring it back.
    ///
    /// # Errors
    /// Those of `match`; `call.unknown-offer`.
    pub fn explain(&self, profile: &str, offer: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let said: Explanation = self.index().explain(options.query(&person), offer)?;
        let mut names = Names::new(self.engine.taxonomy(), options.language());
        names.explanation(&said);
        Ok(written(&Named { said, names: names.finish() }))
    }

    /// Why an offer is not shown, and the smallest change of the profile that would bring it in.
    ///
    /// # Errors
    /// Those of `explain`.
    #[wasm_bindgen(js_name = whyNot)]
    pub fn why_not(&self, profile: &str, offer: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let said: WhyNot = self.index().why_not(options.query(&person), offer)?;
        let mut names = Names::new(self.engine.taxonomy(), options.language());
        said.refusals.iter().for_each(|refusal| names.line(&refusal.line));
        said.relaxation.iter().for_each(|change| names.change(change));
        Ok(written(&Named { said, names: names.finish() }))
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
        Ok(written(&self.index().what_if(options.query(&person), &changes, offer)?))
    }

    /// The changes of wishes that would open offers, those that open most first: `{"openings", "names"}`.
    ///
    /// # Errors
    /// Those of `match`.
    pub fn relaxations(&self, profile: &str, options: Option<String>) -> Result<String, Fault> {
        let (person, _) = self.person(profile)?;
        let options = Options::read(options.as_deref())?;
        let openings = self.index().top(options.query(&person).k(0)).relaxations();
        let mut names = Names::new(self.engine.taxonomy(), options.language());
        openings.iter().for_each(|opening| names.change(&opening.change));
        Ok(written(&Named { said: Openings { openings }, names: names.finish() }))
    }
}
