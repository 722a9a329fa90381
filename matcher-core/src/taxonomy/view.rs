use super::frozen::Forms;
use super::{ConceptKind, LabelKind, Names, Taxonomy};
use crate::Error;
use crate::model::Language;
use crate::units::Ratio;

/// A concept looked at from outside, by its id.
#[derive(Clone, Copy)]
pub struct ConceptView<'a> {
    taxonomy: &'a Taxonomy,
    kind: ConceptKind,
    concept: u32,
}

/// An occupation like another one; see [`Taxonomy::similar_occupations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SimilarOccupation<'a> {
    /// The id.
    pub id: &'a str,
    /// 0 to 1.
    pub similarity: Ratio,
}

impl Taxonomy {
    pub(crate) fn names(&self, kind: ConceptKind) -> &Names {
        match kind {
            ConceptKind::Skill => &self.0.skills,
            ConceptKind::Occupation => &self.0.occupations,
            ConceptKind::Group => &self.0.groups,
        }
    }

    /// How many concepts of a kind there are.
    pub fn len(&self, kind: ConceptKind) -> usize {
        self.names(kind).len()
    }

    /// The concepts of a kind, rising by id.
    pub fn concepts(&self, kind: ConceptKind) -> impl Iterator<Item = ConceptView<'_>> {
        (0..self.len(kind) as u32).map(move |concept| ConceptView { taxonomy: self, kind, concept })
    }

    /// The concept with this dense number.
    pub(crate) fn at(&self, kind: ConceptKind, concept: u32) -> ConceptView<'_> {
        ConceptView { taxonomy: self, kind, concept }
    }

    /// The concept with this id. Cost: a binary search.
    pub fn get(&self, kind: ConceptKind, id: &str) -> Option<ConceptView<'_>> {
        self.names(kind).find(id).map(|concept| ConceptView { taxonomy: self, kind, concept })
    }

    /// The concepts of which the text is a label, in any form and language (see [`text::forms`](crate::text::forms));
    /// preferred labels before alternative before hidden ones. Groups have no such look-up.
    pub fn exact(&self, kind: ConceptKind, text: &str) -> Vec<ConceptView<'_>> {
        let found = self.forms(kind).map(|forms| forms.find(text)).unwrap_or_default();
        found.into_iter().map(|concept| ConceptView { taxonomy: self, kind, concept }).collect()
    }

    pub(crate) fn forms(&self, kind: ConceptKind) -> Option<&Forms> {
        match kind {
            ConceptKind::Skill => Some(&self.0.skill_forms),
            ConceptKind::Occupation => Some(&self.0.occupation_forms),
            ConceptKind::Group => None,
        }
    }

    /// Occupations like this one, by falling similarity, then by id; itself left out.
    ///
    /// # Errors
    /// `call.unknown-occupation` where the id is not in the taxonomy.
    pub fn similar_occupations(&self, id: &str) -> Result<Vec<SimilarOccupation<'_>>, Error> {
        let occupation = self.0.occupations.find(id).ok_or_else(|| unknown("occupation", id))?;
        let mut similar: Vec<_> = self.0.similar.row(occupation as usize).to_vec();
        similar.sort_by_key(|&(other, similarity)| (std::cmp::Reverse(similarity), other));
        Ok(similar
            .into_iter()
            .map(|(other, similarity)| SimilarOccupation { id: self.0.occupations.id(other), similarity })
            .collect())
    }

    /// The same occupation in other classifications, by falling confidence of the mapping, then by id.
    ///
    /// # Errors
    /// `call.unknown-occupation` where the id is not in the taxonomy.
    pub fn same_occupations(&self, id: &str) -> Result<Vec<(ConceptView<'_>, Ratio)>, Error> {
        let occupation = self.0.occupations.find(id).ok_or_else(|| unknown("occupation", id))?;
        let mut twins = self.0.crosswalk.row(occupation as usize).to_vec();
        twins.sort_by_key(|&(twin, confidence)| (std::cmp::Reverse(confidence), twin));
        let view = |(twin, confidence)| (self.at(ConceptKind::Occupation, twin), confidence);
        Ok(twins.into_iter().map(view).collect())
    }

    /// How many occupation–skill relations there are: essential and optional.
    pub fn demands(&self) -> (usize, usize) {
        (self.0.essential.values().len(), self.0.optional.values().len())
    }

    /// The languages in which any concept has a label, rising by code.
    pub fn languages(&self) -> Vec<Language> {
        let names = [&self.0.skills, &self.0.occupations, &self.0.groups];
        let mut all: Vec<Language> = names.iter().flat_map(|n| n.labels.values()).map(|label| label.language).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

pub(crate) fn unknown(what: &str, id: &str) -> Error {
    let code = if what == "skill" { "call.unknown-skill" } else { "call.unknown-occupation" };
    Error::new(code, format!("the taxonomy has no {what} {id}"))
}

impl<'a> ConceptView<'a> {
    /// The publisher's id.
    pub fn id(&self) -> &'a str {
        self.taxonomy.names(self.kind).id(self.concept)
    }

    /// The preferred label in the language, else in English, French, German, else any, else the id.
    pub fn label(&self, language: Language) -> &'a str {
        self.taxonomy.names(self.kind).label(self.concept, language)
    }

    /// The preferred label in exactly this language.
    pub fn label_in(&self, language: Language) -> Option<&'a str> {
        let labels = self.taxonomy.names(self.kind).labels.row(self.concept as usize).iter();
        let mut own = labels.filter(|label| label.language == language && label.kind == LabelKind::Preferred);
        own.next().map(|label| &*label.text)
    }

    /// The language of [`label`](ConceptView::label); the one asked for where the concept has no label.
    pub fn label_language(&self, language: Language) -> Language {
        let shown = self.label(language);
        let labels = self.taxonomy.names(self.kind).labels.row(self.concept as usize).iter();
        // The one asked for where two languages write it alike.
        let mut writing = labels.filter(|label| *label.text == *shown).map(|label| label.language).collect::<Vec<_>>();
        writing.sort_by_key(|&own| own != language);
        writing.first().copied().unwrap_or(language)
    }

    /// Every label: language, kind, text.
    pub fn labels(&self) -> impl Iterator<Item = (Language, LabelKind, &'a str)> {
        let labels = self.taxonomy.names(self.kind).labels.row(self.concept as usize);
        labels.iter().map(|label| (label.language, label.kind, &*label.text))
    }

    /// Ids of the concepts of the same kind directly above.
    pub fn broader(&self) -> impl Iterator<Item = &'a str> {
        let frozen = &self.taxonomy.0;
        let (names, above) = match self.kind {
            ConceptKind::Skill => (&frozen.skills, &frozen.skill_broader),
            ConceptKind::Occupation => (&frozen.occupations, &frozen.occupation_broader),
            ConceptKind::Group => (&frozen.groups, &frozen.group_broader),
        };
        above.row(self.concept as usize).iter().map(|&concept| names.id(concept))
    }

    /// Ids of the essential and of the optional skills of an occupation, rising; nothing for other kinds.
    pub fn skills(&self) -> (Vec<&'a str>, Vec<&'a str>) {
        if self.kind != ConceptKind::Occupation {
            return (Vec::new(), Vec::new());
        }
        let frozen = &self.taxonomy.0;
        let ids = |row: &[u32]| row.iter().map(|&skill| frozen.skills.id(skill)).collect();
        (ids(frozen.essential.row(self.concept as usize)), ids(frozen.optional.row(self.concept as usize)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trades() -> Taxonomy {
        let mut builder = Taxonomy::builder();
        for (id, language, label) in [
            ("esco:web", Language::EN, "web developer"),
            ("esco:web", Language::DE, "Webentwickler"),
            ("esco:other", Language::EN, "user interface developer"),
            ("rome:web", Language::FR, "Développeur / Développeuse web"),
        ] {
            builder.label(ConceptKind::Occupation, id, language, LabelKind::Preferred, label);
        }
        builder.same_occupation("rome:web", "esco:other", Ratio::percent(80));
        builder.same_occupation("rome:web", "esco:web", Ratio::ONE);
        builder.build().unwrap()
    }

    #[test]
    fn the_same_occupation_elsewhere_comes_by_falling_confidence_in_both_directions() {
        let taxonomy = trades();
        let ids = |id| taxonomy.same_occupations(id).unwrap().iter().map(|(twin, _)| twin.id()).collect::<Vec<_>>();
        assert_eq!(ids("rome:web"), ["esco:web", "esco:other"]);
        assert_eq!(ids("esco:other"), ["rome:web"]);
        assert_eq!(taxonomy.same_occupations("x").err().unwrap().code(), "call.unknown-occupation");
    }

    #[test]
    fn a_label_says_its_language() {
        let taxonomy = trades();
        let at = |id| taxonomy.get(ConceptKind::Occupation, id).unwrap();
        assert_eq!(at("esco:web").label_language(Language::DE), Language::DE);
        assert_eq!(at("esco:web").label_language(Language::FR), Language::EN);
        assert_eq!(at("rome:web").label_language(Language::DE), Language::FR);
        assert_eq!(at("rome:web").label_in(Language::DE), None);
        assert_eq!(at("esco:web").label_in(Language::DE), Some("Webentwickler"));
    }
}
