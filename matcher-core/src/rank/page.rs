use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Answer, Hit, OfferIndex, Query};
use crate::Error;
use crate::units::{Fingerprint, FingerprintBuilder};

/// How far somebody has come in a list: a short text that a page hands out and the next call hands back.
///
/// It names what was shown, so that a list that has changed before this place is noticed: offers came or went, the person,
/// the day, the settings or the seed are others. What changed behind it is simply shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Cursor {
    seen: u32,
    /// Of all that was shown.
    shown: Fingerprint,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.seen, self.shown)
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> String {
        cursor.to_string()
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Cursor, Error> {
        let parts = text.split_once('.').and_then(|(seen, shown)| Some((seen.parse().ok()?, shown.parse().ok()?)));
        let (seen, shown) = parts.ok_or_else(|| {
            let message = format!("“{text}” is no cursor; hand back what the page before gave, unchanged");
            Error::new("cursor.unreadable", message)
        })?;
        Ok(Cursor { seen, shown })
    }
}

impl TryFrom<String> for Cursor {
    type Error = Error;

    fn try_from(text: String) -> Result<Cursor, Error> {
        text.parse()
    }
}

impl OfferIndex {
    /// The `k` offers of a query that come behind those already shown, and the cursor for the page behind them; `None` where
    /// there is none. Without a cursor the first page. The pages of a list, one after the other, are the list; those of
    /// [`Answer::uncertain`] go along.
    ///
    /// # Errors
    /// `cursor.stale` where what was shown before is no longer what comes first.
    ///
    /// Cost: that of the whole list up to the page.
    pub fn page(&self, query: impl Into<Query>, after: Option<&Cursor>) -> Result<(Answer, Option<Cursor>), Error> {
        let query = query.into();
        let seen = after.map_or(0, |cursor| cursor.seen as usize);
        let end = seen.saturating_add(query.k);
        // One more tells whether there is another page.
        let mut answer = self.top(query.k(end.saturating_add(1)));
        if after.is_some_and(|cursor| cursor.shown != shown(&answer, seen)) {
            let message = "the list has changed since the page before; begin again at the first page";
            return Err(Error::new("cursor.stale", message));
        }
        let more = answer.hits.len() > end || answer.uncertain.len() > end;
        let next = more.then(|| Cursor { seen: u32::try_from(end).unwrap_or(u32::MAX), shown: shown(&answer, end) });
        for list in [&mut answer.hits, &mut answer.uncertain] {
            list.truncate(end);
            list.drain(..seen.min(list.len()));
        }
        Ok((answer, next))
    }
}

/// Names the first of both lists.
fn shown(answer: &Answer, first: usize) -> Fingerprint {
    let mut all = FingerprintBuilder::default();
    for list in [&answer.hits, &answer.uncertain] {
        all.add(b"list");
        for hit in list.iter().take(first) {
            all.add(Hit::id(hit).as_bytes());
            all.add(&hit.score().get().to_le_bytes());
        }
    }
    all.finish()
}
