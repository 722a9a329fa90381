use serde::{Deserialize, Serialize};

use crate::units::Level;

/// A skill that a person has, an offer asks for or a training teaches: named by its id in the taxonomy or in words, at a
/// level or an unknown one. In JSON a plain string (`"SQL"`) or an object (`{"skill": "SQL", "level": 3}`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "Written"))]
pub struct SkillClaim {
    /// An id (`http://data.europa.eu/esco/skill/…`) or words (`SQL`).
    pub skill: String,
    /// How well, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Found in the running text of the record, not listed in a field.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub spotted: bool,
    /// In an offer, a must: people who have nothing of it are not shown the offer at all. Counts only where it is listed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub must: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum Written {
    Text(String),
    Object {
        skill: String,
        #[serde(default)]
        level: Option<Level>,
        #[serde(default)]
        spotted: bool,
        #[serde(default)]
        must: bool,
    },
}

impl From<Written> for SkillClaim {
    fn from(written: Written) -> SkillClaim {
        match written {
            Written::Text(skill) => skill.as_str().into(),
            Written::Object { skill, level, spotted, must } => SkillClaim { skill, level, spotted, must },
        }
    }
}

impl From<&str> for SkillClaim {
    fn from(skill: &str) -> SkillClaim {
        SkillClaim { skill: skill.to_owned(), level: None, spotted: false, must: false }
    }
}

impl From<(&str, u8)> for SkillClaim {
    /// A level outside 1 to 4 becomes the nearest one.
    fn from((skill, level): (&str, u8)) -> SkillClaim {
        SkillClaim { level: Level::new(level.clamp(1, 4)), ..skill.into() }
    }
}
