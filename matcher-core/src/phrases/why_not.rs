use std::fmt;

use super::Phrases;
use crate::explain::WhyNot;
use crate::model::Language;
use crate::taxonomy::Taxonomy;

impl WhyNot {
    /// Why the offer is not shown, and what would bring it in, in words. It ends with a line break.
    pub fn render(&self, language: Language, taxonomy: &Taxonomy) -> String {
        Phrases::of(language).why_not(self, taxonomy)
    }
}

/// In English, with the names of the taxonomy that the offer was judged with; with ids where it was read from a file. See
/// [`WhyNot::render`] for other languages.
impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(Language::EN, &self.names.taxonomy()).trim_end())
    }
}

impl Phrases {
    /// Every limit that an offer breaks, and the changes that together bring it in.
    pub fn why_not(&self, why: &WhyNot, taxonomy: &Taxonomy) -> String {
        let mut out = format!("{} ({})\n", why.title, why.offer);
        let mut push = |indent: usize, text: &str| out.push_str(&format!("{:indent$}{text}\n", ""));
        if why.refusals.is_empty() {
            push(2, self.text("ui.shown-line"));
            return out;
        }
        push(2, self.text("ui.refused-line"));
        for refusal in &why.refusals {
            push(4, &self.line(&refusal.line, taxonomy));
        }
        if why.relaxation.is_empty() {
            push(2, self.text("ui.no-relaxation"));
            return out;
        }
        push(2, self.text("ui.relaxation-line"));
        for change in &why.relaxation {
            push(4, &self.change(change, taxonomy));
        }
        out
    }
}
