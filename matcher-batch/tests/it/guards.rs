use serde_json::Value;

use crate::folder::{FIXED, Folder};
use crate::market::{offers, people};

/// A night's run over whatever `p.jsonl` and `o.jsonl` are now.
fn night(folder: &Folder, out: &str, more: &str) -> crate::folder::Ran {
    folder.run(&format!(
        "match --profiles p.jsonl --offers o.jsonl {FIXED} --top 3 --part-size 25 --out {out} {more} --max-rejects 5% \
         --min-offers 20 --max-fall 30"
    ))
}

fn last(ran: &crate::folder::Ran) -> &str {
    ran.err.trim_end().lines().last().unwrap()
}

#[test]
fn what_looks_wrong_is_made_but_not_published_and_yesterdays_output_is_untouched() {
    for out in ["out/", "out.parquet"] {
        let (good_people, good_offers) = (people(100, 2), offers(40, 2));
        let many_bad: String = good_people
            .lines()
            .enumerate()
            .fold(String::new(), |all, (i, line)| all + if i % 10 == 0 { "{" } else { line } + "\n");
        let few: String = good_offers.lines().take(15).flat_map(|line| [line, "\n"]).collect();
        let fewer: String = good_offers.lines().take(25).flat_map(|line| [line, "\n"]).collect();
        let cases = [
            ("p.jsonl", many_bad, "10 of 100 profiles were rejected"),
            (
                "p.jsonl",
                good_people.replace("\"skills\"", "\"competences\""),
                "skills of profiles was understood in 100.0 %",
            ),
            ("p.jsonl", good_people.replace("\"id\"", "\"numero\""), "100 of 100 profiles were rejected"),
            ("o.jsonl", few, "15 offers can be used, fewer than --min-offers 20"),
            ("o.jsonl", fewer, "offers fell from 40 to 25"),
            (
                "o.jsonl",
                good_offers.replace("\"places\"", "\"workplaces\""),
                "places of offers was understood in 100.0 %",
            ),
            ("o.jsonl", good_offers.replace("\"pay\"", "\"salary\""), "pay of offers was understood in 100.0 %"),
        ];
        let mut folder = Folder::new("guards").with("p.jsonl", &good_people).with("o.jsonl", &good_offers);
        let first = night(&folder, out, "");
        assert_eq!(first.status, 0, "{}", first.err);
        let yesterday = folder.bytes(out);
        for (file, text, reason) in cases {
            folder = folder.with("p.jsonl", &good_people).with("o.jsonl", &good_offers).with(file, text);
            let ran = night(&folder, out, "--summary s.json --metrics m.prom");
            assert_eq!(ran.status, 4, "{reason}: {}", ran.err);
            assert!(last(&ran).contains("not published") && last(&ran).contains(reason), "{}", last(&ran));
            assert!(folder.bytes(out) == yesterday, "{reason}: yesterday's output was touched");
            assert!(folder.has("out.partial/unpublished.json") || folder.has("out.parquet.partial/unpublished.json"));
            assert!(!folder.has("out.partial/manifest.json") && !folder.has("out.parquet.partial/manifest.json"));
            let summary: Value = serde_json::from_str(&folder.read("s.json")).unwrap();
            assert_eq!((summary["status"].as_u64(), summary["published"].as_bool()), (Some(4), Some(false)));
            assert!(summary["reason"].as_str().unwrap().contains(reason), "{summary}");
            assert!(folder.read("m.prom").contains("\nmatcher_run_published 0\n"));
        }
        // Somebody looked at it and found it right: the same run without the guard is published, with nothing made again.
        let base =
            format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --top 3 --part-size 25 --out {out} --resume");
        let forced = folder.run(&base);
        assert_eq!(forced.status, 0, "{}", forced.err);
        assert!(forced.err.contains("4 parts are already there"), "{}", forced.err);
        assert!(folder.bytes(out) != yesterday);
    }
}

#[test]
fn shards_are_guarded_when_they_are_put_together() {
    let folder = Folder::new("guarded-merge").with("p.jsonl", people(60, 2)).with("o.jsonl", offers(30, 2));
    for shard in 1..=2 {
        let ran = folder.run(&format!(
            "match --profiles p.jsonl --offers o.jsonl {FIXED} --part-size 10 --shard {shard}/2 --out s{shard}/"
        ));
        assert_eq!(ran.status, 0, "{}", ran.err);
    }
    let ran = folder.run("merge s1 s2 --out all/ --min-offers 31");
    assert_eq!(ran.status, 4, "{}", ran.err);
    assert!(last(&ran).contains("30 offers can be used"), "{}", ran.err);
    assert!(!folder.has("all"));
    assert_eq!(folder.run("merge s1 s2 --out all/ --min-offers 30").status, 0);
}
