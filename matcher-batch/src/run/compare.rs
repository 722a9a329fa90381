use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::changes::{names, number};
use super::rows::{Row, RunFiles};
use super::{Location, differences};
use crate::failure::Failure;

/// How two runs differ.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Comparison {
    /// What the second run was made of otherwise than the first.
    pub(crate) causes: Vec<String>,
    /// Lists with a match in one of the runs.
    pub(crate) lists: usize,
    /// Of them with the same matches.
    pub(crate) same_matches: usize,
    /// Of them with the same first match.
    pub(crate) same_first: usize,
    /// Mean over the lists: the matches that both have, over those of the longer list; 0 to 1.
    pub(crate) overlap: f64,
    /// Matches of both runs, of the first only, of the second only.
    pub(crate) common: usize,
    pub(crate) vanished: usize,
    pub(crate) new: usize,
    pub(crate) moves: Moves,
    /// The matches whose score moved the most, the largest move first.
    pub(crate) largest: Vec<Move>,
}

/// How the scores of common matches moved, in ten-thousandths of a point.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Moves {
    pub(crate) rose: usize,
    pub(crate) fell: usize,
    pub(crate) stayed: usize,
    /// Of the size of the moves.
    pub(crate) median: u32,
    pub(crate) percentile_95: u32,
    pub(crate) largest: u32,
}

/// A match whose score moved.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Move {
    pub(crate) profile: String,
    pub(crate) offer: String,
    pub(crate) before: u32,
    pub(crate) after: u32,
    /// What moved it: the criterion where both runs hold explanations, else the side.
    pub(crate) cause: String,
}

/// Moves that are named.
const NAMED: usize = 100;

/// The matches of the first run, and what the second has of them.
#[derive(Default)]
struct Pairs {
    profiles: BTreeMap<String, u32>,
    offers: BTreeMap<String, u32>,
    scores: BTreeMap<(u32, u32), u32>,
    lists: BTreeMap<u32, List>,
}

#[derive(Clone, Copy, Default)]
struct List {
    one: u32,
    other: u32,
    common: u32,
    first: [Option<u32>; 2],
}

/// Compares two runs, the earlier one first. Memory: about 60 bytes a match of the first run.
pub(crate) fn compare(one: &Location, other: &Location) -> Result<Comparison, Failure> {
    let (one, other) = (RunFiles::open(one)?, RunFiles::open(other)?);
    let side = |run: &RunFiles| run.manifest.as_ref().map(|manifest| manifest.plan.side.clone());
    let by_offer = match (side(&one), side(&other)) {
        (Some(one), Some(other)) if one != other => {
            return Err(Failure::Usage(format!(
                "one run is for {one} and the other for {other}; compare like with like"
            )));
        }
        (one, other) => one.or(other).is_some_and(|side| side == "offers"),
    };
    let mut pairs = Pairs::default();
    one.each(|row| {
        let (pair, list, rival) = pairs.numbers(&row, by_offer);
        pairs.scores.insert(pair, row.scores[0]);
        let list = pairs.lists.entry(list).or_default();
        list.one += 1;
        if row.rank == 1 {
            list.first[0] = Some(rival);
        }
        Ok(())
    })?;
    let mut moved: Vec<u32> = Vec::new();
    let mut moves = Moves::default();
    let mut largest: BTreeSet<(u32, std::cmp::Reverse<(u32, u32)>)> = BTreeSet::new();
    let (mut common, mut new) = (0, 0);
    other.each(|row| {
        let (pair, list, rival) = pairs.numbers(&row, by_offer);
        let list = pairs.lists.entry(list).or_default();
        list.other += 1;
        if row.rank == 1 {
            list.first[1] = Some(rival);
        }
        let Some(&before) = pairs.scores.get(&pair) else {
            new += 1;
            return Ok(());
        };
        list.common += 1;
        common += 1;
        let by = row.scores[0].abs_diff(before);
        match row.scores[0].cmp(&before) {
            std::cmp::Ordering::Greater => moves.rose += 1,
            std::cmp::Ordering::Less => moves.fell += 1,
            std::cmp::Ordering::Equal => moves.stayed += 1,
        }
        moved.push(by);
        if by > 0 {
            largest.insert((by, std::cmp::Reverse(pair)));
            if largest.len() > NAMED {
                largest.pop_first();
            }
        }
        Ok(())
    })?;
    moved.sort_unstable();
    let at = |percent: usize| moved.get(moved.len().saturating_sub(1) * percent / 100).copied().unwrap_or(0);
    (moves.median, moves.percentile_95, moves.largest) = (at(50), at(95), at(100));
    let lists: Vec<List> = pairs.lists.values().copied().collect();
    let share = |list: &List| f64::from(list.common) / f64::from(list.one.max(list.other).max(1));
    Ok(Comparison {
        causes: causes(&one, &other),
        lists: lists.len(),
        same_matches: lists.iter().filter(|list| list.one == list.other && list.common == list.one).count(),
        same_first: lists.iter().filter(|list| list.first[0] == list.first[1]).count(),
        overlap: lists.iter().map(share).sum::<f64>() / lists.len().max(1) as f64,
        common,
        vanished: pairs.scores.len() - common,
        new,
        moves,
        largest: named(&pairs, &one, &other, largest.into_iter().rev().map(|(_, pair)| pair.0).collect())?,
    })
}

impl Pairs {
    /// The pair, the list in which it stands, and the other side of it.
    fn numbers(&mut self, row: &Row, by_offer: bool) -> ((u32, u32), u32, u32) {
        let pair = (number(&mut self.profiles, &row.profile), number(&mut self.offers, &row.offer));
        if by_offer { (pair, pair.1, pair.0) } else { (pair, pair.0, pair.1) }
    }
}

fn causes(one: &RunFiles, other: &RunFiles) -> Vec<String> {
    match (&one.manifest, &other.manifest) {
        (Some(one), Some(other)) => differences::all(&one.plan, &other.plan),
        _ => vec!["a run has no manifest, so what it was made of is not known".to_owned()],
    }
}

/// The moves with these pairs, in their order, with what moved each. Both runs are read once more for it.
fn named(pairs: &Pairs, one: &RunFiles, other: &RunFiles, wanted: Vec<(u32, u32)>) -> Result<Vec<Move>, Failure> {
    let (profiles, offers) = (names(&pairs.profiles), names(&pairs.offers));
    let wanted: Vec<(&str, &str)> =
        wanted.iter().map(|&(profile, offer)| (profiles[profile as usize], offers[offer as usize])).collect();
    let keys: BTreeSet<(&str, &str)> = wanted.iter().copied().collect();
    let rows = |run: &RunFiles| {
        let mut rows: BTreeMap<(String, String), Row> = BTreeMap::new();
        if !keys.is_empty() {
            run.each(|row| {
                if keys.contains(&(row.profile.as_str(), row.offer.as_str())) {
                    rows.insert((row.profile.clone(), row.offer.clone()), row);
                }
                Ok(())
            })?;
        }
        Ok::<_, Failure>(rows)
    };
    let (before, after) = (rows(one)?, rows(other)?);
    let moves = wanted.into_iter().filter_map(|(profile, offer)| {
        let key = (profile.to_owned(), offer.to_owned());
        let (one, other) = (before.get(&key)?, after.get(&key)?);
        let (profile, offer) = key.clone();
        Some(Move { profile, offer, before: one.scores[0], after: other.scores[0], cause: cause(one, other) })
    });
    Ok(moves.collect())
}

/// What moved a match: the criterion whose loss changed the most, or the side and what is known of it.
fn cause(one: &Row, other: &Row) -> String {
    if let (Some(one), Some(other)) = (&one.explanation, &other.explanation)
        && let Some((criterion, by)) = criterion(one, other)
    {
        return format!("{criterion} {} points", points(-by));
    }
    let by = |at: usize| i64::from(other.scores[at]) - i64::from(one.scores[at]);
    let (fit, wish) = (by(1), by(2));
    let mut cause = if fit.abs() >= wish.abs() {
        format!("fit {} points (skills, tasks, occupation, languages, education, availability)", points(fit))
    } else {
        format!("wish {} points (wished job, commute, pay, contract)", points(wish))
    };
    if one.minutes != other.minutes {
        cause.push_str(&format!(
            "; the way was {} minutes and is {}",
            or_unknown(&one.minutes),
            or_unknown(&other.minutes)
        ));
    }
    cause
}

fn criterion(one: &Value, other: &Value) -> Option<(String, i64)> {
    let lost = |explanation: &Value| -> BTreeMap<String, i64> {
        let parts = explanation["criteria"].as_array().into_iter().flatten();
        let lost = parts.filter_map(|part| {
            let id = part["criterion"].as_str()?;
            Some((id.to_owned(), part["lost"].as_i64().unwrap_or(0)))
        });
        lost.collect()
    };
    let (one, other) = (lost(one), lost(other));
    let ids: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let by = |id: &String| other.get(id).unwrap_or(&0) - one.get(id).unwrap_or(&0);
    let largest = ids.into_iter().max_by_key(|id| by(id).abs())?;
    Some((largest.clone(), by(largest)))
}

fn points(ten_thousandths: i64) -> String {
    format!("{:+.4}", ten_thousandths as f64 / 10_000.0)
}

fn or_unknown(minutes: &str) -> &str {
    if minutes.is_empty() { "unknown" } else { minutes }
}
