use super::*;
use crate::model::Language;

const DIGITAL: &str = include_str!("../../data/target/digital.txt");

/// What somebody ticks who likes art and people and nothing else.
const ARTISTIC_OR_SOCIAL: [&str; 16] = [
    "draw",
    "film",
    "speak",
    "listen",
    "explain",
    "careers",
    "rescue",
    "health",
    "i-pencil",
    "i-art",
    "i-people",
    "i-care",
    "i-teach",
    "i-children",
    "s-art",
    "s-music",
];

fn digital() -> Vec<&'static str> {
    DIGITAL.lines().filter_map(|line| line.split_once(" #").map(|(code, _)| code)).collect()
}

#[cfg(feature = "embedded")]
fn of_digital(ideas: &[TradeIdea]) -> usize {
    let digital = digital();
    ideas.iter().filter(|idea| digital.contains(&idea.occupation.as_str())).count()
}

/// A taxonomy of every trade of the table, for what must hold wherever ROME is whole.
fn whole_rome(explorer: &Explorer) -> Taxonomy {
    let mut builder = Taxonomy::builder();
    for trade in &explorer.trades {
        builder.label(
            ConceptKind::Occupation,
            &trade.code,
            Language::FR,
            crate::taxonomy::LabelKind::Preferred,
            &trade.code,
        );
    }
    builder.build().unwrap()
}

#[test]
fn every_answer_has_its_labels_and_fits_some_trade() {
    let explorer = Explorer::bundled();
    assert_eq!(explorer.trades.len(), 1584);
    for choice in explorer.choices() {
        let labels = [Language::FR, Language::DE, Language::EN].map(|language| choice.label(language));
        assert!(labels.iter().all(|label| !label.is_empty()), "{choice:?}");
        for link in &choice.links {
            let mut lone = choice.clone();
            lone.links = vec![link.clone()];
            assert!(
                explorer.trades.iter().any(|trade| fit::points(&lone, trade) > 0),
                "{}: {link:?} fits nothing",
                choice.id
            );
        }
    }
    let needed: Vec<&str> =
        explorer.trades.iter().filter(|trade| trade.needed).map(|trade| trade.code.as_str()).collect();
    assert_eq!(needed, digital());
}

#[test]
fn every_digital_trade_is_in_the_first_ten_for_some_six_answers_at_most() {
    let explorer = Explorer::bundled();
    let whole = whole_rome(&explorer);
    #[cfg(feature = "embedded")]
    let taxonomies = [Taxonomy::embedded(), whole];
    #[cfg(not(feature = "embedded"))]
    let taxonomies = [whole];
    for taxonomy in taxonomies {
        let lost: Vec<&str> = digital().into_iter().filter(|code| !reached(&explorer, &taxonomy, code)).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

/// Adds the answer that brings the trade furthest up, one at a time.
fn reached(explorer: &Explorer, taxonomy: &Taxonomy, code: &str) -> bool {
    let trade = explorer.trades.iter().find(|trade| trade.code == code).unwrap();
    let fits = explorer.choices().iter().filter(|choice| fit::points(choice, trade) > 0);
    let fits: Vec<&str> = fits.map(|choice| choice.id.as_str()).collect();
    let mut chosen: Vec<&str> = Vec::new();
    for _ in 0..6 {
        let rank = |answers: &[&str]| {
            let ideas = explorer.trades(taxonomy, answers, usize::MAX).unwrap();
            ideas.iter().position(|idea| idea.occupation == code).unwrap_or(usize::MAX)
        };
        let with = |answer: &&str| rank(&[&chosen[..], &[*answer]].concat());
        let Some(next) = fits.iter().copied().filter(|answer| !chosen.contains(answer)).min_by_key(with) else { break };
        chosen.push(next);
        if rank(&chosen) < 10 {
            return true;
        }
    }
    false
}

#[cfg(feature = "embedded")]
#[test]
fn who_is_only_artistic_and_social_is_shown_digital_trades_too() {
    let explorer = Explorer::bundled();
    for taxonomy in [Taxonomy::embedded(), whole_rome(&explorer)] {
        // Every pair and every triple of such answers, and all of them.
        let (n, answers) = (ARTISTIC_OR_SOCIAL.len(), ARTISTIC_OR_SOCIAL);
        let mut sets = vec![answers.to_vec()];
        for (a, b) in (0..n).flat_map(|a| (a..n).map(move |b| (a, b))) {
            sets.extend((b..n).map(|c| vec![answers[a], answers[b], answers[c]]));
        }
        for mut chosen in sets {
            chosen.dedup();
            let ideas = explorer.trades(&taxonomy, &chosen, 10).unwrap();
            assert!(of_digital(&ideas) >= 3, "{chosen:?}: {ideas:?}");
        }
    }
}

#[test]
fn more_answers_never_lower_a_trades_points_and_their_order_does_not_matter() {
    let explorer = Explorer::bundled();
    let taxonomy = whole_rome(&explorer);
    let points = |chosen: &[&str]| {
        let ideas = explorer.trades(&taxonomy, chosen, usize::MAX).unwrap();
        ideas.into_iter().map(|idea| (idea.occupation, idea.points)).collect::<std::collections::BTreeMap<_, _>>()
    };
    let few = points(&["draw", "i-tech"]);
    let more = points(&["i-tech", "s-art", "draw"]);
    assert!(few.iter().all(|(trade, points)| more[trade] >= *points));
    assert_eq!(points(&["i-tech", "draw"]), few);
}

#[cfg(feature = "embedded")]
#[test]
fn trainings_come_with_the_trades_they_lead_to_and_both_forms_of_a_title_lead_to_one_list() {
    let (explorer, taxonomy) = (Explorer::bundled(), Taxonomy::embedded());
    let engine = crate::Engine::builder(taxonomy.clone()).build().unwrap();
    let named = |title: &str| taxonomy.exact(ConceptKind::Occupation, title).iter().map(|o| o.id()).collect::<Vec<_>>();
    assert_eq!(named("Développeur web"), named("Développeuse web"));
    let trade = taxonomy.names(ConceptKind::Occupation).find("M1855").unwrap();
    let skill = taxonomy.0.skills.id(taxonomy.0.asked_by(trade)[0]);
    let training = |id: &str, skill: &str, weeks| Training {
        id: id.into(),
        title: id.into(),
        teaches: vec![skill.into()],
        weeks: Some(weeks),
        ..Training::default()
    };
    let courses = [training("long", skill, 20), training("short", skill, 4), training("elsewhere", "no such skill", 1)];
    let (catalogue, _) = TrainingCatalogue::of(&engine, &courses);
    let trades = explorer.trades(&taxonomy, &["code", "websites"], 10).unwrap();
    let ideas = explorer.trainings(&taxonomy, &catalogue, &trades, 10);
    let ids: Vec<&str> = ideas.iter().map(|idea| idea.training.id.as_str()).collect();
    assert_eq!(ids, ["short", "long"]);
    assert!(ideas[0].occupations.contains(&"M1855".to_owned()) && ideas[0].because.contains(&"websites".to_owned()));
}

#[test]
fn an_answer_that_is_none_and_a_broken_table_are_told() {
    let explorer = Explorer::bundled();
    let error = explorer.trades(&Taxonomy::nothing(), &["draw", "riches"], 10).unwrap_err();
    assert_eq!(error.code(), "call.unknown-choice");
    let head = "id\tkind\tfr\tlinks";
    for (choices, line) in [
        ("", "line 1"),
        ("id\tfr\tlinks", "line 1"),
        (&*format!("{head}\na\tactivity\tA\tM18\n\na\tactivity\tB\tM18"), "line 4"),
        (&*format!("{head}\na\thobby\tA\tM18"), "line 2"),
        (&*format!("# a remark\n{head}\na\tsubject\tA\t!long"), "line 3"),
    ] {
        let error = Explorer::read(choices, "").unwrap_err();
        assert_eq!((error.code(), error.path()), ("explore.choices", Some(line)), "{choices}");
    }
    for trades in ["head\nB1\t\t\t\nA1\t\t\t", "head\nA1\t\t\nB1\t\t\t", "head\nA1\t\tA\t7x"] {
        let error = Explorer::read(head, trades).unwrap_err();
        assert_eq!(error.code(), "explore.trades", "{trades}");
    }
}
