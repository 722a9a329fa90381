use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use super::{Format, Layout, decode, parquet};
use crate::failure::Failure;

/// A file that will be read, or standard input.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) layout: Layout,
    /// `None` for standard input, which can be read once only.
    pub(crate) survey: Option<Survey>,
}

/// What a first look at a whole file told.
#[derive(Clone, Debug)]
pub(crate) struct Survey {
    pub(crate) bytes: u64,
    /// Of the file as it lies there, packed or not.
    pub(crate) sha256: String,
    /// About how many records it holds: its lines, or a Parquet file's rows.
    pub(crate) records: usize,
    /// The first line that is not UTF-8.
    pub(super) not_utf8: Option<usize>,
    changed: Option<SystemTime>,
}

impl Source {
    /// Looks at a file from beginning to end.
    pub(crate) fn look(path: &Path) -> Result<Source, Failure> {
        let layout = Layout::of(path)?;
        let survey = if path.as_os_str() == "-" { None } else { Some(Survey::of(path, layout)?) };
        Ok(Source { path: path.to_owned(), layout, survey })
    }

    /// The file from its beginning, unpacked.
    pub(super) fn open(&self) -> Result<Box<dyn Read>, Failure> {
        if self.survey.is_none() {
            return Ok(Box::new(io::stdin()));
        }
        let fault = |error| Failure::file(&self.path, &error);
        let file = File::open(&self.path).map_err(fault)?;
        self.layout.compression.reader(file).map_err(fault)
    }

    /// A fault while the file is read, such as damaged packing.
    pub(super) fn fault(&self, error: &io::Error) -> Failure {
        let name = if self.survey.is_none() { Path::new("standard input") } else { &self.path };
        Failure::file(name, error)
    }

    /// Refuses a file that was written to since it was looked at: the manifest would name another content.
    pub(crate) fn check_unchanged(&self) -> Result<(), Failure> {
        let Some(survey) = &self.survey else { return Ok(()) };
        let now = std::fs::metadata(&self.path).map_err(|error| Failure::file(&self.path, &error))?;
        if (now.len(), now.modified().ok()) == (survey.bytes, survey.changed) {
            return Ok(());
        }
        let message = "the file was changed while it was read; start again when it is complete";
        Err(Failure::Other(format!("{}: {message}", self.path.display())))
    }
}

impl Survey {
    fn of(path: &Path, layout: Layout) -> Result<Survey, Failure> {
        let fault = |error: io::Error| Failure::file(path, &error);
        let file = File::open(path).map_err(fault)?;
        let changed = file.metadata().and_then(|data| data.modified()).ok();
        let mut hashing = Hashing { from: file, hash: Sha256::new(), bytes: 0 };
        let mut text = TextSurvey::default();
        let mut begin = Vec::new();
        if layout.format == Format::Parquet {
            io::copy(&mut hashing, &mut io::sink()).map_err(fault)?;
        } else {
            let mut unpacked = layout.compression.reader(&mut hashing).map_err(fault)?;
            let mut buffer = vec![0; 1 << 16];
            loop {
                let read = unpacked.read(&mut buffer).map_err(fault)?;
                if read == 0 {
                    break;
                }
                if begin.len() < 2 {
                    begin.extend_from_slice(&buffer[..read.min(2)]);
                }
                text.add(&buffer[..read]);
            }
            drop(unpacked);
            io::copy(&mut hashing, &mut io::sink()).map_err(fault)?;
        }
        if decode::is_utf16(&begin) {
            return Err(Failure::Other(format!("{}: the file is UTF-16; save it as UTF-8", path.display())));
        }
        let records = match layout.format {
            Format::Parquet => parquet::rows(path)?,
            Format::Csv => text.lines().saturating_sub(1),
            Format::Jsonl | Format::Json => text.lines(),
        };
        let sha256 = hexadecimal(&hashing.hash.finalize());
        Ok(Survey { bytes: hashing.bytes, sha256, records, not_utf8: text.not_utf8(), changed })
    }
}

/// A SHA-256 in letters.
pub(crate) fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hashes what is read.
struct Hashing {
    from: File,
    hash: Sha256,
    bytes: u64,
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.hash.update(&buffer[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}

/// Counts lines and looks for what is not UTF-8, piece by piece.
#[derive(Default)]
struct TextSurvey {
    ends: usize,
    open: bool,
    /// The beginning of a character that the last piece cut.
    cut: Vec<u8>,
    wrong: Option<usize>,
}

impl TextSurvey {
    fn add(&mut self, piece: &[u8]) {
        if self.wrong.is_none() {
            self.check(piece);
        }
        self.ends += piece.iter().filter(|&&byte| byte == b'\n').count();
        self.open = piece.last().is_some_and(|&byte| byte != b'\n');
    }

    fn check(&mut self, piece: &[u8]) {
        let joined;
        let carried = self.cut.len();
        let bytes = if carried == 0 {
            piece
        } else {
            joined = [&self.cut, piece].concat();
            &joined
        };
        let cut = match std::str::from_utf8(bytes) {
            Ok(_) => Vec::new(),
            Err(error) if error.error_len().is_none() => bytes[error.valid_up_to()..].to_vec(),
            Err(error) => {
                let before = &bytes[..error.valid_up_to()];
                self.wrong = Some(1 + self.ends + before.iter().filter(|&&byte| byte == b'\n').count());
                Vec::new()
            }
        };
        self.cut = cut;
    }

    fn lines(&self) -> usize {
        self.ends + usize::from(self.open)
    }

    fn not_utf8(&self) -> Option<usize> {
        self.wrong.or_else(|| (!self.cut.is_empty()).then(|| self.lines()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_and_the_first_that_is_not_utf8_is_named_however_the_pieces_fall() {
        let text = "é\nb\n\u{20ac}x".as_bytes();
        for cut in 0..text.len() {
            let mut survey = TextSurvey::default();
            survey.add(&text[..cut]);
            survey.add(&text[cut..]);
            assert_eq!((survey.lines(), survey.not_utf8()), (3, None), "{cut}");
        }
        let mut survey = TextSurvey::default();
        survey.add(b"a\nb\xe9\xe9\nc\n");
        assert_eq!((survey.lines(), survey.not_utf8()), (3, Some(2)));
        let mut survey = TextSurvey::default();
        survey.add(b"a\n\xc3");
        assert_eq!(survey.not_utf8(), Some(2));
    }
}
