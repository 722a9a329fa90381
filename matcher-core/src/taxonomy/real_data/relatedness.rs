use super::everything;
use crate::model::Language;
use crate::taxonomy::{ConceptKind, Taxonomy};
use crate::units::Ratio;

/// An occupation by its preferred English label, and some that are among its first fifteen, trades of ROME by their code.
const NEAR: [(&str, &[&str]); 11] = [
    ("web developer", &["M1855", "software developer", "mobile application developer", "user interface developer"]),
    ("welder", &["H2913", "brazier", "spot welder", "pipe welder", "sheet metal worker"]),
    ("bank account manager", &["C1206", "credit adviser", "loan officer"]),
    ("shop assistant", &["sales assistant", "D1214", "beverages specialised seller"]),
    ("nurse responsible for general care", &["J1506", "specialist nurse", "midwife", "J1501"]),
    ("cargo vehicle driver", &["N4101", "dangerous goods driver", "moving truck driver", "bus driver"]),
    ("data analyst", &["data scientist", "M1405", "M1419"]),
    ("baker", &["D1102", "pastry maker", "confectioner", "butcher"]),
    ("primary school teacher", &["K2106", "Montessori school teacher", "early years teacher"]),
    ("office clerk", &["M1607", "secretary", "data entry clerk", "receptionist"]),
    ("electrician", &["F1602", "building electrician", "industrial electrician"]),
];

/// A skill, some that it lends to, and some that it does not.
const LENDS: [(&str, &[&str], &[&str]); 10] = [
    ("JavaScript", &["PHP", "Java (computer programming)"], &["operate cash register", "SQL"]),
    ("SQL", &["SPARQL", "XQuery"], &["weld metal"]),
    ("Python (computer programming)", &["C++", "Ruby (computer programming)"], &["manage staff"]),
    ("operate cash register", &["process refunds", "stock shelves"], &["SQL"]),
    ("drive vehicles", &["drive two-wheeled vehicles"], &["operate cash register"]),
    ("customer service", &["satisfy customers"], &["JavaScript"]),
    ("use spreadsheets software", &["use word processing software"], &["accounting"]),
    ("manage staff", &["recruit personnel", "develop staff"], &["SQL"]),
    ("accounting", &["check accounting records", "identify accounting errors"], &["drive vehicles"]),
    // What everybody has: it lends to nothing in particular.
    ("communication", &[], &["JavaScript", "drive vehicles", "accounting", "operate cash register"]),
];

/// The occupation with this preferred label: other editions have the label for other occupations too.
fn occupation<'a>(taxonomy: &'a Taxonomy, label: &str) -> &'a str {
    let all = taxonomy.exact(ConceptKind::Occupation, label);
    let own = all.iter().find(|occupation| occupation.label(Language::EN) == label && occupation.id().len() > 5);
    own.unwrap_or_else(|| panic!("{label}")).id()
}

#[test]
fn well_known_occupations_have_the_neighbours_that_one_expects() {
    let Some(taxonomy) = everything() else { return };
    for (label, expected) in NEAR {
        let similar = taxonomy.similar_occupations(occupation(&taxonomy, label)).unwrap();
        let first: Vec<&str> = similar.iter().take(15).map(|other| other.id).collect();
        for near in expected {
            let id =
                if taxonomy.get(ConceptKind::Occupation, near).is_some() { near } else { occupation(&taxonomy, near) };
            assert!(first.contains(&id), "{near} is not near {label}: {first:?}");
        }
        // The table is cut below anything that is near: the trades of ROME push out no occupation of ESCO.
        let last = similar.last().unwrap().similarity;
        assert!(last < Ratio::percent(30), "{label}: {last}");
        let of_esco = similar.iter().filter(|other| other.id.len() > 5).count();
        assert!(of_esco >= 40, "{label}: {of_esco}");
    }
}

#[test]
fn skills_lend_to_what_is_of_their_kind() {
    let Some(taxonomy) = everything() else { return };
    for (label, to, never) in LENDS {
        let skills = &taxonomy.0.skills;
        let concept = taxonomy.exact(ConceptKind::Skill, label).into_iter().find(|skill| skill.id().len() > 12);
        let lender = skills.find(concept.unwrap_or_else(|| panic!("{label}")).id()).unwrap();
        let row: Vec<&str> =
            taxonomy.0.lends.row(lender as usize).iter().map(|&(to, _)| skills.label(to, Language::EN)).collect();
        for expected in to {
            assert!(row.contains(expected), "{label} lends nothing to {expected}: {row:?}");
        }
        for far in never {
            assert!(!row.contains(far), "{label} lends to {far}");
        }
    }
}
