use super::Past;
use crate::model::SkillClaim;
use crate::taxonomy::Taxonomy;
use crate::words::Vector;

/// Something that a person says of herself, as a vector: what an offer's text is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) vector: Vector,
    pub(crate) of: Stated,
}

/// What is stated, by its number in the profile or in the list of what was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    Skill(usize),
    Past(usize),
    Wish(usize),
}

/// Every skill as it is written, or as its concept where it is named by an id; past titles; wished ones. What has no
/// vector says nothing.
pub(super) fn all(taxonomy: &Taxonomy, skills: &[SkillClaim], past: &[Past], wishes: &[Past]) -> Vec<Statement> {
    let Some(words) = taxonomy.words() else { return Vec::new() };
    let skill = |claim: &SkillClaim| match taxonomy.0.skills.find(claim.skill.trim()) {
        Some(concept) => words.skills.labels.get(concept as usize).copied().unwrap_or_default(),
        None => words.vector(&claim.skill),
    };
    let skills = skills.iter().enumerate().map(|(i, claim)| (skill(claim), Stated::Skill(i)));
    let past = past.iter().enumerate().map(|(i, past)| (past.meaning.vector, Stated::Past(i)));
    let wishes = wishes.iter().enumerate().map(|(i, wish)| (wish.meaning.vector, Stated::Wish(i)));
    let all = skills.chain(past).chain(wishes).filter(|(vector, _)| !vector.is_zero());
    all.map(|(vector, of)| Statement { vector, of }).collect()
}
