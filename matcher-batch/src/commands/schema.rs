use std::io::{Write, stdout};

use clap::{Args, ValueEnum};
use matcher_core::{Offer, Profile, Settings, Training};
use schemars::schema_for;

use crate::failure::Failure;
use crate::output::ResultLine;
use crate::status::Status;

/// `matcher schema`
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  matcher schema offer > offer.schema.json")]
pub(crate) struct SchemaArgs {
    /// Of what.
    #[arg(value_enum)]
    of: Of,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// A person looking for work.
    Profile,
    /// A job on offer.
    Offer,
    /// A training course.
    Training,
    /// Weights, filters, rates.
    Settings,
    /// A line of the results of `matcher match`.
    Result,
}

pub(crate) fn run(args: &SchemaArgs) -> Result<Status, Failure> {
    let schema = match args.of {
        Of::Profile => schema_for!(Profile),
        Of::Offer => schema_for!(Offer),
        Of::Training => schema_for!(Training),
        Of::Settings => schema_for!(Settings),
        Of::Result => schema_for!(ResultLine),
    };
    let json = serde_json::to_string_pretty(&schema).map_err(|error| Failure::Other(error.to_string()))?;
    writeln!(stdout().lock(), "{json}")?;
    Ok(Status::Done)
}
