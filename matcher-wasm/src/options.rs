use std::collections::BTreeMap;

use matcher_core::browse::{Facet, Selection};
use matcher_core::model::Language;
use matcher_core::units::{Day, Ratio, Score};
use matcher_core::{Person, Query};
use serde::Deserialize;

use crate::error::Fault;
use crate::json::parse;

/// How to look, beside for whom. A field that does not exist is an error.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Options {
    /// How many; ten where it is not said.
    top: Option<usize>,
    /// So many are passed over; where there is no person.
    pub(crate) skip: usize,
    /// The day of the question, for nothing here reads a clock. Without it no date is looked at.
    pub(crate) as_of: Option<Day>,
    /// Ten-thousandths of a point.
    min_score: Option<Score>,
    /// 0 to 1.
    min_confidence: Option<Ratio>,
    /// Each match with its explanation.
    pub(crate) explain: bool,
    /// Each match with its offer's card: yes where it is not said.
    cards: Option<bool>,
    /// Count the values of facets.
    pub(crate) facets: bool,
    /// Values chosen by facet.
    chosen: BTreeMap<String, Vec<String>>,
    /// The keyword box.
    keywords: Option<String>,
    /// Marks that an offer must carry.
    tags: BTreeMap<String, Vec<String>>,
    /// So many changes that would open offers.
    pub(crate) openings: usize,
    /// The language of labels; English where it is not said.
    language: Option<Language>,
}

impl Options {
    pub(crate) fn read(json: Option<&str>) -> Result<Options, Fault> {
        json.map_or_else(|| Ok(Options::default()), |json| parse("options.not-json", json))
    }

    pub(crate) fn top(&self) -> usize {
        self.top.unwrap_or(10)
    }

    pub(crate) fn cards(&self) -> bool {
        self.cards.unwrap_or(true)
    }

    pub(crate) fn language(&self) -> Language {
        self.language.unwrap_or(Language::EN)
    }

    pub(crate) fn selection(&self) -> Result<Selection, Fault> {
        let mut selection = Selection::new();
        if let Some(text) = &self.keywords {
            selection = selection.keywords(text);
        }
        for (facet, values) in &self.chosen {
            let facet: Facet = facet.parse()?;
            for value in values {
                selection = selection.choose(facet.clone(), value.as_str());
            }
        }
        Ok(selection)
    }

    /// The query without its selection.
    pub(crate) fn query(&self, person: &Person) -> Query {
        let mut query = Query::new(person).as_of(self.as_of).k(self.top());
        for (key, values) in &self.tags {
            for value in values {
                query = query.tag(key, value);
            }
        }
        if let Some(score) = self.min_score {
            query = query.min_score(score);
        }
        if let Some(confidence) = self.min_confidence {
            query = query.min_confidence(confidence);
        }
        query
    }
}
