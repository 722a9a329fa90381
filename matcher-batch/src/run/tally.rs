use std::collections::BTreeMap;

use matcher_core::{Severity, Understood};
use serde::{Deserialize, Serialize};

use crate::input::{Batch, Readable, Told};

/// What was counted of a run, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub(crate) profiles: Side,
    pub(crate) offers: Side,
    /// Lists made: one for each profile, or for each offer.
    pub(crate) lists: usize,
    pub(crate) matches: usize,
    /// Lists without a match.
    pub(crate) without_match: usize,
    /// Profiles of whom too little is known for a list.
    pub(crate) not_enough_information: usize,
    /// Matches of each band.
    pub(crate) bands: BTreeMap<String, usize>,
}

/// What was counted of one kind of record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Side {
    /// Records in the files, rejected ones included.
    pub(crate) read: usize,
    pub(crate) rejected: usize,
    /// Issues by severity and code.
    pub(crate) issues: BTreeMap<Severity, BTreeMap<String, usize>>,
    /// In how many records each field was understood.
    pub(crate) understood: Vec<FieldCount>,
}

/// In how many records a field was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FieldCount {
    pub(crate) field: String,
    pub(crate) records: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, other: &Tally) {
        self.profiles.add(&other.profiles);
        self.offers.add(&other.offers);
        self.lists += other.lists;
        self.matches += other.matches;
        self.without_match += other.without_match;
        self.not_enough_information += other.not_enough_information;
        for (band, count) in &other.bands {
            *self.bands.entry(band.clone()).or_default() += count;
        }
    }

    /// Records that were rejected, of both kinds.
    pub(crate) fn rejected(&self) -> usize {
        self.profiles.rejected + self.offers.rejected
    }
}

impl Side {
    /// What was counted of records that were read at once.
    pub(crate) fn of<R: Readable>(batch: &Batch<R>) -> Side {
        let mut side = Side { read: batch.seen, rejected: batch.rejected(), ..Side::default() };
        batch.told.iter().for_each(|told| side.tell(told));
        side
    }

    /// Records that can be used.
    pub(crate) fn accepted(&self) -> usize {
        self.read - self.rejected
    }

    pub(crate) fn tell(&mut self, told: &Told) {
        let codes = self.issues.entry(told.issue.severity).or_default();
        match codes.get_mut(&*told.issue.code) {
            Some(count) => *count += 1,
            None => {
                codes.insert(told.issue.code.to_string(), 1);
            }
        }
    }

    /// One more record in which these fields were understood, or so many.
    pub(crate) fn understood<'a>(&mut self, fields: impl IntoIterator<Item = (&'a str, usize)>) {
        for (field, records) in fields {
            match self.understood.iter_mut().find(|count| count.field == field) {
                Some(count) => count.records += records,
                None => self.understood.push(FieldCount { field: field.to_owned(), records }),
            }
        }
    }

    pub(crate) fn understood_of(&mut self, counts: &[Understood]) {
        self.understood(counts.iter().map(|count| (count.field, count.records)));
    }

    fn add(&mut self, other: &Side) {
        self.read += other.read;
        self.rejected += other.rejected;
        for (severity, codes) in &other.issues {
            let own = self.issues.entry(*severity).or_default();
            for (code, count) in codes {
                *own.entry(code.clone()).or_default() += count;
            }
        }
        self.understood(other.understood.iter().map(|count| (count.field.as_str(), count.records)));
    }

    /// Issues by severity and code, the gravest and most common first.
    pub(crate) fn by_code(&self) -> Vec<(Severity, &str, usize)> {
        let mut list: Vec<(Severity, &str, usize)> = self
            .issues
            .iter()
            .flat_map(|(severity, codes)| codes.iter().map(|(code, count)| (*severity, code.as_str(), *count)))
            .collect();
        list.sort_by_key(|&(severity, _, count)| std::cmp::Reverse((severity, count)));
        list
    }
}
