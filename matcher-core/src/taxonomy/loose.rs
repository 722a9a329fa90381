use super::{ConceptKind, TaxonomyBuilder};

/// A relation that [`TaxonomyBuilder::drop_loose`] took out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LooseRelation {
    /// `broader`, `essential`, `optional`, `related` or `crosswalk`.
    pub relation: &'static str,
    /// The id it starts from.
    pub from: String,
    /// The id it leads to.
    pub to: String,
    /// Why it cannot stand.
    pub why: &'static str,
}

const NOT_ADDED: &str = "one of the two concepts was not read";
const KINDS: &str = "these two kinds of concept cannot be joined so";
const ITSELF: &str = "it leads to itself";

impl TaxonomyBuilder {
    /// Takes out, and returns, every relation that [`TaxonomyBuilder::build`] would refuse for one of its ends: the concept
    /// was not added, the kinds do not go together, or both ends are one. For files from outside, of which one line must
    /// not stop all others; cycles longer than one step stay an error of `build`. Cost: linear in the relations.
    pub fn drop_loose(&mut self) -> Vec<LooseRelation> {
        use ConceptKind::{Group, Occupation, Skill};
        let concepts = &self.concepts;
        let known = |kind: ConceptKind, id: &String| concepts.contains_key(&(kind, id.clone()));
        let mut loose = Vec::new();
        let mut keep = |relation: &'static str, from: &String, to: &String, why: Option<&'static str>| {
            if let Some(why) = why {
                loose.push(LooseRelation { relation, from: from.clone(), to: to.clone(), why });
            }
            why.is_none()
        };
        self.broader.retain(|(kind, id, above_kind, above)| {
            let allowed = matches!((kind, above_kind), (_, Group) | (Skill, Skill) | (Occupation, Occupation));
            let why = if !allowed {
                Some(KINDS)
            } else if kind == above_kind && id == above {
                Some(ITSELF)
            } else {
                (!known(*kind, id) || !known(*above_kind, above)).then_some(NOT_ADDED)
            };
            keep("broader", id, above, why)
        });
        let mut pairs = |relation, from_kind, from: &String, to: &String| {
            let why = (!known(from_kind, from) || !known(Skill, to)).then_some(NOT_ADDED);
            keep(relation, from, to, why)
        };
        self.essential.retain(|(occupation, skill)| pairs("essential", Occupation, occupation, skill));
        self.optional.retain(|(occupation, skill)| pairs("optional", Occupation, occupation, skill));
        self.related.retain(|(skill, other)| pairs("related", Skill, skill, other));
        self.crosswalk.retain(|(a, b), _| {
            let why = if a == b {
                Some(ITSELF)
            } else {
                (!known(Occupation, a) || !known(Occupation, b)).then_some(NOT_ADDED)
            };
            keep("crosswalk", a, b, why)
        });
        loose
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Taxonomy;

    #[test]
    fn what_the_builder_would_refuse_is_taken_out_and_named() {
        let mut builder = Taxonomy::builder();
        builder.concept(ConceptKind::Skill, "s").concept(ConceptKind::Occupation, "o");
        builder.essential("o", "s").essential("o", "gone").optional("gone", "s").related("s", "gone");
        builder.broader(ConceptKind::Skill, "s", ConceptKind::Skill, "s");
        builder.broader(ConceptKind::Skill, "s", ConceptKind::Occupation, "o");
        assert!(builder.build().is_err());
        let loose = builder.drop_loose();
        let named: Vec<_> = loose.iter().map(|l| (l.relation, l.from.as_str(), l.to.as_str(), l.why)).collect();
        assert_eq!(
            named,
            [
                ("broader", "s", "s", ITSELF),
                ("broader", "s", "o", KINDS),
                ("essential", "o", "gone", NOT_ADDED),
                ("optional", "gone", "s", NOT_ADDED),
                ("related", "s", "gone", NOT_ADDED),
            ]
        );
        assert_eq!(builder.build().unwrap().demands(), (1, 0));
    }
}
