use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::data::text;

/// A graded collection: who looks for work, and what a reader said of the offers.
#[derive(Clone, Debug)]
pub struct Collection {
    /// The profiles, in the order of their file.
    pub seekers: Vec<Seeker>,
    /// Profile → offer → judgement.
    pub judged: BTreeMap<String, BTreeMap<String, Judgement>>,
}

/// A profile's id and the group it is reported under.
#[derive(Clone, Debug, Deserialize)]
pub struct Seeker {
    /// Its id.
    pub id: String,
    /// `it`, `other`, …
    pub group: String,
}

/// What the reader said of one pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// 0 another job, 1 the same field, 2 plausible, 3 one would put it forward.
    pub grade: u8,
    /// The constraints missed: D distance, C contract, S pay, L language, X exclusion.
    pub broken: String,
    /// In the reader's words.
    pub reason: String,
}

impl Collection {
    /// Reads `profiles.jsonl` and `qrels.tsv` of the folder `eval/relevance`.
    ///
    /// # Errors
    /// A file that is missing or a line that cannot be read, named.
    pub fn read(folder: &Path) -> Result<Collection, String> {
        let path = folder.join("profiles.jsonl");
        let of_line = |line: &str| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()));
        let lines = text(&path)?;
        let seekers = lines.lines().filter(|line| !line.trim().is_empty()).map(of_line);
        let seekers = seekers.collect::<Result<Vec<Seeker>, String>>()?;
        let path = folder.join("qrels.tsv");
        let mut judged: BTreeMap<String, BTreeMap<String, Judgement>> = BTreeMap::new();
        for (number, line) in text(&path)?.lines().enumerate().skip(1) {
            let bad =
                || format!("{}:{}: five columns and a grade from 0 to 3 are expected", path.display(), number + 1);
            let [profile, offer, grade, broken, reason] = line.split('\t').collect::<Vec<_>>()[..] else {
                return Err(bad());
            };
            let grade = grade.parse().ok().filter(|grade| *grade <= 3).ok_or_else(bad)?;
            let judgement = Judgement { grade, broken: broken.to_owned(), reason: reason.to_owned() };
            judged.entry(profile.to_owned()).or_default().insert(offer.to_owned(), judgement);
        }
        Ok(Collection { seekers, judged })
    }

    /// What was said of the offers of one profile.
    pub fn of(&self, profile: &str) -> &BTreeMap<String, Judgement> {
        static NONE: BTreeMap<String, Judgement> = BTreeMap::new();
        self.judged.get(profile).unwrap_or(&NONE)
    }
}
