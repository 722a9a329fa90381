//! Both genders of a label link to the same occupations in the same order (rank-biased overlap 1), but for the labels of
//! `data/unlike-genders.tsv`, whose genders are two words that no rule and no other label joins.

use std::path::Path;
use std::{env, fs};

use matcher_core::Taxonomy;
use matcher_core::link::Linker;
use matcher_core::taxonomy::ConceptKind;

use super::writings::labels;

const LIST: &str = include_str!("../../../data/unlike-genders.tsv");
const HEAD: &str = "# Labels of bundled occupations whose two genders do not link to the same list: the words of which one is \
                    not known as the other's gender.\n# Made by `BLESS=1 cargo test -p matcher-core --test it genders`.\n\
                    label\tonly in one\tonly in the other\n";

#[test]
fn both_genders_of_a_label_link_to_the_same_list() {
    let taxonomy = Taxonomy::embedded();
    let words = taxonomy.words().expect("the bundled taxonomy has a table of words");
    let linker = Linker::new(&taxonomy, ConceptKind::Occupation).unwrap();
    let (mut expected, mut tried) = (HEAD.to_owned(), 0);
    for label in labels(&taxonomy) {
        tried += 1;
        let [one, other] = label.genders.each_ref().map(|form| linker.ranked(form, label.language, 10));
        if one != other {
            let [a, b] = label.genders.each_ref().map(|form| words.tokens(form));
            let only = |a: &[String], b: &[String]| {
                a.iter().filter(|word| !b.contains(word)).cloned().collect::<Vec<_>>().join(" ")
            };
            expected.push_str(&format!("{}\t{}\t{}\n", label.text, only(&a, &b), only(&b, &a)));
        }
    }
    assert!(tried > 500, "{tried}");
    if env::var_os("BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/unlike-genders.tsv"), &expected).unwrap();
    } else {
        assert_eq!(LIST, expected, "run it again with BLESS=1 and read what changed");
    }
}
