use serde_json::{Map, Value};

use super::Place;

/// A table's rows as objects of texts, each with the line on which it begins, or what is wrong with it.
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<(Place, Result<Value, String>)>,
}

/// Reads a table. The delimiter is the one of `;`, tab and `,` that its first line has most often outside of quotes.
pub(super) fn read(text: &str) -> Result<Table, String> {
    let delimiter = delimiter(text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns: Vec<String> = match reader.headers() {
        Ok(header) => header.iter().map(str::to_owned).collect(),
        Err(error) => return Err(error.to_string()),
    };
    let twice = columns.iter().enumerate().find(|(i, name)| !name.is_empty() && columns[..*i].contains(name));
    if let Some((_, name)) = twice {
        return Err(format!("two columns are called “{name}”; rename one"));
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        match row {
            Ok(row) => {
                let place = row.position().map_or(Place::Whole, |at| line(text, at));
                if row.len() == columns.len() {
                    let cells = columns.iter().cloned().zip(row.iter().map(Value::from));
                    rows.push((place, Ok(Value::Object(Map::from_iter(cells)))));
                } else if row.iter().any(|cell| !cell.is_empty()) {
                    let cause = format!("the row has {} cells and the header {}", row.len(), columns.len());
                    rows.push((place, Err(cause)));
                }
            }
            Err(error) => {
                let place = error.position().map_or(Place::Whole, |at| line(text, at));
                rows.push((place, Err(error.to_string())));
            }
        }
    }
    Ok(Table { columns, rows })
}

/// The line of a row. The reader's position lies before the blank lines that it passes over.
fn line(text: &str, at: &csv::Position) -> Place {
    let rest = text.as_bytes().get(at.byte() as usize..).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|&&byte| byte == b'\n').count();
    Place::Line(at.line() as usize + blank)
}

fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    for byte in text.lines().next().unwrap_or("").bytes() {
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
        assert_eq!(delimiter("id;titre\na,b,c;d"), b';');
        assert_eq!(delimiter("id\ttitle, short\ttown"), b'\t');
        assert_eq!(delimiter("\"id;x;y\",title"), b',');
        assert_eq!(delimiter("id"), b',');
    }

    #[test]
    fn a_row_of_another_length_and_a_quoted_line_break_keep_their_lines() {
        let table = read("id;a\n1;\"x\ny\"\n2\n\n3;z\n").unwrap();
        let lines: Vec<_> = table.rows.iter().map(|(place, row)| (*place, row.is_ok())).collect();
        assert_eq!(lines, [(Place::Line(2), true), (Place::Line(4), false), (Place::Line(6), true)]);
        assert!(read("id;id\n1;2").is_err());
    }
}
