//! Numbers computed once, when a taxonomy is frozen.

mod ancestors;
pub(super) mod fingerprint;
mod lends;
mod mean_share;
mod similar;
mod specificity;

use super::{Csr, Frozen};
use crate::Error;

/// Fills every derived field.
pub(super) fn all(frozen: &mut Frozen) -> Result<(), Error> {
    let (demand, shares) = basic(frozen)?;
    frozen.lends = lends::table(frozen, &demand);
    frozen.similar = similar::table(frozen, &shares);
    frozen.fingerprint = fingerprint::of(frozen);
    Ok(())
}

/// Fills what costs little, which a snapshot need not store: all but what skills lend, similar occupations and the
/// fingerprint.
pub(super) fn cheap(frozen: &mut Frozen) -> Result<(), Error> {
    basic(frozen).map(drop)
}

/// Occupation → its skills with their shares.
type Shares = Csr<(u32, u16)>;

/// Also returns the skills and the shares of every occupation, for the tables that cost more.
fn basic(frozen: &mut Frozen) -> Result<(Csr<u32>, Shares), Error> {
    frozen.ancestors = ancestors::closure(&frozen.skill_broader, &frozen.skills)?;
    ancestors::closure(&frozen.group_broader, &frozen.groups)?;
    frozen.occupation_all_groups = ancestors::groups_of_occupations(frozen)?;
    let demand = Csr::from_rows(frozen.essential.rows().zip(frozen.optional.rows()).map(|(essential, optional)| {
        let mut both = [essential, optional].concat();
        both.sort_unstable();
        both
    }));
    frozen.specificity = specificity::of_skills(frozen, &demand);
    frozen.median_specificity = specificity::median(frozen);
    let shares = mean_share::shares(frozen);
    frozen.mean_share = mean_share::means(frozen, &shares);
    Ok((demand, shares))
}

/// Information of an event that `count` of `total` things share, as a part of the largest information there is:
/// ln((total + 1) / (count + 1)) / ln(total + 1), between 0 (all share it) and 1 (none does).
fn information(count: u32, total: usize) -> f64 {
    if total == 0 {
        return 1.0;
    }
    let total = total as f64 + 1.0;
    libm::log(total / (f64::from(count) + 1.0)) / libm::log(total)
}
