//! Over the real tables, where they are at hand: the folder in `MATCHER_DATA`, else `../shared/data` beside the
//! workspace.

use std::path::PathBuf;

use super::{PlaceImport, Selection};
use crate::model::PlaceRef;
use crate::place::{Gazetteer, Resolved};

fn geo(file: &str) -> Option<Vec<u8>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let folder = std::env::var_os("MATCHER_DATA").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let path = folder.join("geo").join(file);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not there; set MATCHER_DATA", path.display());
    }
    bytes
}

#[test]
fn all_municipalities_of_france_are_read_and_the_faults_of_the_table_are_named() {
    let Some(communes) = geo("communes_fr.csv") else { return };
    let (france, issues) = Gazetteer::from_csv([("communes_fr.csv".to_owned(), &communes[..])]).unwrap();
    let count = |code: &str| issues.iter().filter(|issue| issue.code == code).count();
    assert_eq!((france.len(), count("place.left-out")), (34_915, 99));
    assert!((200..300).contains(&count("place.hall-far")), "{}", count("place.hall-far"));
    let again = Gazetteer::from_bytes(&france.to_bytes()).unwrap();
    assert_eq!(again.fingerprint(), france.fingerprint());
    for (text, label) in [
        ("74 - ANNECY", "Annecy"),
        ("75018", "Paris 18e Arrondissement"),
        ("Lyon 03", "Lyon 3e Arrondissement"),
        ("69 - Lyon 3e Arrondissement", "Lyon 3e Arrondissement"),
        ("2A004", "Ajaccio"),
        ("Arles", "Arles"),
        ("91 - Évry-Courcouronnes", "Évry-Courcouronnes"),
    ] {
        match france.resolve(&text.into()) {
            Resolved::Point { label: found, .. } => assert_eq!(found, label, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    for (text, label) in [
        ("75 - Paris (Dept.)", "Paris"),
        ("France", "France"),
        ("Provence-Alpes-Côte d'Azur", "Provence-Alpes-Côte d'Azur"),
    ] {
        match france.resolve(&text.into()) {
            Resolved::Area { label: found, .. } => assert_eq!(found, label, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    // Every municipality that has a code of its own is found by it at its own spot.
    for place in france.places() {
        let by_code = PlaceRef { code: Some(place.code().to_owned()), ..PlaceRef::default() };
        let Resolved::Point { at, .. } = france.resolve(&by_code) else { panic!("{}", place.code()) };
        assert_eq!(at, place.point());
    }
}

#[test]
#[cfg(feature = "embedded")]
fn the_bundled_file_is_made_from_the_tables_byte_for_byte() {
    let files = ["communes_fr.csv", "places_border.csv", "postal_border.csv"];
    let mut import = PlaceImport::new(Selection::bundled());
    for file in files {
        let Some(bytes) = geo(file) else { return };
        import.read(file, &bytes[..]).unwrap();
    }
    let packed = import.finish().unwrap().0.to_bytes();
    assert_eq!(packed, Gazetteer::embedded().to_bytes(), "run `matcher places pack` again");
}

#[test]
fn the_places_of_real_offers_are_understood_by_their_label_alone() {
    let Some(communes) = geo("communes_fr.csv") else { return };
    let Some(towns) = geo("places_border.csv") else { return };
    let tables = [("communes_fr.csv".to_owned(), &communes[..]), ("places_border.csv".to_owned(), &towns[..])];
    let (france, _) = Gazetteer::from_csv(tables).unwrap();
    let (mut all, mut odd) = (0, Vec::new());
    for file in ["france_travail_offers_dev.jsonl", "france_travail_offers_ardeche_dev.jsonl"] {
        let Some(offers) = geo(&format!("../offers/{file}")) else { return };
        for line in String::from_utf8_lossy(&offers).lines() {
            let offer: serde_json::Value = serde_json::from_str(line).unwrap();
            let place = &offer["lieuTravail"];
            let Some(label) = place["libelle"].as_str() else { continue };
            all += 1;
            let found = france.resolve(&label.into());
            // Beside the official code the label must mean the same spot, or an area.
            let code = place["commune"]
                .as_str()
                .map(|code| france.resolve(&PlaceRef { code: Some(code.to_owned()), ..PlaceRef::default() }));
            match (&found, &code) {
                (Resolved::Area { .. }, _) => {}
                (Resolved::Point { at, .. }, Some(Resolved::Point { at: exact, .. })) if at == exact => {}
                (Resolved::Point { .. }, None) => {}
                _ => odd.push(format!("{label} / {}: {found:?}", place["commune"])),
            }
        }
    }
    eprintln!("{} of {all} labels are not understood: {odd:#?}", odd.len());
    assert!(all > 600 && odd.len() * 100 <= all * 3);
}
