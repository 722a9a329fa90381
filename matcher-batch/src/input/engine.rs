use std::ffi::OsStr;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::Args;
use matcher_core::place::{PlaceImport, Selection};
use matcher_core::snapshot::{Entry, EntryFile, EntryFiles};
use matcher_core::units::Day;
use matcher_core::{CommuteMatrix, Engine, Gazetteer, Settings, Severity, Taxonomy};

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
    /// Travel times from zone to zone, made by `matcher commute import`; those of the entry.json where one is the taxonomy, else
    /// estimates from the great circle.
    #[arg(long, value_name = "F")]
    pub(crate) commute: Option<PathBuf>,
    /// Weights, filters, exchange rates (JSON; `matcher schema settings`).
    #[arg(long, value_name = "F")]
    pub(crate) settings: Option<PathBuf>,
}

impl EngineArgs {
    /// The engine, with the settings of the file or these.
    pub(crate) fn engine(&self, settings: Option<Settings>) -> Result<Engine, Failure> {
        self.engine_over(taxonomy(self.taxonomy.as_deref())?, settings)
    }

    /// The same over a taxonomy that was read.
    pub(crate) fn engine_over(&self, taxonomy: Taxonomy, settings: Option<Settings>) -> Result<Engine, Failure> {
        let mut builder = Engine::builder(taxonomy);
        if let Some(gazetteer) = self.gazetteer()? {
            builder = builder.places(gazetteer);
        }
        if let Some(matrix) = self.matrix()? {
            builder = builder.commute(matrix);
        }
        let settings = match (&self.settings, settings) {
            (Some(path), _) => Settings::from_json(&text(path)?).map_err(|error| Failure::in_file(path, &error))?,
            (None, Some(settings)) => settings,
            (None, None) => Settings::default(),
        };
        Ok(builder.settings(settings).build()?)
    }

    /// A file of the package that serves as taxonomy.
    fn packed(&self, file: impl Fn(EntryFiles) -> Option<EntryFile>) -> Result<Option<PathBuf>, Failure> {
        let Some(path) = self.taxonomy.as_deref().filter(|path| is_entry(path)) else { return Ok(None) };
        Ok(file(entry(path)?.files).map(|file| path.with_file_name(file.file)))
    }

    /// The travel times that were asked for, if any.
    fn matrix(&self) -> Result<Option<CommuteMatrix>, Failure> {
        let path = match &self.commute {
            Some(path) => Some(path.clone()),
            None => self.packed(|files| files.commute)?,
        };
        path.map(|path| matrix(&path)).transpose()
    }

    /// The places that were asked for, if any.
    fn gazetteer(&self) -> Result<Option<Gazetteer>, Failure> {
        if !self.places.is_empty() {
            return places(&self.places).map(Some);
        }
        self.packed(|files| Some(files.places))?.map(|path| packed_places(&path)).transpose()
    }
}

/// Places of a packed gazetteer or of tables.
pub(crate) fn places(paths: &[PathBuf]) -> Result<Gazetteer, Failure> {
    let is_table = |path: &&PathBuf| path.extension().and_then(OsStr::to_str) == Some("csv");
    if let [packed] = paths
        && !is_table(&packed)
    {
        return packed_places(packed);
    }
    if let Some(path) = paths.iter().find(|path| !is_table(path)) {
        let message = "several places are read from .csv tables; a packed gazetteer stands alone";
        return Err(Failure::Usage(format!("{}: {message}", path.display())));
    }
    let mut import = PlaceImport::new(Selection::default());
    for path in paths {
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

fn packed_places(path: &Path) -> Result<Gazetteer, Failure> {
    Gazetteer::from_bytes(&bytes(path)?).map_err(|error| Failure::in_file(path, &error))
}

/// The travel times of a file.
pub(crate) fn matrix(path: &Path) -> Result<CommuteMatrix, Failure> {
    CommuteMatrix::from_bytes(&bytes(path)?).map_err(|error| Failure::in_file(path, &error))
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
