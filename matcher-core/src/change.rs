//! What might be different about a person: the questions "what if" and "what would it take".

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{
    ContractKind, Country, Education, Language, LanguageClaim, Mode, Modes, Pay, Profile, SkillClaim, Training, Wish,
};
use crate::units::{Cefr, Cents, Day, Eqf, Level, Minutes};

/// One change of a profile. Applying it never takes anything away that the profile had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Change {
    /// Has this skill, at this level or an unknown one.
    Skill {
        /// An id or words.
        skill: String,
        /// Level reached.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<Level>,
    },
    /// Has this diploma.
    Education {
        /// Level reached.
        eqf: Eqf,
    },
    /// Speaks this language at this level.
    Language {
        /// Which.
        language: Language,
        /// How well.
        level: Cefr,
    },
    /// Has this licence.
    Licence {
        /// Its usual name.
        licence: String,
    },
    /// Travels so long at most.
    Minutes {
        /// One way.
        minutes: Minutes,
    },
    /// Travels this way too.
    Mode {
        /// Which.
        mode: Mode,
    },
    /// Comes to the workplace so many days a week at most.
    DaysOnSite {
        /// 0 to 7.
        days: u8,
    },
    /// Works in this country too.
    Country {
        /// Which.
        country: Country,
    },
    /// Accepts this kind of contract too.
    Contract {
        /// Which.
        contract: ContractKind,
    },
    /// Accepts this monthly pay.
    PayFloor {
        /// Euro a month.
        euro: Cents,
    },
    /// Is free from this day on.
    AvailableFrom {
        /// First possible day.
        day: Day,
    },
    /// Wishes for this job too.
    Wish {
        /// As one would write it.
        title: String,
    },
    /// Gives up one exclusion.
    WithoutExclusion {
        /// Its number in the profile's list, from 0.
        number: usize,
    },
}

impl Change {
    /// What a training changes about a person who completes it: the skills and languages that it teaches, at the level
    /// it reaches. A language without a level is taken as A2, the least that a course announces.
    pub fn of_training(training: &Training) -> Vec<Change> {
        let skills = training.teaches.iter();
        let skills = skills.map(|claim| Change::Skill { skill: claim.skill.clone(), level: claim.level });
        let languages = training
            .languages
            .iter()
            .map(|claim| Change::Language { language: claim.language, level: claim.level.unwrap_or(Cefr::A2) });
        skills.chain(languages).collect()
    }

    /// The profile after the change. What it already has better stays as it is.
    pub fn apply(&self, profile: &Profile) -> Profile {
        let mut changed = profile.clone();
        match self {
            Change::Skill { skill, level } => {
                changed.skills.push(SkillClaim { level: *level, ..skill.as_str().into() });
            }
            Change::Education { eqf } => {
                let known = changed.education.as_ref().map(|education| education.eqf);
                changed.education = Some(Education { eqf: known.map_or(*eqf, |known| known.max(*eqf)) });
            }
            Change::Language { language, level } => {
                let claim = LanguageClaim { language: *language, level: Some(*level) };
                changed.languages.get_or_insert_default().push(claim);
            }
            Change::Licence { licence } => changed.licences.get_or_insert_default().push(licence.clone()),
            Change::Minutes { minutes } => {
                changed.commute.minutes = changed.commute.minutes.map(|known| known.max(*minutes));
            }
            Change::Mode { mode } => {
                let modes = if changed.commute.modes.is_empty() { Mode::Car.into() } else { changed.commute.modes };
                changed.commute.modes = Modes::with(modes, *mode);
            }
            Change::DaysOnSite { days } => {
                changed.commute.days_on_site = changed.commute.days_on_site.map(|known| known.max(*days));
            }
            Change::Country { country } => {
                if !changed.commute.countries.is_empty() {
                    changed.commute.countries.push(*country);
                    let all: BTreeSet<Country> = changed.commute.countries.iter().copied().collect();
                    changed.commute.countries = all.into_iter().collect();
                }
            }
            Change::Contract { contract } => {
                if !changed.contracts.is_empty() && !changed.contracts.contains(contract) {
                    changed.contracts.push(*contract);
                }
            }
            Change::PayFloor { euro } => {
                changed.pay = changed.pay.map(|_| Pay { min: Some(*euro), ..Pay::default() });
            }
            Change::AvailableFrom { day } => {
                changed.available_from = Some(changed.available_from.map_or(*day, |known| known.min(*day)));
            }
            Change::Wish { title } => changed.wishes.push(Wish { title: Some(title.clone()), occupation: None }),
            Change::WithoutExclusion { number } => {
                if *number < changed.exclusions.len() {
                    changed.exclusions.remove(*number);
                }
            }
        }
        changed
    }
}
