use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::criteria::Case;
use crate::model::{Country, Language, Mode};
use crate::prepare::Past;
use crate::units::{Cents, Day, Eqf, Metres, Ratio};

/// One reason: a message key with its arguments, the points it costs and what meeting it would bring. It is put into words
/// by [`phrases`](crate::phrases), in any language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// The message, such as `skills.missing`.
    pub key: Cow<'static, str>,
    /// What the message speaks of.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<Cow<'static, str>, Arg>,
    /// Ten-thousandths of a point lost here; the lines of a criterion sum to its loss.
    #[serde(default)]
    pub lost: u32,
    /// Ten-thousandths of a point that meeting the line would bring, scored again; not the same as `lost`, for the
    /// criteria multiply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gain: Option<u32>,
    /// What meeting the line would take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Its part of the criterion's loss, in whatever unit the criterion counts.
    #[serde(skip)]
    pub(crate) parts: u64,
}

/// What a message speaks of. Concepts are kept by id and named when the message is put into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Arg {
    /// A number.
    Number(i64),
    /// A number in tenths: kilometres, years, hours.
    Tenths(i64),
    /// Whole euro.
    Euro(u32),
    /// A day.
    Day(Day),
    /// A share in hundredths.
    Percent(u8),
    /// Words that are the same in every language.
    Text(String),
    /// A skill of the taxonomy.
    Skill(String),
    /// An occupation of the taxonomy.
    Occupation(String),
    /// A human language.
    Language(Language),
    /// A country.
    Country(Country),
    /// A level of education.
    Education(Eqf),
    /// A way of travelling.
    Mode(Mode),
    /// A field of the profile or a name out of a closed list, put into words by its own message (`contract.permanent`).
    Word(String),
}

impl Line {
    /// A line with this message.
    pub fn new(key: &'static str) -> Line {
        Line { key: Cow::Borrowed(key), args: BTreeMap::new(), lost: 0, gain: None, change: None, parts: 1 }
    }

    /// With an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Line {
        self.args.insert(Cow::Borrowed(name), arg);
        self
    }

    /// With its part of the criterion's loss, in any unit common to the criterion's lines; 1 by default.
    #[must_use]
    pub fn losing(mut self, parts: u64) -> Line {
        self.parts = parts;
        self
    }

    /// With what it would take to meet it.
    #[must_use]
    pub fn meeting(mut self, change: Change) -> Line {
        self.change = Some(change);
        self
    }

    pub(crate) fn number(self, name: &'static str, number: impl Into<i64>) -> Line {
        self.with(name, Arg::Number(number.into()))
    }

    pub(crate) fn percent(self, name: &'static str, ratio: Ratio) -> Line {
        self.with(name, Arg::Percent(((ratio.parts() * 100 + (1 << 14)) >> 15) as u8))
    }

    pub(crate) fn tenths(self, name: &'static str, tenths: impl Into<i64>) -> Line {
        self.with(name, Arg::Tenths(tenths.into()))
    }

    pub(crate) fn km(self, name: &'static str, metres: Metres) -> Line {
        self.tenths(name, (i64::from(metres.0) + 50) / 100)
    }

    pub(crate) fn euro(self, name: &'static str, amount: Cents) -> Line {
        self.with(name, Arg::Euro(amount.rounded()))
    }

    pub(crate) fn day(self, name: &'static str, day: Day) -> Line {
        self.with(name, Arg::Day(day))
    }

    pub(crate) fn country(self, name: &'static str, country: Country) -> Line {
        self.with(name, Arg::Country(country))
    }

    pub(crate) fn education(self, name: &'static str, level: Eqf) -> Line {
        self.with(name, Arg::Education(level))
    }

    pub(crate) fn text(self, name: &'static str, text: impl Into<String>) -> Line {
        self.with(name, Arg::Text(text.into()))
    }

    pub(crate) fn word(self, name: &'static str, word: impl Into<String>) -> Line {
        self.with(name, Arg::Word(word.into()))
    }

    pub(crate) fn skill(self, name: &'static str, id: &str) -> Line {
        self.with(name, Arg::Skill(id.to_owned()))
    }

    pub(crate) fn language(self, name: &'static str, language: Language) -> Line {
        self.with(name, Arg::Language(language))
    }

    pub(crate) fn mode(self, name: &'static str, mode: Mode) -> Line {
        self.with(name, Arg::Mode(mode))
    }

    /// A past occupation or a wish as the person calls it, else by its concept.
    pub(crate) fn past(self, case: &Case<'_>, name: &'static str, past: &Past) -> Line {
        match past.occupations.first() {
            Some(&occupation) if past.title.is_empty() => {
                self.with(name, Arg::Occupation(case.engine.taxonomy.0.occupations.id(occupation).to_owned()))
            }
            _ => self.text(name, past.title.clone()),
        }
    }
}
