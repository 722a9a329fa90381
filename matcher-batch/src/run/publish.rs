use std::fs;
use std::path::{Path, PathBuf};

use super::work::{remove_if_there, tidy};
use super::{FileMark, Location, Manifest, join};
use crate::failure::Failure;
use crate::input::Layout;
use crate::output::{beside, sync_folder_of};

/// Refuses to replace what is no run of ours, before any work is done, and undoes a publication that was interrupted.
pub(crate) fn check_place(location: &Location) -> Result<(), Failure> {
    let (path, work) = (location.path(), location.work());
    let replaced = replaced(location);
    if location.is_folder() && replaced.exists() {
        if path.exists() {
            remove_run(&replaced)?;
        } else if !work.join(Manifest::NAME).exists() {
            fs::rename(&replaced, path).map_err(|error| Failure::file(&replaced, &error))?;
        }
    }
    if !path.exists() {
        return Ok(());
    }
    let other = |message: &str| Err(Failure::Usage(format!("{}: {message}; give another --out", path.display())));
    if !location.is_folder() {
        return Ok(());
    }
    if !path.is_dir() {
        return other("a file has this name, and the run would be a folder");
    }
    let manifest = Manifest::read(&location.manifest())?;
    let known: Vec<&str> = manifest.iter().flat_map(Manifest::files).map(|mark| mark.file.as_str()).collect();
    for entry in fs::read_dir(path).map_err(|error| Failure::file(path, &error))? {
        let name = entry.map_err(|error| Failure::file(path, &error))?.file_name();
        let name = name.to_string_lossy();
        if name != Manifest::NAME && !known.contains(&&*name) {
            return other(&format!("the folder holds {name}, which is none of a run's files, and would be replaced"));
        }
    }
    Ok(())
}

/// Keeps the run from being published, with the reason beside it.
pub(crate) fn keep_back(folder: &Path, manifest: &Manifest) -> Result<(), Failure> {
    manifest.write(&folder.join(Manifest::UNPUBLISHED))
}

/// Ends a run: joins its parts where it is one file, writes the manifest, and gives the run its name.
pub(crate) fn publish(location: &Location, folder: &Path, mut manifest: Manifest) -> Result<Manifest, Failure> {
    let joined = match location.file() {
        Some(layout) => {
            let path = folder.join(format!("joined{}", layout.endings()));
            let written = join::join(&path, layout, folder, &manifest)?;
            let mark = FileMark::of(location.path(), written);
            manifest.joined = Some(mark);
            Some(path)
        }
        None => None,
    };
    manifest.write(&folder.join(Manifest::NAME))?;
    tidy(folder, &manifest.parts)?;
    match joined {
        Some(joined) => publish_file(location, folder, &joined, &manifest)?,
        None => publish_folder(location, folder)?,
    }
    Ok(manifest)
}

fn publish_folder(location: &Location, folder: &Path) -> Result<(), Failure> {
    let path = location.path();
    let old = replaced(location);
    let rename = |from: &Path, to: &Path| fs::rename(from, to).map_err(|error| Failure::file(to, &error));
    if path.exists() {
        rename(path, &old)?;
    }
    rename(folder, path)?;
    sync_folder_of(path).map_err(|error| Failure::file(path, &error))?;
    if old.exists() { remove_run(&old) } else { Ok(()) }
}

fn publish_file(location: &Location, folder: &Path, joined: &Path, manifest: &Manifest) -> Result<(), Failure> {
    let path = location.path();
    let rename = |from: &Path, to: &Path| fs::rename(from, to).map_err(|error| Failure::file(to, &error));
    rename(joined, path)?;
    match &manifest.changes {
        Some(mark) => rename(&mark.within(folder), &location.changes())?,
        None => remove_if_there(&location.changes())?,
    }
    rename(&folder.join(Manifest::NAME), &location.manifest())?;
    sync_folder_of(path).map_err(|error| Failure::file(path, &error))?;
    for mark in manifest.files() {
        remove_if_there(&mark.within(folder))?;
    }
    fs::remove_dir(folder).map_err(|error| Failure::file(folder, &error))
}

/// Where the run that is replaced waits for its end.
fn replaced(location: &Location) -> PathBuf {
    beside(location.path(), ".replaced")
}

/// Removes a run's own files, and its folder where nothing else is in it.
fn remove_run(folder: &Path) -> Result<(), Failure> {
    let manifest = folder.join(Manifest::NAME);
    for mark in Manifest::read(&manifest)?.iter().flat_map(Manifest::files) {
        remove_if_there(&mark.within(folder))?;
    }
    remove_if_there(&manifest)?;
    if fs::remove_dir(folder).is_err() {
        eprintln!("matcher: {} holds files of others and stays", folder.display());
    }
    Ok(())
}

/// The layout of a run's parts.
pub(crate) fn part_layout(manifest: &Manifest) -> Result<Layout, Failure> {
    Layout::of_endings(&manifest.plan.layout)
        .ok_or_else(|| Failure::Other(format!("the manifest names the unknown layout {}", manifest.plan.layout)))
}
