//! Licences asked, in the form in which they are compared.

use super::{read_ask, write_ask};
use crate::Error;
use crate::model::Ask;
use crate::prepare::Understood;
use crate::snapshot::columns::{read_entry, read_table, write_table};
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};

pub(super) fn write(rows: &[Understood], out: &mut Writer) {
    rows.iter().for_each(|row| write_ask(&row.licences, |list| list.len() as u32, out));
    let all = rows.iter().filter_map(|row| row.licences.known()).flatten();
    write_table(all.map(|licence| Some(licence.as_str())), out);
}

pub(super) fn read(rows: &mut [Understood], input: &mut Reader<'_>) -> Result<(), Error> {
    let mut counts = Vec::with_capacity(rows.len());
    for _ in 0..rows.len() {
        counts.push(read_ask(input, Some)?);
    }
    let table = read_table(input)?;
    for (row, count) in rows.iter_mut().zip(counts) {
        row.licences = match count {
            Ask::NotAsked => Ask::NotAsked,
            Ask::Unknown => Ask::Unknown,
            Ask::Known(count) => {
                let mut list: Vec<String> = Vec::new();
                for _ in 0..count {
                    let licence = read_entry(&table, input)?.ok_or_else(|| fault("a licence does not exist"))?;
                    if list.last().is_some_and(|last| last.as_str() >= licence) {
                        return Err(fault("the licences of an offer are not in order"));
                    }
                    list.push(licence.to_owned());
                }
                Ask::Known(list)
            }
        };
    }
    Ok(())
}
