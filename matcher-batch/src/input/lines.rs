use std::io::{self, BufRead, BufReader, Read};

use super::{Place, decode};

/// One JSON object a line, of a file of any length. Blank lines are passed over.
pub(super) struct JsonLines<R> {
    from: BufReader<R>,
    number: usize,
    longest: usize,
}

/// A record's JSON text with its place, or what is wrong with it.
pub(super) type RawRecord = (Place, Result<String, Wrong>);

/// Why a record's text could not be taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It could not even be taken apart.
    Malformed(String),
    /// So many bytes, more than the limit.
    TooLarge(usize),
}

impl<R: Read> JsonLines<R> {
    /// Of a longer line no more than `longest` bytes are held in memory.
    pub(super) fn new(from: R, longest: usize) -> JsonLines<R> {
        JsonLines { from: BufReader::with_capacity(1 << 16, from), number: 0, longest }
    }

    pub(super) fn next(&mut self) -> io::Result<Option<RawRecord>> {
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            // Room for the line's end and for the mark before UTF-8.
            let most = self.longest as u64 + 16;
            if (&mut self.from).take(most).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let place = Place::Line(self.number);
            let rest = if bytes.ends_with(b"\n") || (bytes.len() as u64) < most { 0 } else { self.skip()? };
            let line = if self.number == 1 { decode::without_mark(&bytes) } else { &bytes };
            let line = line.trim_ascii();
            if line.is_empty() && rest == 0 {
                continue;
            }
            if line.len() + rest > self.longest {
                return Ok(Some((place, Err(Wrong::TooLarge(line.len() + rest)))));
            }
            let text = std::str::from_utf8(line).map(str::to_owned);
            return Ok(Some((place, text.map_err(|e| Wrong::Malformed(format!("the line is not UTF-8: {e}"))))));
        }
    }

    /// Passes over the rest of a line and says how long it was.
    fn skip(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.from.fill_buf()?;
            let (end, length, line_end) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (true, at, 1),
                None => (buffer.is_empty(), buffer.len(), 0),
            };
            skipped += length;
            self.from.consume(length + line_end);
            if end {
                return Ok(skipped);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], longest: usize) -> Vec<RawRecord> {
        let mut lines = JsonLines::new(bytes, longest);
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    #[test]
    fn a_line_that_is_not_utf8_is_one_bad_record_and_the_others_are_read() {
        let found = read(b"\xef\xbb\xbf{}\r\n\n\xe9\n{}", 100);
        let told: Vec<_> = found.iter().map(|(place, text)| (*place, text.is_ok())).collect();
        assert_eq!(told, [(Place::Line(1), true), (Place::Line(3), false), (Place::Line(4), true)]);
        assert_eq!(found[0].1, Ok("{}".to_owned()));
    }

    #[test]
    fn a_line_longer_than_the_limit_is_told_with_its_length_and_not_held() {
        let text = format!("{}\n{}\n{}", "x".repeat(100_000), "y".repeat(50), "z".repeat(51));
        let found: Vec<_> = read(text.as_bytes(), 50).into_iter().map(|(_, read)| read).collect();
        assert_eq!(found, [Err(Wrong::TooLarge(100_000)), Ok("y".repeat(50)), Err(Wrong::TooLarge(51))]);
    }
}
