//! The engine as a Rust developer meets it.

use std::collections::BTreeSet;

use matcher_core::model::{Ask, ContractKind, Language, Pay};
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::units::{Day, LatLon, Ratio};
use matcher_core::{
    Applications, Change, Cursor, Engine, Filter, Gazetteer, Offer, PlaceEntry, Profile, Query, Responsiveness,
    Rotation, Seek, Taxonomy,
};

/// Three trades, eight skills.
pub(crate) fn taxonomy() -> Taxonomy {
    let mut builder = Taxonomy::builder();
    builder.version("three trades");
    let skills = [
        ("s:sql", "SQL"),
        ("s:query", "query languages"),
        ("s:python", "Python"),
        ("s:java", "Java"),
        ("s:code", "computer programming"),
        ("s:selling", "selling"),
        ("s:cash", "operate cash register"),
        ("s:welding", "welding"),
    ];
    for (id, label) in skills {
        builder.label(ConceptKind::Skill, id, Language::EN, LabelKind::Preferred, label);
    }
    for (id, above) in [("s:sql", "s:query"), ("s:python", "s:code"), ("s:java", "s:code")] {
        builder.broader(ConceptKind::Skill, id, ConceptKind::Skill, above);
    }
    let trades = [
        ("o:data", "data analyst", &["s:sql", "s:python"][..], &["s:java"][..]),
        ("o:shop", "vendeur/vendeuse", &["s:selling", "s:cash"], &[]),
        ("o:weld", "welder", &["s:welding"], &[]),
    ];
    for (id, label, essential, optional) in trades {
        builder.label(ConceptKind::Occupation, id, Language::FR, LabelKind::Preferred, label);
        for skill in essential {
            builder.essential(id, skill);
        }
        for skill in optional {
            builder.optional(id, skill);
        }
    }
    builder.build().unwrap()
}

/// Metz, Nancy, Luxembourg.
pub(crate) fn places() -> Gazetteer {
    let entry = |code: &str, name: &str, country: &str, lat, lon| PlaceEntry {
        code: code.into(),
        name: name.into(),
        country: country.parse().unwrap(),
        at: LatLon { lat, lon },
        postcodes: vec![],
        areas: vec![],
        population: 1000,
    };
    Gazetteer::builder()
        .place(entry("57463", "Metz", "FR", 49.1193, 6.1757))
        .place(entry("54395", "Nancy", "FR", 48.6921, 6.1844))
        .place(entry("LU-1", "Luxembourg", "LU", 49.6116, 6.1319))
        .build()
        .unwrap()
}

pub(crate) fn engine() -> Engine {
    Engine::builder(taxonomy()).places(places()).build().unwrap()
}

fn offers() -> Vec<Offer> {
    let mut analyst = Offer::new("a", "data analyst").essential("SQL").essential(("Python", 3)).place("Metz");
    analyst.occupation = Some("o:data".into());
    let mut seller = Offer::new("b", "Vendeuse (H/F)").place("Luxembourg");
    seller.occupation = Some("o:shop".into());
    let mut late = Offer::new("c", "data analyst").essential("SQL").place("Nancy");
    late.valid_through = "2027-01-31".parse().ok();
    vec![analyst, seller, late]
}

#[test]
fn the_best_offer_comes_first_and_every_point_is_accounted_for() {
    let engine = engine();
    let (index, issues) = engine.offers(&offers());
    assert!(issues.is_empty(), "{issues:?}");
    let profile =
        Profile::new("p").skill("SQL").skill(("Python", 2)).wishes_for("data analyst").home("Metz").minutes(60);
    let person = engine.prepare(&profile).unwrap();
    let answer = index.top(&person);
    assert_eq!(answer.hits().iter().map(|hit| hit.id()).collect::<Vec<_>>()[0], "a");
    for hit in &answer {
        let explanation = hit.explain();
        assert_eq!(explanation.score, hit.score());
        let lost: u32 = explanation.criteria.iter().map(|part| part.lost).sum();
        assert_eq!(lost, 1_000_000 - hit.score().get());
        for part in &explanation.criteria {
            assert_eq!(part.lines.iter().map(|line| line.lost).sum::<u32>(), part.lost, "{part:?}");
        }
    }
}

#[test]
fn an_offer_past_its_date_is_left_out_and_the_reason_is_told() {
    let engine = engine();
    let (index, _) = engine.offers(&offers());
    let person = engine.prepare(&Profile::new("p").skill("SQL")).unwrap();
    let day: Day = "2027-03-01".parse().unwrap();
    let query = Query::new(&person).as_of(day);
    assert!(index.top(query.clone()).hits().iter().all(|hit| hit.id() != "c"));
    let why = index.why_not(query, "c").unwrap();
    assert_eq!(why.refusals[0].filter, Filter::Dates.name());
    assert!(why.relaxation.is_empty(), "nobody can change a date");
}

#[test]
fn a_longer_way_opens_the_offer_as_promised() {
    let engine = engine();
    let (index, _) = engine.offers(&offers());
    let profile = Profile::new("p").worked_as("vendeur", 3.0).home("Metz").minutes(45);
    let person = engine.prepare(&profile).unwrap();
    assert!(index.top(&person).hits().iter().all(|hit| hit.id() != "b"));
    let why = index.why_not(&person, "b").unwrap();
    let [Change::Minutes { minutes }] = why.relaxation[..] else { panic!("{why:?}") };
    assert!(minutes.rounded() > 45);
    let after = index.what_if(&person, &why.relaxation, "b").unwrap();
    assert_eq!((after.before.1, after.after.1.is_some()), (None, true));
}

#[test]
fn a_longer_way_promises_only_the_offers_that_it_opens() {
    let engine = engine();
    let near = Offer::new("near", "vendeur").place("Metz");
    let far = Offer::new("far", "vendeur").place("Nancy");
    let (index, _) = engine.offers(&[near, far]);
    // Nancy lies some 88 minutes from Metz: a quarter of an hour more than 20 does not reach it, more than 75 does.
    for (minutes, offers) in [(20, 0), (75, 1)] {
        let profile = Profile::new("p").worked_as("vendeur", 3.0).home("Metz").minutes(minutes);
        let answer = index.top(&engine.prepare(&profile).unwrap());
        assert_eq!(answer.relaxations().iter().map(|opening| opening.offers).sum::<usize>(), offers, "{minutes}");
        let more = Profile::new("p").worked_as("vendeur", 3.0).home("Metz").minutes(minutes + 15);
        assert_eq!(index.top(&engine.prepare(&more).unwrap()).eligible(), answer.eligible() + offers);
    }
}

#[test]
fn another_country_promises_only_the_offers_within_reach() {
    let engine = engine();
    let (index, _) = engine.offers(&[Offer::new("lu", "vendeur").place("Luxembourg")]);
    for (minutes, offers) in [(45, 0), (120, 1)] {
        let mut profile = Profile::new("p").worked_as("vendeur", 3.0).home("Metz").minutes(minutes);
        profile.commute.countries = vec!["FR".parse().unwrap()];
        let answer = index.top(&engine.prepare(&profile).unwrap());
        assert_eq!(answer.relaxations().iter().map(|opening| opening.offers).sum::<usize>(), offers, "{minutes}");
    }
}

#[test]
fn a_town_alone_gets_questions() {
    let engine = engine();
    let (index, _) = engine.offers(&offers());
    let person = engine.prepare(&Profile::new("p").home("Metz")).unwrap();
    let answer = index.top(&person);
    assert!(answer.hits().is_empty());
    assert_eq!(answer.questions()[0], "wishes");
}

#[test]
fn the_same_identity_twice_is_an_issue_that_names_both() {
    let twice = [Offer::new("a", "x"), Offer::new("a", "y")];
    let (index, issues) = engine().offers(&twice);
    assert_eq!(index.len(), 1);
    let issue = issues.iter().find(|issue| issue.code == "offer.twice").unwrap();
    assert!(issue.cause.contains("1 and 2"), "{issue}");
}

#[test]
fn pay_contract_and_must_haves_filter_and_unknown_passes_marked() {
    let engine = engine();
    let mut offer = Offer::new("o", "data analyst").place("Metz");
    offer.pay = Some(Pay::monthly(2000));
    offer.contract = Some(ContractKind::Temporary);
    offer.licences = Ask::Known(vec!["B".into()]);
    let (index, _) = engine.offers(&[offer]);
    let mut profile = Profile::new("p").skill("SQL");
    profile.pay = Some(Pay::monthly(2500));
    profile.contracts = vec![ContractKind::Permanent];
    let person = engine.prepare(&profile).unwrap();
    let why = index.why_not(&person, "o").unwrap();
    assert_eq!(why.refusals.iter().map(|r| r.filter.as_str()).collect::<Vec<_>>(), ["contract", "pay"]);
    assert_eq!(why.relaxation.len(), 2);
    let open = Profile { pay: None, contracts: vec![], ..profile };
    let hits = index.top(&engine.prepare(&open).unwrap());
    assert_eq!(hits.hits()[0].unverified(), [Filter::Licences]);
}

#[test]
fn people_of_equal_score_stand_by_their_ids() {
    let engine = engine();
    let (index, _) = engine.offers(&[Offer::new("o", "data analyst").essential("SQL")]);
    let people: Vec<_> =
        ["p2", "p10", "p1"].iter().map(|id| engine.prepare(&Profile::new(*id).skill("SQL")).unwrap()).collect();
    let candidates = index.candidates(&engine.people(&people), Seek::new().k(2));
    let ids: Vec<&str> = candidates[0].1.iter().map(|candidate| people[candidate.person].id()).collect();
    assert_eq!(ids, ["p1", "p10"]);
    assert_eq!(candidates[0].1[0].score, index.score(&people[2], "o").unwrap());
}

#[test]
fn offers_about_as_good_take_turns_by_their_weight() {
    let engine = engine();
    let offer =
        |id: &str, openings, title: &str| Offer { openings: Some(openings), ..Offer::new(id, title).essential("SQL") };
    let offers =
        [offer("many", 100, "data analyst"), offer("few", 20, "data analyst"), offer("far", 100, "data analyst")];
    let (index, _) = engine.offers(&offers.map(|offer| match offer.id.as_str() {
        "far" => offer.essential("Python").essential("statistics"),
        _ => offer,
    }));
    let person = engine.prepare(&Profile::new("p").skill("SQL").wishes_for("data analyst")).unwrap();
    let days = 40_000;
    let first = (0..days).filter(|&day| {
        let rotation = Rotation::new(day).weighing(|offer| offer.openings.unwrap_or(1));
        let answer = index.top(Query::new(&person).k(1).rotate(rotation));
        let id = answer.hits()[0].id();
        assert_ne!(id, "far", "what is worse by a band never comes first");
        id == "many"
    });
    let share = first.count() as f64 / days as f64;
    assert!((share - 100.0 / 120.0).abs() < 0.005, "{share}");
    // The same day gives the same list; a weight of nothing comes last.
    let list = |rotation: Rotation| -> Vec<String> {
        index.top(Query::new(&person).rotate(rotation)).hits().iter().map(|hit| hit.id().to_owned()).collect()
    };
    assert_eq!(list(Rotation::new(7)), list(Rotation::new(7)));
    for seed in 0..50 {
        let none_for_many = Rotation::new(seed).weighing(|offer| u32::from(offer.openings == Some(20)));
        assert_eq!(list(none_for_many), ["few", "many", "far"]);
    }
}

#[test]
fn a_cursor_that_is_none_and_one_that_is_stale_are_told_apart() {
    let engine = engine();
    let offers: Vec<Offer> = (0..5).map(|i| Offer::new(format!("o{i}"), "data analyst").essential("SQL")).collect();
    let (index, _) = engine.offers(&offers);
    let person = engine.prepare(&Profile::new("p").skill("SQL")).unwrap();
    let query = Query::new(&person).k(2);
    let (page, next) = index.page(query.clone(), None).unwrap();
    assert_eq!(page.hits().iter().map(matcher_core::Hit::id).collect::<Vec<_>>(), ["o0", "o1"]);
    let cursor = next.unwrap();
    let written = serde_json::to_string(&cursor).unwrap();
    assert_eq!(serde_json::from_str::<Cursor>(&written).unwrap(), cursor);
    let (page, next) = index.page(query.clone(), Some(&cursor)).unwrap();
    assert_eq!(page.hits().iter().map(|hit| (hit.id(), hit.rank())).collect::<Vec<_>>(), [("o2", 3), ("o3", 4)]);
    let (page, last) = index.page(query.clone(), next.as_ref()).unwrap();
    assert_eq!((page.hits().len(), last), (1, None));
    // What went away behind the place is simply not shown; what went away before it makes the cursor stale.
    assert_eq!(index.with(&[], &["o3"]).0.page(query.clone(), Some(&cursor)).unwrap().0.hits()[1].id(), "o4");
    assert_eq!(index.with(&[], &["o1"]).0.page(query, Some(&cursor)).unwrap_err().code(), "cursor.stale");
    for text in ["", "2", "2.x", "-1.00000000000000000000000000000000"] {
        assert_eq!(text.parse::<Cursor>().unwrap_err().code(), "cursor.unreadable", "{text}");
    }
}

#[test]
fn applications_and_answers_cost_what_the_host_lets_them() {
    let builder = || Engine::builder(taxonomy()).places(places());
    let offer = |id: &str, employer: Option<&str>| Offer {
        openings: Some(2),
        employer: employer.map(str::to_owned),
        ..Offer::new(id, "data analyst").essential("SQL")
    };
    let offers = [offer("calm", Some("ACME sa")), offer("crowded", Some("Acmé SA")), offer("unheard", None)];
    let profile = Profile::new("p").skill("SQL");
    let weight = Ratio::percent(40);
    let received = [("calm", 2), ("crowded", 41)].map(|(id, received)| (id.to_owned(), received));
    let answered = [("Acmé SA".to_owned(), Ratio::percent(75))];
    // What is left of the score of each offer, in hundredths.
    let left = |engine: Engine| {
        let scores = |engine: &Engine| {
            let (index, _) = engine.offers(&offers);
            let person = engine.prepare(&profile).unwrap();
            ["calm", "crowded", "unheard"].map(|id| index.score(&person, id).unwrap().get())
        };
        let (with, without) = (scores(&engine), scores(&builder().build().unwrap()));
        [0, 1, 2].map(|i| (with[i] * 100 + without[i] / 2) / without[i])
    };
    // 41 applications for two jobs are more than twenty for one; a third of 40 is lost where nothing is known.
    assert_eq!(left(builder().criterion(Applications::new(weight, received.clone())).build().unwrap()), [100, 60, 87]);
    assert_eq!(left(builder().criterion(Responsiveness::new(weight, answered.clone())).build().unwrap()), [90, 90, 87]);

    let both =
        builder().criterion(Applications::new(weight, received)).criterion(Responsiveness::new(weight, answered));
    let engine = both.build().unwrap();
    let (index, _) = engine.offers(&offers);
    let person = engine.prepare(&profile).unwrap();
    let keys = |offer: &str| {
        let explanation = index.explain(&person, offer).unwrap();
        let own =
            explanation.criteria.iter().filter(|part| ["applications", "responsiveness"].contains(&&*part.criterion));
        own.flat_map(|part| &part.lines).map(|line| line.key.to_string()).collect::<BTreeSet<_>>()
    };
    let both = |keys: [&str; 2]| keys.map(str::to_owned).into_iter().collect::<BTreeSet<_>>();
    assert_eq!(keys("calm"), both(["applications.known", "responsiveness.known"]));
    assert_eq!(keys("unheard"), both(["applications.unknown", "responsiveness.unknown"]));
}

#[test]
fn the_values_users_share_between_threads_can_be_shared() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Engine>();
    shared::<matcher_core::OfferIndex>();
    shared::<matcher_core::ProfileIndex>();
    shared::<matcher_core::Person>();
    shared::<Taxonomy>();
    shared::<Gazetteer>();
    shared::<matcher_core::Answer>();
}

#[test]
fn a_skill_that_is_a_must_leaves_out_who_has_nothing_of_it() {
    let engine = engine();
    let mut offer = Offer::new("o", "data analyst").essential("SQL").essential("Python");
    offer.essential_skills[1].must = true;
    let (index, _) = engine.offers(&[offer]);
    let person = engine.prepare(&Profile::new("p").skill("SQL")).unwrap();
    let why = index.why_not(&person, "o").unwrap();
    assert_eq!(why.refusals[0].filter, Filter::Skills.name());
    let [Change::Skill { skill, .. }] = &why.relaxation[..] else { panic!("{why:?}") };
    assert_eq!(skill, "s:python");
    let java = engine.prepare(&Profile::new("p").skill("Java").skill("Python")).unwrap();
    assert_eq!(index.top(&java).hits().len(), 1);
}

#[test]
fn a_relaxation_finds_the_second_limit_behind_the_first() {
    let engine = engine();
    let (index, _) = engine.offers(&offers());
    let mut profile = Profile::new("p").worked_as("vendeuse", 3.0).home("Metz").minutes(45);
    profile.commute.countries = vec!["FR".parse().unwrap()];
    let person = engine.prepare(&profile).unwrap();
    let why = index.why_not(&person, "b").unwrap();
    assert_eq!(why.refusals.iter().map(|r| r.filter.as_str()).collect::<Vec<_>>(), ["countries"]);
    assert!(matches!(why.relaxation[..], [Change::Country { .. }, Change::Minutes { .. }]), "{why:?}");
}
