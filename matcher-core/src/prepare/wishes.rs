use super::{Past, occupations};
use crate::issue::Issue;
use crate::model::Wish;
use crate::reading;
use crate::taxonomy::Taxonomy;

/// The jobs that a person wishes for. A wish as people write it may name several, and says more than their titles: contract,
/// place and what is not wanted are cut off.
pub(super) fn all(taxonomy: &Taxonomy, wishes: &[Wish], issues: &mut Vec<Issue>) -> Vec<Past> {
    let mut all = Vec::new();
    for (i, Wish { title, occupation }) in wishes.iter().enumerate() {
        let at = format!("/wishes/{i}");
        let titles = title.as_deref().map(|text| titles(taxonomy, text)).unwrap_or_default();
        // An id says what the first of them is.
        let first = titles.first().or(title.as_ref());
        all.push(one(taxonomy, occupation.as_deref(), first.map(String::as_str), &at, issues));
        for title in titles.iter().skip(1) {
            all.push(one(taxonomy, None, Some(title), &at, issues));
        }
    }
    all
}

/// A text that is the label of an occupation is one title, whatever words it holds.
fn titles(taxonomy: &Taxonomy, text: &str) -> Vec<String> {
    match taxonomy.0.occupation_forms.find(text).is_empty() {
        true => reading::wish(text).titles,
        false => vec![text.to_owned()],
    }
}

fn one(taxonomy: &Taxonomy, id: Option<&str>, title: Option<&str>, at: &str, issues: &mut Vec<Issue>) -> Past {
    let found = occupations::resolve(taxonomy, id, title, at, issues);
    let words = taxonomy.words().map(|words| words.weighed(&found.title)).unwrap_or_default();
    Past { words, ..occupations::with_labels(taxonomy, found) }
}
