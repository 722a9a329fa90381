use crate::Error;
use crate::model::Language;

/// What kind of thing an answer names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChoiceKind {
    /// Something one likes doing.
    Activity,
    /// What one is interested in.
    Interest,
    /// A subject of school.
    Subject,
}

/// An answer that can be ticked.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Stable, for programs.
    pub id: String,
    /// What it names.
    pub kind: ChoiceKind,
    labels: Vec<(Language, String)>,
    pub(super) links: Vec<Link>,
}

/// What of a trade fits an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A code or its beginning.
    Code(String),
    /// A centre of interest, by its number.
    Interest(u8),
    /// One of Holland's letters.
    Letter(char),
}

impl Choice {
    /// How it reads in a language; in the table's first where it does not say.
    pub fn label(&self, language: Language) -> &str {
        let of = |wanted| self.labels.iter().find(|(language, _)| *language == wanted);
        of(language).or(self.labels.first()).map_or(&self.id, |(_, label)| label)
    }
}

pub(super) fn read(table: &str) -> Result<Vec<Choice>, Error> {
    let mut lines = super::trades::lines(table);
    let fault = |line: usize, cause: &str| Error::new("explore.choices", cause).at(format!("line {line}"));
    let (number, head) = lines.next().ok_or_else(|| fault(1, "the table is empty"))?;
    let columns: Vec<&str> = head.split('\t').collect();
    let ["id", "kind", languages @ .., "links"] = &columns[..] else {
        return Err(fault(number, "the head must be id, kind, a column a language, links"));
    };
    let languages: Vec<Language> = languages.iter().map(|code| code.parse()).collect::<Result<_, _>>()?;
    let mut choices: Vec<Choice> = Vec::new();
    for (number, line) in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, kind, labels @ .., links] = &cells[..] else {
            return Err(fault(number, "an answer has an id, a kind, its labels and its links"));
        };
        let kind = match *kind {
            "activity" => ChoiceKind::Activity,
            "interest" => ChoiceKind::Interest,
            "subject" => ChoiceKind::Subject,
            _ => return Err(fault(number, "the kind is activity, interest or subject")),
        };
        if labels.len() != languages.len() || labels.iter().any(|label| label.is_empty()) {
            return Err(fault(number, "an answer has a label in each language of the head"));
        }
        if choices.iter().any(|choice| choice.id == *id) {
            return Err(fault(number, "an answer before this one has the same id"));
        }
        let links: Option<Vec<Link>> = links.split_whitespace().map(link).collect();
        choices.push(Choice {
            id: (*id).to_owned(),
            kind,
            labels: languages.iter().copied().zip(labels.iter().map(|&label| label.to_owned())).collect(),
            links: links.ok_or_else(|| fault(number, "a link is a code, i and a number, or ! and a letter"))?,
        });
    }
    Ok(choices)
}

fn link(text: &str) -> Option<Link> {
    if let Some(letter) = text.strip_prefix('!') {
        return letter.parse().ok().map(Link::Letter);
    }
    if let Some(number) = text.strip_prefix('i') {
        return number.parse().ok().map(Link::Interest);
    }
    Some(Link::Code(text.to_owned()))
}
