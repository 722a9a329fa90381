use std::io::{BufRead, Read};
use std::path::Path;

use crate::failure::Failure;
use crate::status::Status;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Lines of text from outside. One that is too long or not UTF-8 is named on standard error and passed over.
pub(crate) struct TextLines<R> {
    from: R,
    number: usize,
    rejected: usize,
}

impl<R: BufRead> TextLines<R> {
    pub(crate) fn new(from: R) -> TextLines<R> {
        TextLines { from, number: 0, rejected: 0 }
    }

    /// The next line that can be read, without its end.
    pub(crate) fn next(&mut self) -> Result<Option<String>, Failure> {
        loop {
            let mut bytes = Vec::new();
            let read = (&mut self.from).take(LONGEST + 2).read_until(b'\n', &mut bytes);
            if read.map_err(|error| Failure::file(Path::new("standard input"), &error))? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let whole = bytes.ends_with(b"\n");
            while bytes.last().is_some_and(|end| b"\r\n".contains(end)) {
                bytes.pop();
            }
            if bytes.len() as u64 > LONGEST {
                if !whole {
                    self.skip()?;
                }
                self.reject("longer than 1 MiB; split it");
                continue;
            }
            match String::from_utf8(bytes) {
                Ok(text) => return Ok(Some(text)),
                Err(error) => self.reject(&format!("not UTF-8 ({error}); save it as UTF-8")),
            }
        }
    }

    /// Passes over the last line for this reason.
    fn reject(&mut self, why: &str) {
        self.rejected += 1;
        eprintln!("matcher: standard input, line {}: {why}", self.number);
    }

    /// Whether any line was passed over.
    pub(crate) fn status(&self) -> Status {
        if self.rejected > 0 { Status::Rejected } else { Status::Done }
    }

    fn skip(&mut self) -> Result<(), Failure> {
        loop {
            let buffer = self.from.fill_buf().map_err(|error| Failure::file(Path::new("standard input"), &error))?;
            let (end, length) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (true, at + 1),
                None => (buffer.is_empty(), buffer.len()),
            };
            self.from.consume(length);
            if end {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_cannot_be_read_are_passed_over_and_told() {
        let long = "x".repeat(LONGEST as usize + 5);
        let exact = "y".repeat(LONGEST as usize);
        let input = [&b"one\r\n"[..], b"\xff\n", long.as_bytes(), b"\n", exact.as_bytes(), b"\nlast"].concat();
        let mut lines = TextLines::new(&input[..]);
        let mut read = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            read.push((lines.number, line.len()));
        }
        assert_eq!(read, [(1, 3), (4, 1 << 20), (5, 4)]);
        assert_eq!(lines.status(), Status::Rejected);
    }
}
