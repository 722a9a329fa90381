use serde_json::Value;

use crate::folder::{FIXED, Folder, OFFERS, PEOPLE};

#[test]
fn bad_records_go_to_the_rejects_file_and_the_rest_is_done() {
    let bad =
        format!("{PEOPLE}not json\n{{\"skills\":[\"SQL\"]}}\n{{\"id\":\"p9\",\"occupations\":[{{\"years\":-2}}]}}\n");
    let folder = Folder::new("rejects").with("p.jsonl", bad).with("o.jsonl", OFFERS);
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --rejects r.jsonl --out m.jsonl"));
    assert_eq!(ran.status, 3, "{}", ran.err);
    assert!(folder.read("m.jsonl").contains("\"p1\""));
    let rejects: Vec<Value> = folder.read("r.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> = rejects
        .iter()
        .map(|r| (r["line"].as_u64(), r["code"].as_str().unwrap(), r["pointer"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(
        told,
        [
            (Some(3), "record.not-json", ""),
            (Some(4), "record.no-id", "/id"),
            (Some(5), "record.wrong-type", "/occupations/0/years")
        ]
    );
    for reject in &rejects {
        assert_eq!(reject["file"], "p.jsonl");
        assert!(!reject["cause"].as_str().unwrap().is_empty() && !reject["action"].as_str().unwrap().is_empty());
    }
    assert!(ran.err.contains("profiles: 5 read, 3 rejected"), "{}", ran.err);
}

#[test]
fn without_a_rejects_file_the_rejected_records_are_named_on_standard_error() {
    let folder = Folder::new("named").with("p.jsonl", PEOPLE).with("o.jsonl", format!("{OFFERS}{{\n"));
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED}"));
    assert_eq!(ran.status, 3);
    assert!(ran.err.contains("o.jsonl:4: "), "{}", ran.err);
}

#[test]
fn a_profile_that_comes_twice_is_rejected_naming_both_places() {
    let folder = Folder::new("twice").with("a.jsonl", PEOPLE).with("b.jsonl", PEOPLE).with("o.jsonl", OFFERS);
    let ran = folder
        .run(&format!("match --profiles a.jsonl b.jsonl --offers o.jsonl {FIXED} --rejects r.jsonl --out m.jsonl"));
    assert_eq!(ran.status, 3);
    let first: Value = serde_json::from_str(folder.read("r.jsonl").lines().next().unwrap()).unwrap();
    assert_eq!((first["file"].as_str(), first["line"].as_u64()), (Some("b.jsonl"), Some(1)));
    assert!(first["cause"].as_str().unwrap().contains("a.jsonl:1"), "{first}");
    assert_eq!(first["code"], "profile.twice");
}

#[test]
fn what_was_not_understood_is_in_the_file_of_issues_with_its_line() {
    let person = "{\"id\":\"p\",\"skills\":[\"SQL\",\"juggling\"]}\n";
    let folder = Folder::new("issues").with("p.jsonl", person).with("o.jsonl", OFFERS);
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --issues i.jsonl"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let issue: Value = serde_json::from_str(folder.read("i.jsonl").lines().next().unwrap()).unwrap();
    assert_eq!((issue["line"].as_u64(), issue["code"].as_str()), (Some(1), Some("skill.not-found")));
    assert_eq!(issue["pointer"], "/skills/1");
}

#[test]
fn a_record_above_a_limit_is_rejected_and_the_limit_can_be_raised() {
    let folder = Folder::new("above").with("p.jsonl", PEOPLE).with("o.jsonl", OFFERS);
    let args = format!("match --profiles p.jsonl --offers o.jsonl {FIXED}");
    assert_eq!(folder.run(&format!("{args} --max-record-bytes 60")).status, 3);
    assert_eq!(folder.run(&format!("{args} --max-record-bytes 2000")).status, 0);
}

#[test]
fn wrong_usage_is_told_apart_from_a_fault_in_a_file() {
    let folder = Folder::new("usage")
        .with("p.jsonl", PEOPLE)
        .with("o.jsonl", OFFERS)
        .with("p.txt", PEOPLE)
        .with("s.json", "{\"weights\":{\"skils\":1}}");
    let run = |args: &str| folder.run(&format!("match {args} {FIXED}"));
    for (args, status, words) in [
        ("--profiles p.jsonl", 2, "--offers"),
        ("--profiles p.jsonl --offers o.jsonl --top many", 2, "many"),
        ("--profiles p.txt --offers o.jsonl", 2, "rename it to .jsonl"),
        ("--profiles p.jsonl --offers o.jsonl --out p.jsonl", 2, "written over"),
        ("--profiles p.jsonl --offers o.jsonl --min-score 101", 2, "between 0 and 100"),
        ("--profiles none.jsonl --offers o.jsonl", 1, "none.jsonl"),
        ("--profiles p.jsonl --offers o.jsonl --settings s.json", 1, "weights.skils"),
        ("--profiles p.jsonl --offers o.jsonl --out no/such/folder.jsonl", 1, "no/such/folder.jsonl"),
        ("--profiles p.jsonl --offers o.jsonl --places trades.mtx", 1, "trades.mtx"),
    ] {
        let ran = run(args);
        assert_eq!(ran.status, status, "{args}: {}", ran.err);
        assert!(ran.err.contains(words), "{args}: {}", ran.err);
        assert!(ran.out.is_empty(), "{args}");
    }
}
