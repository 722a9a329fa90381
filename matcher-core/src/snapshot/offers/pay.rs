//! Pay as it is written, for what it is in euro a month depends on the settings.

use super::PERIODS;
use crate::Error;
use crate::model::Pay;
use crate::prepare::Understood;
use crate::snapshot::columns::{read_entry, read_small, read_table, write_table};
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};
use crate::units::{Cents, Currency};

pub(super) fn write(rows: &[Understood], out: &mut Writer) {
    write_table(rows.iter().map(|row| row.offer.pay.as_ref().map(|pay| pay.currency.code())), out);
    for pay in rows.iter().filter_map(|row| row.offer.pay.as_ref()) {
        let period = PERIODS.iter().position(|&period| period == pay.period).unwrap_or(0) as u8;
        out.byte(period << 2 | u8::from(pay.min.is_some()) << 1 | u8::from(pay.max.is_some()));
        pay.min.iter().chain(&pay.max).for_each(|amount| out.number(amount.0));
    }
}

pub(super) fn read(rows: &mut [Understood], input: &mut Reader<'_>) -> Result<(), Error> {
    let currencies = read_table(input)?;
    for row in &mut *rows {
        let Some(code) = read_entry(&currencies, input)? else { continue };
        let currency: Currency = code.parse().map_err(|_| fault("a currency has no code"))?;
        row.offer.pay = Some(Pay { currency, ..Pay::default() });
    }
    for pay in rows.iter_mut().filter_map(|row| row.offer.pay.as_mut()) {
        let head = read_small((PERIODS.len() as u8) << 2, input)?;
        pay.period = *PERIODS.get(usize::from(head >> 2)).ok_or_else(|| fault("a period of pay does not exist"))?;
        if head & 2 != 0 {
            pay.min = Some(Cents(input.number()?));
        }
        if head & 1 != 0 {
            pay.max = Some(Cents(input.number()?));
        }
    }
    Ok(())
}
