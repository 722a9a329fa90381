//! The labels of what an answer speaks of by id.

use std::collections::BTreeMap;

use matcher_core::Change;
use matcher_core::explain::{Arg, Explanation, Line};
use matcher_core::model::Language;
use matcher_core::taxonomy::Taxonomy;

use crate::labels::find;

/// Labels by id.
pub(crate) struct Names<'a> {
    taxonomy: &'a Taxonomy,
    language: Language,
    all: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(taxonomy: &'a Taxonomy, language: Language) -> Names<'a> {
        Names { taxonomy, language, all: BTreeMap::new() }
    }

    pub(crate) fn explanation(&mut self, explanation: &Explanation) {
        explanation.criteria.iter().flat_map(|part| &part.lines).for_each(|line| self.line(line));
    }

    pub(crate) fn line(&mut self, line: &Line) {
        for arg in line.args.values() {
            if let Arg::Skill(id) | Arg::Occupation(id) = arg {
                self.id(id);
            }
        }
        line.change.iter().for_each(|change| self.change(change));
    }

    pub(crate) fn change(&mut self, change: &Change) {
        if let Change::Skill { skill, .. } = change {
            self.id(skill);
        }
    }

    fn id(&mut self, id: &str) {
        let label = find(self.taxonomy, id, self.language);
        if let (Some(label), false) = (label, self.all.contains_key(id)) {
            self.all.insert(id.to_owned(), label);
        }
    }

    pub(crate) fn finish(self) -> BTreeMap<String, &'a str> {
        self.all
    }
}
