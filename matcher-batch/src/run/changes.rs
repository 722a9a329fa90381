use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::rows::{Row, RunFiles};
use super::{FileMark, Location, Manifest};
use crate::failure::Failure;
use crate::output::Lines;

/// Matches that two runs do not share, or not with the same numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ChangeTotals {
    pub(crate) new: usize,
    pub(crate) changed: usize,
    pub(crate) vanished: usize,
}

/// One of them, as it is written.
#[derive(Serialize)]
struct Change<'a> {
    change: &'static str,
    profile: &'a str,
    offer: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Numbers>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Numbers>,
}

#[derive(Clone, Copy, Serialize)]
struct Numbers {
    rank: u32,
    score: u32,
    fit: u32,
    wish: u32,
}

/// The matches of an earlier run, in 40 bytes each.
pub(crate) struct Changes {
    profiles: BTreeMap<String, u32>,
    offers: BTreeMap<String, u32>,
    /// Rising by profile and offer.
    known: Vec<Known>,
}

struct Known {
    pair: (u32, u32),
    numbers: Numbers,
    /// Of everything else that is shown of the match.
    rest: u64,
    /// Its place in the run.
    order: u32,
    seen: bool,
}

impl Changes {
    /// Since before the first run: every match is new.
    pub(crate) fn since_ever() -> Changes {
        Changes { profiles: BTreeMap::new(), offers: BTreeMap::new(), known: Vec::new() }
    }

    /// Refuses what is no run, before any work is done.
    pub(crate) fn check(location: &Location) -> Result<(), Failure> {
        RunFiles::open(location).map(drop)
    }

    /// Reads the run that a new one is compared with.
    pub(crate) fn since(location: &Location) -> Result<Changes, Failure> {
        let mut changes = Changes::since_ever();
        RunFiles::open(location)?.each(|row| {
            let pair = (number(&mut changes.profiles, &row.profile), number(&mut changes.offers, &row.offer));
            let order = changes.known.len() as u32;
            changes.known.push(Known { pair, numbers: Numbers::of(&row), rest: digest(&row), order, seen: false });
            Ok(())
        })?;
        changes.known.sort_unstable_by_key(|known| known.pair);
        Ok(changes)
    }

    /// Writes the differences to the run whose parts lie in `folder`: what is new or changed in the order of that run, then
    /// what vanished in the order of the earlier one.
    pub(crate) fn write(mut self, folder: &Path, manifest: &Manifest) -> Result<(FileMark, ChangeTotals), Failure> {
        let path = folder.join("changes.jsonl");
        let mut lines = Lines::create(&path)?;
        let mut totals = ChangeTotals::default();
        RunFiles::of_parts(folder, manifest.clone())?.each(|row| {
            let (profile, offer) = (&row.profile, &row.offer);
            let after = Some(Numbers::of(&row));
            match self.find(&row) {
                None => {
                    totals.new += 1;
                    lines.line(&json(&Change { change: "new", profile, offer, before: None, after }))
                }
                Some(known) => {
                    known.seen = true;
                    if known.numbers.all() == Numbers::of(&row).all() && known.rest == digest(&row) {
                        return Ok(());
                    }
                    totals.changed += 1;
                    let before = Some(known.numbers);
                    lines.line(&json(&Change { change: "changed", profile, offer, before, after }))
                }
            }
        })?;
        let (profiles, offers) = (names(&self.profiles), names(&self.offers));
        self.known.retain(|known| !known.seen);
        self.known.sort_unstable_by_key(|known| known.order);
        totals.vanished = self.known.len();
        for known in &self.known {
            let (profile, offer) = (profiles[known.pair.0 as usize], offers[known.pair.1 as usize]);
            let before = Some(known.numbers);
            lines.line(&json(&Change { change: "vanished", profile, offer, before, after: None }))?;
        }
        Ok((FileMark::of(&path, lines.finish()?), totals))
    }

    fn find(&mut self, row: &Row) -> Option<&mut Known> {
        let pair = (*self.profiles.get(&row.profile)?, *self.offers.get(&row.offer)?);
        let at = self.known.binary_search_by_key(&pair, |known| known.pair).ok()?;
        Some(&mut self.known[at])
    }
}

impl Numbers {
    fn of(row: &Row) -> Numbers {
        let [score, fit, wish] = row.scores;
        Numbers { rank: row.rank, score, fit, wish }
    }

    fn all(self) -> [u32; 4] {
        [self.rank, self.score, self.fit, self.wish]
    }
}

fn json(change: &Change<'_>) -> String {
    // Texts and numbers only: writing them cannot fail.
    serde_json::to_string(change).unwrap_or_default()
}

/// The number of a name, given in the order in which names come.
pub(super) fn number(numbers: &mut BTreeMap<String, u32>, name: &str) -> u32 {
    if let Some(&number) = numbers.get(name) {
        return number;
    }
    let number = numbers.len() as u32;
    numbers.insert(name.to_owned(), number);
    number
}

/// Names by their numbers.
pub(super) fn names(numbers: &BTreeMap<String, u32>) -> Vec<&str> {
    let mut names = vec![""; numbers.len()];
    for (name, &number) in numbers {
        names[number as usize] = name;
    }
    names
}

/// Two matches with other bands, ways or limits have the same digest once in 2⁶⁴.
fn digest(row: &Row) -> u64 {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(row.rest.as_bytes());
    hash.iter().take(8).fold(0, |all, &byte| (all << 8) | u64::from(byte))
}
