use matcher_core::explain::Arg;
use matcher_core::phrases::Phrases;
use matcher_core::units::Day;
use matcher_core::{Line, Taxonomy};

use crate::failure::Failure;
use crate::terminal::Lang;

/// The demo's own words beside those of the core.
pub(super) struct Speech<'a> {
    phrases: Phrases,
    taxonomy: &'a Taxonomy,
    code: &'static str,
}

impl<'a> Speech<'a> {
    pub(super) fn new(lang: Lang, taxonomy: &'a Taxonomy) -> Result<Speech<'a>, Failure> {
        let (code, own) = match lang {
            Lang::Fr | Lang::Lb => ("fr", include_str!("../../../data/demo/fr.txt")),
            Lang::De => ("de", include_str!("../../../data/demo/de.txt")),
            Lang::En => ("en", include_str!("../../../data/demo/en.txt")),
        };
        Ok(Speech { phrases: Phrases::of(lang.language()).with(own)?, taxonomy, code })
    }

    /// A message without arguments.
    pub(super) fn text(&self, key: &str) -> String {
        self.phrases.text(key).to_owned()
    }

    /// A message with arguments.
    pub(super) fn say(&self, key: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> String {
        let line = args.into_iter().fold(Line::new(key), |line, (name, arg)| line.with(name, arg));
        self.phrases.line(&line, self.taxonomy)
    }

    /// Who a person of the story is, and what the person shows.
    pub(super) fn person(&self, id: &str) -> (String, String) {
        (self.text(&format!("demo.{id}")), self.text(&format!("demo.{id}-about")))
    }

    /// The code of the language that a page is mostly in.
    pub(super) fn code(&self) -> &'static str {
        self.code
    }
}

pub(super) fn number(number: usize) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

pub(super) fn day(day: Day) -> Arg {
    Arg::Day(day)
}

pub(super) fn text(text: impl Into<String>) -> Arg {
    Arg::Text(text.into())
}
