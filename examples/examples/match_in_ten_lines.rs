//! From nothing to explained matches in ten lines: the bundled taxonomy and places, offers in JSON, one person.

use std::error::Error;

use matcher_core::{Engine, GreatCircle, Offer, Profile, Query, Taxonomy};

const OFFERS: &str = r#"[
    {"id": "metz-1", "title": "Développeur web (H/F)", "essential_skills": ["JavaScript", {"skill": "Python (computer programming)", "level": 2}],
     "places": ["57000"], "contract": "permanent", "valid_through": "2027-05-31"},
    {"id": "thionville-1", "title": "Développeuse web", "places": ["Thionville"], "contract": "permanent"},
    {"id": "far-1", "title": "Développeur web", "essential_skills": ["JavaScript"], "places": ["Strasbourg"]},
    {"id": "old-1", "title": "Développeur web", "essential_skills": ["JavaScript"], "places": ["Metz"], "valid_through": "2027-01-31"}
]"#;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder(Taxonomy::embedded()).commute(GreatCircle::default()).build()?;
    let offers: Vec<Offer> = serde_json::from_str(OFFERS)?;
    let (index, issues) = engine.offers(&offers); // nothing lost: what was not understood is in `issues`
    let profile = Profile::new("p1").skill("JavaScript").wishes_for("développeur web").home("57000").minutes(60);
    let person = engine.prepare(&profile)?;
    let answer = index.top(Query::new(&person).as_of("2027-03-01".parse().ok()));
    for hit in &answer {
        println!("{} {} {:?}, {} criteria explained", hit.score(), hit.id(), hit.band(), hit.explain().criteria.len());
    }

    // Every offer was looked at; the one past its date and the one too far away are not shown, and the index says why.
    assert_eq!((answer.considered(), answer.eligible()), (4, 2));
    assert_eq!(answer.hits()[0].id(), "metz-1");
    for gone in ["far-1", "old-1"] {
        let why = index.why_not(answer.hits()[0].query(), gone)?;
        println!("{gone}: {} {:?}", why.refusals[0].filter, why.relaxation);
        assert!(!why.refusals.is_empty());
    }
    for issue in &issues {
        println!("{issue}");
    }
    Ok(())
}
