use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::commute::SiteId;
use crate::place::Gazetteer;
use crate::units::LatLon;

/// Five zones some kilometres apart, then a spot beside the first, one nobody knows, and one far away.
const SPOTS: [(f64, f64); 8] = [
    (49.1193, 6.1757),
    (49.3570, 6.1680),
    (48.6921, 6.1844),
    (49.6116, 6.1319),
    (49.2402, 6.9969),
    (49.1253, 6.1797),
    (49.2000, 6.4000),
    (43.2965, 5.3698),
];
const ZONES: usize = 5;

fn spot(at: usize) -> Point {
    let (lat, lon) = SPOTS[at];
    LatLon { lat, lon }.point()
}

/// The zone of a spot, by hand.
fn zone(at: usize) -> Option<usize> {
    [Some(0), Some(1), Some(2), Some(3), Some(4), Some(0), None, None][at]
}

#[derive(Clone, Debug)]
struct Times {
    /// By mode, from and to.
    minutes: Vec<Vec<Option<u16>>>,
    complete_to: Option<u16>,
}

impl Times {
    fn matrix(&self) -> CommuteMatrix {
        let mut builder = CommuteMatrix::builder();
        for (mode, table) in Mode::ALL.into_iter().zip(&self.minutes) {
            for (pair, minutes) in table.iter().enumerate() {
                let Some(minutes) = *minutes else { continue };
                builder
                    .add(mode, spot(pair / ZONES), spot(pair % ZONES), Minutes::from_tenths(minutes.into()))
                    .unwrap();
            }
        }
        if let Some(tenths) = self.complete_to {
            builder = builder.complete_to(Minutes::from_tenths(tenths.into()));
        }
        builder.build().unwrap()
    }

    fn has(&self, zone: usize) -> bool {
        let of = |pair: usize| pair / ZONES == zone || pair % ZONES == zone;
        self.minutes.iter().any(|table| (0..ZONES * ZONES).any(|pair| of(pair) && table[pair].is_some()))
    }

    /// What the tables say, read by hand.
    fn arrival(&self, from: usize, to: usize, modes: Modes, limit: Minutes) -> Arrival {
        let metres = spot(from).distance(spot(to));
        let zone = |at| zone(at).filter(|&zone| self.has(zone));
        let (mut known, mut open) = (None, false);
        for mode in modes.iter() {
            let table = &self.minutes[mode as usize];
            if table.iter().all(Option::is_none) {
                open = true;
                continue;
            }
            let time = match (zone(from), zone(to)) {
                _ if from == to => Some(0),
                (Some(a), Some(b)) if table[a * ZONES + b].is_none() => {
                    open |= a == b || self.complete_to.is_none_or(|complete| limit.tenths() > complete);
                    None
                }
                (Some(a), Some(b)) => table[a * ZONES + b],
                _ => {
                    open = true;
                    None
                }
            };
            let time = time.map(|tenths| (Minutes::from_tenths(tenths.into()), mode));
            known = [known, time].into_iter().flatten().min();
        }
        // 320 km/h, in metres a tenth of a minute, rounded up.
        let too_far = f64::from(metres.0) / 534.0 > f64::from(limit.tenths());
        let has_times = |mode: Mode| self.minutes[mode as usize].iter().any(Option::is_some);
        match known {
            Some((minutes, mode)) if minutes <= limit => Arrival::Known { minutes, mode, metres },
            // Of a mode without times nothing is known, not even that.
            _ if open && (!too_far || !modes.iter().all(has_times)) => Arrival::Unknown,
            _ if modes.is_empty() => Arrival::Unknown,
            _ => Arrival::Beyond,
        }
    }
}

fn times() -> impl Strategy<Value = Times> {
    let table = prop_oneof![
        3 => vec(proptest::option::weighted(0.8, 0..1_200u16), ZONES * ZONES),
        1 => Just(vec![None; ZONES * ZONES]),
    ];
    (vec(table, 4), proptest::option::of(0..1_200u16)).prop_map(|(minutes, complete_to)| Times { minutes, complete_to })
}

fn modes() -> impl Strategy<Value = Modes> {
    (0..16u8).prop_map(|bits| Mode::ALL.into_iter().filter(|&mode| bits >> mode as u8 & 1 == 1).collect())
}

fn sites() -> Sites {
    let mut sites = Sites::new(Gazetteer::empty());
    for at in 0..SPOTS.len() {
        sites.add(Site::Point(spot(at)), None, "");
    }
    sites
}

proptest! {
    #[test]
    fn reach_says_what_the_tables_say(times in times(), modes in modes(), limit in 0..1_300u32, origin in 0..SPOTS.len()) {
        let (matrix, sites, limit) = (times.matrix(), sites(), Minutes::from_tenths(limit));
        for sense in [Sense::From, Sense::To] {
            let mut scratch = ReachScratch::default();
            let reach = matrix.reach(spot(origin), &sites, sense, modes, limit, &mut scratch);
            for at in 0..SPOTS.len() {
                let (from, to) = if sense == Sense::From { (origin, at) } else { (at, origin) };
                prop_assert_eq!(reach.to(SiteId(at as u32)), times.arrival(from, to, modes, limit), "{} to {}", from, to);
            }
        }
    }

    #[test]
    fn a_matrix_survives_being_written(times in times()) {
        let matrix = times.matrix();
        let bytes = matrix.to_bytes();
        let again = CommuteMatrix::from_bytes(&bytes);
        if matrix.zones() == 0 {
            prop_assert!(again.is_ok());
            return Ok(());
        }
        let again = again.unwrap();
        prop_assert_eq!(again.fingerprint(), matrix.fingerprint());
        prop_assert_eq!(&again.0.zones, &matrix.0.zones);
        prop_assert_eq!(&again.0.tenths, &matrix.0.tenths);
        prop_assert_eq!((again.0.spread, again.0.complete_to), (matrix.0.spread, matrix.0.complete_to));
        prop_assert_eq!(again.to_bytes(), bytes);
    }

    #[test]
    fn damaged_bytes_are_an_error_and_never_a_panic(times in times(), changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut in any::<prop::sample::Index>()) {
        let good = times.matrix().to_bytes();
        let mut bytes = good.clone();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        prop_assert!(bytes == good || CommuteMatrix::from_bytes(&bytes).is_err());
        prop_assert!(CommuteMatrix::from_bytes(&good[..cut.index(good.len())]).is_err());
        // The same behind a checksum that holds: it may be another matrix, but never a panic.
        let sealed = crate::snapshot::sealed_again(&bytes);
        if let Some(matrix) = sealed.and_then(|sealed| CommuteMatrix::from_bytes(&sealed).ok()) {
            prop_assert!(CommuteMatrix::from_bytes(&matrix.to_bytes()).is_ok());
        }
    }
}

#[test]
fn a_second_time_for_the_same_way_is_told_and_the_first_one_stays() {
    let mut builder = CommuteMatrix::builder();
    builder.add(Mode::Car, spot(0), spot(1), Minutes::new(25)).unwrap();
    builder.add(Mode::Car, spot(0), spot(1), Minutes::new(25)).unwrap();
    let error = builder.add(Mode::Car, spot(0), spot(1), Minutes::new(30)).unwrap_err();
    assert_eq!(error.code(), "commute.pair-twice");
    assert!(error.to_string().contains("25 and 30"), "{error}");
    assert_eq!(builder.build().unwrap().minutes(Mode::Car, spot(0), spot(1)), Some(Minutes::new(25)));
}

/// Every version of the format that was ever published opens for ever.
#[test]
fn a_matrix_of_the_first_format_opens() {
    let kept = include_bytes!("../../../tests/data/commute-format-1.bin");
    let matrix = CommuteMatrix::from_bytes(kept).unwrap();
    assert_eq!((matrix.zones(), matrix.pairs(Mode::Car), matrix.pairs(Mode::Transit)), (3, 6, 2));
    assert_eq!(matrix.minutes(Mode::Transit, spot(3), spot(0)), Some(Minutes::from_tenths(615)));
}

#[cfg(feature = "import")]
#[test]
fn tables_are_read_by_their_columns_and_rows_that_cannot_be_used_are_told() {
    let by_name = "minutes,from,to,mode,remark\n25,57463,57672,car,x\n31.5,Metz,LU-1,transit,\nnever,57463,57672,car,\n5,57463,Atlantis,car,\n5,57463,57672,boat,\n26,57463,57672,car,\n";
    let by_point = "from_lat,from_lon,to_lat,to_lon,minutes\n49.2402,6.9969,48.6921,6.1844,48\n49,6,x,6,5\n";
    let mut gazetteer = Gazetteer::builder();
    for (code, name, at) in [("57463", "Metz", 0), ("57672", "Thionville", 1), ("LU-1", "Luxembourg", 3)] {
        let (lat, lon) = SPOTS[at];
        gazetteer.add(crate::PlaceEntry {
            code: code.to_owned(),
            name: name.to_owned(),
            country: crate::model::Country::FR,
            at: LatLon { lat, lon },
            postcodes: Vec::new(),
            areas: Vec::new(),
            population: 100,
        });
    }
    let gazetteer = gazetteer.build().unwrap();
    let mut import = MatrixImport::new(gazetteer, Some(Mode::Bike), CommuteMatrix::builder());
    import.read("names.csv", by_name.as_bytes()).unwrap();
    import.read("points.csv", by_point.as_bytes()).unwrap();
    assert_eq!(import.read("other.csv", "a,b\n1,2\n".as_bytes()).unwrap_err().code(), "commute.unknown-table");
    let (matrix, issues) = import.finish().unwrap();
    let told: Vec<String> = issues.iter().map(ToString::to_string).collect();
    let lines = ["names.csv:4", "names.csv:5", "names.csv:6", "names.csv:7", "points.csv:3"];
    assert!(told.len() == lines.len() && told.iter().zip(lines).all(|(told, line)| told.contains(line)), "{told:?}");
    assert_eq!(matrix.minutes(Mode::Car, spot(0), spot(1)), Some(Minutes::new(25)));
    assert_eq!(matrix.minutes(Mode::Transit, spot(5), spot(3)), Some(Minutes::from_tenths(315)));
    assert_eq!(matrix.minutes(Mode::Bike, spot(4), spot(2)), Some(Minutes::new(48)));
    assert_eq!(matrix.minutes(Mode::Bike, spot(2), spot(4)), None);
}
