use super::columns::Cursor;
use crate::Error;
use crate::model::Country;
use crate::place::builder::{AREAS, CODE, NAME};
use crate::place::gazetteer::Step;
use crate::place::heads::Heads;
use crate::place::{Gazetteer, GazetteerBuilder, PlaceEntry};

pub(super) fn damaged(what: &str) -> Error {
    Error::new("places.damaged", format!("the packed gazetteer is damaged: {what}; get or pack it again"))
}

pub(super) fn gazetteer(body: &[u8]) -> Result<Gazetteer, Error> {
    let mut body = Cursor(body);
    let area_codes = areas(body.column()?)?;
    let countries = countries(body.column()?, body.0.len())?;
    let places = countries.len();
    let codes = codes(body.column()?, places)?;
    let areas = area_sets(body.column()?, places, &area_codes)?;
    let names = names(body.column()?, body.column()?, places)?;
    let postcodes = postcodes(body.column()?, body.column()?, body.column()?, places)?;
    let steps = coordinates([body.column()?, body.column()?, body.column()?, body.column()?], &postcodes)?;
    let mut population = body.column()?;
    let heads = population.bytes(places)?;
    population.end()?;
    body.end()?;
    let mut builder = GazetteerBuilder::default();
    let columns = countries.into_iter().zip(codes).zip(areas).zip(names).zip(postcodes).zip(steps).zip(heads);
    for ((((((country, code), areas), name), postcodes), step), &heads) in columns {
        let population = Heads(heads).get();
        builder.add(PlaceEntry { code, name, country, at: step.at(), postcodes, areas, population });
    }
    builder.build().map_err(|error| damaged(&error.to_string()))
}

fn areas(mut column: Cursor<'_>) -> Result<Vec<&str>, Error> {
    let count = column.count(column.0.len())?;
    let codes = (0..count).map(|_| column.text()).collect::<Result<Vec<_>, _>>()?;
    if codes.iter().any(|code| code.len() > CODE) {
        return Err(damaged("an area's code is too long"));
    }
    column.end()?;
    Ok(codes)
}

/// One country a place. Every place has at least one byte in what follows, which bounds their number.
fn countries(mut column: Cursor<'_>, follows: usize) -> Result<Vec<Country>, Error> {
    let mut out = Vec::new();
    while !column.0.is_empty() {
        let code = std::str::from_utf8(column.bytes(2)?).ok().and_then(|code| code.parse().ok());
        let country = code.ok_or_else(|| damaged("a country has no code"))?;
        let run = column.count(follows.saturating_sub(out.len()))?;
        out.resize(out.len() + run, country);
    }
    Ok(out)
}

/// The number of digits at the end of a code, at most 15 (that many always fit a number).
pub(super) fn trailing_digits(code: &str) -> usize {
    code.bytes().rev().take(15).take_while(u8::is_ascii_digit).count()
}

fn next_code(column: &mut Cursor<'_>, before: &str) -> Result<String, Error> {
    let step = column.number()?;
    if step == 0 {
        let code = column.text()?;
        // Codes that follow are as long: without a limit few bytes could ask for much memory.
        return if code.len() <= CODE { Ok(code.to_owned()) } else { Err(damaged("a code is too long")) };
    }
    let width = trailing_digits(before);
    let (head, old) = before.split_at(before.len() - width);
    let number = old.parse::<u64>().ok().and_then(|old| old.checked_add(step));
    let number = number.ok_or_else(|| damaged("a code follows on no number"))?;
    Ok(format!("{head}{number:0width$}"))
}

fn codes(mut column: Cursor<'_>, places: usize) -> Result<Vec<String>, Error> {
    let mut out: Vec<String> = Vec::with_capacity(places);
    for _ in 0..places {
        let code = next_code(&mut column, out.last().map_or("", String::as_str))?;
        out.push(code);
    }
    column.end()?;
    Ok(out)
}

fn area_sets(mut column: Cursor<'_>, places: usize, codes: &[&str]) -> Result<Vec<Vec<String>>, Error> {
    let count = column.count(column.0.len())?;
    let mut sets = Vec::with_capacity(count);
    for _ in 0..count {
        let len = column.count(column.0.len().min(AREAS))?;
        let mut set = Vec::with_capacity(len);
        for _ in 0..len {
            let code = usize::try_from(column.number()?).ok().and_then(|id| codes.get(id));
            set.push((*code.ok_or_else(|| damaged("an area does not exist"))?).to_owned());
        }
        sets.push(set);
    }
    let mut out = Vec::with_capacity(places);
    while !column.0.is_empty() {
        let set = usize::try_from(column.number()?).ok().and_then(|id| sets.get(id));
        let set = set.ok_or_else(|| damaged("a set of areas does not exist"))?;
        let run = column.count(places - out.len())?;
        out.resize(out.len() + run, set.clone());
    }
    if out.len() == places { Ok(out) } else { Err(damaged("places are without areas")) }
}

fn names(mut shared: Cursor<'_>, new: Cursor<'_>, places: usize) -> Result<Vec<String>, Error> {
    let text = std::str::from_utf8(new.0).map_err(|_| damaged("a name is not UTF-8"))?;
    let mut names: Vec<String> = Vec::with_capacity(places);
    for rest in text.split_terminator('\n') {
        let before = names.last().map_or("", String::as_str);
        let same = before.get(..shared.count(before.len())?);
        let same = same.ok_or_else(|| damaged("a name is cut within a letter"))?;
        let name = format!("{same}{rest}");
        if name.len() > NAME {
            return Err(damaged("a name is too long"));
        }
        names.push(name);
    }
    shared.end()?;
    if names.len() == places { Ok(names) } else { Err(damaged("there are more or fewer names than places")) }
}

fn postcodes(
    mut table: Cursor<'_>,
    mut counts: Cursor<'_>,
    mut numbers: Cursor<'_>,
    places: usize,
) -> Result<Vec<Vec<String>>, Error> {
    let count = table.count(table.0.len())?;
    let mut all: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        let code = next_code(&mut table, all.last().map_or("", String::as_str))?;
        all.push(code);
    }
    let mut first = 0i64;
    let mut out = Vec::with_capacity(places);
    for _ in 0..places {
        let mut own = Vec::new();
        let mut last = first;
        for i in 0..counts.count(numbers.0.len())? {
            last = last.checked_add(numbers.signed()?).ok_or_else(|| damaged("a postal code is out of range"))?;
            let code = usize::try_from(last).ok().and_then(|number| all.get(number));
            own.push(code.ok_or_else(|| damaged("a postal code does not exist"))?.clone());
            if i == 0 {
                first = last;
            }
        }
        out.push(own);
    }
    [table, counts, numbers].iter().try_for_each(Cursor::end)?;
    Ok(out)
}

/// The order in which coordinates are written: by the first postal code, then by number.
pub(super) fn spatial_order(first_postcodes: &[Option<&str>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..first_postcodes.len()).collect();
    order.sort_by_key(|&id| (first_postcodes[id], id));
    order
}

fn coordinates(columns: [Cursor<'_>; 4], postcodes: &[Vec<String>]) -> Result<Vec<Step>, Error> {
    let [mut north_low, mut north_high, mut east_low, mut east_high] = columns;
    let firsts: Vec<Option<&str>> = postcodes.iter().map(|codes| codes.first().map(String::as_str)).collect();
    let mut out = vec![Step { north: 0, east: 0 }; postcodes.len()];
    let (mut north, mut east) = (0, 0);
    for id in spatial_order(&firsts) {
        north = joined(north, &mut north_low, &mut north_high)?;
        east = joined(east, &mut east_low, &mut east_high)?;
        out[id] = Step { north, east };
    }
    [north_low, north_high, east_low, east_high].iter().try_for_each(Cursor::end)?;
    Ok(out)
}

fn joined(before: i32, low: &mut Cursor<'_>, high: &mut Cursor<'_>) -> Result<i32, Error> {
    let low = i64::from(low.bytes(1)?[0] as i8);
    let difference = high.signed()?.checked_mul(256).and_then(|high| high.checked_add(low));
    let value = difference.and_then(|difference| difference.checked_add(i64::from(before)));
    value.and_then(|value| i32::try_from(value).ok()).ok_or_else(|| damaged("a coordinate is out of range"))
}
