//! Failures known from other matching services, each as a test that would find it here.

use matcher_core::model::Profile;
use matcher_core::units::{Level, Years};
use matcher_core::{Offer, Query};

use crate::engine::engine;

fn spread() -> Vec<Offer> {
    let towns = ["Metz", "Nancy", "Luxembourg"];
    (0..90).map(|i| Offer::new(format!("o{i:02}"), "data analyst").essential("SQL").place(towns[i % 3])).collect()
}

#[test]
fn a_radius_that_grows_never_shrinks_the_list() {
    let engine = engine();
    let (index, _) = engine.offers(&spread());
    let found = |minutes| {
        let person = engine.prepare(&Profile::new("p").skill("SQL").home("Metz").minutes(minutes)).unwrap();
        index.top(Query::new(&person).k(usize::MAX)).hits().iter().map(|hit| hit.id().to_owned()).collect::<Vec<_>>()
    };
    let mut last = Vec::new();
    for minutes in (0..240).step_by(5) {
        let now = found(minutes);
        assert!(
            last.iter().all(|id| now.contains(id)),
            "{minutes} minutes lose offers: {} to {}",
            last.len(),
            now.len()
        );
        last = now;
    }
    assert_eq!(last.len(), 90);
}

#[test]
fn a_town_keeps_its_own_offers_at_the_smallest_radius() {
    let engine = engine();
    let (index, _) = engine.offers(&spread());
    for town in ["Metz", "Nancy", "Luxembourg"] {
        let person = engine.prepare(&Profile::new("p").skill("SQL").home(town).minutes(0)).unwrap();
        assert_eq!(index.top(&person).eligible(), 30, "{town}");
    }
}

#[test]
fn a_trivial_edit_does_not_move_a_score() {
    let engine = engine();
    let (index, _) =
        engine.offers(&[Offer::new("o", "Data analyst").essential("SQL").essential(("Python", 2)).place("Metz")]);
    let points = |profile: &Profile| index.score(&engine.prepare(profile).unwrap(), "o").unwrap().get();
    let profile =
        Profile::new("p").skill("SQL").skill(("Python", 2)).wishes_for("data analyst").home("Metz").minutes(45);
    let before = points(&profile);
    let mut turned = profile.clone();
    turned.skills.reverse();
    let mut doubled = profile.clone();
    doubled.skills.push("sql".into());
    let mut spaced = profile.clone();
    spaced.skills[0].skill = " SQL ".into();
    spaced.wishes[0].title = Some("DATA  ANALYST (H/F)".into());
    let named = Profile { id: "q".into(), ..profile.clone() };
    let minute = profile.clone().minutes(46);
    for (what, edited) in [
        ("order", turned),
        ("a double", doubled),
        ("blanks and case", spaced),
        ("another id", named),
        ("a minute more", minute),
    ] {
        assert_eq!(points(&edited), before, "{what}");
    }
}

#[test]
fn no_skill_in_common_leaves_the_order_of_everything_else() {
    let engine = engine();
    let offers = [("far", "Luxembourg"), ("near", "Metz")]
        .map(|(id, town)| Offer::new(id, "welder").essential("welding").place(town));
    let (index, _) = engine.offers(&offers);
    let person = engine.prepare(&Profile::new("p").skill("selling").home("Metz").minutes(120)).unwrap();
    let answer = index.top(&person);
    assert_eq!(answer.hits().iter().map(|hit| hit.id()).collect::<Vec<_>>(), ["near", "far"]);
    assert!(answer.hits().iter().all(|hit| hit.score().get() > 0));
}

#[test]
fn an_offer_without_skills_understood_is_neither_always_first_nor_never_shown() {
    let engine = engine();
    let met = Offer::new("met", "").essential("SQL").essential("Python").essential("query languages").essential("Java");
    let missed = Offer::new("missed", "")
        .essential("welding")
        .essential("selling")
        .essential("operate cash register")
        .essential("welding");
    let silent = Offer::new("silent", "");
    let (index, _) = engine.offers(&[met, missed, silent]);
    let person = engine.prepare(&Profile::new("p").skill("SQL").skill("Python").skill("Java")).unwrap();
    let answer = index.top(&person);
    assert_eq!(answer.hits().iter().map(|hit| hit.id()).collect::<Vec<_>>(), ["met", "silent", "missed"]);
}

#[test]
fn zero_in_every_number_divides_nothing() {
    let engine = engine();
    let json = r#"{"id":"o","title":"x","experience":0,"hours":{"min":0,"max":0},"pay":{"min":0,"max":0,"period":"hour"},
        "on_site_days":7,"places":["Metz"],"languages":[],"licences":[]}"#;
    let (index, _) = engine.offers(&[serde_json::from_str(json).unwrap()]);
    let json = r#"{"id":"p","skills":["SQL"],"occupations":[{"title":"x","years":0}],"hours":{"min":0,"max":0},
        "pay":{"min":0},"home":"Metz","commute":{"minutes":0,"days_on_site":7}}"#;
    let profile: Profile = serde_json::from_str(json).unwrap();
    assert_eq!(profile.occupations[0].years, Some(Years::default()));
    let person = engine.prepare(&profile).unwrap();
    let answer = index.top(&person);
    let hit = &answer.hits()[0];
    assert!(hit.score().get() > 0 && Level::new(0).is_none());
    assert_eq!(hit.explain().criteria.iter().map(|part| part.lost).sum::<u32>(), 1_000_000 - hit.score().get());
}
