//! A host with a classification of its own: one JSON document in, a frozen taxonomy, a snapshot that opens fast, and
//! matches in its terms. Nothing of ESCO or ROME is needed.

use std::error::Error;

use matcher_core::taxonomy::{ConceptKind, Import, SourceFile};
use matcher_core::{Engine, Gazetteer, Offer, Profile, Taxonomy};

const BAKERS: &str = r#"{
    "version": "Bakers 3",
    "skills": [
        {"id": "dough", "labels": [{"language": "fr", "preferred": "travailler la pâte"}]},
        {"id": "knead", "labels": [{"language": "fr", "preferred": "pétrir", "alternative": ["pétrissage"]}], "broader": ["dough"]},
        {"id": "bake", "labels": [{"language": "fr", "preferred": "cuire au four"}]},
        {"id": "sell", "labels": [{"language": "fr", "preferred": "vendre"}]}
    ],
    "occupations": [
        {"id": "baker", "labels": [{"language": "fr", "preferred": "boulanger/boulangère"}], "essential": ["dough", "bake"], "optional": ["sell"]},
        {"id": "shop", "labels": [{"language": "fr", "preferred": "vendeur/vendeuse"}], "essential": ["sell"]},
        {"id": "bakery", "labels": [{"language": "fr", "preferred": "tourier/tourière"}], "essential": ["misspelt"]}
    ]
}"#;

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let mut import = Import::new();
    import.own(&SourceFile::new("bakers.json", BAKERS.as_bytes()))?;
    let (builder, report) = import.finish();
    // A relation that leads nowhere is dropped and named, never silently.
    assert_eq!(report.by_code(), [("taxonomy.relation-dropped", 1)]);
    println!("{}", report.issues[0]);

    // Built once, kept as bytes, opened wherever matching happens: the same content has the same fingerprint.
    let built = builder.build()?;
    let taxonomy = Taxonomy::from_bytes(&built.to_bytes())?;
    assert_eq!(taxonomy.fingerprint(), built.fingerprint());

    // Every written form of a label leads to the concept.
    for title in ["Boulangère (H/F)", "boulanger·ère", "BOULANGER"] {
        assert_eq!(taxonomy.exact(ConceptKind::Occupation, title)[0].id(), "baker", "{title}");
    }

    // Who kneads can work dough: a narrower skill counts for the broader one in full.
    let engine = Engine::builder(taxonomy).places(Gazetteer::empty()).build()?;
    let (index, _) = engine.offers(&[
        Offer::new("o1", "Boulanger").essential("travailler la pâte").essential("cuire au four"),
        Offer::new("o2", "Vendeuse").essential("vendre"),
    ]);
    let person = engine.prepare(&Profile::new("p").skill("pétrissage").skill("cuire au four"))?;
    let answer = index.top(&person);
    assert_eq!(answer.hits()[0].id(), "o1");
    let explanation = answer.hits()[0].explain();
    let skills = explanation.criteria.iter().find(|part| part.criterion == "skills").ok_or("skills are asked")?;
    let keys: Vec<&str> = skills.lines.iter().map(|line| line.key.as_ref()).collect();
    assert!(keys.contains(&"skills.met-by-narrower"), "{keys:?}");
    println!("{} {}", explanation.score, explanation.title);
    Ok(())
}
