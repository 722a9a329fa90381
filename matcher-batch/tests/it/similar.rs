use serde_json::Value;

use crate::folder::Folder;

#[test]
fn all_gives_a_line_for_each_concept_and_the_same_one_as_its_id_alone() {
    let folder = Folder::new("similar_all");
    let all = folder.run("similar --kind occupation --all --top 3");
    assert_eq!(all.status, 0, "{}", all.err);
    let taxonomy = matcher_core::Taxonomy::embedded();
    assert_eq!(all.out.lines().count(), taxonomy.len(matcher_core::taxonomy::ConceptKind::Occupation));
    for line in all.out.lines().step_by(40) {
        let value: Value = serde_json::from_str(line).unwrap();
        let id = value["id"].as_str().unwrap();
        assert!(value["matches"].as_array().unwrap().len() <= 3);
        assert_eq!(folder.run(&format!("similar --kind occupation --top 3 --id {id}")).out.trim_end(), line);
    }
    assert_eq!(folder.run("similar --kind occupation").status, 2);
}
