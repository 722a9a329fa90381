//! Importing, inspecting and comparing taxonomies.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::folder::Folder;

const OCCUPATIONS: &str = "conceptUri,preferredLabel,iscoGroup\no:1,baker,7512\no:2,miller,8160\n";
const SKILLS: &str = "conceptUri,preferredLabel\ns:1,bake bread\ns:2,\"grind,\nsift\"\n";
const DEMANDS: &str = "occupationUri,relationType,skillUri\no:1,essential,s:1\no:2,essential,s:2\no:2,optional,s:1\n";

/// A zip with these files, names as they are inside.
fn zip(path: &Path, files: &[(String, Vec<u8>)]) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    for (name, content) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap();
}

fn tiny() -> Vec<(String, Vec<u8>)> {
    [("occupations_en.csv", OCCUPATIONS), ("skills_en.csv", SKILLS), ("occupationSkillRelations_en.csv", DEMANDS)]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .to_vec()
}

/// The line of `taxonomy info` with the fingerprint.
fn fingerprint(folder: &Folder, file: &str) -> String {
    let info = folder.run(&format!("taxonomy info {file}"));
    assert_eq!(info.status, 0, "{}", info.err);
    info.out.lines().find(|line| line.starts_with("fingerprint ")).unwrap().to_owned()
}

#[test]
fn a_zip_gives_the_same_taxonomy_as_its_folder() {
    let folder = Folder::new("taxonomy_zip");
    fs::create_dir_all(folder.path().join("esco_v9_en")).unwrap();
    for (name, content) in tiny() {
        fs::write(folder.path().join("esco_v9_en").join(name), content).unwrap();
    }
    // As it is downloaded: files in a folder of the zip, and others beside them.
    let mut files: Vec<_> = tiny().into_iter().map(|(name, content)| (format!("esco/en/{name}"), content)).collect();
    files.push(("esco/readme.txt".into(), b"read me".to_vec()));
    zip(&folder.path().join("esco_v9_en.zip"), &files);
    for from in ["esco_v9_en", "esco_v9_en.zip"] {
        let ran = folder.run(&format!("taxonomy import --esco {from} --out {from}.mtx"));
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(ran.out.contains("2 occupations, 2 skills"), "{}", ran.out);
    }
    assert_eq!(fingerprint(&folder, "esco_v9_en.mtx"), fingerprint(&folder, "esco_v9_en.zip.mtx"));
}

#[test]
fn a_file_that_is_no_zip_is_named() {
    let folder = Folder::new("taxonomy_no_zip").with("esco.zip", "not a zip");
    let ran = folder.run("taxonomy import --esco esco.zip --out x.mtx");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("esco.zip"), "{}", ran.err);
}

#[test]
fn the_published_esco_gives_the_same_taxonomy_as_a_zip() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let published = std::env::var_os("MATCHER_DATA").map_or(root, PathBuf::from).join("taxonomy/esco_v1.2.0_en");
    let Ok(entries) = fs::read_dir(&published) else {
        eprintln!("skipped: no ESCO at {}", published.display());
        return;
    };
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "csv"));
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let files: Vec<_> = paths.map(|path| (name(&path), fs::read(&path).unwrap())).collect();
    let folder = Folder::new("taxonomy_published");
    zip(&folder.path().join("esco_v1.2.0_en.zip"), &files);
    for (from, to) in [(published.display().to_string().as_str(), "a.mtx"), ("esco_v1.2.0_en.zip", "b.mtx")] {
        let ran = folder.run(&format!("taxonomy import --without-words --esco {from} --out {to}"));
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(ran.out.contains("ESCO 1.2.0\n") && ran.out.contains("3039 occupations, 13939 skills"), "{}", ran.out);
    }
    assert_eq!(fingerprint(&folder, "a.mtx"), fingerprint(&folder, "b.mtx"));
}

#[test]
fn two_snapshots_are_compared_by_what_they_hold() {
    let folder = Folder::new("taxonomy_diff");
    let mut newer = tiny();
    newer[0].1 = OCCUPATIONS.replace("baker", "bread baker").into_bytes();
    newer[1].1.extend_from_slice((0..12).map(|i| format!("s:new{i:02},skill {i}\n")).collect::<String>().as_bytes());
    newer[2].1 = DEMANDS.replace("o:2,optional,s:1\n", "").into_bytes();
    for (name, files) in [("esco_v1_en", tiny()), ("esco_v2_en", newer)] {
        zip(&folder.path().join(format!("{name}.zip")), &files);
        assert_eq!(folder.run(&format!("taxonomy import --esco {name}.zip --out {name}.mtx")).status, 0);
    }
    let ran = folder.run("taxonomy diff esco_v1_en.mtx esco_v2_en.mtx");
    assert_eq!(ran.status, 0, "{}", ran.err);
    for line in [
        "skills: 12 added",
        "  + s:new00 “skill 0”",
        "  + … 2 more",
        "labels of occupations: 1 altered",
        "  ~ o:1 en: “baker” → “bread baker”",
        "optional skills: 1 removed",
        "  - o:2 → s:1",
    ] {
        assert!(ran.out.lines().any(|known| known == line), "{line}\nis not in\n{}", ran.out);
    }
    assert!(ran.out.contains("unchanged: occupations, groups"), "{}", ran.out);
    let same = folder.run("taxonomy diff esco_v1_en.mtx esco_v1_en.mtx");
    assert!(same.out.ends_with("Both are the same.\n"), "{}", same.out);
    let missing = folder.run("taxonomy diff esco_v1_en.mtx none.mtx");
    assert_eq!((missing.status, missing.err.contains("none.mtx")), (1, true));
}
