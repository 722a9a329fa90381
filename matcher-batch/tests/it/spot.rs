use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::folder::Folder;

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_gives_one_json_with_places_in_bytes() {
    let folder = Folder::new("spot_lines");
    let ran = folder.run_with("spot", "é Power BI et SQL\n\nPas de Java");
    assert_eq!(ran.status, 0, "{}", ran.err);
    let lines = lines(&ran.out);
    assert_eq!(lines.len(), 3);
    let first = &lines[0]["matches"][0];
    assert_eq!(
        (first["start"].as_u64(), first["end"].as_u64(), &first["negated"]),
        (Some(3), Some(11), &Value::Bool(false))
    );
    assert_eq!((&first["kind"], &first["label"]), (&"skill".into(), &"Power BI".into()));
    assert!(lines[1]["matches"].as_array().unwrap().is_empty());
    assert_eq!(lines[2]["matches"][0]["negated"], true);
}

#[test]
fn bad_lines_are_rejected_by_number_and_the_others_are_read() {
    let folder = Folder::new("spot_rejects");
    let mut input = b"SQL\ncaf\xe9\n".to_vec();
    input.extend(vec![b'a'; (1 << 20) + 1]);
    input.extend(b"\nSQL\n");
    let mut child = folder.command("spot").stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("line 2: ") && told.contains("line 3: "), "{told}");
    let lines = lines(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(lines.len(), 2);
    assert!(lines[0]["matches"][0]["label"] == "SQL" && lines[0] == lines[1]);
}

#[test]
fn a_pdf_is_refused_with_a_sentence_that_says_how_to_copy_its_text() {
    let ran = Folder::new("spot_pdf").run_with("spot", "%PDF-1.4\n%....\n");
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("PDF") && ran.err.contains("copy") && ran.err.contains("paste"), "{}", ran.err);
}
