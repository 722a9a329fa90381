//! Runs that are interrupted.

use std::time::{Duration, Instant};

use crate::folder::{FIXED, Folder};
use crate::market::{Chance, offers, people};

const TAXONOMY: &str = "--taxonomy trades.mtx";

fn market(name: &str, profiles: usize, posts: usize) -> Folder {
    // Some that are rejected, one of them at the very end of a part.
    let mut lines: Vec<String> = people(profiles, 7).lines().map(str::to_owned).collect();
    lines.insert(10, "not json".to_owned());
    lines.insert(lines.len().min(41), lines[0].clone());
    lines.push("{}".to_owned());
    Folder::new(name).with("p.jsonl", lines.join("\n")).with("o.jsonl", offers(posts, 7))
}

fn args(out: &str) -> String {
    let records = "match --profiles p.jsonl --offers o.jsonl --top 5 --part-size 40 --threads 1";
    format!("{records} --out {out} --rejects {0}.r --issues {0}.i", beside(out))
}

/// The name beside which a run writes its rejects and issues.
fn beside(out: &str) -> &str {
    out.trim_end_matches('/')
}

#[test]
fn a_run_killed_at_twenty_random_moments_and_continued_gives_the_bytes_of_an_undisturbed_one() {
    let folder = market("killed", 400, 60);
    for out in ["whole/", "whole.csv.gz"] {
        let run = |out: &str| folder.run(&format!("{} {FIXED}", args(out)));
        let begun = Instant::now();
        assert_eq!(run(out).status, 3);
        let took = begun.elapsed();
        let mut chance = Chance(out.len() as u64 * 0x9e37_79b9);
        let mut interrupted = 0;
        for round in 0..10 {
            let again = out.replace("whole", &format!("again{round}"));
            let line = format!("{} {FIXED} --resume", args(&again));
            let mut child = folder.command(&line).spawn().unwrap();
            let moment = took.as_micros() as usize * 11 / 10;
            std::thread::sleep(Duration::from_micros(chance.below(moment) as u64));
            interrupted += usize::from(child.try_wait().unwrap().is_none());
            child.kill().unwrap();
            child.wait_with_output().unwrap();
            let ended = folder.run(&line);
            assert_eq!(ended.status, 3, "{}", ended.err);
            assert!(folder.bytes(out) == folder.bytes(&again), "{out}, round {round}: other bytes");
            for ending in [".r", ".i"] {
                let text = |out: &str| folder.read(&format!("{}{ending}", beside(out)));
                assert_eq!(text(out), text(&again), "{round}");
            }
            let partial = format!("{}.partial", beside(&again));
            assert!(!folder.has(&partial), "{partial} was left behind");
        }
        // On a machine whose load falls meanwhile the runs may outpace their moments.
        assert!(interrupted >= 2, "only {interrupted} of 10 were interrupted");
    }
}

#[test]
fn a_run_continued_on_another_day_keeps_the_day_on_which_it_was_begun() {
    let folder = market("midnight", 400, 60);
    let undisturbed = folder.run(&format!("{} {TAXONOMY} --as-of 2026-01-31", args("one/")));
    assert_eq!(undisturbed.status, 3, "{}", undisturbed.err);
    folder.kill_when(&format!("{} {TAXONOMY} --as-of 2026-01-31", args("two/")), "two.partial/part-00001.receipt.json");
    // No day is given, and today is another one.
    let ended = folder.run(&format!("{} {TAXONOMY} --resume", args("two/")));
    assert_eq!(ended.status, 3, "{}", ended.err);
    assert!(ended.err.contains("parts are already there"), "{}", ended.err);
    assert!(folder.bytes("one") == folder.bytes("two"));
}

#[test]
fn a_run_is_not_continued_with_another_input_setting_or_day_and_the_reason_is_told() {
    let folder = market("refused", 400, 60).with("s.json", "{\"weights\":{\"wish\":0.1}}");
    let begun = format!("{} {FIXED}", args("out/"));
    folder.kill_when(&begun, "out.partial/part-00000.receipt.json");
    let refused = |args: &str, reason: &str| {
        let ran = folder.run(&format!("{args} --resume"));
        assert_eq!(ran.status, 1, "{}", ran.err);
        assert!(ran.err.contains("cannot be continued") && ran.err.contains(reason), "{}", ran.err);
        assert!(!folder.has("out"));
    };
    refused(&format!("{begun} --settings s.json"), "the settings was");
    refused(&begun.replace("--top 5", "--top 6"), "--top was 5 and is 6");
    refused(&begun.replace("2027-03-01", "2027-03-02"), "--as-of was 2027-03-01 and is 2027-03-02");
    refused(&begun.replace("--taxonomy trades.mtx", ""), "the taxonomy was three trades");
    refused(&format!("{begun} --for offers"), "--for was profiles and is offers");
    let offers = folder.read("o.jsonl");
    let folder = folder.with("o.jsonl", offers.replacen("post 0", "post zero", 1));
    let ran = folder.run(&format!("{begun} --resume"));
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("o.jsonl has another content"), "{}", ran.err);
    // Without --resume it is begun anew.
    assert_eq!(folder.run(&begun).status, 3);
}

#[test]
fn a_part_that_was_damaged_meanwhile_is_made_anew() {
    let folder = market("damaged-part", 400, 60);
    assert_eq!(folder.run(&format!("{} {FIXED}", args("one/"))).status, 3);
    let begun = format!("{} {FIXED}", args("two/"));
    folder.kill_when(&begun, "two.partial/part-00001.receipt.json");
    let folder = folder.with("two.partial/part-00000.parquet", "half");
    let ended = folder.run(&format!("{begun} --resume"));
    assert!(ended.err.contains("part-00000.parquet: not as its receipt says"), "{}", ended.err);
    assert!(folder.bytes("one") == folder.bytes("two"));
}

#[test]
fn the_same_run_twice_and_with_other_threads_gives_the_same_bytes_and_what_is_complete_is_not_made_again() {
    let folder = market("twice-run", 120, 30);
    for out in ["a/", "a.parquet", "a.json", "a.jsonl.zst"] {
        let again = out.replace('a', "b").replace("pbrquet", "parquet");
        assert_eq!(folder.run(&format!("{} {FIXED}", args(out))).status, 3);
        let other = args(&again).replace("--threads 1", "--threads 3");
        assert_eq!(folder.run(&format!("{other} {FIXED}")).status, 3);
        assert!(folder.bytes(out) == folder.bytes(&again), "{out}");
        let again = folder.run(&format!("{} {FIXED} --resume", args(out)));
        assert_eq!(again.status, 3);
        assert!(again.err.contains("is already complete"), "{}", again.err);
    }
}

#[test]
fn one_file_holds_what_the_parts_hold_and_what_standard_output_gets() {
    let folder = market("joined", 120, 30);
    let streamed = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl --top 5 {FIXED}")).out;
    for side in ["profiles", "offers"] {
        let line = |out: &str| format!("{} {FIXED} --for {side} --out-format jsonl", args(out));
        assert_eq!(folder.run(&line("parts/")).status, 3);
        assert_eq!(folder.run(&line("one.jsonl")).status, 3);
        let parts: Vec<u8> = folder
            .bytes("parts")
            .into_iter()
            .filter(|(name, _)| name.starts_with("part-"))
            .flat_map(|(_, bytes)| bytes)
            .collect();
        assert_eq!(String::from_utf8(parts).unwrap(), folder.read("one.jsonl"));
        if side == "profiles" {
            assert_eq!(folder.read("one.jsonl"), streamed);
        }
    }
}

#[test]
fn a_folder_that_is_no_run_is_not_replaced() {
    let folder = market("foreign", 20, 10);
    std::fs::create_dir(folder.path().join("mine")).unwrap();
    let folder = folder.with("mine/diary.txt", "dear");
    let ran = folder.run(&format!("{} {FIXED}", args("mine/")));
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("diary.txt"), "{}", ran.err);
    assert_eq!(folder.read("mine/diary.txt"), "dear");
    // A folder that a run made is replaced by the next one.
    assert_eq!(folder.run(&format!("{} {FIXED}", args("run/"))).status, 3);
    let before = folder.bytes("run");
    assert_eq!(folder.run(&format!("{} {FIXED} --min-score 50", args("run/"))).status, 3);
    assert!(before != folder.bytes("run"));
    assert!(!folder.has("run.replaced") && !folder.has("run.partial"));
}

#[test]
fn a_run_that_does_not_keep_anything_cannot_be_continued_or_guarded() {
    let folder = market("usage-runs", 20, 10);
    let base = format!("match --profiles p.jsonl --offers o.jsonl {FIXED}");
    for (args, words) in [
        ("--resume", "--resume needs a run that is kept"),
        ("--min-offers 3 --out -", "a guard needs a run"),
        ("--shard 1/2 --out m.jsonl", "a shard is a folder"),
        ("--shard 3/2 --out m/", "2/4"),
        ("--out m.txt", "a folder of parts ends in /"),
        ("--out m/ --out-format xml", "is no format"),
    ] {
        let ran = folder.run(&format!("{base} {args}"));
        assert_eq!(ran.status, 2, "{args}: {}", ran.err);
        assert!(ran.err.contains(words), "{args}: {}", ran.err);
    }
    let stdin = folder.run_with(&base.replace("--profiles p.jsonl", "--profiles - --resume --out m/"), "{}");
    assert!(stdin.status == 2 && stdin.err.contains("read again"), "{}", stdin.err);
}
