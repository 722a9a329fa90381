//! Explanations in words: German, English, French, and Luxembourgish for the interface.
//!
//! The messages lie in `data/phrases/{en,fr,de,lb}.txt`, one a line, where a translator edits them without touching code.
//! A message that Luxembourgish does not hold is taken from French, then from English, and is filled in that language
//! throughout. A host adds the messages of its own criteria with [`Phrases::with`].
//!
//! ```
//! use matcher_core::model::Language;
//! use matcher_core::phrases::Phrases;
//! use matcher_core::units::Score;
//!
//! let phrases = Phrases::of(Language::FR);
//! assert_eq!(phrases.criterion("commute"), "Trajet");
//! assert_eq!(phrases.points(Score::new(724_000)), "72,4");
//! ```

mod catalogue;
mod change;
mod explanation;
mod fill;
mod numbers;
#[cfg(test)]
mod tests;
mod why_not;

use std::sync::Arc;

use crate::criteria::Filter;
use crate::explain::{Band, Line, Opening, Travel};
use crate::model::Language;
use crate::taxonomy::Taxonomy;
use crate::units::Score;
use crate::{Change, Error};
use catalogue::{Catalogue, Message};
use fill::{fill, names};
use numbers::Style;

/// The messages of one language. Cloning it costs nothing; it is `Send` and `Sync`.
#[derive(Clone, Debug)]
pub struct Phrases {
    language: Language,
    own: Option<Arc<Catalogue>>,
}

impl Phrases {
    /// The messages of a language: German, English, French or Luxembourgish; English for any other.
    ///
    /// Cost: the files are read once in a process, some dozen microseconds.
    pub fn of(language: Language) -> Phrases {
        let known = [Language::EN, Language::FR, Language::DE, Language::LB];
        Phrases { language: if known.contains(&language) { language } else { Language::EN }, own: None }
    }

    /// With the host's own messages in this language, in the form of the bundled files: `key = text with {name}`, one a
    /// line. They win over the bundled ones; a later call wins over an earlier one.
    ///
    /// # Errors
    /// `phrases.malformed` with the line: no `=`, a key twice, a brace or bracket that is not closed.
    pub fn with(mut self, messages: &str) -> Result<Phrases, Error> {
        let mut own = self.own.as_deref().cloned().unwrap_or_default();
        own.extend(Catalogue::read(messages)?);
        self.own = Some(Arc::new(own));
        Ok(self)
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message that speaks of nothing, such as `ui.points-lost`; the key itself where there is none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.message(key).map_or(key, |message| message.text)
    }

    /// A line in words. Concepts are named by the taxonomy, and by their id where it does not have them. A key without a
    /// message is shown with what it speaks of, so that nothing is lost.
    pub fn line(&self, line: &Line, taxonomy: &Taxonomy) -> String {
        match self.message(&line.key) {
            Some(message) => fill(self, message, &line.args, taxonomy),
            None => {
                let here = Message { text: "", language: self.language };
                let arg = |(name, arg)| format!("{name} {}", fill::value(self, here, arg, taxonomy));
                let args: Vec<String> = line.args.iter().map(arg).collect();
                if args.is_empty() { line.key.to_string() } else { format!("{}: {}", line.key, args.join(", ")) }
            }
        }
    }

    /// A change of the person, as a noun: “up to 60 minutes to work, one way”.
    pub fn change(&self, change: &Change, taxonomy: &Taxonomy) -> String {
        self.line(&change::line(change), taxonomy)
    }

    /// A change with the number of offers that it would open.
    pub fn opening(&self, opening: &Opening, taxonomy: &Taxonomy) -> String {
        let line = Line::new("ui.opening").text("change", self.change(&opening.change, taxonomy));
        self.line(&line.number("offers", opening.offers as i64), taxonomy)
    }

    /// The way to work, short: “≈ 12 min by car to Metz (9.3 km)”.
    pub fn travel(&self, travel: &Travel) -> String {
        self.line(&names::travel(travel), &Taxonomy::nothing())
    }

    /// A band of scores.
    pub fn band(&self, band: Band) -> &str {
        self.text(names::band(band))
    }

    /// The name of a criterion; the id itself for a host's criterion that has no message `criterion.<id>`.
    pub fn criterion<'a>(&'a self, id: &'a str) -> &'a str {
        self.word("criterion", id)
    }

    /// The name of a filter.
    pub fn filter(&self, filter: Filter) -> &str {
        self.word("filter", filter.name())
    }

    /// The question for a field of the profile; see [`Answer::questions`](crate::Answer::questions).
    pub fn question<'a>(&'a self, field: &'a str) -> &'a str {
        self.word("question", field)
    }

    /// A score to a tenth of a point: “72.4”, “72,4”.
    pub fn points(&self, score: Score) -> String {
        self.decimal(i64::from(score.tenths()), 1)
    }

    /// A number of units of 10⁻ᵈ, such as those of [`shown`](crate::explain::shown), with d decimals.
    pub fn decimal(&self, units: i64, decimals: u32) -> String {
        Style::of(self.language).decimal(units, decimals)
    }

    /// Whole euro: “€1,234”, “1 234 €”, “1.234 €”.
    pub fn euro(&self, euro: u32) -> String {
        Style::of(self.language).euro(euro)
    }

    /// The message `family.name`, else the name.
    fn word<'a>(&'a self, family: &str, name: &'a str) -> &'a str {
        self.message(&format!("{family}.{name}")).map_or(name, |message| message.text)
    }

    /// A message with the language that it is written in.
    fn message(&self, key: &str) -> Option<Message<'_>> {
        let own = self.own.as_deref().and_then(|own| own.get(key));
        match own {
            Some(text) => Some(Message { text, language: self.language }),
            None => catalogue::bundled(self.language, key),
        }
    }
}
