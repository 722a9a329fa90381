use std::collections::{BTreeMap, BTreeSet};
#[cfg(feature = "import")]
use std::ops::ControlFlow;
use std::sync::Arc;

use super::frozen::{Forms, Label};
use super::ids::Ids;
use super::{Csr, Frozen, Names, Taxonomy, derive};
use crate::Error;
use crate::model::Language;
use crate::units::Ratio;
#[cfg(feature = "import")]
use crate::{
    rank::Progress,
    words::{Descriptions, WordTraining},
};

/// What a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConceptKind {
    /// Something a person can do or knows.
    Skill,
    /// A job as taxonomies describe it.
    Occupation,
    /// A heading above skills or occupations, such as an ISCO group.
    Group,
}

/// How a label stands to its concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// The name to show.
    Preferred,
    /// Another name.
    Alternative,
    /// A name to recognise but not to show.
    Hidden,
}

/// Collects concepts and relations in any order; [`TaxonomyBuilder::build`] checks and freezes them.
///
/// Adding the same thing twice is adding it once. Labels of several languages or editions merge under the id.
#[derive(Clone, Default)]
pub struct TaxonomyBuilder {
    pub(super) version: String,
    pub(super) attribution: BTreeSet<String>,
    pub(super) concepts: BTreeMap<(ConceptKind, String), BTreeSet<Label>>,
    pub(super) broader: BTreeSet<(ConceptKind, String, ConceptKind, String)>,
    pub(super) essential: BTreeSet<(String, String)>,
    pub(super) optional: BTreeSet<(String, String)>,
    pub(super) related: BTreeSet<(String, String)>,
    pub(super) crosswalk: BTreeMap<(String, String), Ratio>,
    #[cfg(feature = "import")]
    descriptions: Descriptions,
}

impl TaxonomyBuilder {
    /// What to call this edition.
    pub fn version(&mut self, version: &str) -> &mut Self {
        self.version = version.to_owned();
        self
    }

    /// A sentence that the publisher asks to be shown; several are kept.
    pub fn attribution(&mut self, sentence: &str) -> &mut Self {
        self.attribution.insert(sentence.to_owned());
        self
    }

    /// A concept, still without a label.
    pub fn concept(&mut self, kind: ConceptKind, id: &str) -> &mut Self {
        self.concepts.entry((kind, id.to_owned())).or_default();
        self
    }

    /// A label of a concept, which is added where it is not known yet. A blank label is passed over.
    pub fn label(
        &mut self,
        kind: ConceptKind,
        id: &str,
        language: Language,
        label: LabelKind,
        text: &str,
    ) -> &mut Self {
        let labels = self.concepts.entry((kind, id.to_owned())).or_default();
        let text = text.trim();
        if !text.is_empty() {
            labels.insert(Label { language, kind: label, text: text.into() });
        }
        self
    }

    /// `id` stands below `broader`: skill below skill or group, occupation below occupation or group, group below group.
    pub fn broader(&mut self, kind: ConceptKind, id: &str, broader_kind: ConceptKind, broader: &str) -> &mut Self {
        self.broader.insert((kind, id.to_owned(), broader_kind, broader.to_owned()));
        self
    }

    /// The occupation cannot be exercised without the skill. Essential goes before optional.
    pub fn essential(&mut self, occupation: &str, skill: &str) -> &mut Self {
        self.essential.insert((occupation.to_owned(), skill.to_owned()));
        self
    }

    /// The skill helps in the occupation.
    pub fn optional(&mut self, occupation: &str, skill: &str) -> &mut Self {
        self.optional.insert((occupation.to_owned(), skill.to_owned()));
        self
    }

    /// The two skills are related, in both directions.
    pub fn related(&mut self, skill: &str, other: &str) -> &mut Self {
        self.related.insert((skill.to_owned(), other.to_owned()));
        self
    }

    /// The two occupations are one and the same, with this confidence, in both directions; of several the highest counts.
    pub fn same_occupation(&mut self, occupation: &str, other: &str, confidence: Ratio) -> &mut Self {
        let known = self.crosswalk.entry((occupation.to_owned(), other.to_owned())).or_default();
        *known = confidence.max(*known);
        self
    }

    /// What a concept is, in sentences. Only [`WordTraining`](crate::WordTraining) reads it: no snapshot has it.
    #[cfg(feature = "import")]
    pub fn description(&mut self, kind: ConceptKind, id: &str, language: Language, text: &str) -> &mut Self {
        let text = text.trim();
        if !text.is_empty() {
            let known = self.descriptions.entry((kind, id.to_owned())).or_default().entry(language).or_default();
            if !known.is_empty() {
                known.push(' ');
            }
            known.push_str(text);
        }
        self
    }

    /// Checks, freezes and gives the taxonomy the table of another, such as the whole that this is a slice of. Concepts that
    /// the other does not have get the vectors of their labels.
    ///
    /// # Errors
    /// Those of [`TaxonomyBuilder::build`].
    pub fn build_with_words_of(&self, other: &Taxonomy) -> Result<Taxonomy, Error> {
        let mut frozen = self.freeze()?;
        frozen.words = other.words().map(|words| words.carried_over(&other.0, &frozen));
        frozen.fingerprint = derive::fingerprint::of(&frozen);
        Ok(Taxonomy(Arc::new(frozen)))
    }

    /// Checks, freezes and trains the table of [`Words`](crate::Words) on all labels and descriptions; `progress` is told
    /// of each step and may break off.
    ///
    /// # Errors
    /// Those of [`TaxonomyBuilder::build`]; `call.cancelled`.
    ///
    /// Cost: for ESCO in three languages some minutes of two cores and a gigabyte of memory.
    #[cfg(feature = "import")]
    pub fn build_with_words(
        &self,
        training: &WordTraining,
        progress: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Taxonomy, Error> {
        let mut frozen = self.freeze()?;
        frozen.words = Some(training.run(&frozen, &self.descriptions, progress)?);
        frozen.fingerprint = derive::fingerprint::of(&frozen);
        Ok(Taxonomy(Arc::new(frozen)))
    }

    /// Whether the concept was added.
    pub fn contains(&self, kind: ConceptKind, id: &str) -> bool {
        self.concepts.contains_key(&(kind, id.to_owned()))
    }

    /// The ids of a kind, rising.
    pub fn ids(&self, kind: ConceptKind) -> impl Iterator<Item = &str> {
        self.concepts.keys().filter(move |(k, _)| *k == kind).map(|(_, id)| id.as_str())
    }

    /// Checks and freezes.
    ///
    /// # Errors
    /// `taxonomy.unknown-concept` where a relation names a concept that was not added, `taxonomy.cycle` where something
    /// stands above itself (the path is in the text), `taxonomy.kinds` where a relation joins kinds it cannot join.
    ///
    /// Cost: about two seconds for ESCO with its 129,000 relations.
    pub fn build(&self) -> Result<Taxonomy, Error> {
        self.freeze().map(|frozen| Taxonomy(Arc::new(frozen)))
    }

    fn freeze(&self) -> Result<Frozen, Error> {
        let names = |kind| self.names(kind);
        let mut frozen = Frozen {
            version: self.version.clone(),
            attribution: self.attribution.iter().cloned().collect::<Vec<_>>().join(" "),
            skills: names(ConceptKind::Skill),
            occupations: names(ConceptKind::Occupation),
            groups: names(ConceptKind::Group),
            ..Frozen::default()
        };
        self.hierarchy(&mut frozen)?;
        self.demands(&mut frozen)?;
        self.links(&mut frozen)?;
        frozen.skill_forms = Forms::of(&frozen.skills);
        frozen.occupation_forms = Forms::of(&frozen.occupations);
        derive::all(&mut frozen)?;
        Ok(frozen)
    }

    fn names(&self, kind: ConceptKind) -> Names {
        let of_kind = || self.concepts.iter().filter(move |((k, _), _)| *k == kind);
        Names {
            ids: Ids::new(of_kind().map(|((_, id), _)| id.as_str().into()).collect()),
            labels: Csr::from_rows(of_kind().map(|(_, labels)| labels.iter().cloned())),
        }
    }

    fn hierarchy(&self, frozen: &mut Frozen) -> Result<(), Error> {
        use ConceptKind::{Group, Occupation, Skill};
        let rows = |names: &Names| vec![Vec::new(); names.len()];
        let (skills, occupations, groups) = (&frozen.skills, &frozen.occupations, &frozen.groups);
        let mut skill_broader = rows(skills);
        let mut skill_groups = rows(skills);
        let mut occupation_broader = rows(occupations);
        let mut occupation_groups = rows(occupations);
        let mut group_broader = rows(groups);
        for (kind, id, above_kind, above) in &self.broader {
            let (below, above_names, table) = match (kind, above_kind) {
                (Skill, Skill) => (skills, skills, &mut skill_broader),
                (Skill, Group) => (skills, groups, &mut skill_groups),
                (Occupation, Occupation) => (occupations, occupations, &mut occupation_broader),
                (Occupation, Group) => (occupations, groups, &mut occupation_groups),
                (Group, Group) => (groups, groups, &mut group_broader),
                _ => {
                    let message = format!("{kind:?} {id} cannot stand below {above_kind:?} {above}");
                    return Err(Error::new("taxonomy.kinds", message));
                }
            };
            table[find(below, id, "broader")? as usize].push(find(above_names, above, "broader")?);
        }
        frozen.skill_broader = Csr::from_rows(skill_broader);
        frozen.skill_groups = Csr::from_rows(skill_groups);
        frozen.occupation_broader = Csr::from_rows(occupation_broader);
        frozen.occupation_groups = Csr::from_rows(occupation_groups);
        frozen.group_broader = Csr::from_rows(group_broader);
        Ok(())
    }

    fn demands(&self, frozen: &mut Frozen) -> Result<(), Error> {
        let mut essential = vec![Vec::new(); frozen.occupations.len()];
        let mut optional = essential.clone();
        for (occupation, skill) in &self.essential {
            let row = find(&frozen.occupations, occupation, "essential")?;
            essential[row as usize].push(find(&frozen.skills, skill, "essential")?);
        }
        for (occupation, skill) in &self.optional {
            let row = find(&frozen.occupations, occupation, "optional")? as usize;
            let skill = find(&frozen.skills, skill, "optional")?;
            if essential[row].binary_search(&skill).is_err() {
                optional[row].push(skill);
            }
        }
        frozen.essential = Csr::from_rows(essential);
        frozen.optional = Csr::from_rows(optional);
        Ok(())
    }

    fn links(&self, frozen: &mut Frozen) -> Result<(), Error> {
        let mut related = vec![BTreeSet::new(); frozen.skills.len()];
        for (a, b) in &self.related {
            let (a, b) = (find(&frozen.skills, a, "related")?, find(&frozen.skills, b, "related")?);
            if a != b {
                related[a as usize].insert(b);
                related[b as usize].insert(a);
            }
        }
        frozen.related = Csr::from_rows(related);
        let mut crosswalk = vec![BTreeMap::<u32, Ratio>::new(); frozen.occupations.len()];
        for ((a, b), &confidence) in &self.crosswalk {
            let a = find(&frozen.occupations, a, "crosswalk")?;
            let b = find(&frozen.occupations, b, "crosswalk")?;
            for (from, to) in [(a, b), (b, a)] {
                let known = crosswalk[from as usize].entry(to).or_default();
                *known = confidence.max(*known);
            }
        }
        frozen.crosswalk = Csr::from_rows(crosswalk);
        Ok(())
    }
}

fn find(names: &Names, id: &str, relation: &str) -> Result<u32, Error> {
    names.find(id).ok_or_else(|| {
        let message = format!("the relation “{relation}” names {id}, which was not added as a concept of that kind");
        Error::new("taxonomy.unknown-concept", message)
    })
}
