use crate::model::Language;

/// What a file of ESCO holds. The order is the one in which files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Occupations,
    Skills,
    IscoGroups,
    SkillGroups,
    BroaderOccupations,
    BroaderSkills,
    Demands,
    Related,
}

impl Role {
    pub(super) const ALL: [Role; 8] = [
        Role::Occupations,
        Role::Skills,
        Role::IscoGroups,
        Role::SkillGroups,
        Role::BroaderOccupations,
        Role::BroaderSkills,
        Role::Demands,
        Role::Related,
    ];

    /// The name without language and ending.
    pub(super) fn stem(self) -> &'static str {
        match self {
            Role::Occupations => "occupations",
            Role::Skills => "skills",
            Role::IscoGroups => "ISCOGroups",
            Role::SkillGroups => "skillGroups",
            Role::BroaderOccupations => "broaderRelationsOccPillar",
            Role::BroaderSkills => "broaderRelationsSkillPillar",
            Role::Demands => "occupationSkillRelations",
            Role::Related => "skillSkillRelations",
        }
    }

    /// Without it there is no taxonomy.
    pub(super) fn is_needed(self) -> bool {
        matches!(self, Role::Occupations | Role::Skills | Role::Demands)
    }

    /// From a file name such as `occupations_fr.csv`.
    pub(crate) fn of(name: &str) -> Option<(Role, Language)> {
        let (stem, language) = name.strip_suffix(".csv")?.rsplit_once('_')?;
        let role = Role::ALL.into_iter().find(|role| role.stem() == stem)?;
        Some((role, language.parse().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_role_and_language() {
        assert_eq!(Role::of("skills_de.csv"), Some((Role::Skills, Language::DE)));
        for other in ["skillsHierarchy_en.csv", "skills.csv", "skills_german.csv", "skills_de.parquet"] {
            assert_eq!(Role::of(other), None, "{other}");
        }
    }
}
