use std::path::{Path, PathBuf};

use super::Manifest;
use crate::failure::Failure;
use crate::input::{Compression, Format, Layout, local};
use crate::output::{beside, is_open};

/// Where a run is, or will be. A name with the ending of a format is one file; another one is a folder of parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    path: PathBuf,
    /// `None`: a folder.
    file: Option<Layout>,
}

impl Location {
    /// Where `--out` points; `None` for standard output, a pipe or a device.
    pub(crate) fn of_output(out: &Path) -> Result<Option<Location>, Failure> {
        let path = local(out)?;
        if path.as_os_str() == "-" || is_open(&path) {
            return Ok(None);
        }
        Location::of(&path).map(Some)
    }

    fn of(path: &Path) -> Result<Location, Failure> {
        let slash = path.as_os_str().to_string_lossy().ends_with('/');
        if path.file_name().is_none() {
            return Err(Failure::Usage(format!("{}: a run has a name; name a folder or file", path.display())));
        }
        let folder = slash || path.is_dir() || path.extension().is_none();
        let file = if folder { None } else { Some(Layout::of(path).map_err(|failure| or_folder(&failure))?) };
        // The name without a slash at its end.
        Ok(Location { path: path.components().collect(), file })
    }

    /// A run that was made: a folder with its manifest, a file, or the folder of a run that a guard kept back.
    pub(crate) fn of_run(run: &Path) -> Result<Location, Failure> {
        let path = local(run)?;
        if !path.exists() {
            return Err(Failure::file(&path, &std::io::ErrorKind::NotFound.into()));
        }
        Location::of(&path)
    }

    /// The name that was asked for.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn is_folder(&self) -> bool {
        self.file.is_none()
    }

    /// The layout of the one file; `None` for a folder.
    pub(crate) fn file(&self) -> Option<Layout> {
        self.file
    }

    /// The layout of the parts; `asked` is that of a folder.
    pub(crate) fn parts(&self, asked: Option<Layout>) -> Layout {
        match self.file {
            // A list is made of the lines of its parts.
            Some(Layout { format: Format::Json, .. }) => Layout::LINES,
            // Parts are packed once, when they are joined.
            Some(layout) => Layout { compression: Compression::None, ..layout },
            None => asked.unwrap_or(Layout { format: Format::Parquet, compression: Compression::None }),
        }
    }

    /// Where the run is made.
    pub(crate) fn work(&self) -> PathBuf {
        beside(&self.path, ".partial")
    }

    /// Where the manifest stands once the run is published.
    pub(crate) fn manifest(&self) -> PathBuf {
        if self.is_folder() { self.path.join(Manifest::NAME) } else { beside(&self.path, ".manifest.json") }
    }

    /// Where the differences to another run go: into the folder, or beside the file.
    pub(crate) fn changes(&self) -> PathBuf {
        match self.file {
            None => self.path.join("changes.jsonl"),
            Some(_) => beside(&self.path, ".changes.jsonl"),
        }
    }
}

fn or_folder(failure: &Failure) -> Failure {
    Failure::Usage(format!("{failure}; a folder of parts ends in /"))
}
