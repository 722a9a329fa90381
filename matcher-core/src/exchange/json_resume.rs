//! JSON Resume (jsonresume.org, schema 1.0): a CV as JSON, read into a profile and written from one.

use serde_json::{Map, Value, json};

use super::values::{read_education, read_fluency, read_language, read_licence};
use crate::Error;
use crate::issue::{Issue, Severity};
use crate::model::{Education, LanguageClaim, Limits, PastOccupation, PlaceRef, Profile, SkillClaim, Wish, read_json};
use crate::units::{Level, Years};

/// Where a resume that was written here carries the whole profile, so that it comes back as it was.
const OWN: &str = "matcher";

/// Reads a resume. Names, addresses below the town, e-mail, pictures, summaries and references are not read at all; a job that has
/// not ended has no length, for nothing here knows today.
///
/// # Errors
/// `resume.not-json` where the text is no JSON object.
pub fn read(json: &str) -> Result<(Profile, Vec<Issue>), Error> {
    let not_json = |cause: String| Error::new("resume.not-json", format!("this is no JSON Resume: {cause}"));
    let value: Value = serde_json::from_str(json).map_err(|error| not_json(error.to_string()))?;
    let resume = value.as_object().ok_or_else(|| not_json("it is no JSON object".to_owned()))?;
    if let Some(own) = resume.get("meta").and_then(|meta| meta.get(OWN))
        && let (Some(profile), issues) = read_json::<Profile>(&own.to_string(), &Limits::default())
    {
        return Ok((profile, issues));
    }
    let (mut profile, mut issues) = (Profile::new("resume"), Vec::new());
    if let Some(basics) = resume.get("basics") {
        profile.home = basics.get("location").and_then(home);
        profile.wishes.extend(text(basics, "label").map(|title| Wish { title: Some(title), occupation: None }));
    }
    for job in list(resume, "work") {
        let title = text(job, "position").or_else(|| text(job, "title"));
        if title.is_some() {
            profile.occupations.push(PastOccupation { title, occupation: None, years: years(job) });
        }
    }
    for (i, skill) in list(resume, "skills").enumerate() {
        let level = text(skill, "level").and_then(|level| level_of(&level));
        let keywords = skill.get("keywords").and_then(Value::as_array).into_iter().flatten();
        let names: Vec<String> = keywords.filter_map(Value::as_str).map(str::to_owned).collect();
        // A name above keywords is a heading ("Web development"), which may still be a skill.
        let claims = text(skill, "name").into_iter().chain(names);
        profile.skills.extend(claims.map(|name| SkillClaim { level, ..name.as_str().into() }));
        if let (Some(words), None) = (text(skill, "level"), level) {
            issues.push(not_understood("skills", i, "level", &words));
        }
    }
    let mut levels = Vec::new();
    for (i, school) in list(resume, "education").enumerate() {
        let Some(kind) = text(school, "studyType") else { continue };
        match read_education(&kind) {
            Some(eqf) => levels.push(eqf),
            None => issues.push(not_understood("education", i, "studyType", &kind)),
        }
    }
    profile.education = levels.into_iter().max().map(|eqf| Education { eqf });
    let mut languages = Vec::new();
    for (i, entry) in list(resume, "languages").enumerate() {
        let Some(name) = text(entry, "language") else { continue };
        match read_language(&name) {
            Some(language) => {
                let level = text(entry, "fluency").and_then(|fluency| read_fluency(&fluency));
                languages.push(LanguageClaim { language, level });
            }
            None => issues.push(not_understood("languages", i, "language", &name)),
        }
    }
    profile.languages = Some(languages).filter(|languages| !languages.is_empty());
    let licences: Vec<String> = list(resume, "certificates")
        .filter_map(|entry| text(entry, "name"))
        .filter_map(|name| read_licence(&name))
        .collect();
    profile.licences = Some(licences).filter(|licences| !licences.is_empty());
    Ok((profile, issues))
}

/// Writes a profile as a resume. What a resume has no place for (wishes, ways to work, exclusions) travels beside it, so that
/// [`read`] gives the same profile back.
pub fn write(profile: &Profile) -> String {
    let skill = |claim: &SkillClaim| match claim.level.and_then(|level| LEVELS.get(usize::from(level.get()) - 1)) {
        Some((word, _)) => json!({ "name": claim.skill, "level": word }),
        None => json!({ "name": claim.skill }),
    };
    let job = |past: &PastOccupation| json!({ "position": past.title.as_ref().or(past.occupation.as_ref()) });
    let language = |claim: &LanguageClaim| match claim.level {
        Some(level) => json!({ "language": claim.language, "fluency": level }),
        None => json!({ "language": claim.language }),
    };
    let location = profile.home.as_ref().map(|home| {
        json!({
            "postalCode": home.postcode, "city": home.name.as_ref().or(home.text.as_ref()),
            "countryCode": home.country,
        })
    });
    let resume = json!({
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {
            "label": profile.wishes.first().and_then(|wish| wish.title.as_ref()),
            "location": location,
        },
        "work": profile.occupations.iter().map(job).collect::<Vec<_>>(),
        "skills": profile.skills.iter().map(skill).collect::<Vec<_>>(),
        "languages": profile.languages.iter().flatten().map(language).collect::<Vec<_>>(),
        "meta": { OWN: profile },
    });
    without_nulls(resume).to_string()
}

const LEVELS: [(&str, u8); 4] = [("Beginner", 1), ("Intermediate", 2), ("Advanced", 3), ("Master", 4)];

fn level_of(words: &str) -> Option<Level> {
    let folded = crate::text::fold(words);
    let own = LEVELS.iter().find(|(word, _)| crate::text::fold(word) == folded).map(|(_, level)| *level);
    own.or(match folded.as_str() {
        "debutant" | "notions" | "basic" | "novice" | "anfanger" | "grundkenntnisse" => Some(1),
        "intermediaire" | "fortgeschritten" => Some(2),
        "avance" | "confirme" | "senior" | "gut" => Some(3),
        "expert" | "maitrise" | "sehr gut" | "experte" => Some(4),
        _ => None,
    })
    .and_then(Level::new)
}

fn not_understood(list: &str, i: usize, field: &str, words: &str) -> Issue {
    let cause = format!("“{words}” was not understood");
    Issue::new("resume.not-understood", Severity::Warning, cause).at(format!("/{list}/{i}/{field}"))
}

fn list<'a>(resume: &'a Map<String, Value>, field: &str) -> impl Iterator<Item = &'a Value> {
    let most = Limits::default().items;
    resume.get(field).and_then(Value::as_array).into_iter().flatten().take(most)
}

fn text(value: &Value, field: &str) -> Option<String> {
    let text = value.get(field)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn home(location: &Value) -> Option<PlaceRef> {
    let country = text(location, "countryCode").and_then(|code| code.parse().ok());
    let place = PlaceRef {
        postcode: text(location, "postalCode"),
        name: text(location, "city"),
        country,
        ..PlaceRef::default()
    };
    (place.postcode.is_some() || place.name.is_some()).then_some(place)
}

/// From the first to the last month of a job: `2014`, `2014-06` or `2014-06-29`.
fn years(job: &Value) -> Option<Years> {
    let months = |field: &str| {
        let date = text(job, field)?;
        let mut parts = date.split('-');
        let year: u32 = parts.next()?.parse().ok().filter(|year| (1900..=2200).contains(year))?;
        let month =
            parts.next().map_or(Some(1), |month| month.parse().ok().filter(|month| (1..=12).contains(month)))?;
        Some(year * 12 + month)
    };
    let length = months("endDate")?.checked_sub(months("startDate")?)?;
    Some(Years::from_tenths(u16::try_from(length * 10 / 12).ok()?))
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(key, value)| (key, without_nulls(value))).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::units::{Cefr, Eqf};

    #[test]
    fn a_resume_becomes_a_profile_without_the_person_s_name() {
        let json = r#"{
            "basics": {"name": "Somebody", "label": "Web developer", "email": "a@example.org",
                       "location": {"postalCode": "57000", "city": "Metz", "countryCode": "FR"}},
            "work": [{"name": "Acme", "position": "Programmer", "startDate": "2013-12-01", "endDate": "2016-06-01"},
                     {"position": "Tester", "startDate": "2020"}],
            "skills": [{"name": "Web", "level": "Master", "keywords": ["HTML", "CSS"]}, {"name": "X", "level": "so-so"}],
            "education": [{"studyType": "Bachelor"}], "languages": [{"language": "German", "fluency": "B2"}],
            "certificates": [{"name": "Permis B"}]}"#;
        let (profile, issues) = read(json).unwrap();
        assert!(!serde_json::to_string(&profile).unwrap().contains("Somebody"));
        assert_eq!(profile.home.as_ref().unwrap().postcode.as_deref(), Some("57000"));
        let past: Vec<_> = profile.occupations.iter().map(|past| (past.title.as_deref(), past.years)).collect();
        assert_eq!(past, [(Some("Programmer"), Some(Years::from_tenths(25))), (Some("Tester"), None)]);
        let skills: Vec<_> =
            profile.skills.iter().map(|claim| (claim.skill.as_str(), claim.level.map(Level::get))).collect();
        assert_eq!(skills, [("Web", Some(4)), ("HTML", Some(4)), ("CSS", Some(4)), ("X", None)]);
        assert_eq!(profile.education.as_ref().unwrap().eqf, Eqf::new(6).unwrap());
        assert_eq!(profile.languages, Some(vec![LanguageClaim { language: Language::DE, level: Some(Cefr::B2) }]));
        assert_eq!(profile.licences, Some(vec!["B".to_owned()]));
        assert_eq!(issues.iter().map(|issue| issue.pointer.as_str()).collect::<Vec<_>>(), ["/skills/1/level"]);
    }

    #[test]
    fn a_profile_written_as_a_resume_comes_back_as_it_was() {
        let profile = Profile::new("p")
            .skill(("SQL", 3))
            .wishes_for("Analyste")
            .home("Metz")
            .minutes(40)
            .worked_as("Soudeur", 3.5);
        let written = write(&profile);
        assert!(written.contains(r#""position":"Soudeur""#) && !written.contains("null"), "{written}");
        assert_eq!(read(&written).unwrap().0, profile);
        assert_eq!(read("[]").unwrap_err().code(), "resume.not-json");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", field in "basics|work|skills|languages|education|meta") {
            let _ = read(&text);
            let _ = read(&serde_json::json!({ field: [{ "level": text, "startDate": text, "endDate": "2020" }] }).to_string());
        }
    }
}
