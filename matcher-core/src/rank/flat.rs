use super::OfferIndex;
use crate::prepare::{NOT_UNDERSTOOD, Person};
use crate::units::Ratio;

/// What the offers of an index ask of skills, as flat arrays: for another program that shall rank the same data. Rows are
/// in the order of [`OfferIndex::iter`].
#[derive(Clone, Debug, Default)]
pub struct FlatDemands {
    /// Number of skills in the taxonomy; as a skill's number it stands for "not understood".
    pub skills: u32,
    /// Offer `i` has the entries from `offsets[i]` to `offsets[i + 1]`.
    pub offsets: Vec<u32>,
    /// The skill.
    pub skill: Vec<u32>,
    /// Level asked, 1 to 4; 0 where none is.
    pub need: Vec<u8>,
    /// What is lost where nothing of it is had, in parts of 2³⁰.
    pub weight: Vec<u32>,
}

/// What a person gives for one skill, in parts of 2¹⁵: where no level is asked, then for levels 1 to 4. The better of what
/// she has and the best loan, as if each skill could be lent many times.
pub type Relaxed = (u32, [u16; 5]);

impl OfferIndex {
    /// The demands of every offer.
    pub fn flat_demands(&self) -> FlatDemands {
        let mut flat = FlatDemands { skills: self.engine().taxonomy().0.skills.len() as u32, ..FlatDemands::default() };
        flat.offsets.push(0);
        for row in 0..self.len() {
            for demand in self.0.offers.demands.row(row) {
                flat.skill.push(if demand.skill == NOT_UNDERSTOOD { flat.skills } else { demand.skill });
                flat.need.push(demand.need.0);
                flat.weight.push(demand.weight);
            }
            flat.offsets.push(flat.skill.len() as u32);
        }
        flat
    }
}

impl Person {
    /// Everything the person gives, rising by skill, and the credit of what was not understood.
    pub fn relaxed(&self) -> (Vec<Relaxed>, u16) {
        let person = &*self.0;
        let mut all: Vec<Relaxed> = Vec::new();
        let narrow = |credits: [Ratio; 5]| credits.map(|credit| credit.parts() as u16);
        all.extend(person.have.iter().map(|have| (have.skill, narrow(have.credits))));
        for loan in &person.loans {
            let lender = &person.lenders[loan.lender as usize];
            all.push((loan.to, narrow(lender.credits.map(|credit| credit.times(loan.nearness)))));
        }
        all.sort_unstable();
        all.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = std::array::from_fn(|need| kept.1[need].max(next.1[need]));
            }
            same
        });
        (all, person.ordinary.parts() as u16)
    }
}
