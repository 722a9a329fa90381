use super::hash::Row;
use super::lexicon::Phrase;

/// A row of words of a text that may be a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    /// Number of its first word in the text.
    pub(super) first: usize,
    /// Number of its last word.
    pub(super) last: usize,
    /// Its words but for the small ones.
    pub(super) row: Row,
    /// What stands behind its comma, where it has one.
    pub(super) behind_comma: Option<Row>,
    /// What stands before the comma.
    pub(super) before_comma: Row,
    /// It has small words between its first and its last.
    pub(super) has_small: bool,
    /// It has a stroke or an ampersand inside.
    pub(super) joined: bool,
}

impl Window {
    /// Whether its words, which are those of the phrase, stand in an order that means the same: the phrase's own; turned
    /// round a comma (*projets, gestion de*); or any, where bare words stand side by side (*développement web*, *web
    /// développement*). With a small word between, another order is another meaning (*projet de gestion*).
    pub(super) fn order_fits(&self, phrase: &Phrase) -> bool {
        match self.behind_comma {
            None => self.row.order == phrase.order || !self.has_small && self.row.words > 1,
            Some(behind) => behind.then(self.before_comma).order == phrase.order,
        }
    }
}
