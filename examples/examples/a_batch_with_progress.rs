//! Many people at once: progress, a stop half way, and the same bytes from one thread and from many.

use std::error::Error;
use std::ops::ControlFlow;

use matcher_core::{Answer, Engine, Offer, Profile, Query, Severity, Taxonomy};

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder(Taxonomy::embedded()).build()?;
    let towns = ["Metz", "Nancy", "Strasbourg", "Reims", "Luxembourg"];
    let offers: Vec<Offer> = (0..200)
        .map(|i| {
            Offer::new(format!("o{i:03}"), "Développeur web").essential("JavaScript").place(towns[i % towns.len()])
        })
        .collect();
    let (index, issues) = engine.offers(&offers);
    // "Développeur web" is called so in ESCO and in ROME: which one was taken is a note, for each offer.
    assert!(issues.iter().all(|issue| issue.severity == Severity::Note));

    let mut queries = Vec::new();
    for i in 0..50 {
        let profile =
            Profile::new(format!("p{i:02}")).skill("JavaScript").home(towns[i % towns.len()]).minutes(30 + i as u16);
        queries.push(Query::new(&engine.prepare(&profile)?).k(3));
    }

    // One thread. The caller hears of every person done, and could draw a bar.
    let mut heard = 0;
    let all = index.top_many(&queries, |progress| {
        heard = progress.done;
        ControlFlow::Continue(())
    });
    assert_eq!((all.len(), heard), (50, 50));

    // The caller may stop: what is done is returned, and is what the whole run gives.
    let some = index.top_many(&queries, |progress| match progress.done {
        10 => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    });
    assert_eq!(lines(&some)?, lines(&all[..10])?);

    // Many threads, in the caller's own rayon pool: not a bit differs.
    let parallel = index.top_many_parallel(&queries);
    assert_eq!(lines(&parallel)?, lines(&all)?);
    println!("{}", lines(&all)?.first().ok_or("everybody has a match")?);
    Ok(())
}

/// Every hit as the line that a file of results holds.
fn lines(answers: &[Answer]) -> Result<Vec<String>, serde_json::Error> {
    answers.iter().flatten().map(|hit| serde_json::to_string(&hit.record())).collect()
}
