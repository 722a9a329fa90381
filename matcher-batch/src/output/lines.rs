use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A file, or standard output for `-`, that is written from beginning to end.
pub(crate) struct Lines {
    name: PathBuf,
    to: Box<dyn Write + Send + Sync>,
}

impl Lines {
    pub(crate) fn create(path: &Path) -> Result<Lines, Failure> {
        let to: Box<dyn Write + Send + Sync> = if path.as_os_str() == "-" {
            Box::new(io::stdout())
        } else {
            Box::new(File::create(path).map_err(|error| Failure::file(path, &error))?)
        };
        Ok(Lines { name: path.to_owned(), to: Box::new(BufWriter::new(to)) })
    }

    /// Writes bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.to.write_all(bytes).map_err(|error| Failure::file(&self.name, &error))
    }

    /// Writes a line.
    pub(crate) fn line(&mut self, line: &str) -> Result<(), Failure> {
        self.write(line.as_bytes())?;
        self.write(b"\n")
    }

    /// Writes what is still kept back. A fault that only shows here is not lost.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.to.flush().map_err(|error| Failure::file(&self.name, &error))
    }
}
