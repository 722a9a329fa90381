use super::read::damaged;
use crate::Error;

/// Numbers and texts written one behind the other.
#[derive(Default)]
pub(super) struct Column(pub(super) Vec<u8>);

impl Column {
    pub(super) fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    pub(super) fn signed(&mut self, value: i64) {
        self.number(((value << 1) ^ (value >> 63)) as u64);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// A column within this one.
    pub(super) fn column(&mut self, inner: &Column) {
        self.number(inner.0.len() as u64);
        self.0.extend_from_slice(&inner.0);
    }
}

/// Reads what a [`Column`] wrote; every step may fail, none panics.
pub(super) struct Cursor<'a>(pub(super) &'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn number(&mut self) -> Result<u64, Error> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or_else(|| damaged("a column ends within a number"))?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(damaged("a number is too long"))
    }

    pub(super) fn signed(&mut self) -> Result<i64, Error> {
        let value = self.number()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// A number of things that follow in `within`, each of one byte at least.
    pub(super) fn count(&mut self, within: usize) -> Result<usize, Error> {
        let count = usize::try_from(self.number()?).ok().filter(|&count| count <= within);
        count.ok_or_else(|| damaged("a count is larger than what follows"))
    }

    pub(super) fn bytes(&mut self, len: usize) -> Result<&'a [u8], Error> {
        let (bytes, rest) = self.0.split_at_checked(len).ok_or_else(|| damaged("a column is cut off"))?;
        self.0 = rest;
        Ok(bytes)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, Error> {
        let len = self.count(self.0.len())?;
        std::str::from_utf8(self.bytes(len)?).map_err(|_| damaged("a text is not UTF-8"))
    }

    pub(super) fn column(&mut self) -> Result<Cursor<'a>, Error> {
        let len = self.count(self.0.len())?;
        self.bytes(len).map(Cursor)
    }

    /// Nothing may be left over: a reader that skips bytes has misread them.
    pub(super) fn end(&self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(damaged("a column is longer than its content")) }
    }
}
