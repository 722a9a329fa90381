use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;

use arrow_array::{Array, BooleanArray, StringArray};
use serde::Deserialize;

use super::publish::part_layout;
use super::work::lock_work;
use super::{FileMark, Location, Manifest, publish};
use crate::failure::Failure;
use crate::input::{Format, Layout, ParquetRows};
use crate::output::{Lines, Results, Written};

/// What was taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forgotten {
    pub(crate) people: usize,
    pub(crate) lines: usize,
}

/// Rewrites a run without these people. Until the new files are whole the old ones stay; afterwards nothing of them is left.
pub(crate) fn forget(location: &Location, ids: &BTreeSet<String>) -> Result<Forgotten, Failure> {
    publish::check_place(location)?;
    let manifest = Manifest::read(&location.manifest())?;
    let mut found = BTreeSet::new();
    let mut lines = 0;
    match (location.file(), manifest) {
        (None, None) => {
            let message = "the folder holds no manifest, so it is no complete run; finish it with --resume";
            return Err(Failure::Other(format!("{}: {message}", location.path().display())));
        }
        (Some(layout), manifest) => {
            let path = location.path();
            // The new manifest and the new file belong together: between the two the file's hash tells that they do not.
            let written = rewrite(path, path, layout, ids, &mut found, &mut lines)?;
            let changes = location.changes();
            if changes.exists() {
                lines_without(&changes, &changes, ids, |line: Changed| line.profile, &mut found, &mut lines)?;
            }
            if let Some(mut manifest) = manifest {
                manifest.joined = Some(FileMark::of(path, written));
                manifest.forgotten += found.len();
                manifest.write(&location.manifest())?;
            }
        }
        (None, Some(manifest)) => folder(location, manifest, ids, &mut found, &mut lines)?,
    }
    Ok(Forgotten { people: found.len(), lines })
}

#[derive(Deserialize)]
struct Changed {
    profile: String,
}

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    record: String,
}

fn folder(
    location: &Location,
    mut manifest: Manifest,
    ids: &BTreeSet<String>,
    found: &mut BTreeSet<String>,
    lines: &mut usize,
) -> Result<(), Failure> {
    let (from, to) = (location.path(), location.work());
    let layout = part_layout(&manifest)?;
    let _lock = lock_work(&to)?;
    for part in &mut manifest.parts {
        let before = *lines;
        let mark = &mut part.results;
        *mark =
            FileMark::of(&mark.within(&to), rewrite(&mark.within(from), &mark.within(&to), layout, ids, found, lines)?);
        part.rows -= *lines - before;
    }
    let issues = manifest.parts.iter_mut().filter_map(|part| part.issues.as_mut()).chain(&mut manifest.held_issues);
    for mark in issues {
        let (old, new) = (mark.within(from), mark.within(&to));
        *mark = FileMark::of(&new, lines_without(&old, &new, ids, |line: Told| line.record, found, lines)?);
    }
    if let Some(mark) = &mut manifest.changes {
        let (old, new) = (mark.within(from), mark.within(&to));
        *mark = FileMark::of(&new, lines_without(&old, &new, ids, |line: Changed| line.profile, found, lines)?);
    }
    manifest.forgotten += found.len();
    publish::publish(location, &to, manifest).map(drop)
}

/// Writes a file of results without the lines of these people.
fn rewrite(
    from: &Path,
    to: &Path,
    layout: Layout,
    ids: &BTreeSet<String>,
    found: &mut BTreeSet<String>,
    lines: &mut usize,
) -> Result<Written, Failure> {
    let fault = |error: std::io::Error| Failure::file(from, &error);
    let damaged =
        |cause: &dyn std::fmt::Display| Failure::Other(format!("{}: damaged: {cause}; run anew", from.display()));
    let mut forgotten = |profile: &str| {
        let hit = ids.contains(profile);
        if hit {
            *lines += 1;
            found.insert(profile.to_owned());
        }
        hit
    };
    let text = || layout.compression.reader(File::open(from).map_err(fault)?).map_err(fault);
    match layout.format {
        Format::Parquet => {
            let mut rows = ParquetRows::open(from)?;
            let mut results = Results::create(to, layout, false)?;
            while let Some(batch) = rows.batch()? {
                let column = batch.column_by_name("profile").and_then(|column| column.as_any().downcast_ref());
                let profiles: &StringArray = column.ok_or_else(|| damaged(&"no column “profile”"))?;
                let keep: BooleanArray = profiles.iter().map(|id| Some(!forgotten(id.unwrap_or_default()))).collect();
                let kept = arrow_select::filter::filter_record_batch(&batch, &keep).map_err(|error| damaged(&error))?;
                results.push_rows(&kept)?;
            }
            results.finish()
        }
        Format::Csv => {
            let mut reader = csv::Reader::from_reader(text()?);
            let header = reader.byte_headers().map_err(|error| damaged(&error))?.clone();
            if header.get(0) != Some(b"profile") {
                return Err(damaged(&"the first column is not “profile”"));
            }
            let explain = header.iter().any(|column| column == b"explanation");
            let mut results = Results::create(to, layout, explain)?;
            for row in reader.byte_records() {
                let row = row.map_err(|error| damaged(&error))?;
                if !forgotten(&String::from_utf8_lossy(row.get(0).unwrap_or_default())) {
                    let mut line = csv::Writer::from_writer(Vec::new());
                    line.write_byte_record(&row).map_err(|error| damaged(&error))?;
                    results.push_text(&line.into_inner().map_err(|error| damaged(&error))?)?;
                }
            }
            results.finish()
        }
        Format::Json | Format::Jsonl => {
            let mut results = Results::create(to, layout, false)?;
            for line in BufReader::new(text()?).lines() {
                let line = line.map_err(fault)?;
                let json = line.trim_end_matches(',');
                if matches!(json, "[" | "]" | "[]" | "") {
                    continue;
                }
                let record: Changed = serde_json::from_str(json).map_err(|error| damaged(&error))?;
                if !forgotten(&record.profile) {
                    results.push_text(json.as_bytes())?;
                }
            }
            results.finish()
        }
    }
}

/// Writes lines of JSON without those about these people.
fn lines_without<L: serde::de::DeserializeOwned>(
    from: &Path,
    to: &Path,
    ids: &BTreeSet<String>,
    about: impl Fn(L) -> String,
    found: &mut BTreeSet<String>,
    removed: &mut usize,
) -> Result<Written, Failure> {
    let fault = |error: std::io::Error| Failure::file(from, &error);
    let mut lines = Lines::create(to)?;
    for line in BufReader::new(File::open(from).map_err(fault)?).lines() {
        let line = line.map_err(fault)?;
        let who = serde_json::from_str(&line)
            .map_err(|error| Failure::Other(format!("{}: damaged: {error}; run anew", from.display())))?;
        let who = about(who);
        if ids.contains(&who) {
            *removed += 1;
            found.insert(who);
        } else {
            lines.line(&line)?;
        }
    }
    lines.finish()
}

/// The ids in a file, one a line.
pub(crate) fn ids(path: &Path) -> Result<BTreeSet<String>, Failure> {
    let text =
        if path.as_os_str() == "-" { std::io::read_to_string(std::io::stdin()) } else { fs::read_to_string(path) };
    let text = text.map_err(|error| Failure::file(path, &error))?;
    let ids: BTreeSet<String> = text.lines().map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    if ids.is_empty() {
        return Err(Failure::Usage(format!("{}: no id in it; write one a line", path.display())));
    }
    Ok(ids)
}
