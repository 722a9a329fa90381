//! A person as a record: what is known is said, what is not known is left out, and both survive the way to JSON and back.

use std::error::Error;

use matcher_core::Profile;
use matcher_core::model::{Limits, Mode, read_json};

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    // A job title and a town are already a profile; everything else makes the answer better.
    let person = Profile::new("p1")
        .worked_as("bank adviser", 6.0)
        .skill("SQL")
        .skill(("Python", 3))
        .wishes_for("data analyst")
        .home("57000")
        .minutes(45)
        .by(Mode::Transit);

    // A field that was not given is absent: it is unknown, which is neither zero nor perfect.
    let json = serde_json::to_string_pretty(&person)?;
    println!("{json}");
    assert!(!json.contains("education"));

    // Reading gives the same record, and says of every field whether it was understood.
    let (read, issues) = read_json::<Profile>(&json, &Limits::default());
    assert_eq!(read, Some(person));
    assert!(issues.is_empty());

    // A misspelt field is not an error, and not silent either.
    let (read, issues) = read_json::<Profile>(r#"{"id": "p2", "skils": ["SQL"]}"#, &Limits::default());
    assert!(read.is_some_and(|person| person.skills.is_empty()));
    assert_eq!(issues[0].pointer, "/skils");
    println!("{}", issues[0]);
    Ok(())
}
