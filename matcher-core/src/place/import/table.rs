use std::io::Read;

use crate::Error;
use crate::units::LatLon;

/// A CSV table whose cells are asked for by the name of their column.
pub(crate) struct Table<R> {
    code: &'static str,
    pub(crate) file: String,
    columns: Vec<String>,
    reader: csv::Reader<R>,
    row: csv::StringRecord,
}

impl<R: Read> Table<R> {
    /// `code`: of the error for what is no CSV.
    pub(crate) fn open(code: &'static str, file: &str, csv: R) -> Result<Table<R>, Error> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv);
        let header = reader.headers().map_err(|error| not_csv(code, file, &error))?;
        let columns = header.iter().map(|name| name.trim_start_matches('\u{feff}').trim().to_lowercase()).collect();
        Ok(Table { code, file: file.to_owned(), columns, reader, row: csv::StringRecord::new() })
    }

    pub(crate) fn has(&self, columns: &[&str]) -> bool {
        columns.iter().all(|&wanted| self.columns.iter().any(|column| column == wanted))
    }

    /// False at the end.
    pub(crate) fn next(&mut self) -> Result<bool, Error> {
        self.reader.read_record(&mut self.row).map_err(|error| not_csv(self.code, &self.file, &error))
    }

    /// The cell of the first column with this name or, where it ends in `…`, this beginning; empty where there is none.
    pub(crate) fn cell(&self, column: &str) -> &str {
        let at = match column.strip_suffix('…') {
            Some(start) => self.columns.iter().position(|name| name.starts_with(start)),
            None => self.columns.iter().position(|name| name == column),
        };
        at.and_then(|at| self.row.get(at)).unwrap_or_default().trim()
    }

    pub(crate) fn at(&self, lat: &str, lon: &str) -> Option<LatLon> {
        LatLon::new(self.cell(lat).parse().ok()?, self.cell(lon).parse().ok()?)
    }

    /// Which row: the file and its line.
    pub(crate) fn here(&self) -> String {
        self.row.position().map_or_else(|| self.file.clone(), |at| format!("{}:{}", self.file, at.line()))
    }
}

fn not_csv(code: &'static str, file: &str, error: &csv::Error) -> Error {
    let at = error.position().map_or_else(|| file.to_owned(), |at| format!("{file}:{}", at.line()));
    Error::new(code, format!("the row cannot be read: {error}")).at(at)
}
