use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::{Place, decode};

/// The first bytes in which the header's delimiter is looked for.
const HEADER: usize = 1 << 16;

/// A table's rows as objects of texts, each with the line on which it begins, or what is wrong with it.
pub(super) struct Table<'a> {
    pub(super) columns: Vec<String>,
    reader: csv::Reader<Box<dyn Read + 'a>>,
    ends: Rc<RefCell<LineEnds>>,
}

/// A row with the line on which it begins, or what is wrong with it.
pub(super) type Row = (Place, Result<Value, String>);

/// Why a table cannot be read on.
#[derive(Debug)]
pub(super) enum Fault {
    Read(io::Error),
    Table(String),
}

impl<'a> Table<'a> {
    /// Reads the header. The delimiter is the one of `;`, tab and `,` that the first line has most often outside of quotes.
    /// `western`: the text is Windows-1252.
    pub(super) fn open(from: impl Read + 'a, western: bool) -> Result<Table<'a>, Fault> {
        let text: Box<dyn Read + 'a> = if western { Box::new(decode::Western::new(from)) } else { Box::new(from) };
        let mut text = BufReader::with_capacity(HEADER, text);
        let delimiter = delimiter(first_line(&mut text).map_err(Fault::Read)?);
        let ends = Rc::new(RefCell::new(LineEnds::default()));
        let noting: Box<dyn Read + 'a> = Box::new(Noting { from: text, ends: ends.clone() });
        let mut builder = csv::ReaderBuilder::new();
        let mut reader = builder.delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(noting);
        let columns: Vec<String> = reader.headers().map_err(fault)?.iter().map(str::to_owned).collect();
        let twice = columns.iter().enumerate().find(|(i, name)| !name.is_empty() && columns[..*i].contains(name));
        if let Some((_, name)) = twice {
            return Err(Fault::Table(format!("two columns are called “{name}”; rename one")));
        }
        Ok(Table { columns, reader, ends })
    }

    /// The next row that says anything.
    pub(super) fn next(&mut self) -> Result<Option<Row>, Fault> {
        let mut row = csv::StringRecord::new();
        loop {
            match self.reader.read_record(&mut row) {
                Ok(false) => return Ok(None),
                Ok(true) => {
                    let place = row.position().map_or(Place::Whole, |at| self.ends.borrow_mut().line(at));
                    if row.len() == self.columns.len() {
                        let cells = self.columns.iter().cloned().zip(row.iter().map(Value::from));
                        return Ok(Some((place, Ok(Value::Object(Map::from_iter(cells))))));
                    }
                    if row.iter().any(|cell| !cell.is_empty()) {
                        let cause = format!("the row has {} cells and the header {}", row.len(), self.columns.len());
                        return Ok(Some((place, Err(cause))));
                    }
                }
                Err(error) if error.is_io_error() => return Err(fault(error)),
                Err(error) => {
                    let place = error.position().map_or(Place::Whole, |at| self.ends.borrow_mut().line(at));
                    return Ok(Some((place, Err(error.to_string()))));
                }
            }
        }
    }
}

fn fault(error: csv::Error) -> Fault {
    let words = error.to_string();
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Fault::Read(error),
        _ => Fault::Table(words),
    }
}

/// The first line as far as it is already there, without the mark before UTF-8, which is passed over.
fn first_line<R: Read>(text: &mut BufReader<R>) -> io::Result<&str> {
    let mark = decode::MARK.len();
    if text.fill_buf()?.starts_with(decode::MARK) {
        text.consume(mark);
    }
    let bytes = text.fill_buf()?;
    let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    Ok(match std::str::from_utf8(&bytes[..end]) {
        Ok(line) => line,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or(""),
    })
}

/// Where lines end: the reader's position of a row lies before the blank lines that it passes over.
#[derive(Default)]
struct LineEnds {
    /// Line ends that follow each other with nothing between them.
    runs: VecDeque<Run>,
    offset: u64,
    in_run: bool,
}

struct Run {
    begin: u64,
    end: u64,
    /// Offsets of its line feeds.
    feeds: Vec<u64>,
}

impl LineEnds {
    fn note(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let is_end = matches!(byte, b'\r' | b'\n');
            if is_end && !self.in_run {
                self.runs.push_back(Run { begin: self.offset, end: self.offset, feeds: Vec::new() });
            }
            self.in_run = is_end;
            self.offset += 1;
            if let Some(run) = self.runs.back_mut().filter(|_| is_end) {
                run.end = self.offset;
                if byte == b'\n' {
                    run.feeds.push(self.offset - 1);
                }
            }
        }
    }

    /// The line of a row; what lies before it is forgotten.
    fn line(&mut self, at: &csv::Position) -> Place {
        while self.runs.front().is_some_and(|run| run.end <= at.byte()) {
            self.runs.pop_front();
        }
        let run = self.runs.front().filter(|run| run.begin <= at.byte());
        let passed = run.map_or(0, |run| run.feeds.iter().filter(|&&feed| feed >= at.byte()).count());
        Place::Line(at.line() as usize + passed)
    }
}

struct Noting<R> {
    from: R,
    ends: Rc<RefCell<LineEnds>>,
}

impl<R: Read> Read for Noting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.ends.borrow_mut().note(&buffer[..read]);
        Ok(read)
    }
}

fn delimiter(line: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        for (mark, count) in &mut counts {
            *count += usize::from(!quoted && byte == *mark);
        }
    }
    // The last of equals is a comma, the usual one.
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_of_the_header_and_none_within_quotes() {
        assert_eq!(delimiter("id;titre"), b';');
        assert_eq!(delimiter("id\ttitle, short\ttown"), b'\t');
        assert_eq!(delimiter("\"id;x;y\",title"), b',');
        assert_eq!(delimiter("id"), b',');
    }

    #[test]
    fn a_row_of_another_length_a_quoted_line_break_and_blank_lines_keep_their_lines() {
        for text in ["id;a\n1;\"x\n\ny\"\n2\n\n\n3;z\n", "\u{feff}id;a\r\n1;\"x\r\n\r\ny\"\r\n2\r\n\r\n\r\n3;z"] {
            let mut table = Table::open(text.as_bytes(), false).unwrap();
            assert_eq!(table.columns, ["id", "a"]);
            let mut lines = Vec::new();
            while let Some((place, row)) = table.next().unwrap() {
                lines.push((place, row.is_ok()));
            }
            assert_eq!(lines, [(Place::Line(2), true), (Place::Line(5), false), (Place::Line(8), true)], "{text:?}");
        }
        assert!(Table::open(&b"id;id\n1;2"[..], false).is_err());
    }

    #[test]
    fn a_table_of_a_western_spreadsheet_is_read_with_its_accents() {
        let mut table = Table::open(&b"id;titre\np;d\xe9veloppeuse \x80"[..], true).unwrap();
        let (_, row) = table.next().unwrap().unwrap();
        assert_eq!(row.unwrap()["titre"], "développeuse €");
    }
}
