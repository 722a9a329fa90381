use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use serde::Serialize;

use super::manifest::write_json;
use super::{ChangeTotals, Plan, Tally};
use crate::failure::Failure;
use crate::output::Lines;
use crate::status::Status;

/// What programs that watch over the run read.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct ReportArgs {
    /// Writes a summary of the run: how it ended, why, what was counted, how long it took (JSON).
    #[arg(long, value_name = "F", help_heading = "Reports")]
    pub(crate) summary: Option<PathBuf>,
    /// Writes the counts as metrics for Prometheus, in its text format, for the node exporter's folder of text files.
    #[arg(long, value_name = "F", help_heading = "Reports")]
    pub(crate) metrics: Option<PathBuf>,
}

/// A run, for those who watch over it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Report<'a> {
    /// The exit status.
    pub(crate) status: u8,
    /// Whether the run stands under the name that was asked for.
    pub(crate) published: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plan: Option<&'a Plan>,
    pub(crate) totals: &'a Tally,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) changes: Option<ChangeTotals>,
    /// From the beginning of the command, this time only where a run was continued.
    pub(crate) seconds: f64,
    /// Lists that were made in this time.
    pub(crate) lists_made: usize,
}

impl ReportArgs {
    pub(crate) fn outputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.summary.iter().chain(&self.metrics)
    }

    pub(crate) fn write(&self, report: &Report<'_>) -> Result<(), Failure> {
        if let Some(path) = &self.summary {
            write_json(path, report)?;
        }
        if let Some(path) = &self.metrics {
            let mut lines = Lines::create(path)?;
            lines.write(report.metrics().as_bytes())?;
            lines.finish()?;
        }
        Ok(())
    }
}

impl Report<'_> {
    fn metrics(&self) -> String {
        let mut out = String::new();
        let mut metric = |name: &str, help: &str, values: &[(String, String)]| {
            out.push_str(&format!("# HELP matcher_{name} {help}\n# TYPE matcher_{name} gauge\n"));
            for (labels, value) in values {
                out.push_str(&format!("matcher_{name}{labels} {value}\n"));
            }
        };
        let one = |value: String| vec![(String::new(), value)];
        let label = |name: &str, value: &str| format!("{{{name}=\"{}\"}}", escaped(value));
        let totals = self.totals;
        let sides = [("profile", &totals.profiles), ("offer", &totals.offers)];
        metric("run_published", "1 where the run was published.", &one(u8::from(self.published).to_string()));
        metric("run_status", "Exit status of the run.", &one(self.status.to_string()));
        metric("run_seconds", "How long the run took.", &one(format!("{:.3}", self.seconds)));
        let read = sides.map(|(kind, side)| (label("kind", kind), side.read.to_string()));
        metric("records_read", "Records that were read.", &read);
        let rejected = sides.map(|(kind, side)| (label("kind", kind), side.rejected.to_string()));
        metric("records_rejected", "Records that could not be used.", &rejected);
        let understood: Vec<(String, String)> = sides
            .iter()
            .flat_map(|(kind, side)| {
                side.understood.iter().map(move |count| {
                    let labels = format!("{{kind=\"{kind}\",field=\"{}\"}}", escaped(&count.field));
                    (labels, count.records.to_string())
                })
            })
            .collect();
        metric("records_understood", "Records in which a field was understood.", &understood);
        metric("lists", "Lists that the run holds.", &one(totals.lists.to_string()));
        metric("lists_without_match", "Lists without a match.", &one(totals.without_match.to_string()));
        metric("matches", "Matches that the run holds.", &one(totals.matches.to_string()));
        let bands: Vec<(String, String)> =
            totals.bands.iter().map(|(band, count)| (label("band", band), count.to_string())).collect();
        metric("matches_by_band", "Matches of each band.", &bands);
        if let Some(changes) = self.changes {
            let kinds = [("new", changes.new), ("changed", changes.changed), ("vanished", changes.vanished)];
            let kinds = kinds.map(|(kind, count)| (label("change", kind), count.to_string()));
            metric("matches_changed", "Matches that differ from those of the earlier run.", &kinds);
        }
        out
    }
}

/// A label's value as Prometheus reads it.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// How a run ended, as a report and an exit status.
pub(crate) fn seconds(elapsed: Duration) -> f64 {
    (elapsed.as_secs_f64() * 1000.0).round() / 1000.0
}

/// The exit status of a run.
pub(crate) fn status(totals: &Tally, objection: Option<&str>) -> Status {
    match objection {
        Some(_) => Status::KeptBack,
        None if totals.rejected() > 0 => Status::Rejected,
        None => Status::Done,
    }
}
