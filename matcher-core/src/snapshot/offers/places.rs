//! Places of work: a town of the gazetteer by its number, a point, an area.

use crate::commute::Site;
use crate::place::AreaId;
use crate::prepare::{Understood, Workplace};
use crate::snapshot::columns::{LONGEST_SHARED, read_signed, read_small, read_text, write_signed, write_texts};
use crate::snapshot::header::fault;
use crate::taxonomy::{Reader, Writer};
use crate::units::Point;
use crate::{Error, Gazetteer};

/// The different places of work, then their numbers offer by offer. A place carries its name and its point, so that a page can show
/// it without the gazetteer.
pub(super) fn write(rows: &[Understood], gazetteer: &Gazetteer, out: &mut Writer) {
    let mut different: Vec<&Workplace> = rows.iter().flat_map(|row| &row.places).collect();
    different.sort_unstable();
    different.dedup();
    out.number(different.len() as u32);
    for place in &different {
        match place.site {
            Site::Area(area) => {
                out.byte(1);
                out.number(gazetteer.area_number(area));
            }
            Site::Point(at) => {
                out.byte(0);
                at.0.iter().for_each(|&metres| write_signed(metres, out));
            }
        }
        let country =
            place.country.map_or([0; 2], |country| <[u8; 2]>::try_from(country.code().as_bytes()).unwrap_or([0; 2]));
        out.raw(&country);
        write_texts(std::iter::once(&*place.label), out);
    }
    for row in rows {
        out.number((row.places.len() as u32) << 1 | u32::from(row.place_missing));
        for place in &row.places {
            out.number(different.binary_search(&place).unwrap_or(0) as u32);
        }
    }
}

/// `areas`: how many the gazetteer has.
pub(super) fn read(rows: &mut [Understood], areas: u32, input: &mut Reader<'_>) -> Result<(), Error> {
    let count = input.length()?;
    let mut different: Vec<Workplace> = Vec::with_capacity(count);
    for _ in 0..count {
        let site = match read_small(1, input)? {
            0 => Site::Point(Point([read_signed(input)?, read_signed(input)?, read_signed(input)?])),
            _ => {
                let area = Some(input.number()?).filter(|&area| area < areas);
                Site::Area(area.map(AreaId::of_number).ok_or_else(|| fault("an area does not exist"))?)
            }
        };
        if let Site::Point(at) = site
            && at.0.iter().any(|metres| metres.unsigned_abs() > 2 * Point::EARTH_RADIUS.0)
        {
            return Err(fault("a place is not on the earth"));
        }
        let country = match input.raw(2)? {
            [0, 0] => None,
            code => {
                let code = str::from_utf8(code).ok().and_then(|code| code.parse().ok());
                Some(code.ok_or_else(|| fault("a country has no code"))?)
            }
        };
        let label = read_text(input)?;
        if label.len() > LONGEST_SHARED {
            return Err(fault("the name of a place is too long"));
        }
        different.push(Workplace { site, country, label: label.into() });
    }
    for row in rows {
        let head = input.number()?;
        row.place_missing = head & 1 == 1;
        for _ in 0..head >> 1 {
            let place = different.get(input.number()? as usize).ok_or_else(|| fault("a place does not exist"))?;
            row.places.push(place.clone());
        }
    }
    Ok(())
}
