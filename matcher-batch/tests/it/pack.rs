use std::fs;

use serde_json::Value;

use crate::folder::Folder;

const OFFERS: &str = "\
{\"id\": \"1\", \"title\": \"Développeuse web\", \"essential_skills\": [\"JavaScript\"], \"places\": [\"57000\"], \"valid_through\": \"2027-06-30\"}
{\"id\": \"2\", \"title\": \"Boulanger\", \"places\": [\"Luxembourg\"], \"valid_through\": \"2027-01-31\"}
{\"title\": \"without an id\"}
";
const TRAININGS: &str = "[{\"id\": \"t\", \"title\": \"JavaScript\", \"teaches\": [\"JavaScript\"], \"weeks\": 3}]";

fn entry(folder: &Folder) -> Value {
    serde_json::from_str(&folder.read("out/entry.json")).unwrap()
}

#[test]
fn offers_become_an_entry_and_files_named_after_their_content() {
    let folder = Folder::new("pack").with("offers.jsonl", OFFERS).with("trainings.json", TRAININGS);
    let command = "pack --offers offers.jsonl --trainings trainings.json --as-of 2027-03-01 --max-age-days 5 --out out";
    let ran = folder.run(command);
    assert_eq!(ran.status, 3, "one record is rejected: {}", ran.err);
    assert!(ran.err.contains("record.no-id") && ran.err.contains("1 offers are past their last day"), "{}", ran.err);
    let entry = entry(&folder);
    assert_eq!(
        (&entry["offers"], &entry["date"], &entry["max_age_days"]),
        (&1.into(), &"2027-03-01".into(), &5.into())
    );
    assert!(entry["attribution"].as_str().unwrap().contains("ESCO"));
    let files = entry["files"].as_object().unwrap();
    assert_eq!(files.len(), 5);
    for file in files.values() {
        let name = file["file"].as_str().unwrap();
        assert_eq!(fs::metadata(folder.path().join("out").join(name)).unwrap().len(), file["bytes"].as_u64().unwrap());
        assert!(file["integrity"].as_str().unwrap().starts_with("sha256-"));
    }
    // The same input gives the same files.
    let first = folder.read("out/entry.json");
    folder.run(command);
    assert_eq!(folder.read("out/entry.json"), first);
}

#[test]
fn files_stay_for_one_packing_more_and_nobody_elses_are_touched() {
    let folder = Folder::new("pack_again").with("a.jsonl", OFFERS);
    let of = |n: u32| OFFERS.replace("Développeuse", &format!("Développeuse {n}"));
    let folder = folder.with("b.jsonl", of(2)).with("c.jsonl", of(3));
    let catalogue = |file: &str| {
        folder.run(&format!("pack --offers {file} --as-of 2027-03-01 --out out"));
        entry(&folder)["files"]["catalogue"]["file"].as_str().unwrap().to_owned()
    };
    let first = catalogue("a.jsonl");
    fs::write(folder.path().join("out/offers-of-mine.bin"), "mine").unwrap();
    let second = catalogue("b.jsonl");
    let exists = |name: &str| folder.path().join("out").join(name).exists();
    assert!(first != second && exists(&first) && exists(&second));
    let third = catalogue("c.jsonl");
    assert!(!exists(&first) && exists(&second) && exists(&third) && exists("offers-of-mine.bin"));
}

#[test]
fn with_the_entry_of_packed_offers_the_command_matches_as_the_page_does() {
    let person = "{\"id\": \"p\", \"wishes\": [{\"title\": \"Développeuse web\"}], \"home\": \"57000\"}\n";
    let folder = Folder::new("pack-entry").with("offers.jsonl", OFFERS).with("people.jsonl", person);
    folder.run("pack --offers offers.jsonl --as-of 2027-03-01 --out out");
    let ask = |taxonomy: &str, out: &str| {
        let ran = folder.run(&format!(
            "match --taxonomy {taxonomy} --profiles people.jsonl --offers offers.jsonl --as-of 2027-03-01 --out {out}"
        ));
        assert!([0, 3].contains(&ran.status), "{}", ran.err);
        folder.read(out)
    };
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/../matcher-core/data/taxonomy-small.bin");
    assert_eq!(ask("out/entry.json", "page.jsonl"), ask(small, "small.jsonl"));
    assert!(folder.read("page.jsonl").contains("\"offer\":\"1\""), "{}", folder.read("page.jsonl"));
    let broken = folder
        .with("other.json", "[]")
        .run("match --taxonomy other.json --profiles people.jsonl --offers offers.jsonl");
    assert!(broken.status == 1 && broken.err.contains("no entry.json"), "{}", broken.err);
}
