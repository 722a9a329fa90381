//! Why an offer stands where it does, why another is not shown, and what would change that: three questions that a
//! counsellor is asked every day.

use std::error::Error;

use matcher_core::model::{ContractKind, Pay};
use matcher_core::{Change, Engine, Offer, Profile, Taxonomy};

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder(Taxonomy::embedded()).build()?;
    let mut developer = Offer::new("developer", "Développeur web")
        .essential("JavaScript")
        .essential(("Python (computer programming)", 2));
    developer.places = vec!["Metz".into()];
    let mut far = Offer { places: vec!["Strasbourg".into()], ..developer.clone() };
    far.id = "far".into();
    far.contract = Some(ContractKind::Temporary);
    let (index, _) = engine.offers(&[developer, far]);

    let mut profile = Profile::new("p").skill("JavaScript").worked_as("développeur web", 3.0).home("57000").minutes(45);
    profile.contracts = vec![ContractKind::Permanent];
    profile.pay = Some(Pay::monthly(2400));
    let person = engine.prepare(&profile)?;

    // Why: the points lost add up to what is missing to 100, criterion by criterion and line by line.
    let explanation = index.explain(&person, "developer")?;
    let lost: u32 = explanation.criteria.iter().map(|part| part.lost).sum();
    assert_eq!(explanation.score.get() + lost, 1_000_000);
    for part in &explanation.criteria {
        assert_eq!(part.lines.iter().map(|line| line.lost).sum::<u32>(), part.lost);
        println!("−{:.1} {}", f64::from(part.lost) / 1e4, part.criterion);
    }

    // What a line *cost* is a share of the loss; what meeting it would *bring* was scored again.
    let mut lines = explanation.criteria.iter().flat_map(|part| &part.lines);
    let python = lines.find(|line| matches!(&line.change, Some(Change::Skill { .. }))).ok_or("Python is missing")?;
    let change = python.change.clone().ok_or("a missing skill can be learnt")?;
    let promised = python.gain.ok_or("the gain was scored")?;
    let after = index.what_if(&person, std::slice::from_ref(&change), "developer")?;
    assert_eq!(after.after.0.get() - after.before.0.get(), promised, "the promise is kept to the last digit");
    println!("{change:?} would bring {:.1} points", f64::from(promised) / 1e4);

    // Why not: every limit that is broken, and the smallest changes that together bring the offer in.
    let why = index.why_not(&person, "far")?;
    let limits: Vec<&str> = why.refusals.iter().map(|refusal| refusal.filter.as_str()).collect();
    assert_eq!(limits, ["contract", "commute"]);
    let [Change::Contract { .. }, Change::Minutes { minutes }] = why.relaxation[..] else {
        return Err("two changes".into());
    };
    println!("shown with {minutes} minutes and {:?}", ContractKind::Temporary);

    // What if she made them? The engine is asked again, and shows the offer.
    let after = index.what_if(&person, &why.relaxation, "far")?;
    assert_eq!((after.before.1, after.after.1), (None, Some(2)));
    assert_eq!(after.eligible, (1, 2));
    Ok(())
}
