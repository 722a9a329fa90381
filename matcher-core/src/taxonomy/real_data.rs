//! Checks on the taxonomies as published. They pass without having tested where the files are not at hand.

mod labels;
mod relatedness;

use std::fs;
use std::path::PathBuf;

use super::{ConceptKind, Import, SourceFile, Taxonomy};

fn folder() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let data = std::env::var_os("MATCHER_DATA").map_or(root, PathBuf::from).join("taxonomy");
    if !data.is_dir() {
        eprintln!("skipped: no taxonomies at {}", data.display());
        return None;
    }
    Some(data)
}

fn files(folder: PathBuf, wanted: fn(&str) -> bool) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if wanted(&name) {
            files.push((name, fs::read(path).unwrap()));
        }
    }
    files
}

fn sources(files: &[(String, Vec<u8>)]) -> Vec<SourceFile<'_>> {
    files.iter().map(|(name, content)| SourceFile::new(name, content)).collect()
}

/// ESCO in three languages, ROME and the crosswalk.
fn everything() -> Option<Taxonomy> {
    let data = folder()?;
    let mut import = Import::new();
    let esco: Vec<_> = ["en", "fr", "de"]
        .iter()
        .flat_map(|language| files(data.join(format!("esco_v1.2.0_{language}")), Import::is_esco_file))
        .collect();
    import.esco(&sources(&esco)).unwrap();
    import.rome(&sources(&files(data.join("rome_v460"), Import::is_rome_file))).unwrap();
    let map = fs::read(data.join("crosswalks/FR_20230607_mapping_esco_rome.csv")).unwrap();
    import.crosswalk(&SourceFile::new("mapping.csv", &map)).unwrap();
    let (builder, report) = import.finish();
    assert_eq!(report.counted("crosswalk ESCO ids that the taxonomy lacks"), 3);
    assert_eq!(report.counted("crosswalk ROME titles that the taxonomy lacks"), 0);
    assert_eq!(report.counted("ROME contexts of work, which are not skills"), 13_663);
    Some(builder.build().unwrap())
}

#[test]
fn the_published_files_give_what_they_hold() {
    let Some(taxonomy) = everything() else { return };
    assert_eq!(taxonomy.len(ConceptKind::Occupation), 3_039 + 1_584);
    assert_eq!(taxonomy.len(ConceptKind::Skill), 13_939 + 18_317 + 15_354);
    let (essential, optional) = taxonomy.demands();
    assert_eq!(essential + optional, 128_987 + 90_556);
}
