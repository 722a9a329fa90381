//! Files of publishers: a folder, or a zip as it is downloaded.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// A file read whole.
pub(super) struct Loaded {
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

/// The files of a folder or zip, by name: those of which `wanted` holds with their content, other CSV files by their name
/// only, so that whoever reads them can say that they were passed over.
pub(super) fn load(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<Loaded>, String> {
    let mut loaded = if path.is_dir() { folder(path, wanted)? } else { zip(path, wanted)? };
    loaded.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(loaded)
}

fn folder(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<Loaded>, String> {
    let named = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut loaded = Vec::new();
    for entry in fs::read_dir(path).map_err(named)? {
        let file = entry.map_err(named)?.path();
        let name = file.display().to_string();
        if wanted(&name) {
            let content = fs::read(&file).map_err(|error| format!("{name}: {error}"))?;
            loaded.push(Loaded { name, content });
        } else if name.ends_with(".csv") {
            loaded.push(Loaded { name, content: Vec::new() });
        }
    }
    Ok(loaded)
}

fn zip(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<Loaded>, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(|error| named(&error))?;
    let mut archive = zip::ZipArchive::new(file).map_err(|error| named(&error))?;
    let mut loaded = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|error| named(&error))?;
        let name = format!("{}/{}", path.display(), entry.name());
        if wanted(&name) {
            let mut content = Vec::new();
            entry.read_to_end(&mut content).map_err(|error| format!("{name}: {error}"))?;
            loaded.push(Loaded { name, content });
        } else if name.ends_with(".csv") {
            loaded.push(Loaded { name, content: Vec::new() });
        }
    }
    Ok(loaded)
}
