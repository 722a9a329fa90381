use std::collections::BTreeMap;
use std::io::Read;

use super::{CommuteMatrix, CommuteMatrixBuilder};
use crate::model::{Mode, PlaceRef};
use crate::place::import::table::Table;
use crate::place::{Gazetteer, Resolved};
use crate::units::{LatLon, Minutes, Point};
use crate::{Error, Issue, Severity};

/// Collects travel times from tables in CSV; [`MatrixImport::finish`] makes the matrix.
///
/// Columns, found by name in any order, others ignored: `minutes` (one way), `mode` (`car`, `transit`, `bike`, `walk`), and both
/// ends as `from` and `to`, each a municipality as one writes it (official code, postal code, name), or as `from_lat`,
/// `from_lon`, `to_lat`, `to_lon`.
#[derive(Debug)]
pub struct MatrixImport {
    gazetteer: Gazetteer,
    mode: Option<Mode>,
    builder: CommuteMatrixBuilder,
    known: BTreeMap<String, Option<Point>>,
    issues: Vec<Issue>,
}

impl MatrixImport {
    /// An import into a matrix with these wishes ([`CommuteMatrixBuilder::spread`], [`CommuteMatrixBuilder::complete_to`]) whose
    /// municipalities are those of the gazetteer. `mode`: of rows that name none.
    pub fn new(gazetteer: Gazetteer, mode: Option<Mode>, builder: CommuteMatrixBuilder) -> MatrixImport {
        MatrixImport { gazetteer, mode, builder, known: BTreeMap::new(), issues: Vec::new() }
    }

    /// One more table; `file` is how issues and errors call it. A row that cannot be used is an issue and is left out.
    ///
    /// # Errors
    /// `commute.unknown-table` where a column is missing, `commute.not-csv` for a row that cannot be read.
    pub fn read(&mut self, file: &str, csv: impl Read) -> Result<(), Error> {
        let mut table = Table::open("commute.not-csv", file, csv)?;
        let by_name = table.has(&["from", "to"]);
        let has_ends = by_name || table.has(&["from_lat", "from_lon", "to_lat", "to_lon"]);
        if !has_ends || !table.has(&["minutes"]) || !(self.mode.is_some() || table.has(&["mode"])) {
            let message = "the columns must be minutes, mode (unless one mode is said for all) and from, to or from_lat, from_lon, to_lat, to_lon";
            return Err(Error::new("commute.unknown-table", message).at(file));
        }
        while table.next()? {
            if let Err((cause, action)) = self.row(&table, by_name) {
                let issue = Issue::new("commute.left-out", Severity::Rejected, cause).of(table.here());
                self.issues.push(issue.action(action));
            }
        }
        Ok(())
    }

    /// The matrix, with every row that was left out.
    ///
    /// # Errors
    /// As [`CommuteMatrixBuilder::build`]; `commute.no-times` where no row was usable.
    pub fn finish(self) -> Result<(CommuteMatrix, Vec<Issue>), Error> {
        let matrix = self.builder.build()?;
        if matrix.zones() == 0 {
            let first = self.issues.first().map_or_else(String::new, |issue| format!("; the first row: {issue}"));
            return Err(Error::new("commute.no-times", format!("no row says how long a way takes{first}")));
        }
        Ok((matrix, self.issues))
    }

    fn row<R: Read>(&mut self, table: &Table<R>, by_name: bool) -> Result<(), (String, &'static str)> {
        let mode = match (table.cell("mode"), self.mode) {
            ("", Some(mode)) => mode,
            (named, _) => {
                named.parse().map_err(|error: Error| (error.to_string(), "Correct it, or leave the row out."))?
            }
        };
        let cell = table.cell("minutes");
        let minutes: Minutes = cell.parse().map_err(|_| {
            (format!("“{cell}” is not a number of minutes from 0 to 6553"), "Correct it, or leave the row out.")
        })?;
        let [from, to] = if by_name {
            [self.place(table.cell("from"))?, self.place(table.cell("to"))?]
        } else {
            let spot = |lat, lon| {
                let nowhere = || ("the coordinates are not degrees".to_owned(), "Write degrees with a decimal point.");
                table.at(lat, lon).map(LatLon::point).ok_or_else(nowhere)
            };
            [spot("from_lat", "from_lon")?, spot("to_lat", "to_lon")?]
        };
        self.builder
            .add(mode, from, to, minutes)
            .map_err(|error| (error.to_string(), "The time that came first was kept."))
    }

    fn place(&mut self, text: &str) -> Result<Point, (String, &'static str)> {
        let gazetteer = &self.gazetteer;
        let find = || {
            let code = PlaceRef { code: Some(text.to_owned()), ..PlaceRef::default() };
            [code, text.into()].iter().find_map(|place| match gazetteer.resolve(place) {
                Resolved::Point { at, .. } => Some(at),
                _ => None,
            })
        };
        let found = match self.known.get(text) {
            Some(&found) => found,
            None => *self.known.entry(text.to_owned()).or_insert(find()),
        };
        found.ok_or_else(|| {
            (
                format!("“{text}” is no municipality of the gazetteer"),
                "Write its official code, or load the places it is among.",
            )
        })
    }
}
