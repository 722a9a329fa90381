use std::fs;
use std::path::{Path, PathBuf};

use matcher_core::Stamp;
use serde::{Deserialize, Serialize};

use super::{Shard, Tally};
use crate::failure::Failure;
use crate::output::{Lines, OUTPUT_VERSION, Written};

/// Everything that the bytes of a run depend on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Plan {
    /// Version of the lines and columns; see [`OUTPUT_VERSION`].
    pub(crate) output: u32,
    pub(crate) stamp: Stamp,
    /// For whom lists are made: `profiles` or `offers`.
    pub(crate) side: String,
    pub(crate) top: usize,
    /// Ten-thousandths of a point.
    pub(crate) min_score: u32,
    pub(crate) explain: bool,
    /// The endings of the parts: `.parquet`.
    pub(crate) layout: String,
    /// Lists of a part.
    pub(crate) part_size: usize,
    pub(crate) shard: Option<Shard>,
    pub(crate) max_record_bytes: usize,
    pub(crate) max_list: usize,
    /// The shape in which offers are read.
    pub(crate) shape: String,
    pub(crate) inputs: Vec<PlannedInput>,
}

/// A file that is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PlannedInput {
    /// `profiles`, `offers` or `map`.
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) bytes: u64,
    /// Empty for standard input.
    pub(crate) sha256: String,
}

/// A file of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileMark {
    pub(crate) file: String,
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

/// A part that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    /// From 0.
    pub(crate) number: usize,
    pub(crate) results: FileMark,
    /// Lines or rows of results.
    pub(crate) rows: usize,
    /// The issues of its records, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) issues: Option<FileMark>,
    pub(crate) tally: Tally,
}

/// What a run was made of and what it is: written last, so that where it stands everything else does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// [`Manifest::KIND`].
    pub(crate) kind: String,
    pub(crate) plan: Plan,
    pub(crate) totals: Tally,
    /// What was counted of the records that are held for all parts.
    pub(crate) held: Tally,
    /// Their issues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) held_issues: Option<FileMark>,
    /// Of a run in one file these were joined in their order.
    pub(crate) parts: Vec<Part>,
    /// The one file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) joined: Option<FileMark>,
    /// The differences to an earlier run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) changes: Option<FileMark>,
    /// People who were taken out afterwards.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) forgotten: usize,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Manifest {
    pub(crate) const KIND: &'static str = "matcher run";
    /// Its name in a folder.
    pub(crate) const NAME: &'static str = "manifest.json";
    /// Its name while a guard forbids publication.
    pub(crate) const UNPUBLISHED: &'static str = "unpublished.json";

    /// The manifest in this file; `None` where there is none.
    pub(crate) fn read(path: &Path) -> Result<Option<Manifest>, Failure> {
        let Some(manifest): Option<Manifest> = read_json(path)? else { return Ok(None) };
        if manifest.kind != Manifest::KIND {
            return Err(Failure::Other(format!("{}: no manifest of a run; name a run", path.display())));
        }
        if manifest.plan.output > OUTPUT_VERSION {
            let (theirs, own) = (manifest.plan.output, OUTPUT_VERSION);
            let message = format!("the run has output version {theirs}, this program knows {own}; use a newer matcher");
            return Err(Failure::Other(format!("{}: {message}", path.display())));
        }
        Ok(Some(manifest))
    }

    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        write_json(path, self)
    }

    /// Every file that the manifest names, by its name in the folder.
    pub(crate) fn files(&self) -> impl Iterator<Item = &FileMark> {
        let parts = self.parts.iter().flat_map(|part| std::iter::once(&part.results).chain(&part.issues));
        parts.chain(&self.held_issues).chain(&self.changes)
    }
}

impl FileMark {
    pub(crate) fn of(path: &Path, written: Written) -> FileMark {
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        FileMark { file, bytes: written.bytes, sha256: written.sha256 }
    }

    /// Where the file lies in this folder.
    pub(crate) fn within(&self, folder: &Path) -> PathBuf {
        folder.join(&self.file)
    }
}

/// What a JSON file of a run says; `None` where there is no such file.
pub(super) fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Option<T>, Failure> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::file(path, &error)),
    };
    let damaged = |error| Failure::Other(format!("{}: damaged: {error}; remove it and run anew", path.display()));
    serde_json::from_slice(&bytes).map(Some).map_err(damaged)
}

pub(super) fn write_json(path: &Path, value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::Other(error.to_string()))?;
    let mut lines = Lines::create(path)?;
    lines.line(&text)?;
    lines.finish().map(drop)
}
