use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use matcher_core::model::Limits;
use matcher_core::units::Day;
use matcher_core::{Offer, Profile};

use crate::failure::Failure;
use crate::input::{
    Batch, Foreign, HowToRead, LimitArgs, Mappings, Source, bytes, expand, hexadecimal, read_all, today,
};
use crate::run::PlannedInput;

/// The records of a command that looks at people and offers.
#[derive(Args, Debug)]
pub(crate) struct RecordArgs {
    /// Profiles: files ending in .jsonl, .json, .csv (each also .gz or .zst) or .parquet, folders of them, patterns in quotes
    /// ('people/*.csv.gz'), file:// URLs, or - for JSONL on standard input.
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

/// The files of a command, each looked at once.
pub(crate) struct Sources {
    pub(crate) profiles: Vec<Source>,
    pub(crate) offers: Vec<Source>,
    maps: Vec<PlannedInput>,
}

impl RecordArgs {
    /// Reads everything at once, for a command that looks at few records.
    pub(crate) fn read(&self) -> Result<Records, Failure> {
        let as_of = self.as_of.map_or_else(today, Ok)?;
        let sources = self.sources()?;
        let how = self.how()?;
        Ok(Records { profiles: read_all(&sources.profiles, &how)?, offers: read_all(&sources.offers, &how)?, as_of })
    }

    /// The files that are named, each of them looked at from beginning to end.
    pub(crate) fn sources(&self) -> Result<Sources, Failure> {
        let inputs = self.profiles.iter().chain(&self.offers);
        if inputs.filter(|path| path.as_os_str() == "-").count() > 1 {
            return Err(Failure::Usage("standard input can be read once only; name a file for the other".to_owned()));
        }
        let look = |names: &[PathBuf]| -> Result<Vec<Source>, Failure> {
            expand(names)?.iter().map(|path| Source::look(path)).collect()
        };
        let map = |path: &PathBuf| planned_map(path);
        Ok(Sources {
            profiles: look(&self.profiles)?,
            offers: look(&self.offers)?,
            maps: self.map.iter().map(map).collect::<Result<_, _>>()?,
        })
    }

    /// How the files are read.
    pub(crate) fn how(&self) -> Result<HowToRead, Failure> {
        let mappings = Mappings::read(&self.map)?;
        Ok(HowToRead { mappings, foreign: self.format, limits: self.limits.limits() })
    }

    /// The day that was given.
    pub(crate) fn as_of(&self) -> Option<Day> {
        self.as_of
    }

    /// What a record may cost.
    pub(crate) fn limits(&self) -> Limits {
        self.limits.limits()
    }

    /// The name of the shape of offers.
    pub(crate) fn shape(&self) -> String {
        self.format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// Every file that is named.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.profiles.iter().chain(&self.offers).chain(&self.map)
    }
}

impl Sources {
    /// Every file with its content's hash.
    pub(crate) fn planned(&self) -> Vec<PlannedInput> {
        let planned = |role: &str, source: &Source| PlannedInput {
            role: role.to_owned(),
            name: source.path.display().to_string(),
            bytes: source.survey.as_ref().map_or(0, |survey| survey.bytes),
            sha256: source.survey.as_ref().map_or_else(String::new, |survey| survey.sha256.clone()),
        };
        let profiles = self.profiles.iter().map(|source| planned("profiles", source));
        let offers = self.offers.iter().map(|source| planned("offers", source));
        profiles.chain(offers).chain(self.maps.iter().cloned()).collect()
    }

    /// The path of every file.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        let sources = self.profiles.iter().chain(&self.offers).map(|source| &*source.path);
        sources.chain(self.maps.iter().map(|map| Path::new(&map.name)))
    }

    /// Whether any of them can be read once only.
    pub(crate) fn has_standard_input(&self) -> bool {
        self.profiles.iter().chain(&self.offers).any(|source| source.survey.is_none())
    }

    /// About how many records these files hold.
    pub(crate) fn expected(sources: &[Source]) -> usize {
        sources.iter().filter_map(|source| source.survey.as_ref()).map(|survey| survey.records).sum()
    }
}

fn planned_map(path: &Path) -> Result<PlannedInput, Failure> {
    use sha2::{Digest, Sha256};
    let bytes = bytes(path)?;
    Ok(PlannedInput {
        role: "map".to_owned(),
        name: path.display().to_string(),
        bytes: bytes.len() as u64,
        sha256: hexadecimal(&Sha256::digest(&bytes)),
    })
}
