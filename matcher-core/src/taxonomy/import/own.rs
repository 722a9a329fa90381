//! A taxonomy as one JSON document: for hosts with a classification of their own.

use serde::{Deserialize, Serialize};

use super::{Import, SourceFile};
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind, Names, Taxonomy};
use crate::units::Ratio;
use crate::{Error, Issue, Severity};

/// The document. Every list may be left out; a key that is not described here is an error.
///
/// ```json
/// {
///   "version": "Bakers 3",
///   "attribution": ["Bakers' guild, CC BY 4.0."],
///   "groups": [{"id": "food", "labels": [{"language": "en", "preferred": "Food trades"}]}],
///   "skills": [{"id": "knead", "labels": [{"language": "fr", "preferred": "pétrir", "alternative": ["pétrissage"]}],
///               "broader": ["handle-dough"], "related": ["bake"]}, {"id": "handle-dough"}, {"id": "bake"}],
///   "occupations": [{"id": "baker", "groups": ["food"], "essential": ["knead"], "optional": ["bake"],
///                    "same": [{"id": "D1102", "confidence": 0.8}]}, {"id": "D1102"}]
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OwnTaxonomy {
    /// What to call the edition.
    pub version: String,
    /// Sentences that the publishers ask to be shown.
    pub attribution: Vec<String>,
    /// Headings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<OwnConcept>,
    /// Skills.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<OwnConcept>,
    /// Occupations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub occupations: Vec<OwnConcept>,
}

/// A concept with what leads from it. Relations that its kind cannot have must be left out or empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OwnConcept {
    /// Unique among its kind.
    pub id: String,
    /// By language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<OwnLabels>,
    /// Ids of the same kind directly above.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub broader: Vec<String>,
    /// Groups it stands in (skills, occupations).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// Related skills (skills); one direction is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Skills without which the occupation cannot be exercised (occupations).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub essential: Vec<String>,
    /// Skills that help (occupations).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub optional: Vec<String>,
    /// The same occupation in another classification (occupations); one direction is enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<OwnTwin>,
}

/// The labels of a concept in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnLabels {
    /// Which.
    pub language: Language,
    /// The name to show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<String>,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternative: Vec<String>,
    /// Names to recognise but not to show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<String>,
}

/// An occupation that is the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTwin {
    /// The other occupation.
    pub id: String,
    /// 0 to 1.
    pub confidence: Ratio,
}

impl Import {
    /// Reads a document of the form [`OwnTaxonomy`].
    ///
    /// # Errors
    /// `taxonomy.not-own-json`, with line and column, where the text is no such document.
    pub fn own(&mut self, file: &SourceFile<'_>) -> Result<(), Error> {
        let own: OwnTaxonomy = serde_json::from_slice(file.content)
            .map_err(|error| Error::new("taxonomy.not-own-json", error.to_string()).at(file.name))?;
        if !own.version.is_empty() {
            self.version(&own.version);
        }
        for sentence in &own.attribution {
            self.builder.attribution(sentence);
        }
        use ConceptKind::{Group, Occupation, Skill};
        for (kind, concepts) in [(Group, &own.groups), (Skill, &own.skills), (Occupation, &own.occupations)] {
            self.report.count(&format!("own JSON: {kind:?} concepts"), concepts.len());
            concepts.iter().for_each(|concept| self.own_concept(kind, concept));
        }
        Ok(())
    }

    fn own_concept(&mut self, kind: ConceptKind, concept: &OwnConcept) {
        let (builder, id) = (&mut self.builder, concept.id.as_str());
        builder.concept(kind, id);
        for labels in &concept.labels {
            let mut add = |label, text: &String| {
                builder.label(kind, id, labels.language, label, text);
            };
            labels.preferred.iter().for_each(|text| add(LabelKind::Preferred, text));
            labels.alternative.iter().for_each(|text| add(LabelKind::Alternative, text));
            labels.hidden.iter().for_each(|text| add(LabelKind::Hidden, text));
        }
        for above in &concept.broader {
            builder.broader(kind, id, kind, above);
        }
        let odd = match kind {
            ConceptKind::Group => !concept.groups.is_empty() || !concept.related.is_empty(),
            ConceptKind::Skill => false,
            ConceptKind::Occupation => !concept.related.is_empty(),
        } || kind != ConceptKind::Occupation
            && !(concept.essential.is_empty() && concept.optional.is_empty() && concept.same.is_empty());
        if odd {
            let cause =
                format!("a {kind:?} cannot have all the relations given; those that it cannot have are left out");
            self.report.issues.push(Issue::new("taxonomy.relation-dropped", Severity::Warning, cause).of(id));
        }
        if kind != ConceptKind::Group {
            for group in &concept.groups {
                builder.broader(kind, id, ConceptKind::Group, group);
            }
        }
        if kind == ConceptKind::Skill {
            for other in &concept.related {
                builder.related(id, other);
            }
        }
        if kind == ConceptKind::Occupation {
            for skill in &concept.essential {
                builder.essential(id, skill);
            }
            for skill in &concept.optional {
                builder.optional(id, skill);
            }
            for twin in &concept.same {
                builder.same_occupation(id, &twin.id, twin.confidence);
            }
        }
    }
}

impl From<&Taxonomy> for OwnTaxonomy {
    fn from(taxonomy: &Taxonomy) -> OwnTaxonomy {
        let frozen = &*taxonomy.0;
        let ids = |names: &Names, row: &[u32]| row.iter().map(|&at| names.id(at).to_owned()).collect();
        let concepts = |names: &Names, fill: &dyn Fn(usize, &mut OwnConcept)| -> Vec<OwnConcept> {
            (0..names.len())
                .map(|at| {
                    let id = names.id(at as u32).to_owned();
                    let mut concept = OwnConcept { id, labels: labels(names, at), ..OwnConcept::default() };
                    fill(at, &mut concept);
                    concept
                })
                .collect()
        };
        OwnTaxonomy {
            version: frozen.version.clone(),
            attribution: Some(frozen.attribution.clone()).into_iter().filter(|text| !text.is_empty()).collect(),
            groups: concepts(&frozen.groups, &|at, concept| {
                concept.broader = ids(&frozen.groups, frozen.group_broader.row(at));
            }),
            skills: concepts(&frozen.skills, &|at, concept| {
                concept.broader = ids(&frozen.skills, frozen.skill_broader.row(at));
                concept.groups = ids(&frozen.groups, frozen.skill_groups.row(at));
                concept.related = ids(&frozen.skills, frozen.related.row(at));
            }),
            occupations: concepts(&frozen.occupations, &|at, concept| {
                concept.broader = ids(&frozen.occupations, frozen.occupation_broader.row(at));
                concept.groups = ids(&frozen.groups, frozen.occupation_groups.row(at));
                concept.essential = ids(&frozen.skills, frozen.essential.row(at));
                concept.optional = ids(&frozen.skills, frozen.optional.row(at));
                let twins = frozen.crosswalk.row(at).iter();
                concept.same = twins
                    .map(|&(twin, confidence)| OwnTwin { id: frozen.occupations.id(twin).to_owned(), confidence })
                    .collect();
            }),
        }
    }
}

/// A second preferred label in one language, which two merged editions may give, opens a second entry.
fn labels(names: &Names, at: usize) -> Vec<OwnLabels> {
    let mut all: Vec<OwnLabels> = Vec::new();
    for label in names.labels.row(at) {
        let text = label.text.to_string();
        let new = |language| OwnLabels { language, preferred: None, alternative: Vec::new(), hidden: Vec::new() };
        let fits = all.last().is_some_and(|last| {
            last.language == label.language && (label.kind != LabelKind::Preferred || last.preferred.is_none())
        });
        if !fits {
            all.push(new(label.language));
        }
        let Some(last) = all.last_mut() else { continue };
        match label.kind {
            LabelKind::Preferred => last.preferred = Some(text),
            LabelKind::Alternative => last.alternative.push(text),
            LabelKind::Hidden => last.hidden.push(text),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = r#"{
        "version": "Bakers 3", "attribution": ["Bakers' guild, CC BY 4.0."],
        "groups": [{"id": "food", "labels": [{"language": "en", "preferred": "Food trades"}]}],
        "skills": [{"id": "knead", "labels": [{"language": "fr", "preferred": "pétrir", "alternative": ["pétrissage"], "hidden": ["pétrin"]}],
                    "broader": ["handle-dough"], "related": ["bake"]}, {"id": "handle-dough"}, {"id": "bake"}],
        "occupations": [{"id": "baker", "groups": ["food"], "essential": ["knead"], "optional": ["bake"],
                         "same": [{"id": "D1102", "confidence": 0.8}]}, {"id": "D1102"}]
    }"#;

    fn read(text: &str) -> Result<(Taxonomy, crate::taxonomy::ImportReport), Error> {
        let mut import = Import::new();
        import.own(&SourceFile::new("own.json", text.as_bytes()))?;
        let (builder, report) = import.finish();
        Ok((builder.build()?, report))
    }

    #[test]
    fn a_document_survives_being_read_and_written() {
        let (first, report) = read(DOCUMENT).unwrap();
        assert!(report.issues.is_empty(), "{:?}", report.issues);
        assert_eq!(first.version(), "Bakers 3");
        let written = serde_json::to_string(&OwnTaxonomy::from(&first)).unwrap();
        let (second, _) = read(&written).unwrap();
        assert_eq!(first.fingerprint(), second.fingerprint());
        assert_eq!(OwnTaxonomy::from(&first), OwnTaxonomy::from(&second));
    }

    #[test]
    fn a_misspelt_key_is_an_error_with_its_place() {
        let error = read(r#"{"skills":[{"id":"a","labells":[]}]}"#).err().unwrap();
        assert_eq!((error.code(), error.path()), ("taxonomy.not-own-json", Some("own.json")));
        assert!(error.to_string().contains("labells"), "{error}");
    }

    #[test]
    fn a_relation_that_the_kind_cannot_have_is_told() {
        let (_, report) = read(r#"{"skills":[{"id":"a","essential":["a"]}]}"#).unwrap();
        assert_eq!(report.by_code(), [("taxonomy.relation-dropped", 1)]);
    }
}
