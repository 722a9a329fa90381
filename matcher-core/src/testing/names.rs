//! How the records of a [`World`](super::World) name skills and occupations.

/// So many skills can be named; those beyond the taxonomy's number lead nowhere.
pub const SKILLS_NAMED: usize = 9;
/// So many titles can be named; those beyond the taxonomy's number lead nowhere.
pub const TITLES_NAMED: usize = 6;

/// What the offers of a world describe, one phrase each; a table does not know the first.
pub const TASKS: [&str; 5] =
    ["xylophone quorum", "souder des tubes", "couper et souder", "welding 1 and 2", "skillful cooking 3"];

/// The id of a skill.
pub fn skill_id(number: usize) -> String {
    format!("s:{number}")
}

/// The id of an occupation.
pub fn occupation_id(number: usize) -> String {
    format!("o:{number}")
}

/// A skill by its id or, with `in_words`, by its label.
pub fn skill_text(number: usize, in_words: bool) -> String {
    if in_words { format!("Skill {number}") } else { skill_id(number) }
}

/// The title of an occupation in one of its forms: 0 and 1 the two genders, 2 and 3 both at once.
pub fn title(number: usize, form: usize) -> String {
    match form % 4 {
        0 => format!("soudeur {number}"),
        1 => format!("soudeuse {number}"),
        2 => format!("Soudeur·euse {number} (H/F)"),
        _ => format!("Soudeur/Soudeuse {number}"),
    }
}
