use std::path::PathBuf;

use clap::Args;
use matcher_core::units::Day;
use matcher_core::{Offer, Profile};

use crate::failure::Failure;
use crate::input::{Batch, Foreign, HowToRead, LimitArgs, Mappings, read_files, today};

/// The records of a command that looks at people and offers.
#[derive(Args, Debug)]
pub(crate) struct RecordArgs {
    /// Profiles: files ending in .jsonl, .json or .csv, or - for JSONL on standard input.
    #[arg(long, value_name = "F", required = true, num_args = 1..)]
    profiles: Vec<PathBuf>,
    /// Offers: likewise; several files are read one after the other.
    #[arg(long, value_name = "F", required = true, num_args = 1..)]
    offers: Vec<PathBuf>,
    /// Mapping files for columns or fields with other names; each says for which kind of record it is.
    #[arg(long, value_name = "F", num_args = 1..)]
    map: Vec<PathBuf>,
    /// The shape of offers without a mapping.
    #[arg(long, value_enum, default_value_t)]
    format: Foreign,
    /// The day of the question: offers past their date are left out; today where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Day>,
    #[command(flatten)]
    limits: LimitArgs,
}

/// Records as they were read.
pub(crate) struct Records {
    pub(crate) profiles: Batch<Profile>,
    pub(crate) offers: Batch<Offer>,
    pub(crate) as_of: Day,
}

impl RecordArgs {
    pub(crate) fn read(&self) -> Result<Records, Failure> {
        let inputs = self.profiles.iter().chain(&self.offers);
        if inputs.filter(|path| path.as_os_str() == "-").count() > 1 {
            return Err(Failure::Usage("standard input can be read once only; name a file for the other".to_owned()));
        }
        let as_of = self.as_of.map_or_else(today, Ok)?;
        let mappings = Mappings::read(&self.map)?;
        let how = HowToRead { mappings: &mappings, foreign: self.format, limits: self.limits.limits() };
        Ok(Records { profiles: read_files(&self.profiles, &how)?, offers: read_files(&self.offers, &how)?, as_of })
    }

    /// Every file that is read.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.profiles.iter().chain(&self.offers).chain(&self.map)
    }
}
