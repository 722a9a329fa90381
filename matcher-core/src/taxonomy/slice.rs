use std::collections::{BTreeMap, BTreeSet};

use super::frozen::Label;
use super::{ConceptKind, Csr, Frozen, LabelKind, Names, Taxonomy, TaxonomyBuilder};
use crate::model::Language;
use crate::{Error, text};

/// What to cut out of a taxonomy: some occupations, and what they need.
#[derive(Clone, Debug, Default)]
pub struct Slice {
    /// Ids of the occupations to keep.
    pub occupations: BTreeSet<String>,
    /// Ids of skills to keep beside those that the occupations ask for.
    pub skills: BTreeSet<String>,
    /// Languages whose labels are kept; all where empty.
    pub languages: Vec<Language>,
    /// So many alternative and hidden labels of an occupation are kept in each language, those first that add most forms;
    /// a label without a form of its own goes in any case, for nothing is lost with it.
    pub alternatives: usize,
    /// The same for skills.
    pub skill_alternatives: usize,
    /// Skills whose ids begin with one of these are left out, such as `ogr:` for those of ROME.
    pub without_skills: Vec<String>,
    /// Whether optional relations are left out.
    pub essential_only: bool,
    /// Whether groups keep their labels. No score needs them.
    pub group_labels: bool,
}

impl Taxonomy {
    /// A builder with the occupations of the slice, their essential skills, optional relations among the skills kept,
    /// the relations and crosswalks between what is kept, and the groups above the occupations. A broader concept that is
    /// not kept is bridged: what stood below it stands below the next one that is.
    ///
    /// # Errors
    /// `call.unknown-occupation` or `call.unknown-skill` with every id that the taxonomy does not have.
    pub fn slice(&self, slice: &Slice) -> Result<TaxonomyBuilder, Error> {
        let frozen = &*self.0;
        let occupations = found(&frozen.occupations, &slice.occupations, "occupation")?;
        let mut skills = found(&frozen.skills, &slice.skills, "skill")?;
        let left_out = |skill: &u32| {
            let id = frozen.skills.id(*skill);
            slice.without_skills.iter().any(|prefix| id.starts_with(prefix.as_str()))
        };
        for &occupation in &occupations {
            skills.extend(frozen.essential.row(occupation as usize).iter().filter(|skill| !left_out(skill)));
        }
        let mut groups = BTreeSet::new();
        for &occupation in &occupations {
            groups.extend(frozen.occupation_all_groups.row(occupation as usize));
        }
        let mut builder = Taxonomy::builder();
        builder.version(&frozen.version).attribution(&frozen.attribution);
        let cut = Cut { frozen, slice, occupations, skills, groups };
        cut.labels(&mut builder);
        cut.relations(&mut builder);
        Ok(builder)
    }
}

struct Cut<'a> {
    frozen: &'a Frozen,
    slice: &'a Slice,
    occupations: BTreeSet<u32>,
    skills: BTreeSet<u32>,
    groups: BTreeSet<u32>,
}

impl Cut<'_> {
    fn labels(&self, builder: &mut TaxonomyBuilder) {
        use ConceptKind::{Group, Occupation, Skill};
        let parts = [
            (Skill, &self.frozen.skills, &self.skills, Some(self.slice.skill_alternatives)),
            (Occupation, &self.frozen.occupations, &self.occupations, Some(self.slice.alternatives)),
            (Group, &self.frozen.groups, &self.groups, self.slice.group_labels.then_some(0)),
        ];
        for (kind, names, kept, alternatives) in parts {
            for &concept in kept {
                let id = names.id(concept);
                builder.concept(kind, id);
                let Some(alternatives) = alternatives else { continue };
                for label in chosen(names.labels.row(concept as usize), &self.slice.languages, alternatives) {
                    builder.label(kind, id, label.language, label.kind, &label.text);
                }
            }
        }
    }

    fn relations(&self, builder: &mut TaxonomyBuilder) {
        use ConceptKind::{Group, Occupation, Skill};
        let frozen = self.frozen;
        let hierarchies = [
            (Skill, &frozen.skills, &frozen.skill_broader, &self.skills),
            (Occupation, &frozen.occupations, &frozen.occupation_broader, &self.occupations),
            (Group, &frozen.groups, &frozen.group_broader, &self.groups),
        ];
        for (kind, names, broader, kept) in hierarchies {
            for &concept in kept {
                for above in next_kept(broader, concept, kept) {
                    builder.broader(kind, names.id(concept), kind, names.id(above));
                }
            }
        }
        for &occupation in &self.occupations {
            let id = frozen.occupations.id(occupation);
            let kept = |row: &Csr<u32>| -> Vec<&str> {
                let row = row.row(occupation as usize).iter().filter(|skill| self.skills.contains(skill));
                row.map(|&skill| frozen.skills.id(skill)).collect()
            };
            for skill in kept(&frozen.essential) {
                builder.essential(id, skill);
            }
            let optional = if self.slice.essential_only { Vec::new() } else { kept(&frozen.optional) };
            for skill in optional {
                builder.optional(id, skill);
            }
            // An occupation bridged over keeps the groups of those in between.
            let mut own = vec![occupation];
            while let Some(o) = own.pop() {
                for &group in frozen.occupation_groups.row(o as usize) {
                    builder.broader(Occupation, id, Group, frozen.groups.id(group));
                }
                let above = frozen.occupation_broader.row(o as usize).iter();
                own.extend(above.filter(|above| !self.occupations.contains(above)));
            }
            for &(twin, confidence) in frozen.crosswalk.row(occupation as usize) {
                if self.occupations.contains(&twin) {
                    builder.same_occupation(id, frozen.occupations.id(twin), confidence);
                }
            }
        }
        for &skill in &self.skills {
            for other in frozen.related.row(skill as usize).iter().filter(|other| self.skills.contains(other)) {
                builder.related(frozen.skills.id(skill), frozen.skills.id(*other));
            }
        }
    }
}

fn found(names: &Names, ids: &BTreeSet<String>, what: &str) -> Result<BTreeSet<u32>, Error> {
    let unknown: Vec<&str> = ids.iter().filter(|id| names.find(id).is_none()).map(String::as_str).collect();
    if unknown.is_empty() {
        Ok(ids.iter().filter_map(|id| names.find(id)).collect())
    } else {
        Err(super::view::unknown(what, &unknown.join(", ")))
    }
}

/// The nearest concepts above that are kept.
fn next_kept(broader: &Csr<u32>, concept: u32, kept: &BTreeSet<u32>) -> BTreeSet<u32> {
    let mut next = BTreeSet::new();
    let mut open = broader.row(concept as usize).to_vec();
    while let Some(above) = open.pop() {
        if kept.contains(&above) {
            next.insert(above);
        } else {
            open.extend(broader.row(above as usize));
        }
    }
    next
}

/// The preferred labels, and of the others in each language at most `alternatives`, greedily by the forms they add.
fn chosen<'a>(labels: &'a [Label], languages: &[Language], alternatives: usize) -> Vec<&'a Label> {
    let wanted = |label: &&Label| languages.is_empty() || languages.contains(&label.language);
    let (mut kept, mut others): (Vec<&Label>, Vec<&Label>) =
        labels.iter().filter(wanted).partition(|label| label.kind == LabelKind::Preferred);
    let mut known: BTreeSet<String> = kept.iter().flat_map(|label| text::forms(&label.text)).collect();
    let mut left: BTreeMap<Language, usize> = BTreeMap::new();
    // Pairs first, then the short: what follows often adds nothing any more.
    others.sort_by_key(|label| (label.kind, std::cmp::Reverse(text::forms(&label.text).len()), label.text.len()));
    for label in others {
        let forms = text::forms(&label.text);
        let used = left.entry(label.language).or_default();
        if *used < alternatives && forms.iter().any(|form| !known.contains(form)) {
            *used += 1;
            known.extend(forms);
            kept.push(label);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays_joined_over_what_is_not() {
        use ConceptKind::{Group, Occupation, Skill};
        let mut builder = Taxonomy::builder();
        for id in ["a", "b", "c", "other"] {
            builder.concept(Skill, id);
        }
        builder.broader(Skill, "a", Skill, "b").broader(Skill, "b", Skill, "c");
        builder.label(Occupation, "o", Language::FR, LabelKind::Preferred, "boulanger/boulangère");
        builder.label(Occupation, "o", Language::FR, LabelKind::Alternative, "boulangère");
        builder.label(Occupation, "o", Language::FR, LabelKind::Alternative, "pétrisseur");
        builder.concept(Occupation, "p").concept(Group, "g").broader(Occupation, "p", Group, "g");
        builder.broader(Occupation, "o", Occupation, "p");
        builder.essential("o", "a").essential("o", "c").optional("o", "b").essential("p", "other");
        let whole = builder.build().unwrap();
        let slice = Slice { occupations: ["o".to_owned()].into(), alternatives: 5, ..Slice::default() };
        let cut = whole.slice(&slice).unwrap().build().unwrap();
        assert_eq!(cut.get(Skill, "a").unwrap().broader().collect::<Vec<_>>(), ["c"]);
        let o = cut.get(Occupation, "o").unwrap();
        assert_eq!(o.skills(), (vec!["a", "c"], vec![]));
        assert_eq!(o.labels().map(|(.., text)| text).collect::<Vec<_>>(), ["boulanger/boulangère", "pétrisseur"]);
        assert_eq!(cut.0.occupation_groups.row(0), [0]);
        assert_eq!((cut.len(Skill), cut.len(Occupation), cut.len(Group)), (2, 1, 1));
    }

    #[test]
    fn every_unknown_id_is_named() {
        let slice = Slice { occupations: ["x".to_owned(), "y".to_owned()].into(), ..Slice::default() };
        let error = Taxonomy::builder().build().unwrap().slice(&slice).err().unwrap();
        assert_eq!(error.code(), "call.unknown-occupation");
        assert!(error.to_string().contains("x, y"), "{error}");
    }
}
