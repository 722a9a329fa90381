use super::reading::Reading;
use crate::exchange::values::{read_education, read_language, read_licence, read_years};
use crate::model::{Ask, EducationNeed, LanguageNeed, SkillClaim};
use crate::units::{Eqf, Years};

/// `exigence` of an entry: E required, anything else wished.
fn is_required(reading: &mut Reading<'_>, entry: &str) -> bool {
    reading.text(&format!("{entry}/exigence")) == Some("E")
}

/// Essential and optional skills.
pub(super) fn skills(reading: &mut Reading<'_>) -> (Vec<SkillClaim>, Vec<SkillClaim>) {
    const LIST: &str = "/competences";
    let (mut required, mut wished) = (Vec::new(), Vec::new());
    for i in 0..reading.length(LIST) {
        let entry = format!("{LIST}/{i}");
        let code = reading.text(&format!("{entry}/code")).map(|code| format!("ogr:{code}"));
        match code.or_else(|| reading.text(&format!("{entry}/libelle")).map(str::to_owned)) {
            Some(skill) => {
                let list = if is_required(reading, &entry) { &mut required } else { &mut wished };
                list.push(SkillClaim::from(skill.as_str()));
            }
            None => {
                reading.warn("offer.skill-empty", &entry, "the skill has neither code nor words", "Give one of them.")
            }
        }
    }
    if required.is_empty() && !wished.is_empty() {
        let cause = "every skill is marked as wished (S); as nothing else is asked, they count as essential";
        reading.note("offer.skills-all-wished", LIST, cause, "Mark those that are required with E.");
        return (wished, Vec::new());
    }
    (required, wished)
}

/// Languages: a must where required. The level is not part of the format.
pub(super) fn languages(reading: &mut Reading<'_>) -> Ask<Vec<LanguageNeed>> {
    const LIST: &str = "/langues";
    let count = reading.length(LIST);
    let mut needs = Vec::new();
    for i in 0..count {
        let entry = format!("{LIST}/{i}");
        let Some(label) = reading.text(&format!("{entry}/libelle")) else { continue };
        match read_language(label) {
            Some(language) => needs.push(LanguageNeed { language, level: None, must: is_required(reading, &entry) }),
            None => {
                let cause = format!("“{label}” is not a known language");
                reading.warn("offer.language-not-understood", &entry, cause, "Write its name or its ISO 639-1 code.");
            }
        }
    }
    match (count, needs.is_empty()) {
        (0, _) => Ask::NotAsked,
        (_, true) => Ask::Unknown,
        (_, false) => Ask::Known(needs),
    }
}

/// The lowest of the diplomas that would do: of the required ones if any is required, else of those wished.
pub(super) fn education(reading: &mut Reading<'_>) -> Ask<EducationNeed> {
    const LIST: &str = "/formations";
    let mut levels: Vec<(bool, Eqf)> = Vec::new();
    let mut named = 0;
    for i in 0..reading.length(LIST) {
        let entry = format!("{LIST}/{i}");
        let Some(label) = reading.text(&format!("{entry}/niveauLibelle")) else { continue };
        named += 1;
        match read_education(label) {
            Some(level) => levels.push((is_required(reading, &entry), level)),
            None => {
                let cause = format!("“{label}” is not a known level of education");
                reading.warn(
                    "offer.education-not-understood",
                    &entry,
                    cause,
                    "Use the labels of the interface, such as “Bac+2 ou équivalents”.",
                );
            }
        }
    }
    if levels.len() > 1 {
        reading.note("offer.education-alternatives", LIST, "several diplomas are named; the lowest is asked", "");
    }
    let any_required = levels.iter().any(|&(required, _)| required);
    let lowest = levels.iter().filter(|&&(required, _)| required || !any_required).map(|&(_, level)| level).min();
    match lowest {
        // Level 1 is what "no schooling" reads as: nothing is asked.
        Some(eqf) if eqf.get() > 1 => Ask::Known(EducationNeed { eqf, must: false }),
        None if named > 0 => Ask::Unknown,
        _ => Ask::NotAsked,
    }
}

/// Licences that are required, under their usual names; one that is not known is kept in its own words.
pub(super) fn licences(reading: &mut Reading<'_>) -> Ask<Vec<String>> {
    const LIST: &str = "/permis";
    let mut required = Vec::new();
    for i in 0..reading.length(LIST) {
        let entry = format!("{LIST}/{i}");
        let Some(label) = reading.text(&format!("{entry}/libelle")) else { continue };
        let name = read_licence(label);
        if name.is_none() {
            let cause = format!("“{label}” is not a known licence; it was kept in these words");
            reading.warn(
                "offer.licence-not-understood",
                &entry,
                cause,
                "Begin with the class, such as “B - Véhicule léger”.",
            );
        }
        let name = name.unwrap_or_else(|| label.to_owned());
        if is_required(reading, &entry) {
            required.push(name);
        } else {
            let cause = format!("the licence {name} is wished, not required, and was left out");
            reading.note("offer.licence-wished", &entry, cause, "");
        }
    }
    if required.is_empty() { Ask::NotAsked } else { Ask::Known(required) }
}

/// Years of experience asked.
pub(super) fn experience(reading: &mut Reading<'_>) -> Ask<Years> {
    const CODE: &str = "/experienceExige";
    const TEXT: &str = "/experienceLibelle";
    let label = reading.text(TEXT);
    let years = label.and_then(read_years);
    match reading.text(CODE) {
        // Whatever else the label wishes for, beginners are welcome.
        Some("D") => Ask::Known(Years::default()),
        Some("E" | "S") => years.map_or_else(
            || {
                let cause = format!("experience is asked without a length (“{}”)", label.unwrap_or(""));
                reading.note("offer.experience-without-length", TEXT, cause, "Say how many years or months.");
                Ask::Unknown
            },
            Ask::Known,
        ),
        Some(other) => {
            let cause = format!("“{other}” is not one of D, S, E");
            reading.warn("offer.experience-not-understood", CODE, cause, "Use D, S or E.");
            years.map_or(Ask::Unknown, Ask::Known)
        }
        None => years.map_or(Ask::NotAsked, Ask::Known),
    }
}
