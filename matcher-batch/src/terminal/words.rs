use clap::ValueEnum;
use matcher_core::Line;
use matcher_core::explain::Travel;
use matcher_core::{Band, Change, Filter, Taxonomy};

/// A language that the output speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Lang {
    /// French.
    #[default]
    Fr,
    /// German.
    De,
    /// English.
    En,
    /// Luxembourgish, where it has the words; else French.
    Lb,
}

/// Messages in one language, with the names of one taxonomy.
#[expect(dead_code, reason = "the messages follow")]
pub(crate) struct Words<'a> {
    lang: Lang,
    taxonomy: &'a Taxonomy,
}

impl<'a> Words<'a> {
    pub(crate) fn new(lang: Lang, taxonomy: &'a Taxonomy) -> Words<'a> {
        Words { lang, taxonomy }
    }
    pub(crate) fn line(&self, line: &Line) -> String {
        format!("{} {:?}", line.key, line.args)
    }
    pub(crate) fn change(&self, change: &Change) -> String {
        format!("{change:?}")
    }
    pub(crate) fn band(&self, band: Band) -> String {
        format!("{band:?}")
    }
    pub(crate) fn filter(&self, filter: Filter) -> String {
        filter.to_string()
    }
    pub(crate) fn question(&self, field: &str) -> String {
        field.to_owned()
    }
    pub(crate) fn travel(&self, travel: &Travel) -> String {
        format!("{travel:?}")
    }
    pub(crate) fn criterion(&self, id: &str) -> String {
        id.to_owned()
    }
    pub(crate) fn ui(&self, key: &str) -> String {
        key.to_owned()
    }
}
