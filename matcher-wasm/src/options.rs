use matcher_core::units::{Day, Ratio, Score};
use matcher_core::{Person, Query};
use serde::Deserialize;

use crate::error::Fault;
use crate::matcher::parse;

/// How to look, beside for whom. A field that does not exist is an error.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Options {
    /// How many; ten where it is not said.
    top: Option<usize>,
    /// The day of the question, for nothing here reads a clock. Without it no date is looked at.
    as_of: Option<Day>,
    /// Ten-thousandths of a point.
    min_score: Option<Score>,
    /// 0 to 1.
    min_confidence: Option<Ratio>,
    /// Each match with its explanation.
    pub(crate) explain: bool,
}

impl Options {
    pub(crate) fn read(json: Option<&str>) -> Result<Options, Fault> {
        json.map_or_else(|| Ok(Options::default()), |json| parse("options.not-json", json))
    }

    pub(crate) fn query(&self, person: &Person) -> Query {
        let mut query = Query::new(person).as_of(self.as_of);
        if let Some(top) = self.top {
            query = query.k(top);
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
