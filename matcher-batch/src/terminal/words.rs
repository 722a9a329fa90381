use clap::ValueEnum;
use matcher_core::explain::Opening;
use matcher_core::model::Language;
use matcher_core::phrases::Phrases;
use matcher_core::units::Score;
use matcher_core::{Change, Explanation, Line, Taxonomy, WhyNot};

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

impl Lang {
    /// Its code.
    pub(crate) fn language(self) -> Language {
        match self {
            Lang::Fr => Language::FR,
            Lang::De => Language::DE,
            Lang::En => Language::EN,
            Lang::Lb => Language::LB,
        }
    }
}

/// The messages of one language, with the names of one taxonomy.
pub(crate) struct Words<'a> {
    pub(crate) phrases: Phrases,
    taxonomy: &'a Taxonomy,
}

impl<'a> Words<'a> {
    pub(crate) fn new(lang: Lang, taxonomy: &'a Taxonomy) -> Words<'a> {
        Words { phrases: Phrases::of(lang.language()), taxonomy }
    }

    pub(crate) fn line(&self, line: &Line) -> String {
        self.phrases.line(line, self.taxonomy)
    }

    pub(crate) fn change(&self, change: &Change) -> String {
        self.phrases.change(change, self.taxonomy)
    }

    pub(crate) fn opening(&self, opening: &Opening) -> String {
        self.phrases.opening(opening, self.taxonomy)
    }

    /// A word of the interface.
    pub(crate) fn ui(&self, key: &str) -> String {
        self.phrases.text(key).to_owned()
    }

    /// An explanation as a tree of lines.
    pub(crate) fn explanation(&self, explanation: &Explanation) -> String {
        self.phrases.explanation(explanation, self.taxonomy, 1)
    }

    /// Why an offer is not shown.
    pub(crate) fn why_not(&self, why: &WhyNot) -> String {
        self.phrases.why_not(why, self.taxonomy)
    }

    /// The line that costs the most, with its points.
    pub(crate) fn main_loss(&self, explanation: &Explanation) -> Option<String> {
        self.losses(explanation).into_iter().next()
    }

    /// The lines that cost something, the dearest first, with their points.
    pub(crate) fn losses(&self, explanation: &Explanation) -> Vec<String> {
        let mut lines: Vec<&Line> =
            explanation.criteria.iter().flat_map(|part| &part.lines).filter(|line| line.lost > 0).collect();
        lines.sort_by_key(|line| std::cmp::Reverse(line.lost));
        let told = |line: &&Line| format!("−{} {}", self.phrases.points(Score::new(line.lost)), self.line(line));
        lines.iter().map(told).collect()
    }
}
