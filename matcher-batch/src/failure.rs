use std::fmt;
use std::io;
use std::path::Path;

/// Why a command ended without doing its work, in words that name the file and what to do.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was called wrongly.
    Usage(String),
    /// A file, a setting or the engine.
    Other(String),
    /// Nobody reads the output any more: no fault at all.
    Closed,
}

impl Failure {
    /// An error of the file system with the file's name and a remedy.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::Closed;
        }
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "; check the path",
            io::ErrorKind::PermissionDenied => "; check who may read and write it",
            io::ErrorKind::IsADirectory => "; name a file in it",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                "; free some space and run again: what was there before is untouched"
            }
            _ => "",
        };
        Failure::Other(format!("{}: {error}{remedy}", path.display()))
    }

    /// An error of the engine about this file.
    pub(crate) fn in_file(path: &Path, error: &matcher_core::Error) -> Failure {
        Failure::Other(format!("{}: {error}", path.display()))
    }
}

impl From<matcher_core::Error> for Failure {
    fn from(error: matcher_core::Error) -> Failure {
        Failure::Other(error.to_string())
    }
}

/// An error while writing to the terminal or a pipe.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::file(Path::new("standard output"), &error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(text) | Failure::Other(text) => f.write_str(text),
            Failure::Closed => f.write_str("the output was closed"),
        }
    }
}

impl std::error::Error for Failure {}
