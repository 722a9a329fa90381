use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::work::{PLAN, is_as_marked, remove_if_there};
use super::{FileMark, Location, Manifest, Part, Plan, Shard, Work, differences};
use crate::failure::Failure;

/// Puts the shards of a run together in the working folder of `location`: the very files that one run would have made.
pub(crate) fn merge(shards: &[PathBuf], location: &Location) -> Result<(Work, Manifest), Failure> {
    let shards = read(shards)?;
    let (_, first) = &shards[0];
    let plan = Plan { shard: None, ..first.plan.clone() };
    let layout = super::publish::part_layout(first)?;
    if let Some(file) = location.file()
        && location.parts(None).format != layout.format
    {
        let (have, want) = (layout.endings(), file.endings());
        return Err(Failure::Usage(format!(
            "the shards are {have}, and {want} was asked for; give an --out of theirs"
        )));
    }
    let work = Work::open(location, plan.clone(), layout, false)?;
    let mut parts = Vec::new();
    for (folder, manifest) in &shards {
        for part in &manifest.parts {
            for mark in std::iter::once(&part.results).chain(&part.issues) {
                take(folder, mark, work.folder())?;
            }
            parts.push(part.clone());
        }
    }
    let (folder, manifest) = &shards[0];
    if let Some(mark) = &manifest.held_issues {
        take(folder, mark, work.folder())?;
    }
    parts.sort_by_key(|part| part.number);
    let mut totals = manifest.held.clone();
    parts.iter().for_each(|part: &Part| totals.add(&part.tally));
    let merged = Manifest { plan, totals, parts, joined: None, changes: None, ..manifest.clone() };
    remove_if_there(&work.folder().join(PLAN))?;
    Ok((work, merged))
}

/// Every shard with its manifest, once all of them are known to be there and to belong together.
fn read(paths: &[PathBuf]) -> Result<Vec<(PathBuf, Manifest)>, Failure> {
    let mut shards: BTreeMap<usize, (PathBuf, Manifest, Shard)> = BTreeMap::new();
    let mut first: Option<(PathBuf, Plan)> = None;
    for path in paths {
        let other = |message: String| Err(Failure::Other(format!("{}: {message}", path.display())));
        let location = Location::of_run(path)?;
        let Some(manifest) = Manifest::read(&location.manifest())?.filter(|_| location.is_folder()) else {
            return other("no complete run in a folder; finish it with --resume".to_owned());
        };
        let Some(shard) = manifest.plan.shard else {
            return other("the run is no shard: it was made without --shard; leave it out".to_owned());
        };
        let plan = Plan { shard: None, ..manifest.plan.clone() };
        match &first {
            None => first = Some((path.clone(), plan)),
            Some((name, first)) => {
                if let Some(reason) = differences::of_plans(first, &plan) {
                    let message = format!("no shard of the run of {}: {reason}; make it anew", name.display());
                    return other(message);
                }
            }
        }
        if let Some((twice, ..)) = shards.insert(shard.part, (location.path().to_owned(), manifest, shard)) {
            return other(format!("shard {shard} was already given as {}; leave one out", twice.display()));
        }
    }
    let of = shards.values().next().map_or(0, |(.., shard)| shard.of);
    if let Some((path, _, shard)) = shards.values().find(|(.., shard)| shard.of != of) {
        return Err(Failure::Other(format!("{}: shard {shard} of another division; make it anew", path.display())));
    }
    let missing: Vec<String> =
        (1..=of).filter(|part| !shards.contains_key(part)).map(|part| format!("{part}/{of}")).collect();
    if !missing.is_empty() {
        return Err(Failure::Other(format!("shards are missing: {}; make them first", missing.join(", "))));
    }
    Ok(shards.into_values().map(|(path, manifest, _)| (path, manifest)).collect())
}

/// Takes a file of a shard over: the same file under a second name where that can be done, else a copy.
fn take(from: &Path, mark: &FileMark, to: &Path) -> Result<(), Failure> {
    let (from_file, to_file) = (mark.within(from), mark.within(to));
    if !is_as_marked(from, mark)? {
        let message = "the file is not as its manifest says; make the shard anew";
        return Err(Failure::Other(format!("{}: {message}", from_file.display())));
    }
    if fs::hard_link(&from_file, &to_file).is_ok() {
        return Ok(());
    }
    let copied = fs::copy(&from_file, &to_file).and_then(|_| fs::File::open(&to_file)?.sync_all());
    copied.map_err(|error| Failure::file(&to_file, &error))
}
