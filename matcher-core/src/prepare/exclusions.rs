use crate::issue::{Issue, Severity};
use crate::model::{ContractKind, Exclusion, Wish};
use crate::reading::{self, Condition, LanguageAsked, Refused};
use crate::taxonomy::Taxonomy;
use crate::text;

/// One exclusion: an offer of which every part is true is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excluded {
    /// The number in the profile's list.
    pub(crate) number: usize,
    pub(crate) parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// One of these occupations.
    Occupations(Vec<u32>),
    /// An occupation below this group.
    Group(u32),
    /// Asks for one of these skills.
    Skills(Vec<u32>),
    Contract(ContractKind),
    /// Folded name.
    Employer(String),
    Tag(String, String),
    /// States this condition of work.
    Condition(Condition),
    /// Asks this language at this level or a higher one.
    Language(LanguageAsked),
}

/// Something that a person would rather not have: read in words that are not sure enough to leave an offer out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unwished {
    /// The number in the profile's list of exclusions; `None` where it stands in a wish.
    pub(crate) number: Option<usize>,
    pub(crate) parts: Vec<Part>,
}

/// What a person rules out and what she would rather not have.
#[derive(Default)]
pub(super) struct Resolved {
    pub(super) excluded: Vec<Excluded>,
    pub(super) unwished: Vec<Unwished>,
}

/// The exclusions that were understood; each that was not is an issue and excludes nothing. One in words may name several
/// things: any of them will do. A condition of work that texts state too vaguely to be sure is only unwished, and so is what
/// a wish refuses.
pub(super) fn resolve(
    taxonomy: &Taxonomy,
    exclusions: &[Exclusion],
    wishes: &[Wish],
    issues: &mut Vec<Issue>,
) -> Resolved {
    let mut all = Resolved::default();
    for (number, exclusion) in exclusions.iter().enumerate() {
        let parts = match parts(taxonomy, exclusion) {
            Ok(parts) => parts,
            Err(what) => {
                issues.push(not_understood(number, format!("the exclusion “{what}” was not understood")));
                continue;
            }
        };
        let Some(text) = &exclusion.text else {
            if parts.is_empty() {
                issues.push(not_understood(number, "an exclusion says nothing".to_owned()));
            } else {
                all.excluded.push(Excluded { number, parts });
            }
            continue;
        };
        for word in in_words(taxonomy, text) {
            let parts = |part: Part| parts.iter().cloned().chain([part]).collect();
            match word {
                Ok((part, true)) => all.excluded.push(Excluded { number, parts: parts(part) }),
                Ok((part, false)) => all.unwished.push(Unwished { number: Some(number), parts: parts(part) }),
                Err(what) => issues.push(not_understood(number, format!("the exclusion “{what}” was not understood"))),
            }
        }
    }
    for title in wishes.iter().filter_map(|wish| wish.title.as_deref()) {
        let refused = reading::wish(title).refused.into_iter().filter_map(part);
        all.unwished.extend(refused.map(|part| Unwished { number: None, parts: vec![part] }));
    }
    all
}

/// What an exclusion in words names: each part, and whether it leaves an offer out; or the words that were not understood.
fn in_words(taxonomy: &Taxonomy, text: &str) -> Vec<Result<(Part, bool), String>> {
    let occupations = taxonomy.0.occupation_forms.find(text);
    if !occupations.is_empty() {
        return vec![Ok((Part::Occupations(with_twins(taxonomy, occupations)), true))];
    }
    let refused = reading::refused(text);
    if refused.is_empty() {
        return vec![Err(text.to_owned())];
    }
    let read = |refused: Refused| {
        let sure = !matches!(refused, Refused::Condition(condition) if !condition.is_sure());
        match refused {
            Refused::Words(words) => {
                let occupations = taxonomy.0.occupation_forms.find(&words);
                let part = (!occupations.is_empty()).then(|| Part::Occupations(with_twins(taxonomy, occupations)));
                part.map(|part| (part, true)).ok_or(words)
            }
            other => part(other).map(|part| (part, sure)).ok_or_else(|| text.to_owned()),
        }
    };
    refused.into_iter().map(read).collect()
}

fn part(refused: Refused) -> Option<Part> {
    match refused {
        Refused::Condition(condition) => Some(Part::Condition(condition)),
        Refused::Contract(kind) => Some(Part::Contract(kind)),
        Refused::Language(asked) => Some(Part::Language(asked)),
        Refused::Words(_) => None,
    }
}

fn not_understood(number: usize, cause: String) -> Issue {
    Issue::new("exclusion.not-understood", Severity::Warning, cause)
        .at(format!("/exclusions/{number}"))
        .action("It leaves nothing out. Name an occupation, skill, kind of contract, employer or mark.")
}

/// Every part but the words.
fn parts(taxonomy: &Taxonomy, exclusion: &Exclusion) -> Result<Vec<Part>, String> {
    let frozen = &taxonomy.0;
    let mut parts = Vec::new();
    if let Some(id) = &exclusion.occupation {
        let occupations = frozen.occupations.find(id).map_or_else(|| frozen.occupation_forms.find(id), |o| vec![o]);
        match (occupations.is_empty(), frozen.groups.find(id)) {
            (false, _) => parts.push(Part::Occupations(with_twins(taxonomy, occupations))),
            (true, Some(group)) => parts.push(Part::Group(group)),
            (true, None) => return Err(id.clone()),
        }
    }
    if let Some(id) = &exclusion.skill {
        let skills = super::skills::resolve(taxonomy, id);
        if skills.is_empty() {
            return Err(id.clone());
        }
        parts.push(Part::Skills(skills));
    }
    if let Some(contract) = exclusion.contract {
        parts.push(Part::Contract(contract));
    }
    if let Some(employer) = &exclusion.employer {
        parts.push(Part::Employer(text::fold(employer)));
    }
    if let Some(tag) = &exclusion.tag {
        let (key, value) = tag.split_once('=').ok_or_else(|| tag.clone())?;
        parts.push(Part::Tag(key.to_owned(), value.to_owned()));
    }
    Ok(parts)
}

/// These occupations and what another classification calls them.
fn with_twins(taxonomy: &Taxonomy, mut occupations: Vec<u32>) -> Vec<u32> {
    let sure = |&&(_, confidence): &&(u32, crate::units::Ratio)| confidence == crate::units::Ratio::ONE;
    let twins: Vec<u32> = occupations
        .iter()
        .flat_map(|&o| taxonomy.0.crosswalk.row(o as usize).iter().filter(sure).map(|&(twin, _)| twin))
        .collect();
    occupations.extend(twins);
    occupations.sort_unstable();
    occupations.dedup();
    occupations
}
