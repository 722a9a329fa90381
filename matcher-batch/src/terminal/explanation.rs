use matcher_core::WhyNot;
use matcher_core::explain::{Explanation, shown};
use matcher_core::units::Score;

use super::Words;

/// An explanation as a tree: score, sides, confidence, and for each criterion what it takes and why.
pub(crate) fn explained(explanation: &Explanation, words: &Words<'_>) -> String {
    let mut out = format!("{} → {} ({})\n", explanation.profile, explanation.title, explanation.offer);
    out.push_str(&format!("{}: {} · {}\n", words.ui("ui.score"), explanation.score, words.band(explanation.band)));
    out.push_str(&format!("{}: {} · ", words.ui("ui.fit"), explanation.fit));
    out.push_str(&format!("{}: {}\n", words.ui("ui.wish"), explanation.wish));
    out.push_str(&format!("{}: {:.0} %\n", words.ui("ui.confidence"), explanation.confidence.to_f64() * 100.0));
    if let Some(travel) = &explanation.travel {
        out.push_str(&format!("{}: {}\n", words.ui("ui.way"), words.travel(travel)));
    }
    // Every number rounded by itself would not add up to what is missing.
    let (_, losses) = shown(explanation, 1);
    for (part, (lost, lines)) in explanation.criteria.iter().zip(losses) {
        out.push_str(&format!("  −{}  {}\n", tenths(lost), words.criterion(&part.criterion)));
        for (line, lost) in part.lines.iter().zip(lines) {
            let gain = match line.gain {
                Some(gain) if gain > 0 => format!("  (+{})", Score::new(gain)),
                _ => String::new(),
            };
            out.push_str(&format!("       −{}  {}{gain}\n", tenths(lost), words.line(line)));
        }
    }
    if !explanation.unverified.is_empty() {
        let filters: Vec<String> = explanation.unverified.iter().map(|&filter| words.filter(filter)).collect();
        out.push_str(&format!("{}: {}\n", words.ui("ui.unverified"), filters.join(", ")));
    }
    out
}

/// Why an offer is not shown, and the smallest change that would bring it in.
pub(crate) fn refused(why: &WhyNot, words: &Words<'_>) -> String {
    let mut out = format!("{} → {} ({})\n", why.profile, why.title, why.offer);
    out.push_str(&format!("{}\n", words.ui("ui.refused-line")));
    for refusal in &why.refusals {
        out.push_str(&format!("  ✗ {}\n", words.line(&refusal.line)));
    }
    if why.relaxation.is_empty() {
        out.push_str(&format!("{}\n", words.ui("ui.no-relaxation")));
        return out;
    }
    out.push_str(&format!("{}\n", words.ui("ui.relaxation-line")));
    for change in &why.relaxation {
        out.push_str(&format!("  → {}\n", words.change(change)));
    }
    out
}

/// Tenths of a point.
fn tenths(points: u32) -> String {
    format!("{}.{}", points / 10, points % 10)
}
