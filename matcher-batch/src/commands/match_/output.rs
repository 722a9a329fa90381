use std::io::{Write, stdout};
use std::path::Path;

use super::lists::{Listed, Shown};
use crate::failure::Failure;
use crate::input::Told;
use crate::output::{Lines, Results};
use crate::run::{Tally, Work};

/// Where results go.
pub(super) enum To {
    /// A table on the terminal.
    Screen,
    /// Standard output, a pipe or a device.
    Stream(Box<Results>),
    /// A run that is kept.
    Run(Box<Work>),
}

/// Where results go, with the records and issues that are told beside them, and how many there are.
pub(super) struct Output {
    to: To,
    /// Files of rejects and issues, where they are written at once; those of a run wait for its end.
    rejects: Option<Lines>,
    issues: Option<Lines>,
    /// The part that is being made.
    tally: Tally,
    /// All that was made by this command.
    made: Tally,
    named: Named,
}

/// Some names for the end of standard error.
#[derive(Clone, Default)]
pub(super) struct Named {
    pub(super) rejected: Vec<String>,
    pub(super) asked: Vec<String>,
    pub(super) without: Vec<String>,
}

/// Names of a kind.
const NAMED: usize = 10;

impl Output {
    pub(super) fn new(to: To, rejects: Option<&Path>, issues: Option<&Path>) -> Result<Output, Failure> {
        let at_once = !matches!(to, To::Run(_));
        let lines = |path: Option<&Path>| path.filter(|_| at_once).map(Lines::create).transpose();
        Ok(Output {
            to,
            rejects: lines(rejects)?,
            issues: lines(issues)?,
            tally: Tally::default(),
            made: Tally::default(),
            named: Named::default(),
        })
    }

    /// Whether this part is still to be made, here.
    pub(super) fn wants(&self, part: usize) -> bool {
        match &self.to {
            To::Run(work) => work.wants(part),
            To::Screen | To::Stream(_) => true,
        }
    }

    /// What is counted of the part that is being made.
    pub(super) fn tally(&mut self) -> &mut Tally {
        &mut self.tally
    }

    /// Tells an issue of a record of this part.
    pub(super) fn tell(&mut self, part: usize, told: &Told) -> Result<(), Failure> {
        self.name(told);
        match &mut self.to {
            To::Run(work) => work.tell(part, told),
            To::Screen | To::Stream(_) => self.write_told(told),
        }
    }

    /// Keeps the name of a rejected record.
    pub(super) fn name(&mut self, told: &Told) {
        if told.is_rejected() && self.named.rejected.len() < NAMED {
            self.named.rejected.push(told.to_string());
        }
    }

    fn write_told(&mut self, told: &Told) -> Result<(), Failure> {
        let rejects = self.rejects.iter_mut().filter(|_| told.is_rejected());
        rejects.chain(&mut self.issues).try_for_each(|lines| lines.line(&told.to_json()))
    }

    /// Writes a list.
    pub(super) fn push(&mut self, part: usize, list: &Listed) -> Result<(), Failure> {
        let tally = &mut self.tally;
        tally.lists += 1;
        tally.matches += list.bands.len();
        for band in &list.bands {
            *tally.bands.entry(band.clone()).or_default() += 1;
        }
        if list.bands.is_empty() {
            tally.without_match += 1;
            if self.named.without.len() < NAMED {
                self.named.without.push(list.heading.clone());
            }
        }
        if !list.questions.is_empty() {
            tally.not_enough_information += 1;
            if self.named.asked.len() < NAMED {
                self.named.asked.push(format!(
                    "{}: not enough information; ask next: {}",
                    list.heading,
                    list.questions.join(", ")
                ));
            }
        }
        match (&mut self.to, &list.shown) {
            (To::Run(work), Shown::Lines(lines)) => work.push(part, lines),
            (To::Stream(results), Shown::Lines(lines)) => lines.iter().try_for_each(|line| results.push(line)),
            (_, Shown::Text(text)) => Ok(writeln!(stdout().lock(), "{text}")?),
            (To::Screen, Shown::Lines(_)) => Ok(()),
        }
    }

    /// The part is whole.
    pub(super) fn close(&mut self, part: usize) -> Result<(), Failure> {
        let tally = std::mem::take(&mut self.tally);
        self.made.add(&tally);
        match &mut self.to {
            To::Run(work) => work.close(part, tally),
            To::Screen | To::Stream(_) => Ok(()),
        }
    }

    /// What this command made.
    pub(super) fn made(&self) -> Tally {
        self.made.clone()
    }

    pub(super) fn named(&self) -> &Named {
        &self.named
    }

    /// Ends what is written at once, and gives back a run that is kept. `held` are the issues of the records that were held
    /// for all parts.
    pub(super) fn finish(mut self, held: &[Told]) -> Result<Option<Work>, Failure> {
        let results = match self.to {
            To::Run(work) => return Ok(Some(*work)),
            To::Stream(results) => Some(results),
            To::Screen => None,
        };
        self.to = To::Screen;
        held.iter().try_for_each(|told| self.write_told(told))?;
        if let Some(results) = results {
            results.finish()?;
        }
        for lines in self.rejects.into_iter().chain(self.issues) {
            lines.finish()?;
        }
        Ok(None)
    }
}
