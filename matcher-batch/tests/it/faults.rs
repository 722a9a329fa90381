//! Disks that are full, files that are damaged.

use std::process::{Command, Stdio};

use crate::folder::{FIXED, Folder};
use crate::market::{offers, people};

fn market(name: &str) -> Folder {
    Folder::new(name).with("p.jsonl", people(200, 6)).with("o.jsonl", offers(40, 6))
}

/// Runs the command where no file may become longer than so many blocks of 512 bytes, as on a disk that is full.
fn run_limited(folder: &Folder, blocks: usize, args: &str) -> (Option<i32>, String) {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" {args}");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_matcher")]).current_dir(folder.path()).stdout(Stdio::null());
    let ended = command.output().unwrap();
    (ended.status.code(), String::from_utf8_lossy(&ended.stderr).into_owned())
}

#[test]
fn a_full_disk_is_told_with_its_file_and_what_was_there_stays_and_the_run_can_be_continued() {
    for (out, format) in [("m.jsonl", "jsonl"), ("m.parquet", "parquet"), ("m/", "csv"), ("n/", "parquet")] {
        let folder = market("full");
        let line = |top: usize| {
            format!(
                "match --profiles p.jsonl --offers o.jsonl {FIXED} --top {top} --part-size 50 --out {out} --out-format {format}"
            )
        };
        assert_eq!(folder.run(&line(2)).status, 0);
        let yesterday = folder.bytes(out);
        let (status, err) = run_limited(&folder, 8, &line(9));
        assert_eq!(status, Some(1), "{out}: {err}");
        assert!(err.contains(".partial/") && err.contains("free some space"), "{out}: {err}");
        assert!(folder.bytes(out) == yesterday, "{out}");
        assert!(folder.run(&format!("{} --resume", line(9))).status == 0);
        assert!(folder.bytes(out) != yesterday);
    }
    if std::path::Path::new("/dev/full").exists() {
        let ran = market("device").run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --out /dev/full"));
        assert!(ran.status == 1 && ran.err.contains("/dev/full"), "{}", ran.err);
    }
}

#[test]
fn a_damaged_input_is_an_error_that_names_it_and_nothing_is_published() {
    let folder = market("damaged");
    let whole = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --out p.jsonl.zst"));
    assert_eq!(whole.status, 0);
    let packed = folder.bytes("p.jsonl.zst").remove(0).1;
    assert_eq!(folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --out p.parquet")).status, 0);
    let columns = folder.bytes("p.parquet").remove(0).1;
    let mut torn = columns.clone();
    torn[columns.len() / 4..columns.len() / 2].fill(0);
    let folder = folder
        .with("cut.jsonl.zst", &packed[..packed.len() / 2])
        .with("cut.parquet", &columns[..columns.len() / 2])
        .with("torn.parquet", torn)
        .with("no.jsonl.gz", "not packed")
        .with("cut.json", "[{\"id\":\"a\"}, {");
    for file in ["cut.jsonl.zst", "cut.parquet", "torn.parquet", "no.jsonl.gz", "cut.json"] {
        for side in ["--profiles", "--offers"] {
            let other = if side == "--profiles" { "--offers o.jsonl" } else { "--profiles p.jsonl" };
            let ran = folder.run(&format!("match {side} {file} {other} {FIXED} --out out/"));
            assert_eq!(ran.status, 1, "{file}: {}", ran.err);
            assert!(ran.err.contains(file) && !ran.err.contains("panicked"), "{file}: {}", ran.err);
            assert!(!folder.has("out"), "{file}");
        }
    }
}

#[test]
fn two_runs_into_one_place_at_once_are_refused() {
    let folder = market("two-at-once");
    std::fs::create_dir(folder.path().join("out.partial")).unwrap();
    let lock = std::fs::File::create(folder.path().join("out.partial/lock")).unwrap();
    lock.lock().unwrap();
    let args = format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --out out/");
    let ran = folder.run(&args);
    assert!(ran.status == 1 && ran.err.contains("another run"), "{}", ran.err);
    drop(lock);
    assert_eq!(folder.run(&args).status, 0);
}
