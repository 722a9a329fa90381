use crate::prepare::{Columns, Inner, Past};
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
    /// Form of a title in the index → the past occupation that is called so; sorted.
    past: Vec<(u32, u32)>,
    /// The same of the wishes.
    wishes: Vec<(u32, u32)>,
}

impl Touched {
    pub(crate) fn fill(&mut self, skills: usize, offers: &Columns, person: &Inner) {
        called(&mut self.past, &offers.forms, &person.past);
        called(&mut self.wishes, &offers.forms, &person.wishes);
        for &skill in &self.skills {
            self.slots[skill as usize] = 0;
        }
        self.skills.clear();
        self.touches.clear();
        self.slots.resize(skills, 0);
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

    fn touch(&mut self, skill: u32) -> &mut Touch {
        let slot = &mut self.slots[skill as usize];
        if *slot == 0 {
            self.touches.push(Touch::default());
            self.skills.push(skill);
            *slot = self.touches.len() as u32;
        }
        &mut self.touches[*slot as usize - 1]
    }

    /// The forms of the index's titles that name past occupations of the person, each with the number of that occupation.
    pub(crate) fn past(&self) -> &[(u32, u32)] {
        &self.past
    }

    /// The same of the wishes.
    pub(crate) fn wishes(&self) -> &[(u32, u32)] {
        &self.wishes
    }

    #[inline]
    pub(crate) fn get(&self, skill: u32) -> Option<&Touch> {
        match self.slots[skill as usize] {
            0 => None,
            slot => Some(&self.touches[slot as usize - 1]),
        }
    }
}

/// Titles are compared here, once for each form of a title of hers, and by number for each offer.
fn called(list: &mut Vec<(u32, u32)>, forms: &[Box<str>], titles: &[Past]) {
    list.clear();
    for (number, title) in titles.iter().enumerate() {
        let known = title.forms.iter().filter_map(|form| forms.binary_search_by(|f| (**f).cmp(form.as_str())).ok());
        list.extend(known.map(|form| (form as u32, number as u32)));
    }
    list.sort_unstable();
}
