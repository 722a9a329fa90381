use console::{measure_text_width, style, truncate_str};
use matcher_core::Hit;
use matcher_core::explain::Travel;

use super::Words;

/// The matches of one person, or of one offer with `people`, as a table within `width` columns: rank, score, band, who or
/// what, the way to work, and what costs the most in words.
pub(crate) fn matches(hits: &[Hit], people: bool, words: &Words<'_>, width: usize) -> String {
    let rows: Vec<[String; 5]> = hits
        .iter()
        .map(|hit| {
            [
                hit.rank().to_string(),
                words.phrases.points(hit.score()),
                words.phrases.band(hit.band()).to_owned(),
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
        below.extend(words.main_loss(&hit.explain()));
        if !hit.unverified().is_empty() {
            let filters: Vec<&str> = hit.unverified().iter().map(|&filter| words.phrases.filter(filter)).collect();
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

fn padded(text: &str, width: usize) -> String {
    let cut = truncate_str(text, width, "…");
    let gap = width.saturating_sub(measure_text_width(&cut));
    format!("{cut}{:gap$}", "")
}
