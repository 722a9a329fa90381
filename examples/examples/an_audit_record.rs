//! A decision that can be contested: the explanation with its stamp is kept, and whoever has the same records and the same
//! engine gets the same bytes again.

use std::error::Error;

use matcher_core::explain::Explanation;
use matcher_core::{Engine, Offer, Profile, Query, Settings, Taxonomy};

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let offer = Offer::new("o", "Développeur web")
        .essential("JavaScript")
        .essential("Python (computer programming)")
        .place("Metz");
    let profile = Profile::new("p").skill("JavaScript").home("57000").minutes(45);
    let day = "2027-03-01".parse().ok();

    let engine = Engine::builder(Taxonomy::embedded()).build()?;
    let (index, _) = engine.offers(std::slice::from_ref(&offer));
    let kept = serde_json::to_string(&index.explain(Query::new(&engine.prepare(&profile)?).as_of(day), "o")?)?;
    println!("{kept}");

    // Later, elsewhere: the record says what the score depended on beside the pair.
    let read: Explanation = serde_json::from_str(&kept)?;
    let later = Engine::builder(Taxonomy::embedded()).build()?;
    assert_eq!(read.stamp.fingerprint, later.fingerprint(), "the same taxonomy, places, commute, settings and scoring");
    let (index, _) = later.offers(std::slice::from_ref(&offer));
    let again = index.explain(Query::new(&later.prepare(&profile)?).as_of(read.stamp.as_of), "o")?;
    assert_eq!(serde_json::to_string(&again)?, kept);

    // With other settings the stamp differs before any score is looked at.
    let other = Engine::builder(Taxonomy::embedded()).settings(Settings::preset("wishes")?).build()?;
    assert_ne!(other.fingerprint(), read.stamp.fingerprint);
    assert_ne!(other.settings().fingerprint(), read.stamp.settings);
    Ok(())
}
