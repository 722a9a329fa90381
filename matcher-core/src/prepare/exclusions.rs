use crate::issue::{Issue, Severity};
use crate::model::{ContractKind, Exclusion};
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
}

/// The exclusions that were understood; each that was not is an issue and excludes nothing.
pub(super) fn resolve(taxonomy: &Taxonomy, exclusions: &[Exclusion], issues: &mut Vec<Issue>) -> Vec<Excluded> {
    let mut all = Vec::new();
    for (number, exclusion) in exclusions.iter().enumerate() {
        match parts(taxonomy, exclusion) {
            Ok(parts) if !parts.is_empty() => all.push(Excluded { number, parts }),
            Ok(_) => issues.push(not_understood(number, "an exclusion says nothing".to_owned())),
            Err(what) => issues.push(not_understood(number, format!("the exclusion “{what}” was not understood"))),
        }
    }
    all
}

fn not_understood(number: usize, cause: String) -> Issue {
    Issue::new("exclusion.not-understood", Severity::Warning, cause)
        .at(format!("/exclusions/{number}"))
        .action("It leaves nothing out. Name an occupation, skill, kind of contract, employer or mark.")
}

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
    if let Some(words) = &exclusion.text {
        let occupations = frozen.occupation_forms.find(words);
        if occupations.is_empty() {
            return Err(words.clone());
        }
        parts.push(Part::Occupations(with_twins(taxonomy, occupations)));
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
