//! Packed files, Parquet, folders and patterns: the same records, the same matches.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;

use crate::folder::{FIXED, Folder, Ran};
use crate::market::{offers, people};

fn gzip(text: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

/// Lines of JSON as a Parquet file with the structures that they have.
fn to_parquet(text: &str, path: &Path) {
    let (schema, _) = arrow_json::reader::infer_json_schema(text.as_bytes(), None).unwrap();
    let schema = Arc::new(schema);
    let reader = arrow_json::ReaderBuilder::new(schema.clone()).build(text.as_bytes()).unwrap();
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), schema, None).unwrap();
    for batch in reader {
        writer.write(&batch.unwrap()).unwrap();
    }
    writer.close().unwrap();
}

fn unpacked(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    let mut text = Vec::new();
    match path.extension().unwrap().to_str().unwrap() {
        "gz" => flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut text).unwrap(),
        "zst" => zstd::Decoder::new(&bytes[..]).unwrap().read_to_end(&mut text).unwrap(),
        _ => return bytes,
    };
    text
}

/// The rows of a file of results, of any format, as JSON.
pub(crate) fn rows(path: &Path) -> Vec<Value> {
    let name = path.to_str().unwrap();
    if name.ends_with(".parquet") {
        let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap().build().unwrap();
        let mut writer = arrow_json::ArrayWriter::new(Vec::new());
        for batch in reader {
            writer.write(&batch.unwrap()).unwrap();
        }
        writer.finish().unwrap();
        let text = writer.into_inner();
        return if text.is_empty() { Vec::new() } else { serde_json::from_slice(&text).unwrap() };
    }
    let text = String::from_utf8(unpacked(path)).unwrap();
    if name.contains(".csv") {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        return reader.deserialize::<serde_json::Map<String, Value>>().map(|row| Value::Object(row.unwrap())).collect();
    }
    if name.contains(".jsonl") {
        return text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    }
    serde_json::from_str(&text).unwrap()
}

fn matched(folder: &Folder, profiles: &str, offers: &str) -> Ran {
    folder.run(&format!("match --profiles {profiles} --offers {offers} {FIXED} --top 4"))
}

#[test]
fn packed_files_parquet_folders_patterns_and_urls_hold_the_same_records() {
    let (p, o) = (people(90, 4), offers(30, 4));
    let folder = Folder::new("packed")
        .with("p.jsonl", &p)
        .with("o.jsonl", &o)
        .with("p.jsonl.gz", gzip(&p))
        .with("o.jsonl.zst", zstd(&o))
        .with("o.json.gz", gzip(&format!("[{}]", o.trim_end().replace('\n', ","))));
    to_parquet(&p, &folder.path().join("p.parquet"));
    to_parquet(&o, &folder.path().join("o.parquet"));
    // Two files packed one after the other are one, as `cat` makes them.
    let (first, second) = p.split_at(p[..p.len() / 2].rfind('\n').unwrap() + 1);
    let folder = folder.with("two.jsonl.gz", [gzip(first), gzip(second)].concat());
    fs::create_dir_all(folder.path().join("day=1/x")).unwrap();
    fs::create_dir_all(folder.path().join("day=2")).unwrap();
    let folder = folder
        .with("day=1/x/a.jsonl", first)
        .with("day=2/b.jsonl.zst", zstd(second))
        .with("day=2/_SUCCESS", "")
        .with("day=1/readme.txt", "no record");
    let expected = matched(&folder, "p.jsonl", "o.jsonl");
    assert_eq!(expected.status, 0, "{}", expected.err);
    assert!(expected.out.lines().count() > 90);
    let url = format!("file://{}", folder.path().join("p.jsonl.gz").display());
    for (profiles, offers) in [
        ("p.jsonl.gz", "o.jsonl.zst"),
        ("p.parquet", "o.parquet"),
        ("two.jsonl.gz", "o.json.gz"),
        ("day=1 day=2", "o.jsonl"),
        ("day=*/*.jsonl* day=1/x", "o.jsonl"),
        (url.as_str(), "o.json*z"),
    ] {
        let ran = matched(&folder, profiles, offers);
        assert_eq!(ran.status, 0, "{profiles} {offers}: {}", ran.err);
        let mut lines: Vec<&str> = ran.out.lines().collect();
        let mut all: Vec<&str> = expected.out.lines().collect();
        if profiles.starts_with("day=*") {
            // The order of the files is another one.
            lines.sort_unstable();
            all.sort_unstable();
        }
        assert!(lines == all, "{profiles} {offers}");
    }
    for (profiles, words) in
        [("none*.jsonl", "fits no file"), ("day=2/_SUCCESS", "ending"), ("s3://b/p.jsonl", "file://")]
    {
        let ran = matched(&folder, profiles, "o.jsonl");
        assert!([1, 2].contains(&ran.status) && ran.err.contains(words), "{profiles}: {}", ran.err);
    }
}

#[test]
fn a_parquet_file_without_structures_is_read_like_a_csv_with_the_same_columns() {
    let folder = Folder::new("flat")
        .with(
            "p.csv",
            "id,skills,home.postcode,commute.minutes,pay.min\na,SQL|Python,57000,45,1900\nb,selling,54000,,\n",
        )
        .with("o.jsonl", offers(30, 4));
    let texts = |list: [&str; 2]| Arc::new(StringArray::from(list.to_vec())) as ArrayRef;
    // Whole numbers with a missing one among them become 45.0 in many programs.
    let numbers = |list: [Option<f64>; 2]| Arc::new(Float64Array::from(list.to_vec())) as ArrayRef;
    let batch = RecordBatch::try_from_iter([
        ("id", texts(["a", "b"])),
        ("skills", texts(["SQL|Python", "selling"])),
        ("home.postcode", texts(["57000", "54000"])),
        ("commute.minutes", numbers([Some(45.0), None])),
        ("pay.min", numbers([Some(1900.0), None])),
    ])
    .unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(folder.path().join("p.parquet")).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let (table, columns) = (matched(&folder, "p.csv", "o.jsonl"), matched(&folder, "p.parquet", "o.jsonl"));
    assert_eq!((table.status, columns.status), (0, 0), "{} {}", table.err, columns.err);
    assert!(table.out.lines().count() > 4);
    assert_eq!(table.out, columns.out);
}

#[test]
fn a_rejected_row_of_any_format_is_told_with_its_file_place_code_cause_and_action() {
    let bad = "{\"id\":\"a\",\"skills\":[\"SQL\"],\"home\":{\"postcode\":\"57000\"}}\n{\"skills\":[\"SQL\"]}\n";
    let folder = Folder::new("places")
        .with("p.jsonl.gz", gzip(bad))
        .with("p.csv", "id,skills\na,SQL\n,SQL\n")
        .with("p.json.zst", zstd(&format!("[{}]", bad.trim().replace('\n', ","))))
        .with("o.jsonl", offers(30, 4));
    to_parquet(bad, &folder.path().join("p.parquet"));
    for (file, place, number) in
        [("p.jsonl.gz", "line", 2), ("p.csv", "line", 3), ("p.json.zst", "item", 2), ("p.parquet", "row", 2)]
    {
        for out in ["-", "m.parquet"] {
            let ran = folder.run(&format!(
                "match --profiles {file} --offers o.jsonl {FIXED} --out {out} --rejects r.jsonl --max-record-bytes 500"
            ));
            assert_eq!(ran.status, 3, "{file}: {}", ran.err);
            let told: Value = serde_json::from_str(folder.read("r.jsonl").trim()).unwrap();
            assert_eq!((told["file"].as_str(), told[place].as_u64()), (Some(file), Some(number)), "{told}");
            for field in ["code", "cause", "action", "pointer"] {
                assert!(told[field].as_str().is_some_and(|text| !text.is_empty()), "{file} {field}: {told}");
            }
        }
    }
}

#[test]
fn every_format_of_the_output_holds_the_same_numbers() {
    let folder = Folder::new("outputs")
        .with("p.jsonl", people(60, 8) + "{\"id\":\"q\",\"home\":\"Metz\"}\n")
        .with("o.jsonl", offers(30, 8));
    let run = |out: &str| {
        let args = format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --top 4 --explain --out {out}");
        let ran = folder.run(&args);
        assert_eq!(ran.status, 0, "{}", ran.err);
        rows(&folder.path().join(out))
    };
    let lines = run("m.jsonl");
    for out in ["m.json", "m.jsonl.gz", "m.jsonl.zst", "m.json.zst"] {
        assert!(run(out) == lines, "{out}");
    }
    let (table, columns) = (run("m.csv.gz"), run("m.parquet"));
    assert_eq!((table.len(), columns.len()), (lines.len(), lines.len()));
    let points = |value: &Value| value.as_f64().map(|points| (points * 10_000.0).round() as u64);
    for ((line, row), column) in lines.iter().zip(&table).zip(&columns) {
        for name in ["profile", "offer", "band"] {
            assert_eq!(line[name].as_str().unwrap_or(""), row[name].as_str().unwrap());
            assert_eq!(line[name], column[name]);
        }
        for name in ["score", "fit", "wish"] {
            assert_eq!(line[name].as_u64(), points(&row[name]));
            assert_eq!(line[name], column[name]);
        }
        assert_eq!(line["rank"], column["rank"]);
        assert_eq!(line["confidence"], column["confidence"]);
        assert_eq!(line["travel"]["minutes"].as_f64(), column["minutes"].as_f64());
        assert_eq!(line["travel"]["metres"], column["metres"]);
        assert_eq!(line["reason"], column["no_match"]);
        assert_eq!(line["questions"], column["questions"]);
        assert_eq!(line["unverified"], column["unverified"]);
        assert_eq!(line["stamp"]["as_of"], column["as_of"]);
        assert_eq!(line["stamp"]["fingerprint"], column["fingerprint"]);
        let explained: Value =
            column["explanation"].as_str().map_or(Value::Null, |text| serde_json::from_str(text).unwrap());
        assert_eq!(line["explanation"], explained);
    }
}
