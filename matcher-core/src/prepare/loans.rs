use super::skills::{Claim, Source, credits};
use crate::taxonomy::Taxonomy;
use crate::units::Ratio;

/// A skill that a person has and may lend to one requirement near it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lender {
    pub(crate) skill: u32,
    /// What the skill itself is worth where the level asked is unknown, then for levels 1 to 4.
    pub(crate) credits: [Ratio; 5],
    pub(crate) source: Source,
}

/// One possible loan: `lender` (its number among the person's lenders) to the skill `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Loan {
    pub(crate) to: u32,
    pub(crate) lender: u32,
    pub(crate) nearness: Ratio,
}

/// One lender for each skill claimed, whatever the number of its claims, and every loan it could make; sorted by the
/// skill lent to, then by lender.
pub(super) fn of_claims(taxonomy: &Taxonomy, claims: &[Claim]) -> (Vec<Lender>, Vec<Loan>) {
    let mut lenders: Vec<Lender> = claims
        .iter()
        .map(|claim| Lender {
            skill: claim.skill,
            credits: credits(claim.level, claim.confidence),
            source: claim.source,
        })
        .collect();
    lenders.sort_by_key(|lender| (lender.skill, lender.source));
    lenders.dedup_by(|next, kept| {
        let same = next.skill == kept.skill;
        if same {
            kept.credits = std::array::from_fn(|need| kept.credits[need].max(next.credits[need]));
        }
        same
    });
    let mut loans = Vec::new();
    for (number, lender) in lenders.iter().enumerate() {
        for &(to, nearness) in taxonomy.0.lends.row(lender.skill as usize) {
            loans.push(Loan { to, lender: number as u32, nearness });
        }
    }
    loans.sort_unstable_by_key(|loan| (u64::from(loan.to) << 32) | u64::from(loan.lender));
    (lenders, loans)
}
