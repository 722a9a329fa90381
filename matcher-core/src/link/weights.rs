use crate::units::Ratio;

/// How much each measure counts: round numbers, judged on the development sets by `cargo run -p matcher-benches --bin
/// linking`, to be looked at again whenever the table changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkWeights {
    /// Shared words and letter groups of the nearest label.
    pub alike: i32,
    /// Cosine to the nearest label.
    pub label: i32,
    /// Cosine to the middle of the labels.
    pub labels: i32,
    /// Cosine to the middle of the descriptions.
    pub texts: i32,
    /// Concepts that are looked at label by label.
    pub candidates: usize,
    /// A best score below it means that nothing is close.
    pub nothing_close: Ratio,
}

impl Default for LinkWeights {
    fn default() -> LinkWeights {
        LinkWeights { alike: 10, label: 5, labels: 60, texts: 40, candidates: 100, nothing_close: Ratio::percent(30) }
    }
}

impl LinkWeights {
    /// The weighted mean of four measures in Q15, cut to 0 and to just below 1, which only a label itself has.
    pub(super) fn score(&self, alike: i32, label: i32, labels: i32, texts: i32) -> Ratio {
        let sum = i64::from(self.alike) * i64::from(alike)
            + i64::from(self.label) * i64::from(label)
            + i64::from(self.labels) * i64::from(labels)
            + i64::from(self.texts) * i64::from(texts);
        let all = i64::from(self.alike + self.label + self.labels + self.texts).max(1);
        Ratio::from_parts((sum / all).clamp(0, i64::from(Ratio::ONE.parts()) - 1) as u32)
    }
}
