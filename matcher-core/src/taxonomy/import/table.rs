use super::{ImportReport, SourceFile};
use crate::{Error, Issue, Severity};

/// Reads a CSV table whose columns are found by name, and hands each row to `row`: the values of `required`, then those of
/// `optional`, blank where the table lacks the column. Quoted values may hold line breaks. A row that cannot be read or
/// lacks a required value becomes an issue with its line; the others go on. Returns how many rows were handed over.
///
/// # Errors
/// `taxonomy.missing-column` where the header lacks a required column.
pub(super) fn read(
    file: &SourceFile<'_>,
    required: &[&str],
    optional: &[&str],
    report: &mut ImportReport,
    mut row: impl FnMut(&[&str], &mut ImportReport),
) -> Result<usize, Error> {
    let content = file.content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(file.content);
    let header = content.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let delimiter = if header.contains(&b';') && !header.contains(&b',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(content);
    let header = reader.headers().cloned().unwrap_or_default();
    let column = |name: &&str| header.iter().position(|known| known.trim() == *name);
    let missing: Vec<&str> = required.iter().filter(|name| column(name).is_none()).copied().collect();
    if !missing.is_empty() {
        let message = format!("no column {}; the header has: {}", missing.join(", "), clip(header.iter()));
        return Err(Error::new("taxonomy.missing-column", message).at(file.name));
    }
    let columns: Vec<Option<usize>> = required.iter().chain(optional).map(column).collect();
    let mut read = 0;
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line();
        let refused = match reader.read_record(&mut record) {
            Ok(false) => return Ok(read),
            Ok(true) => {
                let values: Vec<&str> =
                    columns.iter().map(|at| at.and_then(|at| record.get(at)).unwrap_or_default().trim()).collect();
                match required.iter().zip(&values).find(|(_, value)| value.is_empty()) {
                    None => {
                        row(&values, report);
                        read += 1;
                        continue;
                    }
                    Some((name, _)) => format!("the row has nothing in the column {name}"),
                }
            }
            Err(error) => error.to_string(),
        };
        report.count("rows left out", 1);
        report.issues.push(
            Issue::new("taxonomy.row-left-out", Severity::Rejected, refused)
                .of(format!("{}, after line {line}", file.name))
                .action("Mend the row; the others were read."),
        );
        // A reader that cannot go on would give the same error for ever.
        if reader.is_done() {
            return Ok(read);
        }
    }
}

/// The first names of a header, for a message.
fn clip<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.take(20).map(|name| name.chars().take(40).collect::<String>()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, required: &[&str], optional: &[&str]) -> (Vec<Vec<String>>, ImportReport) {
        let mut report = ImportReport::default();
        let mut rows = Vec::new();
        let file = SourceFile::new("t.csv", text.as_bytes());
        read(&file, required, optional, &mut report, |row, _| rows.push(row.iter().map(|v| v.to_string()).collect()))
            .unwrap();
        (rows, report)
    }

    #[test]
    fn columns_are_found_by_name_and_line_breaks_in_quotes_stay_in_the_value() {
        let (rows, report) = rows("\u{feff}b,a\n\"x\ny\",1\nz,2\n", &["a"], &["b", "c"]);
        assert_eq!(rows, [["1", "x\ny", ""], ["2", "z", ""]]);
        assert!(report.issues.is_empty());
    }

    #[test]
    fn a_row_without_a_required_value_is_named_and_the_others_read() {
        let (rows, report) = rows("a;b\n;1\n2;\n", &["a"], &["b"]);
        assert_eq!(rows, [["2", ""]]);
        assert_eq!(report.counted("rows left out"), 1);
        assert!(report.issues[0].to_string().contains("t.csv"), "{}", report.issues[0]);
    }

    #[test]
    fn a_missing_column_is_an_error_that_names_file_and_column() {
        let file = SourceFile::new("t.csv", b"a,b\n1,2\n");
        let error = read(&file, &["a", "uri"], &[], &mut ImportReport::default(), |_, _| ()).unwrap_err();
        assert_eq!((error.code(), error.path()), ("taxonomy.missing-column", Some("t.csv")));
        assert!(error.to_string().contains("uri"));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let content = [b"a,b\n".as_slice(), &bytes].concat();
            let file = SourceFile::new("t.csv", &content);
            read(&file, &["a"], &["b"], &mut ImportReport::default(), |_, _| ()).unwrap();
        }
    }
}
