use super::information;
use crate::taxonomy::{Csr, Frozen};
use crate::units::Ratio;

/// What is left of a skill that every occupation asks for: it says little, not nothing.
const LEAST: f64 = 0.1;

/// How much having a skill says: the information content of "an occupation asks for it or for something narrower"
/// (Resnik 1995, doi:10.48550/arXiv.cmp-lg/9511007), at least [`LEAST`].
pub(super) fn of_skills(frozen: &Frozen, demand: &Csr<u32>) -> Vec<Ratio> {
    let mut asked = vec![0u32; frozen.skills.len()];
    let mut last = vec![u32::MAX; frozen.skills.len()];
    for (occupation, skills) in demand.rows().enumerate() {
        for &skill in skills {
            for &s in [skill].iter().chain(frozen.ancestors.row(skill as usize)) {
                if last[s as usize] != occupation as u32 {
                    last[s as usize] = occupation as u32;
                    asked[s as usize] += 1;
                }
            }
        }
    }
    asked.iter().map(|&count| Ratio::from_f64(information(count, frozen.occupations.len()).max(LEAST))).collect()
}

/// The median over all essential relations; over all skills where there is no relation, 1 where there is no skill.
pub(super) fn median(frozen: &Frozen) -> Ratio {
    let mut all: Vec<Ratio> =
        frozen.essential.values().iter().map(|&skill| frozen.specificity[skill as usize]).collect();
    if all.is_empty() {
        all.clone_from(&frozen.specificity);
    }
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or(Ratio::ONE)
}
