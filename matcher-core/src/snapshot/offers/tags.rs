//! The host's own marks.

use crate::Error;
use crate::model::Tags;
use crate::prepare::Understood;
use crate::snapshot::columns::{read_entry, read_table, write_table};
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};

pub(super) fn write(rows: &[Understood], out: &mut Writer) {
    let pairs = |tags: &Tags| tags.iter().map(|(key, values)| (key.clone(), values.clone())).collect::<Vec<_>>();
    for row in rows {
        let tags = pairs(&row.offer.tags);
        out.number(tags.len() as u32);
        tags.iter().for_each(|(_, values)| out.number(values.len() as u32));
    }
    let keys = rows.iter().flat_map(|row| row.offer.tags.keys());
    write_table(keys.map(|key| Some(key.as_str())), out);
    let values = rows.iter().flat_map(|row| row.offer.tags.values().flatten());
    write_table(values.map(|value| Some(value.as_str())), out);
}

pub(super) fn read(rows: &mut [Understood], input: &mut Reader<'_>) -> Result<(), Error> {
    let mut shapes: Vec<Vec<usize>> = Vec::with_capacity(rows.len());
    for _ in 0..rows.len() {
        let keys = input.length()?;
        shapes.push((0..keys).map(|_| input.length()).collect::<Result<_, _>>()?);
    }
    let table = read_table(input)?;
    let missing = || fault("a mark does not exist");
    let mut keys = Vec::new();
    for _ in 0..shapes.iter().map(Vec::len).sum() {
        keys.push(read_entry(&table, input)?.ok_or_else(missing)?);
    }
    let table = read_table(input)?;
    let mut keys = keys.into_iter();
    for (row, shape) in rows.iter_mut().zip(shapes) {
        for values in shape {
            let key = keys.next().ok_or_else(missing)?.to_owned();
            let mut list = Vec::new();
            for _ in 0..values {
                list.push(read_entry(&table, input)?.ok_or_else(missing)?.to_owned());
            }
            row.offer.tags.insert(key, list);
        }
    }
    Ok(())
}
