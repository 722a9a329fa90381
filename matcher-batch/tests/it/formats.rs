use std::path::Path;

use crate::folder::{FIXED, Folder, OFFERS, PEOPLE};

fn example(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data").join(file);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The results for these profiles and offers.
fn matched(folder: &Folder, profiles: &str, offers: &str) -> String {
    let ran = folder.run(&format!("match --profiles {profiles} --offers {offers} {FIXED}"));
    assert_eq!(ran.status, 0, "{profiles} {offers}: {}", ran.err);
    ran.out
}

#[test]
fn lines_a_list_one_object_and_a_table_of_the_same_records_give_the_same_matches() {
    let list = |lines: &str| format!("\u{feff}[{}]", lines.trim_end().replace('\n', ","));
    let first = PEOPLE.lines().next().unwrap();
    let table = "id;skills;wishes;home;commute.minutes;contracts;occupations\n\
                 p1;SQL;data analyst;57000;60;;\n\
                 p2;;;Nancy;45;permanent;vendeur (3 ans)\n";
    let folder = Folder::new("formats")
        .with("p.jsonl", PEOPLE)
        .with("p.json", list(PEOPLE))
        .with("one.json", first)
        .with("one.jsonl", first)
        .with("p.csv", table)
        .with("o.jsonl", OFFERS)
        .with("o.json", list(OFFERS));
    let expected = matched(&folder, "p.jsonl", "o.jsonl");
    assert_eq!(matched(&folder, "p.json", "o.json"), expected);
    assert_eq!(matched(&folder, "one.json", "o.json"), matched(&folder, "one.jsonl", "o.jsonl"));
    let of_table = matched(&folder, "p.csv", "o.jsonl");
    let first =
        |text: &str| text.lines().take_while(|line| line.contains("\"p1\"")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(first(&of_table), first(&expected));
    assert!(of_table.contains("\"p2\""));
}

#[test]
fn tables_of_partners_are_read_through_their_mapping_files() {
    let folder = Folder::new("mapped")
        .with("personnes.csv", example("personnes.csv"))
        .with("personnes.map.json", example("personnes.map.json"))
        .with("stellen.csv", example("stellen.csv"))
        .with("stellen.map.json", example("stellen.map.json"));
    let ran = folder.run(&format!(
        "match --profiles personnes.csv --offers stellen.csv --map personnes.map.json stellen.map.json {FIXED} \
         --out m.csv --issues i.jsonl"
    ));
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(folder.read("m.csv").starts_with("profile,offer,rank,score,fit,wish,band,confidence,minutes,"));
    assert!(folder.read("m.csv").lines().skip(1).all(|line| line.starts_with("P-")));
    let issues = folder.read("i.jsonl");
    assert!(issues.contains("\"file\":\"personnes.csv\",\"line\":5"), "{issues}");
    assert!(issues.contains("mapping.pay-period-implausible"), "{issues}");
    let twice = folder.run(&format!(
        "match --profiles personnes.csv --offers stellen.csv --map personnes.map.json personnes.map.json {FIXED}"
    ));
    assert_eq!(twice.status, 2, "{}", twice.err);
}

#[test]
fn a_table_without_a_mapped_column_is_refused_with_the_columns_it_has() {
    let folder = Folder::new("columns")
        .with("p.csv", "Nummer;Name\n1;x\n")
        .with("map.json", example("personnes.map.json"))
        .with("o.jsonl", OFFERS);
    let ran = folder.run(&format!("match --profiles p.csv --offers o.jsonl --map map.json {FIXED}"));
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("Numéro") && ran.err.contains("Nummer"), "{}", ran.err);
}

#[test]
fn a_table_saved_as_latin_1_is_read_with_a_note_and_utf16_is_refused() {
    let folder = Folder::new("latin")
        .with("p.csv", b"id,wishes,home\np1,vendeur \xe9tage,Nancy\n")
        .with("u.csv", b"\xff\xfei\0d\0")
        .with("o.jsonl", OFFERS);
    let ran = folder.run(&format!("match --profiles p.csv --offers o.jsonl {FIXED}"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("file.not-utf8"), "{}", ran.err);
    let ran = folder.run(&format!("match --profiles u.csv --offers o.jsonl {FIXED}"));
    assert!(ran.status == 1 && ran.err.contains("UTF-16"), "{}", ran.err);
}

#[test]
fn offers_in_the_shape_of_france_travail_are_known_by_their_fields() {
    let offers = r#"{"resultats":[{"id":"198XYZ","intitule":"Vendeur (H/F)","romeCode":"o:shop","typeContrat":"CDI",
        "lieuTravail":{"libelle":"54 - NANCY","commune":"54395"},
        "salaire":{"libelle":"Mensuel de 2000.0 Euros à 2200.0 Euros sur 12 mois"}}]}"#;
    let folder = Folder::new("ft").with("p.jsonl", PEOPLE).with("o.json", offers);
    assert!(matched(&folder, "p.jsonl", "o.json").contains("\"offer\":\"france-travail:198XYZ\""));
    let own = folder.run(&format!("match --profiles p.jsonl --offers o.json --format own {FIXED}"));
    assert!(own.err.contains("record.unknown-field"), "{}", own.err);
}
