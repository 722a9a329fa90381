//! From a short text, a job title or a skill as people write it, to the concepts that it most likely means; and from a title to the
//! nearest of a list of titles, with no concept between ([`Titles`]).
//!
//! Three things are measured between a text and a concept, all in integers: how near the text's vector is to the middle of
//! the concept's labels and of its descriptions ([`Words`]), how near it is to the nearest single label, and how many of
//! its words and letter groups, by their information, that label shares. A text that *is* a label, in any form of it,
//! names its concept outright, the one whose preferred label it is before others, and one that slips of the pen make of a label nearly so ([`Spelling`]).

mod fillers;
mod labels;
mod sentence;
mod titles;
mod weights;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Error;
use crate::model::Language;
use crate::taxonomy::{self, ConceptKind, Taxonomy};
use crate::typos::{Lexicon, Spelling};
use crate::units::Ratio;
use crate::words::{Vector, Words};
use labels::{Labels, Named};
pub use titles::{NearTitle, Titles};
pub use weights::LinkWeights;

/// Links texts to the concepts of one kind. An immutable value, cheap to clone, `Send` and `Sync`.
#[derive(Clone)]
pub struct Linker(Arc<Inner>);

struct Inner {
    taxonomy: Taxonomy,
    kind: ConceptKind,
    labels: Labels,
    /// What decides which concepts are looked at: the weighted mean of each one's two vectors.
    middles: Vec<Vector>,
    spelling: Spelling,
    weights: LinkWeights,
}

/// One concept that a text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The publisher's id.
    pub id: &'a str,
    /// The label that comes nearest to the text.
    pub label: &'a str,
    /// Its language.
    pub language: Language,
    /// How sure: 1 for a text that is a label of the concept, else below 1; comparable between texts, not a probability.
    pub score: Ratio,
}

/// By what concepts are put in order: how sure it is and how plainly named, the score, the concept.
type Place = (Reverse<((Ratio, Named), Ratio)>, u32);

/// Labels within a few slips of the pen that are looked at.
const SLIPS: usize = 16;

impl Linker {
    /// A linker to the occupations or the skills of a taxonomy.
    ///
    /// # Errors
    /// `link.no-words` where the taxonomy has no table of words, `link.kind` for groups.
    ///
    /// Cost: some microseconds a label; some hundred bytes of memory a label.
    pub fn new(taxonomy: &Taxonomy, kind: ConceptKind) -> Result<Linker, Error> {
        Linker::with_weights(taxonomy, kind, LinkWeights::default())
    }

    /// The same with other weights, for measurements.
    ///
    /// # Errors
    /// Those of [`Linker::new`].
    pub fn with_weights(taxonomy: &Taxonomy, kind: ConceptKind, weights: LinkWeights) -> Result<Linker, Error> {
        let words = words_of(taxonomy)?;
        if kind == ConceptKind::Group {
            return Err(Error::new("link.kind", "texts are linked to skills or occupations, not to groups"));
        }
        let labels = Labels::new(words, taxonomy.names(kind));
        let spelling = Spelling::of(&Lexicon::of(taxonomy, &[kind]));
        let middles = words.concepts(kind).map_or_else(Vec::new, |concepts| {
            let both = concepts.labels.iter().zip(&concepts.texts);
            let mean = |(labels, texts): (&Vector, &Vector)| {
                if texts.is_zero() { *labels } else { labels.mean(weights.labels, texts, weights.texts) }
            };
            both.map(mean).collect()
        });
        Ok(Linker(Arc::new(Inner { taxonomy: taxonomy.clone(), kind, labels, middles, spelling, weights })))
    }

    /// The concepts that the text may mean, best first, then by id; at most `most`. Empty where nothing is close.
    ///
    /// Labels of the asked language come before equal ones of others. Cost: two products of vectors for each concept of the
    /// kind, some more for the hundred nearest.
    pub fn link(&self, text: &str, language: Language, most: usize) -> Vec<Link<'_>> {
        let links = self.ranked(text, language, most);
        match links.first() {
            Some(best) if best.score >= self.0.weights.nothing_close => links,
            _ => Vec::new(),
        }
    }

    /// The same without the judgement that nothing is close.
    ///
    /// Of a text of more than six words, a sentence, the phrases are looked at too where skills are asked for, for it may speak of
    /// several; words that name no skill (*you will*, *experience with*) are passed over. A score is then three parts in eight what the
    /// whole comes to, three what the nearest phrase does, one how much of a label stands in the text, and one how many occupations
    /// ask for the skill. Cost: that of a link for each phrase, some ten milliseconds for a sentence over all of ESCO.
    pub fn ranked(&self, text: &str, language: Language, most: usize) -> Vec<Link<'_>> {
        if self.0.kind == ConceptKind::Skill && sentence::is_sentence(text) && !self.is_label(text) {
            return self.ranked_by_phrases(text, language, most);
        }
        self.ranked_whole(text, language, most)
    }

    /// Whether a text is a label of a concept, in any of its forms.
    fn is_label(&self, text: &str) -> bool {
        self.0.taxonomy.words().is_some_and(|words| self.0.labels.has(words, text))
    }

    fn ranked_whole(&self, text: &str, language: Language, most: usize) -> Vec<Link<'_>> {
        let Inner { taxonomy, kind, labels, spelling, weights, .. } = &*self.0;
        let Some(words) = taxonomy.words() else { return Vec::new() };
        let names = taxonomy.names(*kind);
        let query = labels.query(words, text);
        let exact = labels.exact(words, text, language, names);
        let mut slips: BTreeMap<u32, Ratio> = BTreeMap::new();
        if exact.is_empty() {
            for near in spelling.corrections(text, &[language], SLIPS) {
                let known = slips.entry(near.concept).or_default();
                *known = near.similarity.max(*known);
            }
        }
        let sure = |concept: u32| match exact.binary_search_by_key(&concept, |&(exact, _)| exact) {
            Ok(at) => (Ratio::ONE, exact[at].1),
            Err(_) => (slips.get(&concept).copied().unwrap_or_default(), Named::default()),
        };
        let trusted = |cosine: i32| (cosine * query.known.parts() as i32) >> Ratio::BITS;
        let of_vectors = |concept: u32| {
            let [of_labels, of_texts] = self.cosines(words, &query.vector, concept).map(trusted);
            // No label can be nearer than the text itself.
            let bound = weights.score(1 << Ratio::BITS, trusted(1 << Ratio::BITS), of_labels, of_texts);
            (Reverse((sure(concept), bound)), concept, of_labels, of_texts)
        };
        let mut near = self.nearest(&query.vector, weights.candidates);
        near.extend(
            exact
                .iter()
                .map(|(concept, _)| concept)
                .chain(slips.keys())
                .filter(|&&concept| !names.labels.row(concept as usize).is_empty()),
        );
        near.sort_unstable();
        near.dedup();
        let mut near: Vec<_> = near.into_iter().map(of_vectors).collect();
        near.sort_unstable();
        // A label itself comes first, then one that a slip of the pen makes; among these, what the text is nearest to otherwise.
        // Labels are looked at until no concept that is left can come among the first.
        let mut best: BTreeMap<Place, u32> = BTreeMap::new();
        for (Reverse(bound), concept, of_labels, of_texts) in near {
            if best.len() == most {
                match best.last_key_value() {
                    Some((&(Reverse(last), _), _)) if bound >= last => {}
                    _ => break,
                }
            }
            let (label, alike, cosine) = labels.best(&query, concept, language, names);
            let score = weights.score(alike, trusted(cosine), of_labels, of_texts);
            best.insert((Reverse((bound.0, score)), concept), label);
            if best.len() > most {
                best.pop_last();
            }
        }
        let link = |((Reverse(((sure, _), score)), concept), label): (Place, u32)| {
            let label = &names.labels.values()[label as usize];
            let score = sure.max(score);
            Link { id: names.id(concept), label: &label.text, language: label.language, score }
        };
        best.into_iter().map(link).collect()
    }

    /// The concepts that mean most nearly the same as this one, by their labels and descriptions in all languages; best
    /// first, then by id. The score is the cosine; the label is the preferred one in the language. Cost: two products of
    /// vectors for each concept of the kind.
    ///
    /// # Errors
    /// `call.unknown-skill` or `call.unknown-occupation`.
    pub fn similar(&self, id: &str, language: Language, most: usize) -> Result<Vec<Link<'_>>, Error> {
        let Inner { taxonomy, kind, .. } = &*self.0;
        let names = taxonomy.names(*kind);
        let what = if *kind == ConceptKind::Skill { "skill" } else { "occupation" };
        let concept = names.find(id).ok_or_else(|| taxonomy::unknown(what, id))?;
        let Some(concepts) = taxonomy.words().and_then(|words| words.concepts(*kind)) else { return Ok(Vec::new()) };
        let own = concept as usize;
        let cosine = |other: usize| {
            let labels = concepts.labels[own].cosine(&concepts.labels[other]);
            match (&concepts.texts[own], &concepts.texts[other]) {
                (a, b) if a.is_zero() || b.is_zero() => labels,
                (a, b) => (labels + a.cosine(b)) / 2,
            }
        };
        let others = (0..names.len()).filter(|&other| other != own);
        let mut all: Vec<(Reverse<i32>, usize)> = others.map(|other| (Reverse(cosine(other)), other)).collect();
        all.sort_unstable();
        all.truncate(most);
        let link = |(Reverse(cosine), other): (Reverse<i32>, usize)| Link {
            id: names.id(other as u32),
            label: names.label(other as u32, language),
            language,
            score: Ratio::from_parts(cosine.max(0) as u32),
        };
        Ok(all.into_iter().filter(|(Reverse(cosine), _)| *cosine > 0).map(link).collect())
    }

    /// Cosines to the middle of the labels and of the descriptions; a concept without descriptions has the first twice.
    fn cosines(&self, words: &Words, query: &Vector, concept: u32) -> [i32; 2] {
        let Some(concepts) = words.concepts(self.0.kind) else { return [0; 2] };
        let of_labels = query.cosine(&concepts.labels[concept as usize]);
        let texts = &concepts.texts[concept as usize];
        [of_labels, if texts.is_zero() { of_labels } else { query.cosine(texts) }]
    }

    /// The concepts whose vectors are nearest, of those that have a label.
    fn nearest(&self, query: &Vector, most: usize) -> Vec<u32> {
        if query.is_zero() {
            return Vec::new();
        }
        let labels = &self.0.taxonomy.names(self.0.kind).labels;
        // Nearest first, then the first: one number for both.
        let keyed = |(concept, middle): (usize, &Vector)| (i64::from(-query.cosine(middle)) << 32) + concept as i64;
        let mut all: Vec<i64> = self.0.middles.iter().enumerate().map(keyed).collect();
        if all.len() > most {
            all.select_nth_unstable(most);
            all.truncate(most);
        }
        let concepts = all.into_iter().map(|key| key as u32);
        concepts.filter(|&concept| !labels.row(concept as usize).is_empty()).collect()
    }

    /// Bytes in memory, without the taxonomy.
    pub fn size_in_bytes(&self) -> usize {
        let Inner { labels, middles, spelling, .. } = &*self.0;
        let spelling = spelling.size_in_bytes() + spelling.lexicon().size_in_bytes();
        labels.size_in_bytes() + middles.len() * size_of::<Vector>() + spelling
    }
}

/// The table of words of a taxonomy.
fn words_of(taxonomy: &Taxonomy) -> Result<&Words, Error> {
    taxonomy.words().ok_or_else(|| {
        let message = "the taxonomy has no table of words; import it again with this version";
        Error::new("link.no-words", message)
    })
}

impl std::fmt::Debug for Linker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Linker({:?}, {:?})", self.0.kind, self.0.taxonomy)
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::WordTraining;
    use crate::taxonomy::LabelKind;

    fn trades() -> Taxonomy {
        let mut builder = Taxonomy::builder();
        let trades = [
            ("baker", "boulanger/boulangère", "Bäcker/Bäckerin", "baker"),
            ("coder", "développeur web/développeuse web", "Webentwickler/Webentwicklerin", "web developer"),
            ("welder", "soudeur/soudeuse", "Schweißer/Schweißerin", "welder"),
            ("nurse", "infirmier/infirmière", "Krankenpfleger/Krankenpflegerin", "nurse"),
        ];
        for (id, french, german, english) in trades {
            for (language, label) in [(Language::FR, french), (Language::DE, german), (Language::EN, english)] {
                builder.label(ConceptKind::Occupation, id, language, LabelKind::Preferred, label);
            }
        }
        builder.label(ConceptKind::Skill, "s", Language::FR, LabelKind::Preferred, "pétrir la pâte");
        let training = WordTraining { left_out: 0, ..WordTraining::default() };
        builder.build_with_words(&training, |_| ControlFlow::Continue(())).unwrap()
    }

    #[test]
    fn a_label_in_any_form_is_sure_and_another_word_is_less() {
        let taxonomy = trades();
        let linker = Linker::new(&taxonomy, ConceptKind::Occupation).unwrap();
        for text in ["boulangère", "Boulanger (H/F)", "Bäckerin", "Bäcker/-in", "BAKER"] {
            let links = linker.link(text, Language::FR, 5);
            assert_eq!((links[0].id, links[0].score), ("baker", Ratio::ONE), "{text}");
            assert!(links[1..].iter().all(|link| link.score < Ratio::ONE));
        }
        let links = linker.link("dévelopeuse  web", Language::FR, 5);
        assert_eq!(links[0].id, "coder");
        assert!(links[0].score < Ratio::ONE);
    }

    #[test]
    fn both_genders_and_any_order_of_words_give_the_same_answer() {
        let taxonomy = trades();
        let linker = Linker::new(&taxonomy, ConceptKind::Occupation).unwrap();
        let forms = ["soudeur web", "soudeuse web", "soudeur·euse web", "web, soudeuse"];
        for form in &forms[1..] {
            assert_eq!(linker.ranked(form, Language::FR, 9), linker.ranked(forms[0], Language::FR, 9), "{form}");
        }
    }

    #[test]
    fn what_no_label_comes_near_to_links_to_nothing() {
        let taxonomy = trades();
        let linker = Linker::new(&taxonomy, ConceptKind::Occupation).unwrap();
        for text in ["", "???", "zzyzx qqfoo", "1234"] {
            assert!(linker.link(text, Language::FR, 5).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_sentence_names_what_its_phrases_name() {
        let taxonomy = trades();
        let linker = Linker::new(&taxonomy, ConceptKind::Skill).unwrap();
        let links = linker.link("chaque matin il faut être là, pétrir la pâte et partir tôt", Language::FR, 5);
        assert_eq!(links[0].id, "s");
        assert_eq!(linker.link("pétrir la pâte", Language::FR, 5)[0].score, Ratio::ONE);
    }

    #[test]
    fn of_two_skills_that_are_as_near_a_sentence_names_the_one_that_more_occupations_ask_for() {
        let mut builder = Taxonomy::builder();
        for id in ["a rare one", "b usual one"] {
            builder.label(ConceptKind::Skill, id, Language::EN, LabelKind::Preferred, "plan the work of others");
        }
        for occupation in ["baker", "coder", "welder", "nurse"] {
            builder.label(ConceptKind::Occupation, occupation, Language::EN, LabelKind::Preferred, occupation);
            builder.essential(occupation, "b usual one");
        }
        let training = WordTraining { steps: 1, ..WordTraining::default() };
        let taxonomy = builder.build_with_words(&training, |_| ControlFlow::Continue(())).unwrap();
        let linker = Linker::new(&taxonomy, ConceptKind::Skill).unwrap();
        let ids = |text| linker.ranked(text, Language::EN, 5).iter().map(|link| link.id).collect::<Vec<_>>();
        assert_eq!(ids("you will plan the work of others every single day"), ["b usual one", "a rare one"]);
        assert_eq!(ids("plan the work of others"), ["a rare one", "b usual one"], "the label itself: by id");
        assert!(ids("we are who you are and you will be what we are").is_empty(), "nothing but fillers");
    }

    #[test]
    fn the_most_similar_comes_first_and_the_concept_itself_not_at_all() {
        let taxonomy = trades();
        let linker = Linker::new(&taxonomy, ConceptKind::Occupation).unwrap();
        let similar = linker.similar("baker", Language::DE, 9).unwrap();
        assert!(similar.iter().all(|link| link.id != "baker"));
        assert!(similar.is_sorted_by_key(|link| Reverse(link.score)));
        assert_eq!(linker.similar("cook", Language::DE, 9).unwrap_err().code(), "call.unknown-occupation");
    }

    #[test]
    fn a_taxonomy_without_words_is_told() {
        let taxonomy = Taxonomy::builder().build().unwrap();
        assert_eq!(Linker::new(&taxonomy, ConceptKind::Skill).unwrap_err().code(), "link.no-words");
        assert_eq!(Linker::new(&trades(), ConceptKind::Group).unwrap_err().code(), "link.kind");
    }
}
