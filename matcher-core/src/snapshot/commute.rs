use super::columns::{read_option, read_signed, read_small, unzigzag, write_option, write_signed, zigzag};
use super::header::{Codes, Ground, Kind, fault};
use crate::Error;
use crate::commute::{CommuteMatrix, Inner, NO_TIME};
use crate::model::Mode;
use crate::taxonomy::{Reader, Writer};
use crate::units::{Fingerprint, FingerprintBuilder, Metres, Minutes, Point};

const KIND: Kind = Kind {
    magic: b"MATCHCMT",
    noun: "commute matrix",
    codes: Codes {
        other: "commute.not-a-matrix",
        version: "commute.version",
        corrupt: "commute.corrupt",
        taxonomy: "commute.corrupt",
        places: "commute.corrupt",
    },
};

impl CommuteMatrix {
    /// The matrix as bytes for [`CommuteMatrix::from_bytes`]; the same times always give the same bytes. About a byte and a half
    /// for each pair of zones and mode behind a general compressor.
    pub fn to_bytes(&self) -> Vec<u8> {
        KIND.file(Ground::NONE, self.zones(), &body(&self.0))
    }

    /// The matrix that [`CommuteMatrix::to_bytes`] wrote, after checking all of it.
    ///
    /// # Errors
    /// `commute.not-a-matrix`, `commute.version` (both versions are in the text), `commute.corrupt`.
    ///
    /// Cost: some nanoseconds a pair; memory is bounded by the number of bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<CommuteMatrix, Error> {
        let file = KIND.open(Some(Ground::NONE), bytes)?;
        read(file.records, &mut Reader::new(file.body)).map_err(|error| KIND.own(&error))
    }
}

pub(crate) fn fingerprint_of(matrix: &Inner) -> Fingerprint {
    FingerprintBuilder::default().bytes(b"commute-matrix").bytes(&body(matrix)).finish()
}

fn body(matrix: &Inner) -> Vec<u8> {
    let mut out = Writer::default();
    let zones = &matrix.zones;
    out.number(matrix.spread.0);
    write_option(matrix.complete_to.map(|minutes| minutes.tenths().into()), &mut out);
    let mut before = Point([0; 3]);
    for zone in zones {
        (0..3).for_each(|axis| write_signed(zone.0[axis].wrapping_sub(before.0[axis]), &mut out));
        before = *zone;
    }
    for table in &matrix.tenths {
        out.byte(table.is_some().into());
        let Some(table) = table else { continue };
        let pace = pace(zones, table);
        out.number(pace);
        for (from, to) in pairs(zones.len()) {
            let tenths = table[from * zones.len() + to];
            let expected = expected(zones, table, pace, from, to);
            let time = (tenths != NO_TIME).then(|| zigzag(i32::from(tenths) - i32::from(expected)));
            write_option(time, &mut out);
        }
    }
    out.finish()
}

fn read(count: usize, input: &mut Reader<'_>) -> Result<CommuteMatrix, Error> {
    let spread = Metres(input.number()?);
    let complete_to = match read_option(input)? {
        None => None,
        Some(tenths) if tenths <= Minutes::MAX.tenths().into() => Some(Minutes::from_tenths(tenths)),
        Some(_) => return Err(fault("a time is out of range")),
    };
    let (mut zones, mut before) = (Vec::with_capacity(count), [0i32; 3]);
    for _ in 0..count {
        for axis in &mut before {
            *axis = axis.checked_add(read_signed(input)?).ok_or_else(|| fault("a zone lies nowhere"))?;
        }
        zones.push(Point(before));
    }
    let on_earth = |axis: &i32| axis.unsigned_abs() <= Point::EARTH_RADIUS.0;
    if !zones.is_sorted_by(|a, b| a < b) || !zones.iter().flat_map(|zone| &zone.0).all(on_earth) {
        return Err(fault("the zones are out of order"));
    }
    let mut tenths: [Option<Box<[u16]>>; 4] = Default::default();
    for mode in Mode::ALL {
        if read_small(1, input)? == 0 {
            continue;
        }
        let pace = input.number()?;
        // Every pair takes a byte, which bounds what is reserved.
        if input.remaining() < count.saturating_mul(count) {
            return Err(fault("there are more pairs than bytes"));
        }
        let mut table: Box<[u16]> = vec![NO_TIME; count * count].into();
        for (from, to) in pairs(count) {
            let expected = expected(&zones, &table, pace, from, to);
            let Some(time) = read_option(input)? else { continue };
            let value = i64::from(expected) + i64::from(unzigzag(time));
            table[from * count + to] = u16::try_from(value)
                .ok()
                .filter(|&tenths| tenths <= Minutes::MAX.tenths())
                .ok_or_else(|| fault("a time is out of range"))?;
        }
        if table.iter().all(|&tenths| tenths == NO_TIME) {
            return Err(fault("a mode has no time"));
        }
        tenths[mode as usize] = Some(table);
    }
    if !input.is_empty() {
        return Err(fault("there are bytes behind the end"));
    }
    Ok(CommuteMatrix::holding(zones, spread, complete_to, tenths))
}

/// Each pair behind the same pair the other way round where that has the smaller zone first.
fn pairs(zones: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..zones).flat_map(move |from| {
        std::iter::once((from, from)).chain((from + 1..zones).flat_map(move |to| [(from, to), (to, from)]))
    })
}

/// What a time is written as the difference to: the way back, else the length of the way at the pace of the table.
fn expected(zones: &[Point], table: &[u16], pace: u32, from: usize, to: usize) -> u16 {
    let back = table[to * zones.len() + from];
    if from > to && back != NO_TIME {
        return back;
    }
    let tenths = (u64::from(zones[from].distance(zones[to]).0) * u64::from(pace)) >> 16;
    tenths.min(Minutes::MAX.tenths().into()) as u16
}

/// Tenths of a minute for 65,536 metres along the great circle, on average.
fn pace(zones: &[Point], table: &[u16]) -> u32 {
    let (mut metres, mut tenths) = (0, 0);
    for (from, to) in pairs(zones.len()) {
        let time = table[from * zones.len() + to];
        if time != NO_TIME {
            metres += u64::from(zones[from].distance(zones[to]).0);
            tenths += u64::from(time);
        }
    }
    u32::try_from((tenths << 16).checked_div(metres).unwrap_or(0)).unwrap_or(0)
}
