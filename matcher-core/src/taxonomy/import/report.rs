use crate::Issue;

/// What was read, and what was lost.
#[derive(Clone, Debug, Default)]
pub struct ImportReport {
    /// What was counted, in the order in which it was first met.
    pub counts: Vec<(String, usize)>,
    /// Every single loss, merge and assumption.
    pub issues: Vec<Issue>,
}

impl ImportReport {
    /// The count under this name; 0 where nothing was counted.
    pub fn counted(&self, what: &str) -> usize {
        self.counts.iter().find(|(name, _)| name == what).map_or(0, |&(_, count)| count)
    }

    /// How many issues there are of each code, rising by code.
    pub fn by_code(&self) -> Vec<(&str, usize)> {
        let mut codes: Vec<&str> = self.issues.iter().map(|issue| &*issue.code).collect();
        codes.sort_unstable();
        codes.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).collect()
    }

    pub(super) fn count(&mut self, what: &str, more: usize) {
        match self.counts.iter_mut().find(|(name, _)| name == what) {
            Some((_, count)) => *count += more,
            None => self.counts.push((what.to_owned(), more)),
        }
    }
}
