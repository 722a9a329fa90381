//! Over the real tables, where they are at hand: the folder in `MATCHER_DATA`, else `../shared/data` beside the
//! workspace.

use std::path::PathBuf;

use super::{PlaceImport, Selection};
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
        let by_code = crate::model::PlaceRef { code: Some(place.code().to_owned()), ..Default::default() };
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
