//! A criterion of the host's own: night work. The host keeps "nights" as a tag of offers and people; the engine filters
//! by it, weighs it, explains it and stamps it into every result, as if it were built in.

use std::error::Error;

use matcher_core::units::{Fingerprint, Ratio};
use matcher_core::{Criterion, Deficit, Engine, Gazetteer, Line, Offer, Pair, Profile, Query, Side, Taxonomy, Verdict};

/// Whether nights are worked, and whether the person works nights: `yes`, `no`, or no tag where it is unknown.
struct Nights;

impl Nights {
    fn says(tags: &matcher_core::model::Tags) -> Option<bool> {
        let value = tags.get("nights")?.first()?;
        Some(value == "yes")
    }
}

impl Criterion for Nights {
    fn id(&self) -> &str {
        "nights"
    }

    /// At most 30 of 100 points.
    fn weight(&self) -> Ratio {
        Ratio::percent(30)
    }

    /// Changes with the rules below: results of one version are never taken for those of another.
    fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(b"nights 1")
    }

    /// The offer meets the person, not the other way round.
    fn side(&self) -> Side {
        Side::Wish
    }

    /// Who said no to nights is not shown any; an offer that does not say stays, marked.
    fn verdict(&self, pair: &Pair<'_>) -> Verdict {
        match (Nights::says(&pair.profile.tags), Nights::says(&pair.offer.tags)) {
            (Some(false), Some(true)) => Verdict::Fail,
            (Some(false), None) => Verdict::Unverified,
            _ => Verdict::Pass,
        }
    }

    /// Unknown lies between the best and the worst.
    fn deficit(&self, pair: &Pair<'_>) -> Deficit {
        match (Nights::says(&pair.profile.tags), Nights::says(&pair.offer.tags)) {
            (None, _) => Deficit::NotAsked,
            (Some(_), None) => Deficit::Unknown(Ratio::percent(33)),
            (Some(wanted), Some(given)) => Deficit::Known(if wanted == given { Ratio::ZERO } else { Ratio::ONE }),
        }
    }

    fn lines(&self, _pair: &Pair<'_>) -> Vec<Line> {
        vec![Line::new("nights.worked")]
    }
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let plain = Engine::builder(Taxonomy::embedded()).places(Gazetteer::empty()).build()?;
    let engine = Engine::builder(Taxonomy::embedded()).places(Gazetteer::empty()).criterion(Nights).build()?;
    assert_ne!(engine.fingerprint(), plain.fingerprint());

    let tagged = |id: &str, nights: Option<&str>| {
        let mut offer = Offer::new(id, "Développeur web").essential("JavaScript");
        offer.tags.extend(nights.map(|nights| ("nights".to_owned(), vec![nights.to_owned()])));
        offer
    };
    let (index, _) = engine.offers(&[tagged("day", Some("no")), tagged("night", Some("yes")), tagged("silent", None)]);
    let mut owl = Profile::new("owl").skill("JavaScript");
    owl.tags.insert("nights".into(), vec!["yes".into()]);
    let owl = engine.prepare(&owl)?;

    // Nights first, then who does not say, then days.
    let ids: Vec<String> = index.top(&owl).into_iter().map(|hit| hit.id().to_owned()).collect();
    assert_eq!(ids, ["night", "silent", "day"]);
    let explanation = index.explain(Query::new(&owl), "day")?;
    let part =
        explanation.criteria.iter().find(|part| part.criterion == "nights").ok_or("the criterion is explained")?;
    assert!(part.lost > 0 && part.lost <= 300_000);
    println!("day work costs the owl {:.1} points: {}", f64::from(part.lost) / 1e4, part.lines[0].key);

    // A filter of the host's leaves offers out like a built-in one.
    let mut lark = Profile::new("lark").skill("JavaScript");
    lark.tags.insert("nights".into(), vec!["no".into()]);
    let shown: Vec<String> = index.top(&engine.prepare(&lark)?).into_iter().map(|hit| hit.id().to_owned()).collect();
    assert_eq!(shown, ["day", "silent"]);
    Ok(())
}
