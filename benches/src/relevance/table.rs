use std::fmt::Write as _;
use std::path::Path;

use super::{Collection, Figures, column, interval};
use crate::data::text;

/// The groups of the report, the last standing for all.
const GROUPS: [&str; 5] = ["it", "other", "ardeche", "reskilling", "total"];

/// One line for each profile.
pub fn each(collection: &Collection, rows: &[Figures]) -> String {
    let mut out = String::new();
    let number = |figure: Option<f64>| figure.map_or_else(|| "   – ".to_owned(), |figure| format!("{figure:.3}"));
    for (seeker, row) in collection.seekers.iter().zip(rows) {
        let (all, good) = (number(row.ndcg), number(row.ndcg_good));
        let Figures { good_in_five, violations, judged, .. } = row;
        let _ = writeln!(
            out,
            "{:<8} nDCG@10 {all}  2-3 only {good}  P@5 {good_in_five:.2}  violations {violations:.0}  judged {judged:.2}",
            seeker.id
        );
    }
    out
}

/// One line for each group, laid out like the collection's own script, so that the two can be compared as texts.
pub fn totals(collection: &Collection, rows: &[Figures]) -> String {
    let mut out = format!(
        "{:<11}{:>3}  {:<22}{:<22}{:<22}{:<20}judged\n",
        "group", "n", "nDCG@10", "nDCG@10, 2-3 only", "P@5", "violations in 10"
    );
    for group in GROUPS {
        let of_group = collection.seekers.iter().zip(rows).filter(|(s, _)| group == "total" || s.group == group);
        let rows: Vec<Figures> = of_group.map(|(_, row)| *row).collect();
        let cell = |figure: fn(&Figures) -> Option<f64>, digits: usize| {
            interval(&column(&rows, figure)).map_or_else(|| "–".to_owned(), |interval| format!("{interval:.digits$}"))
        };
        let judged = rows.iter().map(|row| row.judged).sum::<f64>() / rows.len().max(1) as f64;
        let _ = writeln!(
            out,
            "{group:<11}{:>3}  {:<22}{:<22}{:<22}{:<20}{judged:.2}",
            rows.len(),
            cell(|row| row.ndcg, 3),
            cell(|row| row.ndcg_good, 3),
            cell(|row| Some(row.good_in_five), 3),
            cell(|row| Some(row.violations), 2),
        );
    }
    out
}

/// A peer's totals, as its table gives them.
#[derive(Clone, Debug)]
pub struct Peer {
    /// Its name.
    pub name: String,
    /// nDCG@10, the same for grades 2 and 3 only, P@5, violations in ten, share judged.
    pub figures: [f64; 5],
}

/// Reads `peers.tsv`, columns by name.
///
/// # Errors
/// A missing file, column or number.
pub fn peers(folder: &Path) -> Result<Vec<Peer>, String> {
    const COLUMNS: [&str; 5] = ["ndcg10", "ndcg10_2_3", "p5", "violations10", "judged10"];
    let path = folder.join("peers.tsv");
    let text = text(&path)?;
    let mut lines = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let place = |name: &str| header.iter().position(|column| *column == name);
    let bad = |what: &str| format!("{}: no {what}", path.display());
    let mut all = Vec::new();
    for line in lines {
        let mut figures = [0.0; 5];
        for (figure, name) in figures.iter_mut().zip(COLUMNS) {
            let cell = place(name).and_then(|i| line.get(i)).ok_or_else(|| bad(name))?;
            *figure = cell.parse().map_err(|_| bad(name))?;
        }
        all.push(Peer { name: line[0].to_owned(), figures });
    }
    Ok(all)
}
