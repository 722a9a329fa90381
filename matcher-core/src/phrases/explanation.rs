use std::fmt;

use super::Phrases;
use crate::change::Change;
use crate::criteria::State;
use crate::explain::{Explanation, Line, Part, shown};
use crate::model::Language;
use crate::taxonomy::Taxonomy;
use crate::units::{Ratio, Score};

impl Explanation {
    /// The explanation in words, to a tenth of a point: score, confidence, and under each criterion what is missing, what
    /// it takes, and what meeting it would bring. It ends with a line break.
    pub fn render(&self, language: Language, taxonomy: &Taxonomy) -> String {
        Phrases::of(language).explanation(self, taxonomy, 1)
    }
}

/// In English, with the names of the taxonomy that the pair was scored with; with ids where the explanation was read from
/// a file. See [`Explanation::render`] for other languages.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.render(Language::EN, &self.names.taxonomy()).trim_end())
    }
}

impl Phrases {
    /// An explanation in words, to 0 to 4 decimals of a point. The points shown add up to 100 at every precision.
    pub fn explanation(&self, explanation: &Explanation, taxonomy: &Taxonomy, decimals: u32) -> String {
        let decimals = decimals.min(4);
        let (score, parts) = shown(explanation, decimals);
        let points = |units: u32| self.decimal(i64::from(units), decimals);
        let ui = |line: Line| self.line(&line, taxonomy);
        let mut out = format!("{} ({})\n", explanation.title, explanation.offer);
        let mut push = |indent: usize, text: String| out.push_str(&format!("{:indent$}{text}\n", ""));
        push(
            0,
            ui(Line::new("ui.headline")
                .text("points", points(score))
                .word("band", super::names::band(explanation.band))),
        );
        let side = |score: Score| self.decimal(i64::from(rounded(score.get(), decimals)), decimals);
        push(2, ui(Line::new("ui.sides-line").text("fit", side(explanation.fit)).text("wish", side(explanation.wish))));
        push(2, ui(Line::new("ui.confidence-line").percent("percent", explanation.confidence)));
        if let Some(travel) = &explanation.travel {
            push(2, ui(Line::new("ui.way-line").text("way", self.travel(travel))));
        }
        if let Some(shares) = self.origins(explanation, taxonomy) {
            push(2, ui(Line::new("ui.origins-line").text("shares", shares)));
        }
        if !explanation.unverified.is_empty() {
            let filters: Vec<&str> = explanation.unverified.iter().map(|&filter| self.filter(filter)).collect();
            push(2, ui(Line::new("ui.unverified-line").text("filters", filters.join(", "))));
        }
        let lost: u32 = parts.iter().map(|(lost, _)| lost).sum();
        push(2, if lost == 0 { ui(Line::new("ui.nothing-missing")) } else { ui(self.missing(lost, decimals)) });
        let width = points(lost).chars().count();
        for (part, (lost, lines)) in explanation.criteria.iter().zip(parts) {
            push(4, format!("{:>width$}  {}", points(lost), self.heading(part)));
            for (line, lost) in part.lines.iter().zip(lines) {
                push(6, format!("{:>width$}  {}", points(lost), self.reason(line, taxonomy, decimals)));
            }
        }
        out
    }

    fn missing(&self, lost: u32, decimals: u32) -> Line {
        let line = Line::new("ui.missing-line");
        match decimals {
            0 => line.number("points", lost),
            1 => line.tenths("points", lost),
            _ => line.text("points", self.decimal(i64::from(lost), decimals)),
        }
    }

    /// The criterion, and that it is not stated where one side does not say.
    fn heading(&self, part: &Part) -> String {
        let name = self.criterion(&part.criterion);
        if part.state == State::Unknown { format!("{name} ({})", self.text("ui.not-stated")) } else { name.to_owned() }
    }

    /// A line and what meeting it would bring, where that is anything at this precision.
    fn reason(&self, line: &Line, taxonomy: &Taxonomy, decimals: u32) -> String {
        let text = self.line(line, taxonomy);
        let gain = line.gain.map_or(0, |gain| rounded(gain, decimals));
        if gain == 0 {
            return text;
        }
        let points = format!("+{}", self.decimal(i64::from(gain), decimals));
        let what = match line.change.as_ref().filter(|change| !says_what_the_line_says(change)) {
            None => Line::new("ui.gain"),
            Some(change) => Line::new("ui.gain-with").text("change", self.change(change, taxonomy)),
        };
        format!("{text} → {}", self.line(&what.text("points", points), taxonomy))
    }

    /// Where the skills asked come from; `None` where none is asked.
    fn origins(&self, explanation: &Explanation, taxonomy: &Taxonomy) -> Option<String> {
        let keys = ["share.listed", "share.spotted", "share.implied", "share.unknown"];
        let shares = keys.into_iter().zip(explanation.origins).filter(|(_, share)| *share > Ratio::ZERO);
        let words: Vec<String> =
            shares.map(|(key, share)| self.line(&Line::new(key).percent("share", share), taxonomy)).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// Ten-thousandths of a point to so many decimals.
fn rounded(ten_thousandths: u32, decimals: u32) -> u32 {
    let step = 10u32.pow(4 - decimals);
    (ten_thousandths + step / 2) / step
}

/// A line about a requirement names it already.
fn says_what_the_line_says(change: &Change) -> bool {
    matches!(change, Change::Skill { .. } | Change::Education { .. } | Change::Language { .. } | Change::Licence { .. })
}
