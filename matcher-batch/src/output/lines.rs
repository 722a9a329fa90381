use std::io::Write;
use std::path::Path;

use super::Destination;
use crate::failure::Failure;

/// Lines of text on their way into a file, or to standard output for `-`.
pub(crate) struct Lines(Destination);

impl Lines {
    pub(crate) fn create(path: &Path) -> Result<Lines, Failure> {
        Ok(Lines(Destination::create(path)?))
    }

    /// Writes bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.0.write_all(bytes);
        written.map_err(|error| self.0.fault(&error))
    }

    /// Writes a line.
    pub(crate) fn line(&mut self, line: &str) -> Result<(), Failure> {
        self.write(line.as_bytes())?;
        self.write(b"\n")
    }

    /// Writes what is still kept back. A fault that only shows here is not lost.
    pub(crate) fn finish(self) -> Result<super::Written, Failure> {
        self.0.finish()
    }
}
