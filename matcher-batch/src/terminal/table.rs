use console::{measure_text_width, style, truncate_str};
use matcher_core::Hit;
use matcher_core::explain::{Explanation, Travel};
use matcher_core::units::Score;

use super::Words;

/// The matches of one person, or of one offer with `people`, as a table within `width` columns: rank, score, band, who or
/// what, the way to work, and what costs the most in words.
pub(crate) fn matches(hits: &[Hit], people: bool, words: &Words<'_>, width: usize) -> String {
    let rows: Vec<[String; 5]> = hits
        .iter()
        .map(|hit| {
            [
                hit.rank().to_string(),
                hit.score().to_string(),
                words.band(hit.band()),
                if people { hit.profile().to_owned() } else { named(hit) },
                way(hit.travel()),
            ]
        })
        .collect();
    let widest = |column: usize| rows.iter().map(|row| measure_text_width(&row[column])).max().unwrap_or(0);
    let (rank, score, band, way) = (widest(0), widest(1), widest(2), widest(4));
    let name = widest(3).min(width.saturating_sub(rank + score + band + way + 10)).max(20);
    let mut out = String::new();
    for (row, hit) in rows.iter().zip(hits) {
        out.push_str(&format!(
            "{:>rank$}  {:>score$}  {}  {}  {}\n",
            row[0],
            style(&row[1]).bold(),
            padded(&row[2], band),
            padded(&row[3], name),
            row[4]
        ));
        let indent = rank + 2;
        let mut below = Vec::new();
        below.extend(main_loss(&hit.explain(), words));
        if !hit.unverified().is_empty() {
            let filters: Vec<String> = hit.unverified().iter().map(|&filter| words.filter(filter)).collect();
            below.push(format!("? {}", filters.join(", ")));
        }
        for line in below {
            let line = truncate_str(&line, width.saturating_sub(indent), "…").into_owned();
            out.push_str(&format!("{:indent$}{}\n", "", style(line).dim()));
        }
    }
    out
}

/// Title, employer and place of an offer.
fn named(hit: &Hit) -> String {
    let offer = hit.offer();
    let mut parts = vec![if offer.title.is_empty() { hit.id().to_owned() } else { offer.title.clone() }];
    parts.extend(offer.employer.clone());
    if let Some(Travel::Known { place, .. }) = hit.travel() {
        parts.push(place.clone());
    }
    parts.join(" · ")
}

/// The way to work in the fewest signs.
fn way(travel: Option<&Travel>) -> String {
    match travel {
        Some(Travel::Known { minutes, approximate, .. }) => {
            format!("{}{} min", if *approximate { "≈ " } else { "" }, minutes)
        }
        Some(Travel::Remote) => "⌂".to_owned(),
        None => "?".to_owned(),
    }
}

/// The line that costs the most, with its points.
pub(crate) fn main_loss(explanation: &Explanation, words: &Words<'_>) -> Option<String> {
    let lines = explanation.criteria.iter().flat_map(|part| &part.lines);
    let line = lines.filter(|line| line.lost > 0).max_by_key(|line| line.lost)?;
    Some(format!("−{} {}", Score::new(line.lost), words.line(line)))
}

fn padded(text: &str, width: usize) -> String {
    let cut = truncate_str(text, width, "…");
    let gap = width.saturating_sub(measure_text_width(&cut));
    format!("{cut}{:gap$}", "")
}
