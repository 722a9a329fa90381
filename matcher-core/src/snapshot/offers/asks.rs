//! The skills that offers ask for.

use crate::Error;
use crate::prepare::{Asked, Need, Origin, Understood};
use crate::snapshot::columns::read_small;
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};

const ORIGINS: [Origin; 2] = [Origin::Listed, Origin::Spotted];

pub(super) fn write(rows: &[Understood], out: &mut Writer) {
    rows.iter().for_each(|row| out.rising(row.asks.skills.keys().copied().collect::<Vec<_>>().into_iter()));
    for asked in rows.iter().flat_map(|row| row.asks.skills.values()) {
        let origin = u8::from(asked.origin == Origin::Spotted);
        out.byte(asked.need.0 | origin << 3 | u8::from(asked.essential) << 4 | u8::from(asked.must) << 5);
    }
    for row in rows {
        row.asks.not_understood.iter().for_each(|&count| out.number(count));
    }
}

pub(super) fn read(rows: &mut [Understood], skills: usize, input: &mut Reader<'_>) -> Result<(), Error> {
    let mut keys = Vec::with_capacity(rows.len());
    for _ in 0..rows.len() {
        keys.push(input.rising(skills)?);
    }
    for (row, keys) in rows.iter_mut().zip(keys) {
        for key in keys {
            let bits = read_small(0x3f, input)?;
            let need = Need(bits & 7);
            if need.0 > 4 {
                return Err(fault("a level does not exist"));
            }
            let (origin, essential, must) = (ORIGINS[usize::from(bits >> 3 & 1)], bits & 16 != 0, bits & 32 != 0);
            row.asks.skills.insert(key, Asked { need, origin, essential, must });
        }
    }
    for row in rows {
        for count in &mut row.asks.not_understood {
            // More would be more than a record may hold, and could overflow the sum of masses.
            *count = input.number()?;
            if *count > 1 << 16 {
                return Err(fault("there are too many requirements"));
            }
        }
    }
    Ok(())
}
