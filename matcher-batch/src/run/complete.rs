use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use matcher_core::Severity;
use serde::Deserialize;

use super::publish::{keep_back, publish};
use super::{ChangeTotals, Changes, GuardArgs, Location, Manifest};
use crate::failure::Failure;
use crate::output::Lines;

/// A run whose parts are all whole, and what is still to be done with it.
pub(crate) struct Ready<'a> {
    pub(crate) location: &'a Location,
    /// Where its parts lie.
    pub(crate) folder: &'a Path,
    pub(crate) manifest: Manifest,
    pub(crate) guards: &'a GuardArgs,
    /// The run that it is compared with.
    pub(crate) since: Option<Changes>,
    pub(crate) rejects: Option<&'a Path>,
    pub(crate) issues: Option<&'a Path>,
}

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) manifest: Manifest,
    pub(crate) changes: Option<ChangeTotals>,
    /// Why it was not published.
    pub(crate) objection: Option<String>,
}

/// Writes the differences, the rejected records and the issues; then publishes the run, or keeps it back where a guard
/// objects.
pub(crate) fn complete(ready: Ready<'_>) -> Result<Ended, Failure> {
    let Ready { location, folder, mut manifest, guards, since, rejects, issues } = ready;
    let mut changes = None;
    if let Some(since) = since {
        let (mark, totals) = since.write(folder, &manifest)?;
        manifest.changes = Some(mark);
        changes = Some(totals);
    }
    write_issues(rejects, folder, &manifest, |severity| severity == Severity::Rejected)?;
    write_issues(issues, folder, &manifest, |_| true)?;
    let last = Manifest::read(&location.manifest())?;
    let objection = guards.objection(&manifest.totals, last.as_ref());
    let manifest = match &objection {
        Some(_) => {
            keep_back(folder, &manifest)?;
            manifest
        }
        None => publish(location, folder, manifest)?,
    };
    Ok(Ended { manifest, changes, objection })
}

/// The issues of the parts in their order, then those of the records that were held for all of them.
fn write_issues(
    path: Option<&Path>,
    folder: &Path,
    manifest: &Manifest,
    wanted: impl Fn(Severity) -> bool,
) -> Result<(), Failure> {
    #[derive(Deserialize)]
    struct Grave {
        severity: Severity,
    }
    let Some(path) = path else { return Ok(()) };
    let mut lines = Lines::create(path)?;
    let marks = manifest.parts.iter().filter_map(|part| part.issues.as_ref()).chain(&manifest.held_issues);
    let files: Vec<PathBuf> = marks.map(|mark| mark.within(folder)).collect();
    for file in files {
        let fault = |error: std::io::Error| Failure::file(&file, &error);
        for line in BufReader::new(File::open(&file).map_err(fault)?).lines() {
            let line = line.map_err(fault)?;
            let grave: Grave = serde_json::from_str(&line)
                .map_err(|error| Failure::Other(format!("{}: damaged: {error}; run anew", file.display())))?;
            if wanted(grave.severity) {
                lines.line(&line)?;
            }
        }
    }
    lines.finish().map(drop)
}
