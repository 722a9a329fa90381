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
    count: usize,
    set: Vec<u32>,
}

impl Titles {
    pub(super) fn fill(&mut self, occupations: usize, offers: &Columns, titles: &[Past]) {
        self.clear(occupations, titles.len());
        for (number, title) in titles.iter().enumerate() {
            let forms = title.forms.iter().filter_map(|form| offers.forms.find(form));
            self.called.extend(forms.map(|form| (form, number as u32)));
            for &near in &title.similar {
                self.set(number, near);
            }
        }
        self.called.sort_unstable();
    }

    /// Only beside one offer of the index.
    pub(super) fn fill_for(&mut self, occupations: usize, offers: &Columns, offer: usize, titles: &[Past]) {
        self.clear(occupations, titles.len());
        let same = |title: &Past, form: u32| {
            let text = offers.forms.text(form);
            title.forms.binary_search_by(|own| own.as_str().cmp(text)).is_ok()
        };
        for (number, title) in titles.iter().enumerate() {
            let forms = offers.title_forms.row(offer).iter().filter(|&&form| same(title, form));
            self.called.extend(forms.map(|&form| (form, number as u32)));
            let near = |occupation| title.similar.binary_search_by_key(&occupation, |&(known, _)| known).ok();
            if let Some(i) = offers.occupation[offer].and_then(near) {
                self.set(number, title.similar[i]);
            }
        }
        self.called.sort_unstable();
    }

    fn clear(&mut self, occupations: usize, titles: usize) {
        for place in self.set.drain(..) {
            self.rows[place as usize] = Ratio::ZERO;
        }
        self.called.clear();
        self.width = occupations;
        self.count = titles;
        if self.rows.len() < occupations * titles {
            self.rows.resize(occupations * titles, Ratio::ZERO);
        }
    }

    fn set(&mut self, number: usize, (occupation, nearness): (u32, Ratio)) {
        let place = number * self.width + occupation as usize;
        self.rows[place] = nearness;
        self.set.push(place as u32);
    }

    /// Whether any of hers is near to an occupation of the taxonomy at all.
    #[inline]
    pub(crate) fn come_near(&self, occupation: u32) -> bool {
        (0..self.count).any(|number| self.nearness(number, occupation) > Ratio::ZERO)
    }

    /// How near one of hers is to an occupation of the taxonomy.
    #[inline]
    pub(crate) fn nearness(&self, number: usize, occupation: u32) -> Ratio {
        self.rows[number * self.width + occupation as usize]
    }
}
