use std::fs::{self, File};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::input::hexadecimal;

/// Where bytes go: standard output, a pipe or device as they come, or a file that appears under its name when it is whole.
pub(crate) struct Destination {
    name: PathBuf,
    to: To,
    hash: Sha256,
    bytes: u64,
}

enum To {
    Stdout(BufWriter<Stdout>),
    /// A pipe or a device.
    Open(BufWriter<File>),
    Whole {
        file: BufWriter<File>,
        temporary: PathBuf,
    },
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

impl Destination {
    /// `-` is standard output. A file is written beside its name, which it gets at the end.
    pub(crate) fn create(path: &Path) -> Result<Destination, Failure> {
        let fault = |error| Failure::file(path, &error);
        let to = if path.as_os_str() == "-" {
            To::Stdout(BufWriter::new(io::stdout()))
        } else if is_open(path) {
            To::Open(BufWriter::new(File::options().write(true).open(path).map_err(fault)?))
        } else {
            if path.is_dir() {
                return Err(fault(io::ErrorKind::IsADirectory.into()));
            }
            let temporary = beside(path, ".tmp");
            let file = File::create(&temporary).map_err(fault)?;
            To::Whole { file: BufWriter::with_capacity(1 << 16, file), temporary }
        };
        Ok(Destination { name: path.to_owned(), to, hash: Sha256::new(), bytes: 0 })
    }

    /// What it was called by.
    pub(crate) fn name(&self) -> &Path {
        &self.name
    }

    /// A fault while writing, with the name of the file.
    pub(crate) fn fault(&self, error: &io::Error) -> Failure {
        Failure::file(&self.name, error)
    }

    /// Writes what is still kept back. A file is on the disk, and has its name, when this returns.
    pub(crate) fn finish(mut self) -> Result<Written, Failure> {
        let done = match &mut self.to {
            To::Stdout(out) => out.flush(),
            To::Open(file) => file.flush(),
            To::Whole { file, temporary } => file
                .flush()
                .and_then(|()| file.get_ref().sync_all())
                .and_then(|()| fs::rename(temporary, &self.name))
                .and_then(|()| sync_folder_of(&self.name)),
        };
        done.map_err(|error| Failure::file(&self.name, &error))?;
        let hash = std::mem::take(&mut self.hash);
        Ok(Written { bytes: self.bytes, sha256: hexadecimal(&hash.finalize()) })
    }
}

impl Drop for Destination {
    /// What never became whole does not stay. After a finished file there is nothing to remove.
    fn drop(&mut self) {
        if let To::Whole { temporary, .. } = &self.to {
            let _ = fs::remove_file(temporary);
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.to {
            To::Stdout(out) => out.write(bytes)?,
            To::Open(file) | To::Whole { file, .. } => file.write(bytes)?,
        };
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Stdout(out) => out.flush(),
            To::Open(file) | To::Whole { file, .. } => file.flush(),
        }
    }
}

/// Whether something that is no file has this name: a pipe, a device.
pub(crate) fn is_open(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir())
}

/// The name with something appended, in the same folder.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes the names in a file's folder last through a loss of power.
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Elsewhere a folder cannot be opened, and renaming is on the disk when it returns.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
