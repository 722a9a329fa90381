//! Where the optional real data lies. It may not be redistributed, so it is outside of the repository.

use std::path::{Path, PathBuf};

/// The folder named by the environment variable `MATCHER_DATA`, else `../shared/data` beside the workspace; `None` where
/// neither exists.
pub fn folder() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("MATCHER_DATA").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// The same; where there is none it says so on stderr, for a test or a command that then has nothing to do.
pub fn folder_or_say() -> Option<PathBuf> {
    let found = folder();
    if found.is_none() {
        eprintln!("SKIPPED: there is no real data; set MATCHER_DATA to its folder");
    }
    found
}

/// The text of a file, or an error that names it.
///
/// # Errors
/// The system's, behind the file's name.
pub fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
