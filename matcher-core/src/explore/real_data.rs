//! The bundled table of trades is what ROME's files say; `BLESS=1` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[test]
fn the_trades_are_those_of_rome() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("MATCHER_DATA").map_or(root, PathBuf::from).join("taxonomy/rome_v460");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return;
    }
    let made = made(&folder);
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/explore/trades.tsv");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&bundled, &made).unwrap();
    }
    assert!(std::fs::read_to_string(&bundled).unwrap() == made, "{} is not what ROME says", bundled.display());
}

fn made(folder: &Path) -> String {
    let rows = |file: &str, columns: &[&str]| -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_path(folder.join(format!("unix_{file}_v460_utf8.csv"))).unwrap();
        let head = reader.headers().unwrap().clone();
        let at: Vec<usize> = columns.iter().map(|&name| head.iter().position(|other| other == name).unwrap()).collect();
        reader.records().map(|row| at.iter().map(|&i| row.as_ref().unwrap()[i].to_owned()).collect()).collect()
    };
    let letters: BTreeMap<String, String> =
        rows("referentiel_code_rome_riasec", &["code_rome", "riasec_majeur", "riasec_mineur"])
            .into_iter()
            .map(|row| (row[0].clone(), row[1..].concat()))
            .collect();
    let mut interests: BTreeMap<String, BTreeMap<u8, bool>> = BTreeMap::new();
    for row in rows("arborescence_centre_interet", &["code_rome", "code_centre_interet", "principal"]) {
        *interests.entry(row[0].clone()).or_default().entry(row[1].parse().unwrap()).or_default() |= row[2] == "oui";
    }
    let mut trades = rows("referentiel_code_rome", &["code_rome", "transition_num"]);
    trades.sort();
    let mut out = String::from(
        "# What ROME 4.0, version 460, says of its trades (France Travail, Licence Ouverte 2.0). A tab between the columns.\n\
         # needed: * for a trade of the digital transition (transition_num). letters: Holland's, the major one first.\n\
         # interests: numbers of ROME's centres of interest, * behind those that it calls the main ones.\n\
         # Made by `BLESS=1 cargo test -p matcher-core --features import explore`; the same without BLESS checks it.\n\
         code\tneeded\tletters\tinterests\n",
    );
    for trade in trades {
        let code = &trade[0];
        let needed = if trade[1] == "O" { "*" } else { "" };
        let of = interests.get(code).into_iter().flatten();
        let numbers: Vec<String> =
            of.map(|(number, main)| format!("{number}{}", if *main { "*" } else { "" })).collect();
        let letters = letters.get(code).map_or("", String::as_str);
        writeln!(out, "{code}\t{needed}\t{letters}\t{}", numbers.join(" ")).unwrap();
    }
    out
}
