use std::ops::Range;
use std::sync::Arc;

use super::distance::Pattern;
use super::grams::Grams;
use super::letters::Letters;
use super::near::{NearForm, ranked, similarity};
use super::vocabulary::Vocabulary;
use super::{Lexicon, Near};
use crate::model::Language;
use crate::text;
use crate::units::Ratio;

/// Up to so many edits are looked for one by one before all forms are looked at.
const EDITS_ONE_BY_ONE: usize = 4;

/// The labels of a lexicon, to be found from misspelt texts.
///
/// Every answer is the one that a look at every label would give. A text is compared as its first form (see
/// [`text::forms`]): folded, without notices such as `(H/F)`. Cloning costs nothing; building takes two passes over the
/// forms. A search costs the lists of the rarest groups of letters of the text, some thousands of forms at most, and
/// where nothing is near a look at the letters of every form.
#[derive(Clone)]
pub struct Spelling(Arc<Inner>);

struct Inner {
    lexicon: Lexicon,
    grams: Grams,
    /// Form → its letters.
    letters: Vec<Letters>,
    vocabulary: Vocabulary,
}

impl Spelling {
    /// The index of these labels.
    pub fn of(lexicon: &Lexicon) -> Spelling {
        Spelling(Arc::new(Inner {
            grams: Grams::of(lexicon),
            letters: (0..lexicon.len() as u32).map(|form| Letters::of(lexicon.form(form))).collect(),
            vocabulary: Vocabulary::of(lexicon),
            lexicon: lexicon.clone(),
        }))
    }

    /// The k labels nearest to the text, however far they are: by falling similarity, then those in the languages asked,
    /// in their order, then by form, kind of label, kind of concept and id. None for a text without a word.
    pub fn nearest(&self, text: &str, languages: &[Language], k: usize) -> Vec<Near<'_>> {
        let Some(mut search) = Search::new(&self.0, text) else { return Vec::new() };
        if k == 0 {
            return Vec::new();
        }
        ranked(&self.0.lexicon, &search.nearest(k), languages, k)
    }

    /// Every label at most so many edits away, in the order of [`Spelling::nearest`].
    pub fn within(&self, text: &str, edits: u32, languages: &[Language]) -> Vec<Near<'_>> {
        let Some(mut search) = Search::new(&self.0, text) else { return Vec::new() };
        ranked(&self.0.lexicon, &search.within(edits as usize), languages, usize::MAX)
    }

    /// The labels of which the text may be a misspelling, at most k, in the order of [`Spelling::nearest`]; the label
    /// itself, without an edit, among them.
    ///
    /// A text of 4 to 7 letters may have one edit, one of 8 to 11 two, a longer one three, and each of its words no more
    /// than its own letters allow. A word that is known, in a label or as a word of every day in French, German or
    /// English, is not taken for another one: *vente* does not become *verte*, nor *manger* *manager*. Words of fewer than
    /// four letters, save in the place of those that only join others (*de*, *und*, *of*), and words with digits or `+` and
    /// `#` stay as they are. Blanks put in or left out (*data base*) are no change of a word.
    pub fn corrections(&self, text: &str, languages: &[Language], k: usize) -> Vec<Near<'_>> {
        let Some(mut search) = Search::new(&self.0, text) else { return Vec::new() };
        let mut forms = search.within(self.0.vocabulary.edits_allowed(&search.text));
        forms.retain(|near| near.edits == 0 || self.0.vocabulary.may_be(&search.text, self.0.lexicon.form(near.form)));
        ranked(&self.0.lexicon, &forms, languages, k)
    }

    /// The labels looked at.
    pub fn lexicon(&self) -> &Lexicon {
        &self.0.lexicon
    }

    /// Bytes held beside the lexicon.
    pub fn size_in_bytes(&self) -> usize {
        self.0.grams.size_in_bytes() + size_of_val(&self.0.letters[..]) + self.0.vocabulary.size_in_bytes()
    }
}

impl std::fmt::Debug for Spelling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Spelling({:?})", self.0.lexicon)
    }
}

/// One text looked for.
struct Search<'a> {
    index: &'a Inner,
    text: String,
    pattern: Pattern,
    letters: Letters,
}

impl<'a> Search<'a> {
    /// `None` for a text without a word.
    fn new(index: &'a Inner, text: &str) -> Option<Search<'a>> {
        let text = text::forms(text).into_iter().next()?;
        Some(Search { index, pattern: Pattern::new(&text), letters: Letters::of(&text), text })
    }

    /// Every form within so many edits.
    fn within(&mut self, edits: usize) -> Vec<NearForm> {
        self.within_by_grams(edits).unwrap_or_else(|| {
            let near = self.of_length(edits);
            near.filter_map(|form| self.near(form, edits)).collect()
        })
    }

    /// The same; `None` where the text is too short for its groups to tell.
    fn within_by_grams(&mut self, edits: usize) -> Option<Vec<NearForm>> {
        let (reach, mut forms) = (self.of_length(edits), Vec::new());
        let kept = |form| {
            if reach.contains(&form) && self.letters.apart(self.index.letters[form as usize]) <= edits {
                forms.push(form);
            }
        };
        if !self.index.grams.candidates(&self.text, edits, kept) {
            return None;
        }
        forms.sort_unstable();
        forms.dedup();
        Some(forms.into_iter().filter_map(|form| self.near(form, edits)).collect())
    }

    /// Forms whose number of letters is within reach.
    fn of_length(&self, edits: usize) -> Range<u32> {
        let (letters, own) = (self.index.lexicon.letters(), self.pattern.letters());
        let first = letters.partition_point(|&letters| (letters as usize) + edits < own);
        let end = letters.partition_point(|&letters| letters as usize <= own + edits);
        first as u32..end as u32
    }

    /// The form, if it is within so many edits.
    fn near(&mut self, form: u32, edits: usize) -> Option<NearForm> {
        if self.letters.apart(self.index.letters[form as usize]) > edits {
            return None;
        }
        let letters = self.index.lexicon.letters()[form as usize] as usize;
        let edits = self.pattern.distance(self.index.lexicon.form(form), letters, edits)?;
        Some(NearForm { form, edits, similarity: similarity(edits, self.pattern.letters(), letters) })
    }

    /// The k nearest forms, and all others that are just as similar as the k-th.
    fn nearest(&mut self, k: usize) -> Vec<NearForm> {
        let own = self.pattern.letters();
        for edits in 0..=EDITS_ONE_BY_ONE {
            let mut best = Best::of(k);
            self.within(edits).into_iter().for_each(|near| best.add(near));
            // Whatever is further away is no more similar than a form longer by all its edits.
            if best.worst().is_some_and(|worst| worst > similarity(edits + 1, own, own + edits + 1)) {
                return best.forms;
            }
        }
        self.sweep(k)
    }

    /// Looks at every form that may be as similar as the k-th, those that may be nearest first.
    fn sweep(&mut self, k: usize) -> Vec<NearForm> {
        let (own, letters) = (self.pattern.letters(), self.index.lexicon.letters());
        let at_least =
            |form: usize| self.letters.apart(self.index.letters[form]).max((letters[form] as usize).abs_diff(own));
        let mut best = Best::of(k);
        for form in rising((0..letters.len()).map(at_least).collect()) {
            let letters = letters[form as usize] as usize;
            let limit = best.worst().map_or(own.max(letters), |worst| most_edits(worst, own.max(letters)));
            if let Some(near) = self.near(form, limit) {
                best.add(near);
            }
        }
        best.forms
    }
}

/// The numbers of the keys in their rising order.
fn rising(keys: Vec<usize>) -> Vec<u32> {
    let mut next = vec![0; keys.iter().max().map_or(0, |&most| most + 2)];
    keys.iter().for_each(|&key| next[key + 1] += 1);
    (1..next.len()).for_each(|key| next[key] += next[key - 1]);
    let mut sorted = vec![0; keys.len()];
    for (number, key) in keys.into_iter().enumerate() {
        sorted[next[key]] = number as u32;
        next[key] += 1;
    }
    sorted
}

/// The most edits with which texts of so many letters are at least this similar.
fn most_edits(least: Ratio, letters: usize) -> usize {
    // Rounding moves a similarity by half a part of 2¹⁵ at most.
    let edits = ((least.rest().parts() as u64 * letters as u64) >> Ratio::BITS) as usize + (letters >> 16) + 1;
    (0..=edits.min(letters)).rev().find(|&edits| similarity(edits, letters, letters) >= least).unwrap_or(0)
}

/// The k most similar forms so far, and those that equal the k-th; falling.
struct Best {
    k: usize,
    forms: Vec<NearForm>,
}

impl Best {
    fn of(k: usize) -> Best {
        Best { k, forms: Vec::new() }
    }

    /// The similarity of the k-th, once there are so many.
    fn worst(&self) -> Option<Ratio> {
        self.forms.get(self.k - 1).map(|near| near.similarity)
    }

    fn add(&mut self, near: NearForm) {
        if self.worst().is_some_and(|worst| near.similarity < worst) {
            return;
        }
        let at = self.forms.partition_point(|other| other.similarity >= near.similarity);
        self.forms.insert(at, near);
        if let Some(worst) = self.worst() {
            let end = self.forms.partition_point(|other| other.similarity >= worst);
            self.forms.truncate(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Taxonomy;
    use crate::taxonomy::{ConceptKind, LabelKind};

    fn spelling() -> Spelling {
        let mut builder = Taxonomy::builder();
        let labels = [
            (Language::FR, "vente"),
            (Language::EN, "manager"),
            (Language::FR, "énergie verte"),
            (Language::FR, "chef de rang/cheffe de rang"),
            (Language::FR, "développeur web/développeuse web"),
            (Language::EN, "database administrator"),
            (Language::DE, "Schweißer/Schweißerin"),
            (Language::EN, "C#"),
            (Language::EN, "C++"),
            (Language::EN, "Java"),
            (Language::EN, "Java 8 development"),
            (Language::EN, "marketing"),
            (Language::FR, "marketing"),
        ];
        for (number, (language, label)) in labels.into_iter().enumerate() {
            let id = format!("o:{number:02}");
            builder.label(ConceptKind::Occupation, &id, language, LabelKind::Preferred, label);
        }
        Spelling::of(&Lexicon::of(&builder.build().unwrap(), &[ConceptKind::Occupation]))
    }

    fn labels(text: &str) -> Vec<String> {
        spelling().corrections(text, &[Language::FR], 5).iter().map(|near| near.label.to_owned()).collect()
    }

    #[test]
    fn a_slip_of_the_pen_finds_the_label() {
        assert_eq!(labels("dévelopeuse web"), ["développeur web/développeuse web"]);
        assert_eq!(labels("Schweiser"), ["Schweißer/Schweißerin"]);
        assert_eq!(labels("mraketing")[0], "marketing");
        assert_eq!(labels("data base administrator"), ["database administrator"]);
        assert_eq!(labels("vnte"), ["vente"]);
    }

    #[test]
    fn a_known_word_does_not_become_another_one() {
        assert!(labels("verte").is_empty(), "a word of another label");
        assert!(labels("manger").is_empty(), "a word of every day");
        assert!(labels("énergie vente").is_empty());
        assert_eq!(labels("manager"), ["manager"]);
        assert_eq!(labels("managr"), ["manager"]);
    }

    #[test]
    fn short_words_and_words_with_signs_stay_as_they_are() {
        for text in ["C", "C+", "Jav", "Jaba 9 development", "Java 9 development"] {
            assert!(labels(text).is_empty(), "{text}: {:?}", labels(text));
        }
        assert_eq!(labels("c++"), ["C++"]);
    }

    #[test]
    fn the_language_asked_comes_first_among_equals() {
        let spelling = spelling();
        let first = |language| spelling.nearest("marketin", &[language], 1)[0].language;
        assert_eq!(first(Language::FR), Language::FR);
        assert_eq!(first(Language::EN), Language::EN);
    }

    #[test]
    fn a_text_without_a_word_is_near_to_nothing() {
        assert!(spelling().nearest(" (·) ", &[], 5).is_empty());
        assert!(spelling().nearest("vente", &[], 0).is_empty());
    }

    #[test]
    fn an_empty_lexicon_answers_nothing() {
        let empty = Lexicon::of(&Taxonomy::nothing(), &[ConceptKind::Skill]);
        assert!(empty.is_empty());
        assert!(Spelling::of(&empty).nearest("vente", &[], 3).is_empty());
        assert!(super::super::Completion::of(&empty).complete("vente", Language::FR, 3).is_empty());
    }

    #[test]
    fn most_edits_is_the_last_number_that_is_similar_enough() {
        for letters in 1..200 {
            for edits in 0..=letters {
                let most = most_edits(similarity(edits, letters, letters), letters);
                assert_eq!(most, edits, "{edits} of {letters}");
            }
        }
    }

    #[test]
    fn an_index_may_be_sent_to_another_thread() {
        fn may_be<T: Send + Sync + Clone>() {}
        may_be::<Spelling>();
        may_be::<super::super::Completion>();
    }
}
