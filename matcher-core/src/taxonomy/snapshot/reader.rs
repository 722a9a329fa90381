use super::corrupt;
use crate::Error;

/// Takes apart what [`Writer`](super::Writer) put together; never reads past the end, never believes a length.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { rest: bytes }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn remaining(&self) -> usize {
        self.rest.len()
    }

    pub(crate) fn raw(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let Some((taken, rest)) = self.rest.split_at_checked(length) else {
            return Err(corrupt("a section ends too early"));
        };
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Error> {
        Ok(self.raw(1)?[0])
    }

    pub(crate) fn number(&mut self) -> Result<u32, Error> {
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(value).map_err(|_| corrupt("a number is too large"));
            }
        }
        Err(corrupt("a number does not end"))
    }

    /// A length of a list whose items take at least one byte each: more than there are bytes is a fault, not an
    /// allocation.
    pub(crate) fn length(&mut self) -> Result<usize, Error> {
        let length = self.number()? as usize;
        if length > self.rest.len() { Err(corrupt("a list is longer than the file")) } else { Ok(length) }
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, Error> {
        let length = self.length()?;
        str::from_utf8(self.raw(length)?).map_err(|_| corrupt("a text is not UTF-8"))
    }

    /// The text before the next byte `end`, which is taken too.
    pub(crate) fn until(&mut self, end: u8) -> Result<&'a str, Error> {
        let length = self.rest.iter().position(|&byte| byte == end).ok_or_else(|| corrupt("a text does not end"))?;
        let bytes = self.raw(length + 1)?;
        str::from_utf8(&bytes[..length]).map_err(|_| corrupt("a text is not UTF-8"))
    }

    /// A strictly rising row of numbers below `bound`.
    pub(crate) fn rising(&mut self, bound: usize) -> Result<Vec<u32>, Error> {
        let length = self.length()?;
        let mut row = Vec::with_capacity(length);
        let mut next = 0u64;
        for _ in 0..length {
            let value = next + u64::from(self.number()?);
            if value >= bound as u64 {
                return Err(corrupt("a relation leads to a concept that is not there"));
            }
            row.push(value as u32);
            next = value + 1;
        }
        Ok(row)
    }
}
