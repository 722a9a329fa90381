use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::python::Python;

/// The versions that are measured.
const VERSIONS: [&str; 2] = ["rapidfuzz==3.14.6", "symspellpy==6.10.1"];

/// Typo search in Python: `benches/peers/fuzzy.py`, in a virtual environment of its own.
pub struct Fuzzy {
    python: Python,
    data: PathBuf,
}

/// What one of the two took and found.
#[derive(Clone, Debug, Deserialize)]
pub struct FuzzyRun {
    /// Its name.
    pub name: String,
    /// CPU seconds of building its index.
    pub build_cpu_seconds: f64,
    /// CPU seconds of all queries.
    pub query_cpu_seconds: f64,
    /// Resident memory that its index took, MiB.
    pub index_mib: f64,
    /// The form found for each query, `None` where nothing was.
    pub found: Vec<Option<usize>>,
}

impl Fuzzy {
    /// Writes forms and queries into `folder`, one a line, and makes the environment there where it is missing, which
    /// needs Python 3 and, once, the package index.
    ///
    /// # Errors
    /// What could not be written or installed.
    pub fn new(folder: &Path, forms: &[String], queries: &[String]) -> Result<Fuzzy, String> {
        let data = folder.join("data");
        fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
        for (name, lines) in [("forms.txt", forms), ("queries.txt", queries)] {
            fs::write(data.join(name), lines.join("\n")).map_err(|error| format!("{name}: {error}"))?;
        }
        Ok(Fuzzy { python: Python::with(&folder.join("venv"), &VERSIONS)?, data })
    }

    /// One run of both over all queries, one after the other on one thread.
    ///
    /// # Errors
    /// The script's own.
    pub fn run(&self) -> Result<Vec<FuzzyRun>, String> {
        let out = self.python.script("fuzzy.py", &[&self.data])?;
        serde_json::from_str(&out).map_err(|error| format!("{error} in {out}"))
    }
}
