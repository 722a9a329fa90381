use std::ops::AddAssign;

/// What a search looked at: how well the index prunes, in numbers that no other load on the machine moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tiles of which a single offer, or person, was looked at.
    pub tiles_opened: usize,
    /// Offers, or people, of which anything was read one by one.
    pub offers_read: usize,
    /// Skills asked, or had, that were looked up for a bound.
    pub terms_read: usize,
    /// Pairs scored exactly.
    pub scored: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.tiles_opened += other.tiles_opened;
        self.offers_read += other.offers_read;
        self.terms_read += other.terms_read;
        self.scored += other.scored;
    }
}
