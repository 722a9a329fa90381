use std::ops::Range;

use crate::prepare::{Demand, NOT_UNDERSTOOD, Person};
use crate::taxonomy::{Csr, Taxonomy};
use crate::units::Ratio;

/// What people have of skills, in a form that an upper bound is read from: for each skill a list of who has it, and of what it
/// is worth to them. A search reads the lists of what is asked and passes over all that a person has besides.
#[derive(Default)]
pub(super) struct Skills {
    /// Skill → the slots of those who have it, rising, and, at the same places, the number of what it is worth to each.
    holders: Csr<u32>,
    numbers: Vec<u16>,
    /// What a skill is worth, each way once; see [`numbered`].
    worths: Vec<Worth>,
    /// Slot → the credit of a requirement that was not understood.
    ordinary: Vec<Ratio>,
    /// Skill → the skills that lend to it.
    lenders: Csr<(u32, Ratio)>,
}

/// Those who have a skill, each with the number of what it is worth to her.
#[derive(Clone, Copy)]
struct Holders<'a> {
    slots: &'a [u32],
    numbers: &'a [u16],
}

/// What one skill is worth where the level asked is unknown, then for levels 1 to 4.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    /// Where it is asked itself.
    has: [Ratio; 5],
    /// Where it lends; nothing where it is had through narrower ones alone.
    lends: [Ratio; 5],
}

impl Skills {
    /// Of people in this order.
    pub(super) fn new(taxonomy: &Taxonomy, people: &[Person], order: &[u32]) -> Skills {
        let skills = taxonomy.0.skills.len();
        let all = || order.iter().map(|&row| own(&people[row as usize]));
        let worths = numbered(all().flatten().map(|(_, worth)| worth).collect(), 1 << 16);
        let number = |worth| worths.binary_search(&worth).unwrap_or(worths.len() - 1) as u16;
        let mut holders = vec![Vec::new(); skills];
        for (slot, own) in (0..).zip(all()) {
            for (skill, worth) in own {
                holders[skill as usize].push((slot, number(worth)));
            }
        }
        Skills {
            numbers: holders.iter().flatten().map(|&(_, number)| number).collect(),
            holders: Csr::from_rows(holders.iter().map(|all| all.iter().map(|&(slot, _)| slot))),
            ordinary: order.iter().map(|&row| people[row as usize].0.ordinary).collect(),
            lenders: taxonomy.0.lends.reversed_pairs(skills),
            worths,
        }
    }

    fn holders(&self, skill: u32) -> Holders<'_> {
        let offsets = self.holders.offsets();
        let (begin, end) = (offsets[skill as usize] as usize, offsets[skill as usize + 1] as usize);
        Holders { slots: &self.holders.values()[begin..end], numbers: &self.numbers[begin..end] }
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        size_of_val(self.holders.values())
            + size_of_val(&*self.numbers)
            + 4 * (self.holders.offsets().len() + self.lenders.offsets().len())
            + size_of_val(&*self.worths)
            + size_of_val(&*self.ordinary)
            + size_of_val(self.lenders.values())
    }
}

/// The skills of one person, rising, each with what it is worth.
fn own(person: &Person) -> impl Iterator<Item = (u32, Worth)> + '_ {
    let lenders = &person.0.lenders;
    person.0.have.iter().map(|have| {
        let lender = lenders.binary_search_by_key(&have.skill, |lender| lender.skill);
        let lends = lender.map_or([Ratio::ZERO; 5], |number| lenders[number].credits);
        (have.skill, Worth { has: have.credits, lends })
    })
}

/// Each once, rising, and no more than so many: what is left over counts as the last of them, which is worth the most there is.
fn numbered(mut worths: Vec<Worth>, most: usize) -> Vec<Worth> {
    worths.sort_unstable();
    worths.dedup();
    worths.truncate(most - 1);
    worths.push(Worth { has: [Ratio::ONE; 5], lends: [Ratio::ONE; 5] });
    worths.shrink_to_fit();
    worths
}

/// A part of a weight, in parts of 2³⁰, rounded up.
fn gain(weight: u32, credit: Ratio) -> u32 {
    (u64::from(weight) * u64::from(credit.parts())).div_ceil(1 << Ratio::BITS) as u32
}

/// What people gain of what one offer asks. A requirement is credited with the better of what a person has and the best loan, as
/// if a skill could be lent many times; the score lends a skill once: it never credits more.
///
/// Used again from offer to offer.
#[derive(Default)]
pub(super) struct Gains {
    /// Slot → what it gains; true of those alone who are in reach.
    of: Vec<Gained>,
    /// The weights of all requirements and of those not understood.
    asked: u32,
    not_understood: u32,
}

/// What one person gains, in parts of 2³⁰.
#[derive(Clone, Copy, Default)]
struct Gained {
    /// The requirement that was credited last, counted from 1, and with how much.
    last: u32,
    best: u32,
    /// For all requirements.
    all: u32,
}

impl Gained {
    /// The better of this and what the same requirement is credited with already.
    #[inline]
    fn credit(&mut self, requirement: u32, gain: u32) {
        let before = if self.last == requirement { self.best } else { 0 };
        let best = gain.max(before);
        *self = Gained { last: requirement, best, all: self.all + (best - before) };
    }
}

impl Gains {
    /// Credits every requirement to those who meet it or lend to it, within these ranges of slots, which rise. Returns how many
    /// skills had were read.
    pub(super) fn fill(&mut self, skills: &Skills, demands: &[Demand], within: &[Range<u32>]) -> usize {
        self.of.resize(skills.ordinary.len(), Gained::default());
        for range in within {
            self.of[range.start as usize..range.end as usize].fill(Gained::default());
        }
        (self.asked, self.not_understood) = (0, 0);
        let mut read = 0;
        for (requirement, demand) in (1..).zip(demands) {
            let (weight, need) = (demand.weight, usize::from(demand.need.0));
            self.asked += weight;
            if demand.skill == NOT_UNDERSTOOD {
                self.not_understood += weight;
                continue;
            }
            let worths = &skills.worths;
            let has = |number: u16| gain(weight, worths[usize::from(number)].has[need]);
            read += self.credit(requirement, skills.holders(demand.skill), within, has);
            for &(lender, nearness) in skills.lenders.row(demand.skill as usize) {
                if demands.binary_search_by_key(&lender, |demand| demand.skill).is_ok() {
                    continue;
                }
                let lent = |number: u16| gain(weight, worths[usize::from(number)].lends[need].times(nearness));
                read += self.credit(requirement, skills.holders(lender), within, lent);
            }
        }
        read
    }

    /// Credits one requirement to those of these people who lie within; returns how many they are.
    fn credit(
        &mut self,
        requirement: u32,
        holders: Holders<'_>,
        within: &[Range<u32>],
        gain: impl Fn(u16) -> u32,
    ) -> usize {
        let (mut at, mut read) = (0, 0);
        for range in within {
            at += first_from(&holders.slots[at..], range.start);
            let begin = at;
            while let Some(&slot) = holders.slots.get(at).filter(|&&slot| slot < range.end) {
                self.of[slot as usize].credit(requirement, gain(holders.numbers[at]));
                at += 1;
            }
            read += at - begin;
        }
        read
    }

    /// A loss, in parts of 2³⁰, that all skills asked cost a person in reach at least.
    #[inline]
    pub(super) fn least_loss(&self, skills: &Skills, slot: u32) -> u32 {
        let gained = self.of[slot as usize].all;
        let not_understood = match self.not_understood {
            0 => 0,
            weight => gain(weight, skills.ordinary[slot as usize]),
        };
        self.asked.saturating_sub(gained + not_understood)
    }
}

/// How many of these slots, which rise, come before this one. They are not halved from the middle on but passed over in steps
/// that double: what is looked for is near, and what is near is read ahead.
fn first_from(slots: &[u32], from: u32) -> usize {
    let mut step = 1;
    while slots.get(step - 1).is_some_and(|&slot| slot < from) {
        step *= 2;
    }
    let begin = step / 2;
    begin + slots[begin..slots.len().min(step)].partition_point(|&slot| slot < from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Profile;
    use crate::testing::{people, worlds};

    /// The same loss, person by person: each requirement with the best of all that she has.
    fn slow_loss(lends: &Csr<(u32, Ratio)>, demands: &[Demand], person: &Person) -> u32 {
        let (mut asked, mut gained, mut not_understood) = (0, 0, 0);
        for demand in demands {
            let need = usize::from(demand.need.0);
            asked += demand.weight;
            if demand.skill == NOT_UNDERSTOOD {
                not_understood += demand.weight;
                continue;
            }
            let is_asked = |skill: u32| demands.iter().any(|demand| demand.skill == skill);
            let credits = own(person).flat_map(|(skill, worth)| {
                let has = (skill == demand.skill).then_some(worth.has[need]);
                let to = lends.row(skill as usize).iter().filter(|(to, _)| *to == demand.skill && !is_asked(skill));
                has.into_iter()
                    .chain(to.map(move |&(_, nearness)| worth.lends[need].times(nearness)))
                    .collect::<Vec<_>>()
            });
            gained += credits.map(|credit| gain(demand.weight, credit)).max().unwrap_or_default();
        }
        asked.saturating_sub(gained + gain(not_understood, person.0.ordinary))
    }

    proptest! {
        #[test]
        fn lists_of_holders_tell_what_a_look_at_each_person_does(
            world in worlds(), more in prop::collection::vec(people(), 0..40), every in 1u32..6, wide in 1u32..9,
        ) {
            let engine = world.engine();
            let (index, _) = engine.offers(&world.offers);
            let named = more.into_iter().enumerate().map(|(i, more)| Profile { id: format!("more-{i}"), ..more });
            let people: Vec<Person> =
                world.people.iter().cloned().chain(named).map(|profile| engine.prepare(&profile).unwrap()).collect();
            let order: Vec<u32> = (0..people.len() as u32).rev().collect();
            let taxonomy = &engine.0.taxonomy;
            let skills = Skills::new(taxonomy, &people, &order);
            let within: Vec<Range<u32>> = (0..people.len() as u32)
                .step_by((every + wide) as usize)
                .map(|begin| begin..(begin + wide).min(people.len() as u32))
                .collect();
            // Used again from offer to offer.
            let mut gains = Gains::default();
            for offer in 0..world.offers.len().min(index.len()) {
                let demands = index.0.offers.demands.row(offer);
                gains.fill(&skills, demands, &within);
                for slot in within.iter().cloned().flatten() {
                    let person = &people[order[slot as usize] as usize];
                    prop_assert_eq!(gains.least_loss(&skills, slot), slow_loss(&taxonomy.0.lends, demands, person));
                }
            }
        }

        #[test]
        fn what_comes_before_a_slot_is_what_a_look_at_each_says(
            mut slots in prop::collection::vec(0u32..500, 0..200), from in 0u32..500,
        ) {
            slots.sort_unstable();
            prop_assert_eq!(first_from(&slots, from), slots.iter().filter(|&&slot| slot < from).count());
        }

        /// What has no number of its own is worth no less than it is.
        #[test]
        fn too_many_worths_count_as_the_most(parts in prop::collection::vec(0u32..32_768, 0..12), most in 1usize..6) {
            let worth = |parts| Worth { has: [Ratio::from_parts(parts); 5], lends: [Ratio::ZERO; 5] };
            let all: Vec<Worth> = parts.into_iter().map(worth).collect();
            let numbered = numbered(all.clone(), most);
            prop_assert!(numbered.len() <= most && numbered.is_sorted());
            for worth in all {
                let number = numbered.binary_search(&worth).unwrap_or(numbered.len() - 1);
                prop_assert!(numbered[number].has >= worth.has);
            }
        }
    }
}
