use std::ffi::OsStr;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::Args;
use matcher_core::place::{PlaceImport, Selection};
use matcher_core::snapshot::Entry;
use matcher_core::units::Day;
use matcher_core::{Engine, Gazetteer, Settings, Severity, Taxonomy};

use super::{bytes, text};
use crate::failure::Failure;

/// What the engine is made of.
#[derive(Args, Clone, Debug)]
pub(crate) struct EngineArgs {
    /// A taxonomy made by `matcher taxonomy import`, or the entry.json of packed offers: then all is as in the page that shows
    /// them. The embedded one where none is named.
    #[arg(long, value_name = "F")]
    pub(crate) taxonomy: Option<PathBuf>,
    /// Places: a gazetteer packed by `matcher places pack`, or tables in CSV of municipalities, towns, postal codes; the
    /// embedded ones (Grand Est and its neighbours) where none is named.
    #[arg(long, value_name = "F", num_args = 1..)]
    pub(crate) places: Vec<PathBuf>,
    /// Weights, filters, exchange rates (JSON; `matcher schema settings`).
    #[arg(long, value_name = "F")]
    pub(crate) settings: Option<PathBuf>,
}

impl EngineArgs {
    /// The engine, with the settings of the file or these.
    pub(crate) fn engine(&self, settings: Option<Settings>) -> Result<Engine, Failure> {
        let mut builder = Engine::builder(taxonomy(self.taxonomy.as_deref())?);
        if !self.places.is_empty() {
            builder = builder.places(self.gazetteer()?);
        } else if let Some(packed) = self.taxonomy.as_deref().filter(|path| is_entry(path)) {
            let path = packed.with_file_name(entry(packed)?.files.places.file);
            builder =
                builder.places(Gazetteer::from_bytes(&bytes(&path)?).map_err(|error| Failure::in_file(&path, &error))?);
        }
        let settings = match (&self.settings, settings) {
            (Some(path), _) => Settings::from_json(&text(path)?).map_err(|error| Failure::in_file(path, &error))?,
            (None, Some(settings)) => settings,
            (None, None) => Settings::default(),
        };
        Ok(builder.settings(settings).build()?)
    }

    fn gazetteer(&self) -> Result<Gazetteer, Failure> {
        let is_table = |path: &&PathBuf| path.extension().and_then(OsStr::to_str) == Some("csv");
        if let [packed] = &self.places[..]
            && !is_table(&packed)
        {
            return Gazetteer::from_bytes(&bytes(packed)?).map_err(|error| Failure::in_file(packed, &error));
        }
        if let Some(path) = self.places.iter().find(|path| !is_table(path)) {
            let message = "several places are read from .csv tables; a packed gazetteer stands alone";
            return Err(Failure::Usage(format!("{}: {message}", path.display())));
        }
        let mut import = PlaceImport::new(Selection::default());
        for path in &self.places {
            let file = File::open(path).map_err(|error| Failure::file(path, &error))?;
            import.read(&path.display().to_string(), BufReader::new(file))?;
        }
        let (gazetteer, issues) = import.finish()?;
        let left_out: Vec<_> = issues.iter().filter(|issue| issue.severity == Severity::Rejected).collect();
        if let [first, ..] = &left_out[..] {
            eprintln!("matcher: {} rows of the places were left out, such as {first}", left_out.len());
        }
        Ok(gazetteer)
    }
}

/// The taxonomy of a snapshot or of a package, that with its table of words; the embedded one where none is named.
pub(crate) fn taxonomy(path: Option<&Path>) -> Result<Taxonomy, Failure> {
    let Some(path) = path else { return Ok(Taxonomy::embedded()) };
    let read = |path: &Path| Taxonomy::from_bytes(&bytes(path)?).map_err(|error| Failure::in_file(path, &error));
    if !is_entry(path) {
        return read(path);
    }
    let files = entry(path)?.files;
    let taxonomy = read(&path.with_file_name(&files.taxonomy.file))?;
    let Some(words) = files.words.map(|words| path.with_file_name(words.file)) else { return Ok(taxonomy) };
    taxonomy.with_words(&bytes(&words)?).map_err(|error| Failure::in_file(&words, &error))
}

/// Whether a file is what `matcher pack` writes beside the files that pages load, and no snapshot.
fn is_entry(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str) == Some("json")
}

fn entry(path: &Path) -> Result<Entry, Failure> {
    serde_json::from_str(&text(path)?)
        .map_err(|error| Failure::Other(format!("{}: no entry.json of `matcher pack`: {error}", path.display())))
}

/// The day on which the command began, in the local time zone: the only look at a clock.
pub(crate) fn today() -> Result<Day, Failure> {
    let date = jiff::ZonedDateTime::now().date();
    Day::from_ymd(date.year(), date.month(), date.day())
        .ok_or_else(|| Failure::Usage("the system clock shows no day; give --as-of".to_owned()))
}
