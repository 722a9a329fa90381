use crate::prepare::{Columns, Past};
use crate::units::Ratio;

/// Past occupations or wishes of one person beside the offers of an index. Used again from person to person; only what the
/// last one set is cleared.
#[derive(Default)]
pub(crate) struct Titles {
    /// Form of a title in the index → the occupation that is called so; sorted. Titles are compared once for each form of
    /// hers, and by number for each offer.
    pub(crate) called: Vec<(u32, u32)>,
    /// Occupation of hers → occupation of the taxonomy → nearness, dense.
    rows: Vec<Ratio>,
    width: usize,
    set: Vec<u32>,
}

impl Titles {
    pub(super) fn fill(&mut self, occupations: usize, offers: &Columns, titles: &[Past]) {
        for place in self.set.drain(..) {
            self.rows[place as usize] = Ratio::ZERO;
        }
        self.called.clear();
        self.width = occupations;
        if self.rows.len() < occupations * titles.len() {
            self.rows.resize(occupations * titles.len(), Ratio::ZERO);
        }
        for (number, title) in titles.iter().enumerate() {
            let forms = title.forms.iter().filter_map(|form| offers.forms.find(form));
            self.called.extend(forms.map(|form| (form, number as u32)));
            for &(occupation, nearness) in &title.similar {
                let place = number * occupations + occupation as usize;
                self.rows[place] = nearness;
                self.set.push(place as u32);
            }
        }
        self.called.sort_unstable();
    }

    /// How near one of hers is to an occupation of the taxonomy.
    #[inline]
    pub(crate) fn nearness(&self, number: usize, occupation: u32) -> Ratio {
        self.rows[number * self.width + occupation as usize]
    }
}
