use crate::prepare::Columns;
use crate::score::Touched;
use crate::taxonomy::Csr;

/// Form of a title → the offers that have it.
#[derive(Default)]
pub(super) struct Titled(Csr<u32>);

impl Titled {
    /// Of offers in this order.
    pub(super) fn new(offers: &Columns, order: &[u32]) -> Titled {
        let forms = order.iter().map(|&row| offers.title_forms.row(row as usize).iter().copied());
        Titled(Csr::from_rows(forms).reversed(offers.forms.len()))
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        4 * (self.0.offsets().len() + self.0.values().len())
    }
}

/// The offers that have a title which a person has had or wishes for: of these a class tells too little.
#[derive(Default)]
pub(super) struct Marks {
    bits: Vec<u64>,
    set: Vec<u32>,
}

impl Marks {
    pub(super) fn fill(&mut self, titled: &Titled, touched: &Touched, offers: usize) {
        for word in self.set.drain(..) {
            self.bits[word as usize] = 0;
        }
        self.bits.resize(offers.div_ceil(64), 0);
        for &(form, _) in touched.past.called.iter().chain(&touched.wishes.called) {
            for &offer in titled.0.row(form as usize) {
                let word = &mut self.bits[offer as usize / 64];
                if *word == 0 {
                    self.set.push(offer / 64);
                }
                *word |= 1 << (offer % 64);
            }
        }
    }

    #[inline]
    pub(super) fn has(&self, offer: u32) -> bool {
        self.bits[offer as usize / 64] >> (offer % 64) & 1 == 1
    }
}
