use serde::{Deserialize, Serialize};

use crate::model::{Ask, ContractKind, LanguageNeed, Pay, PlaceRef, SkillClaim, Tags};
use crate::units::{Day, Eqf, HoursRange, Years};

/// A job on offer. A *fact* that is missing (place, pay, contract, hours, start) is unknown; a *demand* that is missing
/// (languages, education, experience, licences) is not asked, see [`Ask`].
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// The source's name for the record. Unique together with `source`.
    pub id: String,
    /// Where the offer comes from; may stay empty where there is one source.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The title as the employer writes it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The advertisement's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The occupation's id in the taxonomy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// Skills without which the work cannot be done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub essential_skills: Vec<SkillClaim>,
    /// Skills that help.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub optional_skills: Vec<SkillClaim>,
    /// Languages asked.
    #[serde(skip_serializing_if = "Ask::is_not_asked")]
    pub languages: Ask<Vec<LanguageNeed>>,
    /// Education asked.
    #[serde(skip_serializing_if = "Ask::is_not_asked")]
    pub education: Ask<EducationNeed>,
    /// Years in the occupation asked; 0 where beginners are welcome.
    #[serde(skip_serializing_if = "Ask::is_not_asked")]
    pub experience: Ask<Years>,
    /// Licences and permits without which the work may not be done.
    #[serde(skip_serializing_if = "Ask::is_not_asked")]
    pub licences: Ask<Vec<String>>,
    /// Where the work is; the nearest of several counts. Empty: unknown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceRef>,
    /// Days a week at the workplace, 0 (all remote) to 7; unknown where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_site_days: Option<u8>,
    /// Kind of contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractKind>,
    /// Working time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursRange>,
    /// Gross pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Pay>,
    /// How many people are sought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openings: Option<u32>,
    /// First day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// First day on which the offer is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Day>,
    /// Last day on which the offer is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Day>,
    /// Who employs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// The offer's own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The host's own marks.
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}

/// Education that an offer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EducationNeed {
    /// Level of the European Qualifications Framework, at least.
    pub eqf: Eqf,
    /// A must (a regulated trade): people known to be below it are not shown the offer at all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub must: bool,
}

impl Offer {
    /// An offer of which only the name and the title are known.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Offer {
        Offer { id: id.into(), title: title.into(), ..Offer::default() }
    }

    /// And this essential skill: `"SQL"`, or `("SQL", 3)` with a level from 1 to 4.
    #[must_use]
    pub fn essential(mut self, skill: impl Into<SkillClaim>) -> Offer {
        self.essential_skills.push(skill.into());
        self
    }

    /// And this optional skill.
    #[must_use]
    pub fn optional(mut self, skill: impl Into<SkillClaim>) -> Offer {
        self.optional_skills.push(skill.into());
        self
    }

    /// And this place of work.
    #[must_use]
    pub fn place(mut self, place: impl Into<PlaceRef>) -> Offer {
        self.places.push(place.into());
        self
    }

    /// The offer's name across sources: `source:id`, or the bare id where the source is empty.
    pub fn identity(&self) -> String {
        if self.source.is_empty() { self.id.clone() } else { format!("{}:{}", self.source, self.id) }
    }
}
