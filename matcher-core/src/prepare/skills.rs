use super::spotted;
use crate::engine::Parts;
use crate::issue::{Issue, Severity};
use crate::model::{Limits, SkillClaim};
use crate::score::constants::{IMPLIED_CONFIDENCE, LEVEL_CREDIT, LEVEL_HAVE_UNKNOWN};
use crate::spot::readable;
use crate::taxonomy::Taxonomy;
use crate::units::{Level, Ratio};

/// Where a claim to a skill comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// The person says so.
    Stated,
    /// A past occupation asks for it; the number is that of the past occupation.
    Implied(u32),
}

/// A skill that a person has, itself or through something narrower, with what it is worth for each level that an offer
/// may ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Have {
    pub(crate) skill: u32,
    /// Credit where the level asked is unknown, then for levels 1 to 4.
    pub(crate) credits: [Ratio; 5],
    /// The claim that gives the most: the person's own skill, which may be a narrower one.
    pub(crate) through: u32,
    pub(crate) source: Source,
    pub(crate) level: Option<Level>,
}

/// The credit of one claim for each level asked: none known, 1 to 4.
pub(crate) fn credits(level: Option<Level>, confidence: Ratio) -> [Ratio; 5] {
    let credit = |need: Option<u8>| match (level, need) {
        (_, None) => Ratio::ONE,
        // Never less than the lowest level would give.
        (None, Some(need)) => LEVEL_HAVE_UNKNOWN.max(LEVEL_CREDIT[usize::from(need - 1)]),
        (Some(have), Some(need)) => LEVEL_CREDIT[usize::from(need.saturating_sub(have.get()))],
    };
    [None, Some(1), Some(2), Some(3), Some(4)].map(|need| credit(need).times(confidence))
}

/// One claim to one skill of the taxonomy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    pub(super) skill: u32,
    pub(super) level: Option<Level>,
    pub(super) confidence: Ratio,
    pub(super) source: Source,
}

/// The concepts that a text names: by id, else by exact label. Of several with one label all are meant.
pub(crate) fn resolve(taxonomy: &Taxonomy, text: &str) -> Vec<u32> {
    match taxonomy.0.skills.find(text.trim()) {
        Some(skill) => vec![skill],
        None => taxonomy.0.skill_forms.find(text),
    }
}

/// The person's own claims, and an issue for each that names nothing.
pub(super) fn stated(engine: &Parts, skills: &[SkillClaim], issues: &mut Vec<Issue>) -> Vec<Claim> {
    let taxonomy = &engine.taxonomy;
    let mut claims = Vec::new();
    for (i, SkillClaim { skill, level, .. }) in skills.iter().enumerate() {
        let found = resolve(taxonomy, skill);
        let inside = if found.is_empty() { spotted::in_phrase(engine, skill) } else { Vec::new() };
        let told = match (&found[..], &inside[..]) {
            ([], []) => Some(not_found(skill)),
            ([], inside) => in_words(taxonomy, skill, inside),
            (found, _) => several(taxonomy, skill, found),
        };
        issues.extend(told.map(|issue| issue.at(format!("/skills/{i}"))));
        let claim = |skill| Claim { skill, level: *level, confidence: Ratio::ONE, source: Source::Stated };
        claims.extend(found.into_iter().chain(inside).map(claim));
    }
    claims
}

/// What a person's own text names, with a note of it.
pub(super) fn in_text(engine: &Parts, text: &str, issues: &mut Vec<Issue>) -> Vec<Claim> {
    if let Err(issue) = readable(text.as_bytes(), &Limits::default()) {
        issues.push(Issue { severity: Severity::Warning, ..(*issue).at("/text") });
        return Vec::new();
    }
    let found = spotted::in_text(engine, text);
    if !found.is_empty() {
        let cause = format!("the text names {}", ids(&engine.taxonomy, &found));
        let issue = Issue::new("skill.spotted", Severity::Note, cause).at("/text");
        issues.push(issue.action("They count as stated; list those that matter with their levels."));
    }
    let claim = |skill| Claim { skill, level: None, confidence: Ratio::ONE, source: Source::Stated };
    found.into_iter().map(claim).collect()
}

/// What to say where one text names several skills.
pub(super) fn several(taxonomy: &Taxonomy, text: &str, found: &[u32]) -> Option<Issue> {
    (found.len() > 1).then(|| {
        let cause = format!("“{text}” is a label of {}; all were taken", ids(taxonomy, found));
        Issue::new("skill.several", Severity::Note, cause).action("Name one by its id.")
    })
}

/// What to say where a text is no label, but names skills among its words.
pub(super) fn in_words(taxonomy: &Taxonomy, text: &str, found: &[u32]) -> Option<Issue> {
    (!found.is_empty()).then(|| {
        let cause = format!("of “{text}” only {} was understood", ids(taxonomy, found));
        Issue::new("skill.in-words", Severity::Note, cause).action("Name one skill for each entry.")
    })
}

fn ids(taxonomy: &Taxonomy, found: &[u32]) -> String {
    let ids: Vec<&str> = found.iter().map(|&skill| taxonomy.0.skills.id(skill)).collect();
    ids.join(", ")
}

pub(super) fn not_found(text: &str) -> Issue {
    Issue::new("skill.not-found", Severity::Warning, format!("the taxonomy has no skill named “{text}”"))
        .action("Use the label or id of a skill of the taxonomy.")
}

/// What past occupations imply: their essential skills and, through a crosswalk, those of the same occupation elsewhere.
pub(super) fn implied(taxonomy: &Taxonomy, past: u32, occupations: &[u32]) -> Vec<Claim> {
    let frozen = &taxonomy.0;
    let mut claims = Vec::new();
    for &occupation in occupations {
        let twins = frozen.crosswalk.row(occupation as usize).iter().copied();
        for (o, sure) in std::iter::once((occupation, Ratio::ONE)).chain(twins) {
            let confidence = IMPLIED_CONFIDENCE.times(sure);
            claims.extend(frozen.essential.row(o as usize).iter().map(|&skill| Claim {
                skill,
                level: None,
                confidence,
                source: Source::Implied(past),
            }));
        }
    }
    claims
}

/// Everything the claims give: the skills themselves and all above them, each with its best credit for each level.
pub(super) fn have(taxonomy: &Taxonomy, claims: &[Claim]) -> Vec<Have> {
    let mut given: Vec<(u32, u32)> = Vec::new();
    for (claim, number) in claims.iter().zip(0..) {
        let above = taxonomy.0.ancestors.row(claim.skill as usize);
        given.extend(std::iter::once(&claim.skill).chain(above).map(|&skill| (skill, number)));
    }
    given.sort_unstable_by_key(|&(skill, claim)| (u64::from(skill) << 32) | u64::from(claim));
    given.dedup();
    let have = |&(skill, claim): &(u32, u32)| {
        let Claim { skill: through, level, confidence, source } = claims[claim as usize];
        Have { skill, credits: credits(level, confidence), through, source, level }
    };
    let by_skill = given.chunk_by(|a, b| a.0 == b.0);
    by_skill.filter_map(|claims| claims.iter().map(have).reduce(better)).collect()
}

/// The claim shown is the one with the most credit for an unknown level, then the more certain, then the first.
fn better(known: Have, new: Have) -> Have {
    let rank = |h: &Have| (h.credits, std::cmp::Reverse((h.source, h.through != h.skill, h.through)));
    let best = std::array::from_fn(|need| known.credits[need].max(new.credits[need]));
    let shown = if rank(&new) > rank(&known) { new } else { known };
    Have { credits: best, ..shown }
}
