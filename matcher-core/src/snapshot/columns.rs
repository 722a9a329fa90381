//! Whole columns: texts, texts of which many are equal, days, small numbers.

use std::collections::BTreeSet;

use super::header::fault;
use crate::Error;
use crate::taxonomy::{Reader, Writer};
use crate::units::Day;

/// Ends a text; no text has it, for UTF-8 does not.
const END: u8 = 0xff;
/// The longest text of one field, in bytes: longer ones are refused when packing and when opening.
pub(super) const LONGEST: usize = 4_096;
/// The longest text that several records may share by naming its number, and the longest identity, which may repeat the one
/// before it: a byte of a file stands for no more memory than this.
pub(super) const LONGEST_SHARED: usize = 256;

pub(super) fn write_texts<'a>(texts: impl Iterator<Item = &'a str>, out: &mut Writer) {
    for text in texts {
        out.raw(text.as_bytes());
        out.byte(END);
    }
}

pub(super) fn read_text<'a>(input: &mut Reader<'a>) -> Result<&'a str, Error> {
    let text = input.until(END)?;
    if text.len() > LONGEST { Err(fault("a text is too long")) } else { Ok(text) }
}

pub(super) fn read_texts<'a>(count: usize, input: &mut Reader<'a>) -> Result<Vec<&'a str>, Error> {
    (0..count).map(|_| read_text(input)).collect()
}

/// A number for what may be missing: 0, else one more.
pub(super) fn write_option(value: Option<u32>, out: &mut Writer) {
    match value {
        None => out.number(0),
        Some(value) => {
            out.number(value.saturating_add(1));
        }
    }
}

pub(super) fn read_option(input: &mut Reader<'_>) -> Result<Option<u32>, Error> {
    Ok(input.number()?.checked_sub(1))
}

/// Zigzag: small numbers of both signs are short.
pub(super) fn write_signed(value: i32, out: &mut Writer) {
    out.number(zigzag(value));
}

pub(super) fn zigzag(value: i32) -> u32 {
    ((value << 1) ^ (value >> 31)) as u32
}

/// The number of which [`zigzag`] made this.
pub(super) fn unzigzag(value: u32) -> i32 {
    (value >> 1) as i32 ^ -((value & 1) as i32)
}

pub(super) fn read_signed(input: &mut Reader<'_>) -> Result<i32, Error> {
    Ok(unzigzag(input.number()?))
}

/// Texts of which many are equal: the different ones, then a number for each record.
pub(super) fn write_table<'a>(texts: impl Iterator<Item = Option<&'a str>> + Clone, out: &mut Writer) {
    let different: BTreeSet<&str> = texts.clone().flatten().collect();
    let different: Vec<&str> = different.into_iter().collect();
    out.number(different.len() as u32);
    write_texts(different.iter().copied(), out);
    for text in texts {
        write_option(text.and_then(|text| different.binary_search(&text).ok()).map(|at| at as u32), out);
    }
}

/// The different texts of a table, to be looked up by the numbers that follow.
pub(super) fn read_table<'a>(input: &mut Reader<'a>) -> Result<Vec<&'a str>, Error> {
    let count = input.length()?;
    let table = read_texts(count, input)?;
    if table.iter().any(|text| text.len() > LONGEST_SHARED) {
        return Err(fault("a text that is shared is too long"));
    }
    Ok(table)
}

pub(super) fn read_entry<'a>(table: &[&'a str], input: &mut Reader<'_>) -> Result<Option<&'a str>, Error> {
    let Some(number) = read_option(input)? else { return Ok(None) };
    table.get(number as usize).map(|text| Some(*text)).ok_or_else(|| fault("a text does not exist"))
}

/// Days as differences to the first of them.
pub(super) fn write_days(days: impl Iterator<Item = Option<Day>> + Clone, out: &mut Writer) {
    let first = days.clone().flatten().map(Day::number).min().unwrap_or(0);
    write_signed(first, out);
    days.for_each(|day| write_option(day.map(|day| day.number().wrapping_sub(first) as u32), out));
}

pub(super) fn read_days(count: usize, input: &mut Reader<'_>) -> Result<Vec<Option<Day>>, Error> {
    let first = read_signed(input)?;
    let day = |after: u32| i32::try_from(after).ok().and_then(|after| first.checked_add(after)).map(Day::from_number);
    (0..count)
        .map(|_| match read_option(input)? {
            None => Ok(None),
            Some(after) => day(after).map(Some).ok_or_else(|| fault("a day is out of range")),
        })
        .collect()
}

pub(super) fn read_small(most: u8, input: &mut Reader<'_>) -> Result<u8, Error> {
    let value = input.byte()?;
    if value > most { Err(fault("a value is out of range")) } else { Ok(value) }
}
