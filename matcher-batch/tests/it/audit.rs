use crate::folder::{FIXED, Folder, OFFERS, PEOPLE};

#[test]
fn a_decision_is_kept_and_judged_again_to_the_same_bytes() {
    let folder = Folder::new("audit").with("p.jsonl", PEOPLE).with("o.jsonl", OFFERS).with("s.json", "{}");
    let record = format!("audit record --profiles p.jsonl --offers o.jsonl {FIXED} --profile p1 --offer feed:a");
    let ran = folder.run(&format!("{record} --out a.json"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let ran = folder.run("audit replay a.json --taxonomy trades.mtx");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("the same bytes"), "{}", ran.out);
    assert_eq!(folder.run(&record).out, folder.read("a.json"));
    assert_eq!(folder.run("audit replay a.json --taxonomy trades.mtx --settings s.json").status, 0);
}

#[test]
fn another_taxonomy_or_other_settings_are_told_and_end_with_status_1() {
    let folder = Folder::new("audit-other")
        .with("p.jsonl", PEOPLE)
        .with("o.jsonl", OFFERS)
        .with("s.json", "{\"weights\":{\"pay\":0.5}}");
    folder.run(&format!(
        "audit record --profiles p.jsonl --offers o.jsonl {FIXED} --profile p2 --offer feed:b --out a.json"
    ));
    let ran = folder.run("audit replay a.json");
    assert_eq!(ran.status, 1, "{}", ran.out);
    assert!(ran.err.contains("a.json") && ran.err.contains("taxonomy was three trades"), "{}", ran.err);
    let ran = folder.run("audit replay a.json --taxonomy trades.mtx --settings s.json");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("settings was"), "{}", ran.err);
    let changed = folder.read("a.json").replace("\"temporary\"", "\"permanent\"");
    let ran = folder.with("a.json", changed).run("audit replay a.json --taxonomy trades.mtx");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("audit.changed"), "{}", ran.err);
}
