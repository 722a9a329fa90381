use serde_json::Value;

use crate::folder::{FIXED, Folder};
use crate::market::{offers, people};

#[test]
fn forgotten_people_are_in_no_file_of_the_run_and_the_others_stay_as_they_were() {
    let folder = Folder::new("forget")
        .with("p.jsonl", people(120, 11) + "{\"id\":\"p4\"}\n")
        .with("o.jsonl", offers(30, 11))
        .with("gone.txt", "p4\np77\n\nnobody\n");
    for (out, files) in [
        ("run/", vec!["run"]),
        ("run-csv/", vec!["run-csv"]),
        ("m.parquet", vec!["m.parquet"]),
        ("m.csv.gz", vec!["m.csv.gz"]),
        ("m.jsonl", vec!["m.jsonl", "m.jsonl.changes.jsonl"]),
        ("m.json", vec!["m.json"]),
    ] {
        let format = if out == "run-csv/" { "csv" } else { "parquet" };
        let base =
            format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --top 3 --part-size 25 --out-format {format}");
        let with = folder.run(&format!("{base} --out {out}"));
        assert_eq!(with.status, 3, "{}", with.err);
        let _ = folder.run(&format!("{base} --min-score 40 --out {out} --since {out}"));
        let before = rows(&folder, out);
        let ran = folder.run(&format!("forget {out} --ids gone.txt"));
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(ran.err.contains("2 of 3 people were found and forgotten"), "{}", ran.err);
        let after = rows(&folder, out);
        let kept: Vec<Value> =
            before.iter().filter(|row| !["p4", "p77"].contains(&row["profile"].as_str().unwrap())).cloned().collect();
        assert!(kept.len() < before.len());
        assert_eq!(after, kept, "{out}");
        for file in files {
            for (name, bytes) in folder.bytes(file) {
                let text = String::from_utf8_lossy(&bytes);
                assert!(!text.contains("\"p4\"") && !text.contains("\"p77\""), "{file} {name} still names them");
            }
        }
        assert!(!folder.has("run.partial") && !folder.has("run.replaced"));
        let again = folder.run(&format!("forget {out} --ids gone.txt"));
        assert!(again.err.contains("0 of 3 people"), "{}", again.err);
    }
    let empty = folder.run_with("forget run --ids -", "\n");
    assert!(empty.status == 2 && empty.err.contains("no id"), "{}", empty.err);
}

/// The matches of a run, by way of a comparison with nothing: every line of it is new.
fn rows(folder: &Folder, run: &str) -> Vec<Value> {
    let folder_run = folder.path().join(run).is_dir();
    let files: Vec<String> = if folder_run {
        let names = folder.bytes(run).into_iter().map(|(name, _)| name).filter(|name| name.starts_with("part-"));
        names.map(|name| format!("{}/{name}", run.trim_end_matches('/'))).collect()
    } else {
        vec![run.to_owned()]
    };
    files.iter().flat_map(|file| crate::packed::rows(&folder.path().join(file))).collect()
}
