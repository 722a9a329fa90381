use super::columns::Column;
use crate::model::Country;
use crate::place::{AreaId, Gazetteer, Place};

pub(super) fn body(gazetteer: &Gazetteer) -> Vec<u8> {
    let places = gazetteer.places();
    let mut out = Column::default();
    let mut areas = Column::default();
    areas.number(gazetteer.0.areas.len() as u64);
    gazetteer.0.areas.iter().for_each(|area| areas.text(area.code()));
    out.column(&areas);
    for column in [countries(places), codes(places), area_sets(places)] {
        out.column(&column);
    }
    for column in names(places).into_iter().chain(postcodes(places)).chain(coordinates(places)) {
        out.column(&column);
    }
    let mut population = Column::default();
    places.iter().for_each(|place| population.0.push(place.heads.0));
    out.column(&population);
    out.0
}

/// Runs: a country and its number of places.
fn countries(places: &[Place]) -> Column {
    let mut column = Column::default();
    for run in places.chunk_by(|a, b| a.country == b.country) {
        column.0.extend_from_slice(run[0].country.code().as_bytes());
        column.number(run.len() as u64);
    }
    column
}

/// How much further the number at the end of a code is than in the code before; 0 and the text where that does not say
/// it.
fn codes(places: &[Place]) -> Column {
    let mut column = Column::default();
    let mut before = "";
    for place in places {
        match step(before, &place.code) {
            Some(step) => column.number(step),
            None => {
                column.number(0);
                column.text(&place.code);
            }
        }
        before = &place.code;
    }
    column
}

fn step(before: &str, code: &str) -> Option<u64> {
    let digits = super::read::trailing_digits(before);
    let (head, old) = before.split_at(before.len() - digits);
    let new = code.strip_prefix(head)?;
    let plain = new.len() == digits && new.bytes().all(|b| b.is_ascii_digit());
    let step = if plain { new.parse::<u64>().ok()?.checked_sub(old.parse().ok()?)? } else { 0 };
    (step > 0).then_some(step)
}

/// The different sets of areas, then runs: a set and its number of places.
fn area_sets(places: &[Place]) -> Column {
    let mut sets: Vec<&[AreaId]> = places.iter().map(|place| &place.areas[..]).collect();
    sets.sort_unstable();
    sets.dedup();
    let mut column = Column::default();
    column.number(sets.len() as u64);
    for set in &sets {
        column.number(set.len() as u64);
        set.iter().for_each(|area| column.number(u64::from(area.0)));
    }
    for run in places.chunk_by(|a, b| a.areas == b.areas) {
        column.number(sets.partition_point(|set| *set < &run[0].areas[..]) as u64);
        column.number(run.len() as u64);
    }
    column
}

/// How many bytes a name has in common with the one before, then what is new in it, a line each.
fn names(places: &[Place]) -> [Column; 2] {
    let [mut shared, mut new] = [Column::default(), Column::default()];
    let mut before = "";
    for place in places {
        let name = place.name.as_str();
        let alike = name.char_indices().zip(before.chars()).take_while(|((_, a), b)| a == b).last();
        let same = alike.map_or(0, |((at, c), _)| at + c.len_utf8());
        shared.number(same as u64);
        new.0.extend_from_slice(&name.as_bytes()[same..]);
        new.0.push(b'\n');
        before = name;
    }
    [shared, new]
}

/// The different postal codes in order, as steps like the codes; the number of postal codes of each place; its first one
/// as a difference to the first one of the place before, the others as differences to their neighbour.
fn postcodes(places: &[Place]) -> [Column; 3] {
    let mut all: Vec<(Country, &str)> =
        places.iter().flat_map(|place| place.postcodes.iter().map(|code| (place.country, code.as_str()))).collect();
    all.sort_unstable();
    all.dedup();
    let [mut table, mut counts, mut numbers] = [Column::default(), Column::default(), Column::default()];
    table.number(all.len() as u64);
    let mut before = "";
    for (_, code) in &all {
        match step(before, code) {
            Some(step) => table.number(step),
            None => {
                table.number(0);
                table.text(code);
            }
        }
        before = code;
    }
    let mut first = 0;
    for place in places {
        counts.number(place.postcodes.len() as u64);
        let mut last = first;
        for (i, code) in place.postcodes.iter().enumerate() {
            let number = all.partition_point(|entry| *entry < (place.country, code.as_str())) as i64;
            numbers.signed(number - last);
            last = number;
            if i == 0 {
                first = number;
            }
        }
    }
    [table, counts, numbers]
}

/// Steps north and east from the place before in postal code order, low and high bytes apart.
fn coordinates(places: &[Place]) -> [Column; 4] {
    let [mut north_low, mut north_high, mut east_low, mut east_high] = std::array::from_fn(|_| Column::default());
    let (mut north, mut east) = (0, 0);
    let firsts: Vec<Option<&str>> = places.iter().map(|place| place.postcodes.first().map(String::as_str)).collect();
    for id in super::read::spatial_order(&firsts) {
        let step = places[id].step;
        split(i64::from(step.north) - north, &mut north_low, &mut north_high);
        split(i64::from(step.east) - east, &mut east_low, &mut east_high);
        (north, east) = (i64::from(step.north), i64::from(step.east));
    }
    [north_low, north_high, east_low, east_high]
}

fn split(difference: i64, low: &mut Column, high: &mut Column) {
    low.0.push(difference as u8);
    high.signed((difference + 128) >> 8);
}
