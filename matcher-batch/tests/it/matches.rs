use std::io::{BufRead, BufReader};

use serde_json::Value;

use crate::folder::{FIXED, Folder, OFFERS, PEOPLE};

fn people_and_offers(name: &str) -> Folder {
    Folder::new(name).with("p.jsonl", PEOPLE).with("o.jsonl", OFFERS)
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn matches_are_lines_of_json_in_the_order_of_the_profiles_with_everything_the_score_depends_on() {
    let ran = people_and_offers("lines").run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED}"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let found = lines(&ran.out);
    let pairs: Vec<_> = found.iter().map(|line| (line["profile"].as_str(), line["offer"].as_str())).collect();
    assert_eq!(pairs[0], (Some("p1"), Some("feed:a")));
    assert!(pairs.iter().all(|(_, offer)| *offer != Some("feed:c")), "an offer past its date is shown");
    for line in &found {
        let stamp = &line["stamp"];
        assert_eq!((stamp["as_of"].as_str(), stamp["taxonomy"].as_str()), (Some("2027-03-01"), Some("three trades")));
        for field in ["engine", "scoring", "taxonomy_fingerprint", "settings", "commute", "fingerprint"] {
            assert!(!stamp[field].is_null(), "{field}");
        }
    }
    assert!(ran.err.contains("profiles: 2 read, 0 rejected"), "{}", ran.err);
    assert!(ran.err.contains("2 of 3 (66.7 %) skills listed"), "{}", ran.err);
}

#[test]
fn one_thread_and_two_write_the_same_bytes() {
    let profiles: String = (0..600)
        .map(|i| format!("{{\"id\":\"p{i}\",\"skills\":[\"{}\"],\"home\":\"Metz\"}}\n", ["SQL", "welding"][i % 2]))
        .collect();
    let folder = Folder::new("threads").with("p.jsonl", profiles).with("o.jsonl", OFFERS);
    for side in ["profiles", "offers"] {
        for out in ["jsonl", "csv", "json"] {
            let run = |threads: u8| {
                let args = format!(
                    "match --profiles p.jsonl --offers o.jsonl {FIXED} --for {side} --explain --top 3 \
                     --threads {threads} --out {threads}.{out}"
                );
                let ran = folder.run(&args);
                assert_eq!(ran.status, 0, "{}", ran.err);
                folder.read(&format!("{threads}.{out}"))
            };
            let one = run(1);
            assert!(one.len() > 1000);
            assert_eq!(one, run(2), "{side} {out}");
        }
    }
}

#[test]
fn lists_by_offers_hold_the_same_scores_as_lists_by_profiles() {
    let folder = people_and_offers("sides");
    let scores = |side: &str| {
        let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --for {side}"));
        let mut scores: Vec<String> = lines(&ran.out)
            .iter()
            .filter(|line| line["offer"].is_string())
            .map(|line| format!("{} {} {}", line["profile"], line["offer"], line["score"]))
            .collect();
        scores.sort();
        scores
    };
    assert!(!scores("offers").is_empty());
    assert_eq!(scores("offers"), scores("profiles"));
}

#[test]
fn standard_input_and_output_are_lines_of_json() {
    let folder = people_and_offers("pipe");
    let piped = folder.run_with(&format!("match --profiles - --offers o.jsonl {FIXED} --out -"), PEOPLE);
    let filed = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED}"));
    assert_eq!((piped.status, piped.out), (0, filed.out));
    let twice = folder.run(&format!("match --profiles - --offers - {FIXED}"));
    assert_eq!(twice.status, 2);
    assert!(twice.err.contains("only"), "{}", twice.err);
}

#[test]
fn an_output_that_is_closed_early_is_no_fault() {
    let folder = people_and_offers("closed");
    let profiles: String = (0..3000).map(|i| format!("{{\"id\":\"p{i}\",\"skills\":[\"SQL\"]}}\n")).collect();
    let folder = folder.with("many.jsonl", profiles);
    let mut child = folder.command(&format!("match --profiles many.jsonl --offers o.jsonl {FIXED}")).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let ended = child.wait_with_output().unwrap();
    let err = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(0), "{err}");
    assert!(!err.contains("panicked"), "{err}");
}

#[test]
fn a_person_of_whom_too_little_is_known_gets_questions_and_a_line_of_her_own() {
    let folder = people_and_offers("questions").with("p.jsonl", "{\"id\":\"p\",\"home\":\"Metz\"}\n");
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED}"));
    let found = lines(&ran.out);
    assert_eq!((found.len(), found[0]["reason"].as_str()), (1, Some("not-enough-information")));
    assert_eq!(found[0]["questions"][0], "wishes");
    assert!(ran.err.contains("p: not enough information; ask next: wishes"), "{}", ran.err);
}

#[test]
fn where_limits_keep_everything_out_the_changes_that_open_offers_are_told() {
    let person = r#"{"id":"p","skills":["selling"],"home":"Metz","contracts":["freelance"]}"#;
    let folder = people_and_offers("limits").with("p.jsonl", person);
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --out m.csv"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(folder.read("m.csv").lines().nth(1).unwrap().starts_with("p,,,"), "{}", folder.read("m.csv"));
    assert!(folder.read("m.csv").contains("nothing-within-limits"));
    let ran = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED}"));
    assert_eq!(lines(&ran.out)[0]["relaxations"][0]["change"]["change"], "contract");
}

#[test]
fn a_score_below_the_least_is_left_out() {
    let folder = people_and_offers("least");
    let all = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED}"));
    let best = folder.run(&format!("match --profiles p.jsonl --offers o.jsonl {FIXED} --min-score 60.5"));
    let good = |out: &str| lines(out).iter().filter(|line| line["score"].as_u64() >= Some(605_000)).count();
    let kept = lines(&best.out).iter().filter(|line| line["offer"].is_string()).count();
    assert_eq!(kept, good(&all.out));
    assert!(kept < lines(&all.out).len());
}

#[test]
fn without_a_day_results_carry_the_day_of_the_run() {
    let folder = people_and_offers("today");
    let ran = folder.run("match --profiles p.jsonl --offers o.jsonl --taxonomy trades.mtx");
    let day = lines(&ran.out)[0]["stamp"]["as_of"].as_str().unwrap().to_owned();
    assert!(day.parse::<matcher_core::units::Day>().is_ok(), "{day}");
}
