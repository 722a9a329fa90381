use serde::{Deserialize, Serialize};

use crate::Error;
use crate::units::Ratio;

/// λ of each criterion: the most it may take of the score, 0 (switched off) to 0.95. All are judgement, kept round: weights
/// fitted on few profiles do not carry over to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Weights {
    /// A skill that the offer lists.
    pub skills_listed: Ratio,
    /// A skill found in the offer's text.
    pub skills_spotted: Ratio,
    /// A skill that only the occupation implies, or that was not understood.
    pub skills_implied: Ratio,
    /// What the offer's text says is done and asked, in its own words.
    pub tasks: Ratio,
    /// Past occupations and years in them.
    pub occupation: Ratio,
    /// The job wished for.
    pub wish: Ratio,
    /// Languages.
    pub languages: Ratio,
    /// Education.
    pub education: Ratio,
    /// Availability.
    pub availability: Ratio,
    /// The way to work.
    pub commute: Ratio,
    /// Pay.
    pub pay: Ratio,
    /// Contract and hours.
    pub conditions: Ratio,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights {
            skills_listed: Ratio::percent(70),
            skills_spotted: Ratio::percent(50),
            skills_implied: Ratio::percent(50),
            tasks: Ratio::percent(50),
            occupation: Ratio::percent(50),
            wish: Ratio::percent(50),
            languages: Ratio::percent(40),
            education: Ratio::percent(20),
            availability: Ratio::percent(15),
            commute: Ratio::percent(20),
            pay: Ratio::percent(25),
            conditions: Ratio::percent(25),
        }
    }
}

impl Weights {
    /// The most that any λ may be.
    pub const MAX: Ratio = Ratio::percent(95);

    pub(super) fn check(&self) -> Result<(), Error> {
        if !(self.skills_implied <= self.skills_spotted && self.skills_spotted <= self.skills_listed) {
            let message = "what an offer lists must weigh at least as much as what is spotted in its text, and that at \
                           least as much as what is implied: else a skill not understood would count more than one missed";
            return Err(Error::new("settings.skills-order", message).at("weights.skills_listed"));
        }
        match self.named().into_iter().find(|(_, weight)| *weight > Weights::MAX) {
            Some((name, weight)) => {
                let message = format!("{weight} is more than 0.95, the most that one criterion may take");
                Err(Error::new("settings.weight-too-large", message).at(format!("weights.{name}")))
            }
            None => Ok(()),
        }
    }

    /// Every weight with its name.
    pub fn named(&self) -> [(&'static str, Ratio); 12] {
        [
            ("skills_listed", self.skills_listed),
            ("skills_spotted", self.skills_spotted),
            ("skills_implied", self.skills_implied),
            ("tasks", self.tasks),
            ("occupation", self.occupation),
            ("wish", self.wish),
            ("languages", self.languages),
            ("education", self.education),
            ("availability", self.availability),
            ("commute", self.commute),
            ("pay", self.pay),
            ("conditions", self.conditions),
        ]
    }
}

/// The deficit that a criterion counts where something is unknown: neither none nor full. All are judgement.
///
/// What a person *has* (skills, occupations, languages, education) has no neutral on the person's side: adding to it must
/// never hurt and unknown must never count less than the worst, so that silence and the worst answer are one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Neutrals {
    /// What the offer's text says.
    pub tasks: Ratio,
    /// The offer's title and occupation.
    pub occupation: Ratio,
    /// The person's wish, or what the offer is.
    pub wish: Ratio,
    /// The level of a language on either side.
    pub languages: Ratio,
    /// The education asked.
    pub education: Ratio,
    /// The day on which either side is ready.
    pub availability: Ratio,
    /// Either side's place, or the time between them.
    pub commute: Ratio,
    /// The pay offered.
    pub pay: Ratio,
    /// The contract or the hours offered.
    pub conditions: Ratio,
}

impl Default for Neutrals {
    fn default() -> Neutrals {
        Neutrals {
            tasks: Ratio::percent(50),
            occupation: Ratio::percent(50),
            wish: Ratio::percent(33),
            languages: Ratio::percent(25),
            education: Ratio::percent(25),
            availability: Ratio::percent(25),
            commute: Ratio::percent(33),
            pay: Ratio::percent(33),
            conditions: Ratio::percent(25),
        }
    }
}
