use super::titles::Titles;
use crate::prepare::{Columns, Inner, NOT_UNDERSTOOD};
use crate::taxonomy::Taxonomy;
use crate::units::Ratio;

/// What a person gives for one skill: what she has of it, and where the loans to it stand in her list.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Touch {
    pub(crate) credits: [Ratio; 5],
    pub(crate) loans: (u32, u32),
}

/// Skill → [`Touch`], dense: one look-up a requirement. Used again from person to person; only what the last one touched
/// is cleared.
#[derive(Default)]
pub(crate) struct Touched {
    /// Skill → 1 + its number in `touches`; 0 where the person gives nothing.
    slots: Vec<u32>,
    touches: Vec<Touch>,
    skills: Vec<u32>,
    /// Her past occupations.
    pub(crate) past: Titles,
    /// Her wishes.
    pub(crate) wishes: Titles,
}

impl Touched {
    /// What the person has done and wishes for, among what the index offers.
    pub(crate) fn fill_titles(&mut self, occupations: usize, offers: &Columns, person: &Inner) {
        self.past.fill(occupations, offers, &person.past);
        self.wishes.fill(occupations, offers, &person.wishes);
    }

    /// Only what one offer asks about: its skills, its title, its occupation.
    pub(crate) fn fill_for(&mut self, taxonomy: &Taxonomy, offers: &Columns, offer: usize, person: &Inner) {
        let occupations = taxonomy.0.occupations.len();
        self.past.fill_for(occupations, offers, offer, &person.past);
        self.wishes.fill_for(occupations, offers, offer, &person.wishes);
        self.clear_skills(taxonomy.0.skills.len());
        for demand in offers.demands.row(offer).iter().filter(|demand| demand.skill != NOT_UNDERSTOOD) {
            if let Ok(number) = person.have.binary_search_by_key(&demand.skill, |have| have.skill) {
                self.touch(demand.skill).credits = person.have[number].credits;
            }
            let start = person.loans.partition_point(|loan| loan.to < demand.skill);
            let loans = person.loans[start..].iter().take_while(|loan| loan.to == demand.skill).count();
            if loans > 0 {
                self.touch(demand.skill).loans = (start as u32, (start + loans) as u32);
            }
        }
    }

    /// What the person gives for skills.
    pub(crate) fn fill_skills(&mut self, skills: usize, person: &Inner) {
        self.clear_skills(skills);
        for have in &person.have {
            self.touch(have.skill).credits = have.credits;
        }
        let mut start = 0;
        for to in person.loans.chunk_by(|a, b| a.to == b.to) {
            let end = start + to.len() as u32;
            self.touch(to[0].to).loans = (start, end);
            start = end;
        }
    }

    fn clear_skills(&mut self, skills: usize) {
        for &skill in &self.skills {
            self.slots[skill as usize] = 0;
        }
        self.skills.clear();
        self.touches.clear();
        self.slots.resize(skills, 0);
    }

    fn touch(&mut self, skill: u32) -> &mut Touch {
        let slot = &mut self.slots[skill as usize];
        if *slot == 0 {
            self.touches.push(Touch::default());
            self.skills.push(skill);
            *slot = self.touches.len() as u32;
        }
        &mut self.touches[*slot as usize - 1]
    }

    #[inline]
    pub(crate) fn get(&self, skill: u32) -> Option<&Touch> {
        match self.slots[skill as usize] {
            0 => None,
            slot => Some(&self.touches[slot as usize - 1]),
        }
    }
}
