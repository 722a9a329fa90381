use super::Meaning;
use crate::issue::{Issue, Severity};
use crate::reading;
use crate::taxonomy::Taxonomy;
use crate::text;
use crate::units::{Ratio, Years};
use crate::words::Weighed;

/// A past occupation or a wish: the concepts it names and its title in every form, both as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Past {
    pub(crate) occupations: Vec<u32>,
    /// Every occupation that is near to one of them, with its nearness; rising.
    pub(crate) similar: Vec<(u32, Ratio)>,
    pub(crate) forms: Vec<String>,
    pub(crate) title: String,
    pub(crate) years: Option<Years>,
    pub(crate) meaning: Meaning,
    /// Of a wish: its words. Rising.
    pub(crate) words: Vec<Weighed>,
}

/// What an id and a title name. An id that does not exist, or a title that is the label of nothing, is an issue.
pub(super) fn resolve(
    taxonomy: &Taxonomy,
    id: Option<&str>,
    title: Option<&str>,
    pointer: &str,
    issues: &mut Vec<Issue>,
) -> Past {
    let frozen = &taxonomy.0;
    let mut past = Past::default();
    if let Some(id) = id {
        match frozen.occupations.find(id.trim()) {
            Some(occupation) => past.occupations.push(occupation),
            None => issues.push(
                Issue::new("occupation.not-found", Severity::Warning, format!("the taxonomy has no occupation {id}"))
                    .at(format!("{pointer}/occupation"))
                    .action("Use an id of the taxonomy in use, or import the taxonomy that has it."),
            ),
        }
    }
    if let Some(title) = title.filter(|title| !title.trim().is_empty()) {
        past.title = title.trim().to_owned();
        past.forms = text::forms(title);
        past.forms.sort_unstable();
        if past.occupations.is_empty() {
            past.occupations = frozen.occupation_forms.find(title);
            if past.occupations.is_empty() {
                issues.push(
                    Issue::new("title.not-linked", Severity::Note, format!("no occupation is called “{title}”"))
                        .at(format!("{pointer}/title"))
                        .action(
                            "The title is compared as it is written; name an occupation to compare the work behind it.",
                        ),
                );
            }
        }
    }
    past.meaning = Meaning::of(taxonomy, &reading::title(&past.title), past.occupations.first().copied());
    past
}

/// The title's forms and those of every label of the occupations that it names: whoever writes another gender, another
/// language or another name of the same occupation has the same title.
pub(super) fn with_labels(taxonomy: &Taxonomy, past: Past) -> Past {
    let names = &taxonomy.0.occupations;
    let called = taxonomy.0.occupation_forms.find(&past.title);
    let labels = called.iter().flat_map(|&occupation| names.labels.row(occupation as usize));
    let mut forms: Vec<String> = labels.flat_map(|label| text::forms(&label.text)).chain(past.forms).collect();
    forms.sort_unstable();
    forms.dedup();
    Past { forms, ..past }
}

/// Every occupation of the taxonomy that is near to one of these, with its nearness; rising.
pub(super) fn similar(taxonomy: &Taxonomy, occupations: &[u32]) -> Vec<(u32, Ratio)> {
    let own = occupations.iter().map(|&occupation| (occupation, Ratio::ONE));
    let others = occupations.iter().flat_map(|&occupation| taxonomy.0.similar.row(occupation as usize).iter().copied());
    let mut all: Vec<(u32, Ratio)> = own.chain(others).collect();
    all.sort_unstable_by_key(|&(occupation, nearness)| (occupation, std::cmp::Reverse(nearness)));
    all.dedup_by_key(|(occupation, _)| *occupation);
    all
}
