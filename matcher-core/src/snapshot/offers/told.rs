//! What title and text say beside the fields.

use super::PERIODS;
use crate::Error;
use crate::model::{ContractKind, PayPeriod};
use crate::prepare::{Told, Understood};
use crate::reading::Conditions;
use crate::snapshot::columns::{read_option, read_small, read_texts, write_option, write_texts};
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};

pub(super) fn write(rows: &[Understood], out: &mut Writer) {
    let told = || rows.iter().map(|row| &row.told);
    told().for_each(|told| out.byte(u8::from(told.contract_read)));
    told().for_each(|told| out.byte(told.contract_beside.map_or(0, |kind| kind as u8 + 1)));
    told().for_each(|told| write_option(told.conditions.map(Conditions::bits), out));
    write_texts(told().map(|told| told.town.as_deref().unwrap_or_default()), out);
    told().for_each(|told| write_option(told.remote_days.map(u32::from), out));
    let period = |period: PayPeriod| PERIODS.iter().position(|&known| known == period).unwrap_or(0) as u8 + 1;
    told().for_each(|told| out.byte(told.pay_period.map_or(0, period)));
}

pub(super) fn read(rows: &mut [Understood], input: &mut Reader<'_>) -> Result<(), Error> {
    let count = rows.len();
    let mut told: Vec<&mut Told> = rows.iter_mut().map(|row| &mut row.told).collect();
    for told in &mut told {
        told.contract_read = read_small(1, input)? == 1;
    }
    for told in &mut told {
        let kind = read_small(ContractKind::ALL.len() as u8, input)?;
        told.contract_beside = kind.checked_sub(1).map(|kind| ContractKind::ALL[usize::from(kind)]);
    }
    for told in &mut told {
        told.conditions = read_option(input)?.map(Conditions::from_bits);
    }
    for (told, town) in told.iter_mut().zip(read_texts(count, input)?) {
        told.town = Some(town).filter(|town| !town.is_empty()).map(Into::into);
    }
    for told in &mut told {
        told.remote_days = read_option(input)?
            .map(|days| u8::try_from(days).map_err(|_| fault("a week has not so many days")))
            .transpose()?;
    }
    for told in &mut told {
        let period = read_small(PERIODS.len() as u8, input)?;
        told.pay_period = period.checked_sub(1).map(|period| PERIODS[usize::from(period)]);
    }
    Ok(())
}
