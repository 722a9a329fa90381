use std::fmt;
use std::str::FromStr;

use clap::Args;

use super::{Manifest, Side, Tally};

/// What must hold before a run takes the place of the last one. Where it does not, the run is complete in `OUT.partial`, it is
/// not published, and the exit status is 4.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct GuardArgs {
    /// Publishes nothing where more records than this were rejected: a number, or a share of either kind (2%).
    #[arg(long, value_name = "N|P%", help_heading = "Guards")]
    pub(crate) max_rejects: Option<Most>,
    /// Publishes nothing where fewer offers than this can be used.
    #[arg(long, value_name = "N", help_heading = "Guards")]
    pub(crate) min_offers: Option<usize>,
    /// Publishes nothing where profiles, offers, matches or the share of records in which a field was understood fell by more
    /// than so many per cent since the run that --out holds.
    #[arg(long, value_name = "PERCENT", help_heading = "Guards", value_parser = clap::value_parser!(u8).range(..=100))]
    pub(crate) max_fall: Option<u8>,
}

/// A number, or a share in tenths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Most {
    Records(usize),
    PerMille(usize),
}

impl FromStr for Most {
    type Err = String;

    fn from_str(text: &str) -> Result<Most, String> {
        let wrong = |_| format!("“{text}” is neither a number of records (20) nor a share of them (2%, 0.5%)");
        match text.strip_suffix('%') {
            None => text.parse().map(Most::Records).map_err(|error: std::num::ParseIntError| wrong(error.to_string())),
            Some(percent) => match percent.trim().parse::<f64>() {
                Ok(percent) if (0.0..=100.0).contains(&percent) => {
                    Ok(Most::PerMille((percent * 10.0).round() as usize))
                }
                _ => Err(wrong(String::new())),
            },
        }
    }
}

impl fmt::Display for Most {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Most::Records(records) => write!(f, "{records}"),
            Most::PerMille(share) => write!(f, "{}.{}%", share / 10, share % 10),
        }
    }
}

impl GuardArgs {
    /// Whether any guard was asked for.
    pub(crate) fn any(&self) -> bool {
        self.max_rejects.is_some() || self.min_offers.is_some() || self.max_fall.is_some()
    }

    /// Why the run may not be published; `None` where it may. `last` is the run that it would replace.
    pub(crate) fn objection(&self, now: &Tally, last: Option<&Manifest>) -> Option<String> {
        self.rejects(now).or_else(|| self.offers(now)).or_else(|| self.fall(now, &last?.totals))
    }

    fn rejects(&self, now: &Tally) -> Option<String> {
        match self.max_rejects? {
            Most::Records(most) => (now.rejected() > most)
                .then(|| format!("{} records were rejected, more than --max-rejects {most}", now.rejected())),
            share @ Most::PerMille(most) => {
                [("profiles", &now.profiles), ("offers", &now.offers)].into_iter().find_map(|(noun, side)| {
                    let too_many = side.rejected * 1000 > most * side.read;
                    let told = || {
                        format!(
                            "{} of {} {noun} were rejected, more than --max-rejects {share}",
                            side.rejected, side.read
                        )
                    };
                    too_many.then(told)
                })
            }
        }
    }

    fn offers(&self, now: &Tally) -> Option<String> {
        let (least, offers) = (self.min_offers?, now.offers.accepted());
        (offers < least).then(|| format!("{offers} offers can be used, fewer than --min-offers {least}"))
    }

    fn fall(&self, now: &Tally, last: &Tally) -> Option<String> {
        let most = usize::from(self.max_fall?);
        let counts = [
            ("profiles", last.profiles.accepted(), now.profiles.accepted()),
            ("offers", last.offers.accepted(), now.offers.accepted()),
        ];
        let count = |(noun, before, after): (&str, usize, usize)| {
            let told = || format!("{noun} fell from {before} to {after}, by more than --max-fall {most}");
            fell(before, after, most).then(told)
        };
        // What caused a fall comes before what follows from it.
        counts
            .into_iter()
            .find_map(count)
            .or_else(|| field("profiles", &last.profiles, &now.profiles, most))
            .or_else(|| field("offers", &last.offers, &now.offers, most))
            .or_else(|| count(("matches", last.matches, now.matches)))
    }
}

/// Whether a number fell by more than so many per cent.
fn fell(before: usize, after: usize, percent: usize) -> bool {
    after * 100 < before * (100 - percent)
}

/// The first field that is understood in a much smaller share of the records than before: a column with a new name.
fn field(noun: &str, last: &Side, now: &Side, most: usize) -> Option<String> {
    last.understood.iter().find_map(|before| {
        let after = now.understood.iter().find(|count| count.field == before.field).map_or(0, |count| count.records);
        let share = |records: usize, side: &Side| (records * 1000).checked_div(side.accepted()).unwrap_or(0);
        let (before_share, after_share) = (share(before.records, last), share(after, now));
        let told = || {
            format!(
                "{} of {noun} was understood in {}.{} % and is in {}.{} %, a fall by more than --max-fall {most}",
                before.field,
                before_share / 10,
                before_share % 10,
                after_share / 10,
                after_share % 10
            )
        };
        fell(before_share, after_share, most).then(told)
    })
}
