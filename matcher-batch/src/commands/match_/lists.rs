use matcher_core::{Answer, Hit};

use crate::output::ResultLine;
use crate::terminal::{self, Words};

/// How lists are shown: as lines for a file, or as a table for people.
pub(super) struct Lists<'a> {
    pub(super) lines: bool,
    /// Whether a list is one of people.
    pub(super) people: bool,
    pub(super) explain: bool,
    pub(super) words: &'a Words<'a>,
    pub(super) width: usize,
}

/// One list, ready to be written.
pub(super) struct Listed {
    pub(super) shown: Shown,
    /// Of each match.
    pub(super) bands: Vec<String>,
    /// Whose list it is.
    pub(super) heading: String,
    /// What to ask a person of whom too little is known.
    pub(super) questions: Vec<&'static str>,
}

pub(super) enum Shown {
    Lines(Vec<ResultLine>),
    Text(String),
}

impl Lists<'_> {
    /// The offers for a person, or why there is none.
    pub(super) fn answer(&self, answer: &Answer) -> Listed {
        let id = answer.person().id();
        let Some(record) = answer.no_match() else { return self.list(id, answer.hits()) };
        let shown = if self.lines {
            Shown::Lines(vec![ResultLine::NoMatch(Box::new(record))])
        } else {
            Shown::Text(format!("{id}\n{}", terminal::without_match(&record, self.words)))
        };
        Listed { shown, bands: Vec::new(), heading: id.to_owned(), questions: answer.questions() }
    }

    pub(super) fn list(&self, heading: &str, hits: &[Hit]) -> Listed {
        let band = |hit: &Hit| serde_json::to_value(hit.band()).ok()?.as_str().map(str::to_owned);
        let bands = hits.iter().filter_map(band).collect();
        let shown = if self.lines {
            let line = |hit: &Hit| {
                let mut record = hit.record();
                record.explanation = self.explain.then(|| hit.explain());
                ResultLine::Match(Box::new(record))
            };
            Shown::Lines(hits.iter().map(line).collect())
        } else {
            let mut text = format!("{heading}\n{}", terminal::matches(hits, self.people, self.words, self.width));
            if self.explain {
                hits.iter().for_each(|hit| text.push_str(&self.words.explanation(&hit.explain())));
            }
            Shown::Text(text)
        };
        Listed { shown, bands, heading: heading.to_owned(), questions: Vec::new() }
    }
}
