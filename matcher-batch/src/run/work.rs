use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use matcher_core::units::Day;

use super::manifest::{read_json, write_json};
use super::{FileMark, Location, Manifest, Part, Plan, Tally, differences};
use crate::failure::Failure;
use crate::input::{Layout, Told, hexadecimal};
use crate::output::{Lines, ResultLine, Results, sync_folder_of};

/// The folder in which a run is made, from its first part to the last.
pub(crate) struct Work {
    pub(super) folder: PathBuf,
    pub(super) plan: Plan,
    layout: Layout,
    /// Parts that are whole.
    done: BTreeMap<usize, Part>,
    open: Option<Open>,
    /// Held as long as the run is made; the system lets go of it whatever happens to the program.
    _lock: File,
}

/// The part that is being written.
struct Open {
    number: usize,
    results: Results,
    results_path: PathBuf,
    rows: usize,
    issues: Option<Lines>,
    issues_path: PathBuf,
}

/// The plan under its name in the folder.
pub(super) const PLAN: &str = "plan.json";
const LOCK: &str = "lock";
const RECEIPT: &str = ".receipt.json";

impl Work {
    /// The day of a run that is to be continued here, where there is one: midnight may have passed since.
    pub(crate) fn day(location: &Location) -> Result<Option<Day>, Failure> {
        Ok(unfinished(&location.work())?.and_then(|plan| plan.stamp.as_of))
    }

    /// Begins a run or, with `resume`, continues the one that was interrupted.
    ///
    /// A run that was planned otherwise is not continued, and the failure says what differs.
    pub(crate) fn open(location: &Location, plan: Plan, layout: Layout, resume: bool) -> Result<Work, Failure> {
        let folder = location.work();
        let fault = |error: std::io::Error| Failure::file(&folder, &error);
        begin(location)?;
        let lock = lock(&folder)?;
        let unfinished = if resume { unfinished(&folder)? } else { None };
        let mut done = BTreeMap::new();
        match unfinished {
            Some(old) => {
                if let Some(reason) = differences::of_plans(&old, &plan) {
                    return Err(Failure::Other(format!(
                        "{}: the run cannot be continued: {reason}; give what it was begun with, or leave out --resume",
                        folder.display()
                    )));
                }
                done = finished_parts(&folder)?;
            }
            None => {
                clear(&folder)?;
                write_json(&folder.join(PLAN), &plan)?;
                sync_folder_of(&folder).map_err(fault)?;
            }
        }
        Ok(Work { folder, plan, layout, done, open: None, _lock: lock })
    }

    /// Where the run is made.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many parts are already whole.
    pub(crate) fn done(&self) -> usize {
        self.done.len()
    }

    /// Whether this part is still to be made, here.
    pub(crate) fn wants(&self, part: usize) -> bool {
        self.plan.shard.is_none_or(|shard| shard.has(part)) && !self.done.contains_key(&part)
    }

    /// Writes results into a part; the first ones begin it.
    pub(crate) fn push(&mut self, part: usize, lines: &[ResultLine]) -> Result<(), Failure> {
        let open = self.part(part)?;
        open.rows += lines.len();
        lines.iter().try_for_each(|line| open.results.push(line))
    }

    /// Keeps an issue with the part of its record.
    pub(crate) fn tell(&mut self, part: usize, told: &Told) -> Result<(), Failure> {
        let open = self.part(part)?;
        let issues = match &mut open.issues {
            Some(issues) => issues,
            None => open.issues.insert(Lines::create(&open.issues_path)?),
        };
        issues.line(&told.to_json())
    }

    /// The part is whole: it has its name, and its receipt.
    pub(crate) fn close(&mut self, part: usize, tally: Tally) -> Result<(), Failure> {
        self.part(part)?;
        let Some(open) = self.open.take() else { return Ok(()) };
        let results = FileMark::of(&open.results_path, open.results.finish()?);
        let issues = match open.issues {
            Some(issues) => Some(FileMark::of(&open.issues_path, issues.finish()?)),
            None => None,
        };
        let part = Part { number: part, results, rows: open.rows, issues, tally };
        write_json(&self.folder.join(name(part.number, RECEIPT)), &part)?;
        self.done.insert(part.number, part);
        Ok(())
    }

    fn part(&mut self, number: usize) -> Result<&mut Open, Failure> {
        if self.open.as_ref().is_none_or(|open| open.number != number) {
            let results_path = self.folder.join(name(number, &self.layout.endings()));
            let issues_path = self.folder.join(format!("issues-{number:05}.jsonl"));
            // Of an interrupted part that had issues in another place nothing may stay.
            remove_if_there(&issues_path)?;
            let results = Results::create(&results_path, self.layout, self.plan.explain)?;
            self.open = Some(Open { number, results, results_path, rows: 0, issues: None, issues_path });
        }
        self.open.as_mut().ok_or_else(|| Failure::Other("no part is open".to_owned()))
    }

    /// The manifest of the run, whose parts are all whole, before anything is published. `held_told`: the issues of the
    /// records that are held for all parts, which `held` counts.
    pub(crate) fn manifest(&mut self, held: Tally, held_told: &[Told]) -> Result<Manifest, Failure> {
        let path = self.folder.join("issues-held.jsonl");
        let held_issues = if held_told.is_empty() {
            None
        } else {
            let mut lines = Lines::create(&path)?;
            held_told.iter().try_for_each(|told| lines.line(&told.to_json()))?;
            Some(FileMark::of(&path, lines.finish()?))
        };
        let mut totals = held.clone();
        let parts: Vec<Part> = self.done.values().cloned().collect();
        parts.iter().for_each(|part| totals.add(&part.tally));
        Ok(Manifest {
            kind: Manifest::KIND.to_owned(),
            plan: self.plan.clone(),
            totals,
            held,
            held_issues,
            parts,
            joined: None,
            changes: None,
            forgotten: 0,
        })
    }
}

/// The plan of a run that was begun in this folder and not published.
fn unfinished(folder: &Path) -> Result<Option<Plan>, Failure> {
    if let Some(plan) = read_json(&folder.join(PLAN))? {
        return Ok(Some(plan));
    }
    Ok(Manifest::read(&folder.join(Manifest::NAME))?.map(|manifest| manifest.plan))
}

/// The parts of an interrupted run that are whole: with a receipt, and with the bytes that it names.
fn finished_parts(folder: &Path) -> Result<BTreeMap<usize, Part>, Failure> {
    let mut parts: Vec<Part> = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))? {
        let path = entry.map_err(|error| Failure::file(folder, &error))?.path();
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        if name.ends_with(".tmp") {
            remove_if_there(&path)?;
        } else if name.ends_with(RECEIPT) {
            parts.extend(read_json::<Part>(&path)?);
        }
    }
    if let Some(manifest) = Manifest::read(&folder.join(Manifest::NAME))? {
        parts.extend(manifest.parts);
    }
    let mut done = BTreeMap::new();
    for part in parts {
        let mut whole = true;
        for mark in std::iter::once(&part.results).chain(&part.issues) {
            whole = whole && is_as_marked(folder, mark)?;
        }
        if whole {
            done.insert(part.number, part);
        } else {
            eprintln!("matcher: {}: not as its receipt says; it is made anew", part.results.file);
        }
    }
    Ok(done)
}

/// Whether the file is there, with these bytes.
pub(super) fn is_as_marked(folder: &Path, mark: &FileMark) -> Result<bool, Failure> {
    use sha2::{Digest, Sha256};
    let path = mark.within(folder);
    let Ok(mut file) = File::open(&path) else { return Ok(false) };
    let mut hash = Sha256::new();
    std::io::copy(&mut file, &mut hash).map_err(|error| Failure::file(&path, &error))?;
    Ok(hexadecimal(&hash.finalize()) == mark.sha256)
}

/// The name of a part's file.
pub(super) fn name(part: usize, ending: &str) -> String {
    format!("part-{part:05}{ending}")
}

/// Makes the working folder. The folder of a file must be there: a misspelt path is not to become one.
fn begin(location: &Location) -> Result<(), Failure> {
    let work = location.work();
    let made = if location.is_folder() {
        fs::create_dir_all(&work)
    } else if work.is_dir() {
        Ok(())
    } else {
        fs::create_dir(&work)
    };
    made.map_err(|error| Failure::file(location.path(), &error))
}

/// Begins an empty working folder that nobody else works in.
pub(super) fn lock_work(folder: &Path) -> Result<File, Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    let lock = lock(folder)?;
    clear(folder)?;
    Ok(lock)
}

fn lock(folder: &Path) -> Result<File, Failure> {
    let path = folder.join(LOCK);
    let file = File::create(&path).map_err(|error| Failure::file(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            let message = "another run is being made here; wait for it, or give another --out";
            Err(Failure::Other(format!("{}: {message}", folder.display())))
        }
        Err(TryLockError::Error(error)) => Err(Failure::file(&path, &error)),
    }
}

/// Removes what an earlier run left in its working folder, but not its lock.
fn clear(folder: &Path) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))? {
        let path = entry.map_err(|error| Failure::file(folder, &error))?.path();
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        if name == LOCK {
            continue;
        }
        let own = name.starts_with("part-")
            || name.starts_with("issues-")
            || name.ends_with(".tmp")
            || ["changes.jsonl", PLAN, Manifest::NAME, Manifest::UNPUBLISHED].contains(&&*name)
            || name.starts_with("joined");
        if !own {
            let message = "it holds a file that is none of a run; move it away";
            return Err(Failure::Other(format!("{}: {message}", path.display())));
        }
        remove_if_there(&path)?;
    }
    Ok(())
}

pub(super) fn remove_if_there(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::file(path, &error)),
        _ => Ok(()),
    }
}

/// Takes away what only served to make the run.
pub(super) fn tidy(folder: &Path, parts: &[Part]) -> Result<(), Failure> {
    for part in parts {
        remove_if_there(&folder.join(name(part.number, RECEIPT)))?;
    }
    for name in [PLAN, Manifest::UNPUBLISHED, LOCK] {
        remove_if_there(&folder.join(name))?;
    }
    Ok(())
}
