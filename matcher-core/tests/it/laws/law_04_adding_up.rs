//! Points lost sum to what is missing, stored and shown; the gain of a line is what scoring again says.

use matcher_core::explain::shown;
use matcher_core::testing::worlds;
use proptest::prelude::*;

proptest! {
    #[test]
    fn losses_sum_at_every_precision(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            for offer in index.iter() {
                let explanation = index.explain(world.query(&person), &offer.identity()).unwrap();
                let score = index.score(world.query(&person), &offer.identity()).unwrap();
                prop_assert_eq!(explanation.score, score);
                let lost: u32 = explanation.criteria.iter().map(|part| part.lost).sum();
                prop_assert_eq!(lost, 1_000_000 - score.get());
                for part in &explanation.criteria {
                    prop_assert_eq!(part.lines.iter().map(|line| line.lost).sum::<u32>(), part.lost, "{:?}", part);
                }
                for decimals in 0..=4u32 {
                    let (score_shown, parts) = shown(&explanation, decimals);
                    let text = format!("{score:.*}", decimals as usize);
                    prop_assert_eq!(text.replace('.', "").parse::<u32>().unwrap(), score_shown);
                    prop_assert_eq!(score_shown + parts.iter().map(|(lost, _)| lost).sum::<u32>(), 100 * 10u32.pow(decimals));
                    for (lost, lines) in &parts {
                        prop_assert_eq!(lines.iter().sum::<u32>(), *lost);
                    }
                }
            }
        }
    }

    #[test]
    fn what_meeting_a_line_brings_is_what_scoring_again_says(world in worlds()) {
        let engine = world.engine();
        let (index, _) = engine.offers(&world.offers);
        for profile in &world.people {
            let person = world.prepare(&engine, profile);
            for offer in index.iter() {
                let explanation = index.explain(world.query(&person), &offer.identity()).unwrap();
                for line in explanation.criteria.iter().flat_map(|part| &part.lines) {
                    let Some(change) = line.change.as_ref().filter(|_| line.lost > 0) else {
                        prop_assert_eq!(line.gain, None);
                        continue;
                    };
                    let changed = world.prepare(&engine, &change.apply(profile));
                    let after = index.score(world.query(&changed), &offer.identity()).unwrap().get();
                    prop_assert!(after >= explanation.score.get(), "{:?} costs points", change);
                    prop_assert_eq!(line.gain, Some(after - explanation.score.get()), "{:?}", change);
                }
            }
        }
    }
}
