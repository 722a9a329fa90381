use matcher_core::model::Language;
use matcher_core::taxonomy::{ConceptKind, LabelKind};
use matcher_core::{Taxonomy, text};

/// A label with both genders.
pub(super) struct Label<'a> {
    /// Of its occupation.
    pub(super) id: &'a str,
    pub(super) language: Language,
    pub(super) preferred: bool,
    pub(super) text: &'a str,
    /// Folded, in the order of the label.
    pub(super) genders: [String; 2],
}

/// Every label that names both genders.
pub(super) fn labels(taxonomy: &Taxonomy) -> impl Iterator<Item = Label<'_>> {
    taxonomy.concepts(ConceptKind::Occupation).flat_map(|concept| {
        let pairs = concept.labels().filter_map(|(language, kind, label)| {
            let mut forms = text::forms(label);
            let whole = forms.remove(0);
            let mut genders: [String; 2] = match forms.len() {
                1 => [whole, forms.remove(0)],
                2 => forms.try_into().ok()?,
                _ => return None,
            };
            let at = |form: &String| differing(form, label);
            if at(&genders[1]) < at(&genders[0]) {
                genders.swap(0, 1);
            }
            Some(Label { id: concept.id(), language, preferred: kind == LabelKind::Preferred, text: label, genders })
        });
        pairs.collect::<Vec<_>>()
    })
}

/// Where in the label the form's first word that is only its own stands.
fn differing(form: &str, label: &str) -> usize {
    let label = text::fold(label);
    let words: Vec<&str> = label.split(' ').collect();
    let place = form.split(' ').filter(|word| words.iter().filter(|known| known == &word).count() == 1);
    place.filter_map(|word| words.iter().position(|known| *known == word)).min().unwrap_or(usize::MAX)
}

impl Label<'_> {
    /// How people write it: each gender alone, with a notice, both, and with suffixes where the feminine is the masculine
    /// with another ending.
    pub(super) fn writings(&self) -> Vec<String> {
        let [masculine, feminine] = &self.genders;
        let notice = if self.language == Language::DE { "(m/w/d)" } else { "(H/F)" };
        let mut writings = vec![
            masculine.clone(),
            feminine.clone(),
            masculine.to_uppercase(),
            format!("{masculine} {notice}"),
            format!("{feminine} {notice}"),
            format!("{masculine} / {feminine}"),
            format!("{feminine}/{masculine}"),
        ];
        let marks: &[(&str, &str)] = match self.language {
            Language::DE => &[("/-", ""), ("/", ""), ("*", ""), (":", ""), ("_", ""), ("(", ")")],
            _ => &[("·", ""), (".", ""), ("(", ")"), ("/", "")],
        };
        writings.extend(marks.iter().filter_map(|(open, close)| self.with_suffixes(open, close)));
        writings
    }

    /// `développeur·se web`; nothing where a word has no stem of three letters in common.
    fn with_suffixes(&self, open: &str, close: &str) -> Option<String> {
        let [masculine, feminine] = self.genders.each_ref().map(|form| form.split(' ').collect::<Vec<_>>());
        if masculine.len() != feminine.len() {
            return None;
        }
        let words = masculine.iter().zip(&feminine).map(|(m, f)| {
            let common = m.bytes().zip(f.bytes()).take_while(|(a, b)| a == b).count();
            match (m == f, &f[common..]) {
                (true, _) => Some((*m).to_owned()),
                // Technische/r: the feminine is the shorter.
                (_, "") => {
                    m.strip_prefix(f).filter(|ending| *ending == "r").map(|ending| format!("{f}{open}{ending}{close}"))
                }
                (_, _) if common < 3 => None,
                (_, ending) => Some(format!("{m}{open}{ending}{close}")),
            }
        });
        words.collect::<Option<Vec<_>>>().map(|words| words.join(" "))
    }
}
