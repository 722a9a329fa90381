use serde::{Deserialize, Serialize};

use crate::model::{ContractKind, Country, LanguageClaim, Mode, Modes, Pay, PlaceRef, SkillClaim, Tags};
use crate::units::{Cents, Day, Eqf, HoursRange, Minutes, Years};

/// A person looking for work. Every field but `id` may be missing; a job title and a town are already a profile.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile {
    /// The caller's name for the record, unique in its file.
    pub id: String,
    /// A CV or a description in the person's own words: text only. The skills that it names count as stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the person can do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillClaim>,
    /// Past and present jobs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub occupations: Vec<PastOccupation>,
    /// Languages; `null` where they were not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<LanguageClaim>>,
    /// The highest level of education reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub education: Option<Education>,
    /// Licences and permits by their usual names (`B`, `CE`, `CACES-R489-3`, `H0B0`); `null` where they were not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licences: Option<Vec<String>>,
    /// Jobs wished for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
    /// Where the person lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<PlaceRef>,
    /// How, how far and how often to travel.
    pub commute: CommuteWish,
    /// Kinds of contract accepted; any where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contracts: Vec<ContractKind>,
    /// Working time wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursRange>,
    /// The least gross pay accepted (its `min`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// First possible day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_from: Option<Day>,
    /// What the person will not do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<Exclusion>,
    /// Readiness to be trained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub training: Option<TrainingWish>,
    /// The host's own marks.
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// A job that a person has or had.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PastOccupation {
    /// The title as the person writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The occupation's id in the taxonomy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// For how long, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<Years>,
}

/// A job that a person wishes for: a title or an occupation's id.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Wish {
    /// The wish as the person writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The occupation's id in the taxonomy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
}

/// The highest level of education reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Education {
    /// Level of the European Qualifications Framework.
    pub eqf: Eqf,
}

/// How, how far and how often a person is ready to travel to work.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CommuteWish {
    /// Ways of travelling; by car where none is named.
    #[serde(skip_serializing_if = "Modes::is_empty")]
    pub modes: Modes,
    /// The longest way to work, one way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// The most days a week at the workplace, 0 to 7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_on_site: Option<u8>,
    /// Countries to work in; any where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
}

/// Something a person will not do. Every field given must hold for the offer to be left out.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exclusion {
    /// An occupation by id, or an occupation group with everything below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// A skill that the offer asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// A kind of contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractKind>,
    /// An employer by name, whatever the case and accents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// A mark of the offer, `"key=value"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// In words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// How much training a person accepts.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TrainingWish {
    /// At most so many weeks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u16>,
    /// At most so much money of one's own, in euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<Cents>,
}

impl Profile {
    /// A person of whom nothing is known yet.
    pub fn new(id: impl Into<String>) -> Profile {
        Profile { id: id.into(), ..Profile::default() }
    }

    /// And this skill: `"SQL"`, or `("SQL", 3)` with a level from 1 to 4.
    #[must_use]
    pub fn skill(mut self, skill: impl Into<SkillClaim>) -> Profile {
        self.skills.push(skill.into());
        self
    }

    /// And this job, by its title, for so many years.
    #[must_use]
    pub fn worked_as(mut self, title: &str, years: impl Into<Option<f64>>) -> Profile {
        let years = years.into().and_then(Years::from_decimal);
        self.occupations.push(PastOccupation { title: Some(title.to_owned()), occupation: None, years });
        self
    }

    /// And this wish, by its title.
    #[must_use]
    pub fn wishes_for(mut self, title: &str) -> Profile {
        self.wishes.push(Wish { title: Some(title.to_owned()), occupation: None });
        self
    }

    /// Living here: a postal code, a municipality code or a name.
    #[must_use]
    pub fn home(mut self, place: impl Into<PlaceRef>) -> Profile {
        self.home = Some(place.into());
        self
    }

    /// Ready to travel so many minutes, one way.
    #[must_use]
    pub fn minutes(mut self, minutes: u16) -> Profile {
        self.commute.minutes = Some(Minutes::new(minutes));
        self
    }

    /// Travelling this way too.
    #[must_use]
    pub fn by(mut self, mode: Mode) -> Profile {
        self.commute.modes = self.commute.modes.with(mode);
        self
    }
}
