use serde_json::Value;

use crate::folder::{FIXED, Folder};
use crate::market::{offers, people};

#[test]
fn the_summary_and_the_metrics_hold_the_counts_of_the_run() {
    let folder = Folder::new("reports").with("p.jsonl", people(50, 9) + "{\n").with("o.jsonl", offers(20, 9));
    for out in ["m.jsonl", "-"] {
        let ran = folder.run(&format!(
            "match --profiles p.jsonl --offers o.jsonl {FIXED} --top 3 --out {out} --summary s.json --metrics m.prom"
        ));
        assert_eq!(ran.status, 3, "{}", ran.err);
        let results = if out == "-" { ran.out } else { folder.read(out) };
        let matches = results.lines().filter(|line| line.contains("\"rank\"")).count();
        let summary: Value = serde_json::from_str(&folder.read("s.json")).unwrap();
        assert_eq!((summary["status"].as_u64(), summary["published"].as_bool()), (Some(3), Some(out != "-")));
        let totals = &summary["totals"];
        assert_eq!(totals["matches"], matches);
        assert_eq!((&totals["profiles"]["read"], &totals["profiles"]["rejected"]), (&51.into(), &1.into()));
        assert_eq!(totals["profiles"]["issues"]["rejected"]["record.not-json"], 1);
        let bands: u64 = totals["bands"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(bands as usize, matches);
        assert!(summary["seconds"].as_f64().unwrap() > 0.0);
        let metrics = folder.read("m.prom");
        for line in [
            format!("matcher_matches {matches}"),
            "matcher_records_read{kind=\"profile\"} 51".to_owned(),
            "matcher_records_rejected{kind=\"profile\"} 1".to_owned(),
            "matcher_records_understood{kind=\"offer\",field=\"places\"} 20".to_owned(),
            "matcher_run_status 3".to_owned(),
        ] {
            assert!(metrics.lines().any(|found| found == line), "{line}\n{metrics}");
        }
        // Every metric has its help and type before its values, as the format wants it.
        for line in metrics.lines().filter(|line| !line.starts_with('#')) {
            let name = line.split(['{', ' ']).next().unwrap();
            assert!(metrics.contains(&format!("# HELP {name} ")) && metrics.contains(&format!("# TYPE {name} gauge")));
        }
    }
}
