use std::io::{Write, stderr};

use matcher_core::units::Day;

use super::output::Named;
use crate::run::Tally;
use crate::terminal;

/// The counts at the end, on standard error. That nobody reads them is no reason to fail.
pub(super) fn tell(totals: &Tally, named: &Named, side: &str, as_of: Day, name_rejected: bool) {
    let _ = write(totals, named, side, as_of, name_rejected);
}

fn write(totals: &Tally, named: &Named, side: &str, as_of: Day, name_rejected: bool) -> std::io::Result<()> {
    let mut out = stderr().lock();
    for (noun, counts) in [("profiles", &totals.profiles), ("offers", &totals.offers)] {
        writeln!(out, "{}", terminal::counts(noun, counts))?;
        writeln!(out, "  understood:{}", terminal::fields(counts))?;
    }
    writeln!(out, "{} matches for {} {side}, as of {as_of}", totals.matches, totals.lists)?;
    named.asked.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
    more(&mut out, totals.not_enough_information, named.asked.len())?;
    if !named.without.is_empty() {
        writeln!(out, "  without a match: {}", named.without.join(", "))?;
        more(&mut out, totals.without_match, named.without.len())?;
    }
    if name_rejected {
        named.rejected.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
        let more = totals.rejected().saturating_sub(named.rejected.len());
        if more > 0 {
            writeln!(out, "  … and {more} more; --rejects F writes them all")?;
        }
    }
    Ok(())
}

fn more(out: &mut impl Write, all: usize, named: usize) -> std::io::Result<()> {
    if all > named { writeln!(out, "  … and {} more", all - named) } else { Ok(()) }
}
