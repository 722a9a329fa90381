use serde::{Deserialize, Serialize};

use crate::model::{LanguageClaim, PlaceRef, SkillClaim, Tags};
use crate::units::{Cents, Day};

/// A training course: what it teaches, what it takes, where and when.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Training {
    /// The caller's name for the record, unique in its file.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Skills taught, with the level reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub teaches: Vec<SkillClaim>,
    /// Languages taught, with the level reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageClaim>,
    /// Skills to have before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prerequisites: Vec<SkillClaim>,
    /// Where it is given; empty and not `remote`: unknown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceRef>,
    /// Can be followed from home.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub remote: bool,
    /// Length in weeks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u16>,
    /// Cost for the person, in euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cents>,
    /// Seats a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// Dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// The training's own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The host's own marks.
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// One run of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// First day.
    pub start: Day,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Day>,
}
