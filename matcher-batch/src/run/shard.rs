use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which parts of a run are made here: those whose number, counted from 1, leaves the same rest as `part` over `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shard {
    /// From 1.
    pub(crate) part: usize,
    pub(crate) of: usize,
}

impl Shard {
    /// Whether the part with this number, from 0, is made here.
    pub(crate) fn has(self, part: usize) -> bool {
        part % self.of == self.part - 1
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Shard, String> {
        let wrong = || format!("“{text}” is no shard; write 2/4 for the second of four");
        let (part, of) = text.split_once('/').ok_or_else(wrong)?;
        match (part.parse(), of.parse()) {
            (Ok(part), Ok(of)) if (1..=of).contains(&part) => Ok(Shard { part, of }),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_belongs_to_one_shard_and_what_is_none_is_refused() {
        let shards: Vec<Shard> = ["1/3", "2/3", "3/3"].iter().map(|text| text.parse().unwrap()).collect();
        for part in 0..10 {
            assert_eq!(shards.iter().filter(|shard| shard.has(part)).count(), 1);
        }
        for text in ["0/3", "4/3", "1", "a/b", "1/0"] {
            assert!(text.parse::<Shard>().unwrap_err().contains("2/4"), "{text}");
        }
    }
}
