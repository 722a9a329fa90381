use super::upper::Upper;

/// What is known of each class: judged when the first offer of it is met.
#[derive(Default)]
pub(super) struct Memo(Vec<u32>);

const UNSEEN: u32 = u32::MAX;

impl Memo {
    pub(super) fn forget(&mut self, classes: usize) {
        self.0.clear();
        self.0.resize(classes, UNSEEN);
    }

    #[inline]
    pub(super) fn of(&mut self, class: u32, judge: impl FnOnce() -> Upper) -> Upper {
        let known = &mut self.0[class as usize];
        if *known == UNSEEN {
            *known = judge().0;
        }
        Upper(*known)
    }
}
