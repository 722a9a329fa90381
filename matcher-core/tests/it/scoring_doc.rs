//! `docs/SCORING.md` against the code: every constant it names, and the score that it computes by hand.

use std::collections::BTreeMap;

use matcher_core::explain::Travel;
use matcher_core::model::{ContractKind, Language, Limits, Mode, Record, read_json};
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::units::{HoursPerWeek, Metres};
use matcher_core::{Band, Engine, Gazetteer, GreatCircle, Neutrals, Offer, Profile, Settings, Taxonomy, Weights};

const DOCUMENT: &str = include_str!("../../../docs/SCORING.md");
const CONSTANTS: &str = include_str!("../../src/score/constants.rs");
const SPECIFICITY: &str = include_str!("../../src/taxonomy/derive/specificity.rs");

/// 1 in parts of 2¹⁵.
const ONE: u64 = 1 << 15;

/// The rows of the table whose header begins with this cell.
fn table(first: &str) -> Vec<Vec<&'static str>> {
    let head = format!("| {first} |");
    let lines = DOCUMENT.lines().skip_while(|line| !line.starts_with(&head)).skip(2);
    let rows: Vec<Vec<&str>> = lines
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(!rows.is_empty(), "the document has a table that begins with “{first}”");
    rows
}

/// The block of code marked with this word.
fn record<R: Record>(word: &str) -> R {
    let (_, rest) = DOCUMENT.split_once(&format!("```json {word}\n")).expect("the document has the record");
    let (json, _) = rest.split_once("```").expect("the block ends");
    let (record, issues) = read_json(json, &Limits::default());
    assert!(issues.is_empty(), "{issues:?}");
    record.expect("the record is read")
}

fn named(cell: &str) -> &str {
    cell.trim_matches('`')
}

fn decimals(cell: &str) -> Vec<f64> {
    cell.split(',').map(|number| number.trim().parse().unwrap_or_else(|_| panic!("{cell} is no number"))).collect()
}

/// A fraction in parts of 2¹⁵, to the nearest.
fn parts(numerator: u64, denominator: u64) -> u64 {
    ((numerator * ONE + denominator / 2) / denominator).min(ONE)
}

/// A decimal of two places in parts of 2¹⁵.
fn decimal(cell: &str) -> u64 {
    let (whole, rest) = cell.split_once('.').unwrap_or_else(|| panic!("{cell} has two places"));
    assert_eq!(rest.len(), 2, "{cell}");
    parts(whole.parse::<u64>().unwrap() * 100 + rest.parse::<u64>().unwrap(), 100)
}

#[test]
fn the_tables_of_weights_and_neutrals_are_the_defaults() {
    let listed = |first| -> BTreeMap<String, f64> {
        table(first).iter().map(|row| (named(row[0]).to_owned(), decimals(row[1])[0])).collect()
    };
    // A setting is written with five places of a fixed-point number.
    let same = |listed: BTreeMap<String, f64>, code: BTreeMap<String, f64>| {
        assert_eq!(listed.keys().collect::<Vec<_>>(), code.keys().collect::<Vec<_>>());
        for (name, value) in listed {
            assert!((value - code[&name]).abs() < 2e-5, "{name}: {value} and {}", code[&name]);
        }
    };
    let json = |value: serde_json::Value| serde_json::from_value(value).unwrap();
    same(listed("weight"), json(serde_json::to_value(Weights::default()).unwrap()));
    same(listed("neutral"), json(serde_json::to_value(Neutrals::default()).unwrap()));
    let Settings { bands, full_time_hours, rates, .. } = Settings::default();
    assert!(rates.is_empty() && Some(full_time_hours) == HoursPerWeek::from_decimal(35.0));
    let sentence = format!("begin at {} (very good), {} (good) and {} (possible) points", bands[0], bands[1], bands[2]);
    assert!(DOCUMENT.contains(&sentence), "{sentence}");
}

/// Name → numbers of every constant in a source file.
fn constants(source: &str) -> BTreeMap<&str, Vec<f64>> {
    let mut found = BTreeMap::new();
    for item in source.split("const ").skip(1) {
        let Some((name, rest)) = item.split_once(':') else { continue };
        let Some((value, _)) = rest.split_once(" =").and_then(|(_, value)| value.split_once(';')) else { continue };
        let value = value.replace("Ratio::ONE", "1").replace("Ratio::percent(", "%");
        let number = |part: &str| -> f64 {
            let digits: f64 = part.trim_matches(['%', ')']).parse().unwrap_or_else(|_| panic!("{name}: {part}"));
            if part.starts_with('%') { digits / 100.0 } else { digits }
        };
        let parts = value.split([',', '[', ']', ' ', '\n']).filter(|part| !part.is_empty());
        found.insert(name, parts.map(number).collect());
    }
    found
}

#[test]
fn the_table_of_constants_is_the_file_of_constants() {
    let listed: BTreeMap<&str, Vec<f64>> =
        table("constant").iter().map(|row| (named(row[0]), decimals(row[1]))).collect();
    assert_eq!(listed, constants(CONSTANTS));
    assert!(table("constant").iter().all(|row| !row[2].is_empty() && !row[3].is_empty()), "each has unit and source");
    let least = constants(SPECIFICITY.split("#[cfg(test)]").next().unwrap())["LEAST"][0];
    assert!(DOCUMENT.contains(&format!("is {least} (`LEAST`")));
}

#[test]
fn the_distances_between_contracts_are_those_that_a_score_shows() {
    let settings = r#"{"weights": {"skills_listed": 0, "skills_spotted": 0, "skills_implied": 0, "occupation": 0, "wish": 0,
        "languages": 0, "education": 0, "availability": 0, "commute": 0, "pay": 0, "conditions": 0.5}}"#;
    let engine = Engine::builder(taxonomy())
        .places(Gazetteer::empty())
        .settings(Settings::from_json(settings).unwrap())
        .build()
        .unwrap();
    let listed = table("contract");
    for wanted in ContractKind::ALL {
        for given in ContractKind::ALL {
            let mut profile = Profile::new("p").skill("SQL");
            profile.contracts = vec![wanted];
            let mut offer = Offer::new("o", "x");
            offer.contract = Some(given);
            let (index, _) = engine.offers(&[offer]);
            let score = index.score(&engine.prepare(&profile).unwrap(), "o").unwrap();
            let pair = [wanted.name(), given.name()];
            let row = listed.iter().find(|row| pair.contains(&row[0]) && pair.contains(&row[1]) && wanted != given);
            let distance = row.map_or(if wanted == given { 0.0 } else { 1.0 }, |row| decimals(row[2])[0]);
            assert_eq!(score.get(), (1e6 * (1.0 - 0.5 * distance / 2.0)) as u32, "{pair:?}");
        }
    }
}

#[test]
fn the_modes_travel_as_the_table_says() {
    let rows = table("mode");
    assert_eq!(rows.len(), Mode::ALL.len());
    for (mode, row) in Mode::ALL.into_iter().zip(rows) {
        assert_eq!(format!("{mode:?}").to_lowercase(), row[0]);
        let [fixed, speed, detour] = [1, 2, 3].map(|i| decimals(row[i])[0]);
        let tenths = ((fixed + 10.0 * detour / speed * 60.0) * 10.0 - 1e-9).ceil();
        let minutes = GreatCircle::default().minutes(mode, Metres(10_000));
        assert_eq!(f64::from(minutes.tenths()), tenths, "{}", row[0]);
    }
}

/// The taxonomy of the document's two tables.
fn taxonomy() -> Taxonomy {
    let mut builder = Taxonomy::builder();
    let ids = |cell: &'static str| cell.split(',').map(str::trim).filter(|id| !id.is_empty());
    for row in table("skill id") {
        builder.label(ConceptKind::Skill, row[0], Language::EN, LabelKind::Preferred, row[1]);
        for other in ids(row[2]) {
            builder.related(row[0], other);
        }
    }
    for row in table("occupation id") {
        builder.label(ConceptKind::Occupation, row[0], Language::EN, LabelKind::Preferred, row[1]);
        for skill in ids(row[2]) {
            builder.essential(row[0], skill);
        }
        for skill in ids(row[3]) {
            builder.optional(row[0], skill);
        }
    }
    builder.build().unwrap()
}

/// Shares of 2¹⁵ by largest remainder, ties to the earlier.
fn shares(masses: &[u64]) -> Vec<u64> {
    let all: u64 = masses.iter().sum();
    let mut shares: Vec<u64> = masses.iter().map(|mass| mass * ONE / all).collect();
    let mut order: Vec<usize> = (0..masses.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(masses[i] * ONE % all), i));
    let missing = (ONE - shares.iter().sum::<u64>()) as usize;
    order[..missing].iter().for_each(|&i| shares[i] += 1);
    shares
}

/// p₀ of the person: the mean coverage of the occupations in the table, by what the text says she has.
fn ordinary() -> u64 {
    let has = |skill: &str| match skill {
        "s:sql" => ONE,
        "s:python" => decimal("0.40"),
        _ => 0,
    };
    let occupations = table("occupation id");
    let mut sum = 0;
    for row in &occupations {
        let must: Vec<&str> = row[2].split(", ").collect();
        let all: Vec<&str> = must.iter().copied().chain(row[3].split(", ").filter(|id| !id.is_empty())).collect();
        let masses: Vec<u64> = (0..all.len()).map(|i| if i < must.len() { 3 } else { 1 }).collect();
        sum += all.iter().zip(shares(&masses)).map(|(skill, share)| share * has(skill)).sum::<u64>();
    }
    sum / occupations.len() as u64 / ONE
}

/// What the skills take, in parts of 2³⁰, by the table of requirements.
fn skills() -> u64 {
    let rows = table("requirement");
    // Masses have one decimal.
    let masses: Vec<u64> = rows.iter().map(|row| row[1].replace('.', "").parse().unwrap()).collect();
    let written: Vec<u64> = rows.iter().map(|row| row[2].parse().unwrap()).collect();
    assert_eq!(written, shares(&masses));
    let loss = |row: &Vec<&str>, share: &u64| {
        let credit = if row[4] == "p₀" { ordinary() } else { decimal(row[4]) };
        share * decimal(row[3]) * (ONE - credit)
    };
    rows.iter().zip(&written).map(|(row, share)| loss(row, share)).sum::<u64>() / ONE
}

#[test]
fn the_score_by_hand_is_the_score_of_the_engine() {
    let mut p: u64 = 1 << 30;
    for row in table("factor").iter() {
        let loss = if row[0] == "skills" {
            skills()
        } else {
            let (numerator, denominator) = row[2].split_once('/').unwrap();
            decimal(row[1]) * parts(numerator.parse().unwrap(), denominator.parse().unwrap())
        };
        p = (p * ((1 << 30) - loss)) >> 30;
        assert_eq!(row[3], p.to_string(), "behind {}", row[0]);
    }
    let score = (p * 1_000_000 + (1 << 29)) >> 30;
    let sentence = format!("take {} of 2³⁰. The score is {score} ten-thousandths", skills());
    assert!(DOCUMENT.contains(&sentence), "{sentence}");

    let engine = Engine::builder(taxonomy()).places(Gazetteer::empty()).build().unwrap();
    let (index, _) = engine.offers(&[record::<Offer>("offer")]);
    let person = engine.prepare(&record::<Profile>("profile")).unwrap();
    let explanation = index.explain(&person, "o").unwrap();
    assert_eq!(u64::from(explanation.score.get()), score, "{explanation:#?}");
    assert_eq!(explanation.band, Band::Good);
    let order: Vec<&str> = table("factor").iter().map(|row| row[0]).collect();
    let mut found: Vec<&str> = explanation.criteria.iter().map(|part| part.criterion.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, order, "every criterion is in the example, in the order of the product");
    let Some(Travel::Known { minutes, .. }) = explanation.travel else { panic!("the way is known") };
    assert_eq!(minutes.tenths(), 529);
}
