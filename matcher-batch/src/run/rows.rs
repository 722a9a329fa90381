use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use matcher_core::explain::Travel;
use serde::Deserialize;
use serde_json::Value;

use super::publish::part_layout;
use super::{Location, Manifest};
use crate::failure::Failure;
use crate::input::{Format, Layout, ParquetRows};

/// A run that can be read: its files in their order, and its manifest where it has one.
pub(super) struct RunFiles {
    pub(super) files: Vec<PathBuf>,
    pub(super) layout: Layout,
    pub(super) manifest: Option<Manifest>,
}

impl RunFiles {
    pub(super) fn open(location: &Location) -> Result<RunFiles, Failure> {
        let mut manifest = Manifest::read(&location.manifest())?;
        if let Some(layout) = location.file() {
            return Ok(RunFiles { files: vec![location.path().to_owned()], layout, manifest });
        }
        if manifest.is_none() {
            // What a guard kept back can be compared all the same.
            manifest = Manifest::read(&location.path().join(Manifest::UNPUBLISHED))?;
        }
        let Some(manifest) = manifest else {
            let message = "the folder holds no manifest, so it is no complete run; finish it with --resume";
            return Err(Failure::Other(format!("{}: {message}", location.path().display())));
        };
        RunFiles::of_parts(location.path(), manifest)
    }

    /// The parts of a run that lie in this folder.
    pub(super) fn of_parts(folder: &Path, manifest: Manifest) -> Result<RunFiles, Failure> {
        let files = manifest.parts.iter().map(|part| part.results.within(folder)).collect();
        Ok(RunFiles { files, layout: part_layout(&manifest)?, manifest: Some(manifest) })
    }

    /// Every match, in the order of the run.
    pub(super) fn each(&self, mut take: impl FnMut(Row) -> Result<(), Failure>) -> Result<(), Failure> {
        self.files.iter().try_for_each(|file| each(file, self.layout, &mut take))
    }
}

/// A match of a run, the same whatever the layout of its file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) profile: String,
    pub(super) offer: String,
    pub(super) rank: u32,
    /// Score, fit and wish, in ten-thousandths of a point.
    pub(super) scores: [u32; 3],
    /// Band, confidence, way to work and unverified limits, as text.
    pub(super) rest: String,
    pub(super) minutes: String,
    pub(super) explanation: Option<Value>,
}

fn each(path: &Path, layout: Layout, take: &mut impl FnMut(Row) -> Result<(), Failure>) -> Result<(), Failure> {
    let damaged = |cause: &dyn std::fmt::Display| {
        Failure::Other(format!("{}: no results of matcher match: {cause}; name a run", path.display()))
    };
    let fault = |error: std::io::Error| Failure::file(path, &error);
    if layout.format == Format::Parquet {
        let mut rows = ParquetRows::open(path)?;
        while let Some(lines) = rows.lines()? {
            for line in lines {
                let columns: Columns = serde_json::from_str(&line).map_err(|error| damaged(&error))?;
                columns.row(1.0).map_err(|cause| damaged(&cause))?.map_or(Ok(()), &mut *take)?;
            }
        }
        return Ok(());
    }
    let text = layout.compression.reader(File::open(path).map_err(fault)?).map_err(fault)?;
    if layout.format == Format::Csv {
        let mut reader = csv::Reader::from_reader(text);
        for columns in reader.deserialize::<Columns>() {
            let columns = columns.map_err(|error| damaged(&error))?;
            columns.row(10_000.0).map_err(|cause| damaged(&cause))?.map_or(Ok(()), &mut *take)?;
        }
        return Ok(());
    }
    let mut text = BufReader::with_capacity(1 << 16, text);
    let mut line = String::new();
    while text.read_line(&mut line).map_err(fault)? > 0 {
        // A list has one object a line, too.
        let json = line.trim().trim_end_matches(',');
        if !matches!(json, "[" | "]" | "[]" | "") {
            let fields: Fields = serde_json::from_str(json).map_err(|error| damaged(&error))?;
            fields.row().map_or(Ok(()), &mut *take)?;
        }
        line.clear();
    }
    Ok(())
}

/// A line of JSON.
#[derive(Deserialize)]
struct Fields {
    profile: String,
    offer: Option<String>,
    #[serde(default)]
    rank: u32,
    #[serde(default)]
    score: u32,
    #[serde(default)]
    fit: u32,
    #[serde(default)]
    wish: u32,
    #[serde(default)]
    band: String,
    #[serde(default)]
    confidence: f64,
    travel: Option<Travel>,
    #[serde(default)]
    unverified: Vec<String>,
    explanation: Option<Value>,
}

impl Fields {
    fn row(self) -> Option<Row> {
        let (minutes, way) = match &self.travel {
            Some(Travel::Known { minutes, mode, metres, place, approximate }) => {
                let mode = serde_json::to_value(mode).unwrap_or_default();
                let mode = mode.as_str().unwrap_or_default().to_owned();
                (format!("{:.1}", f64::from(minutes.tenths()) / 10.0), format!("{mode} {metres} {place} {approximate}"))
            }
            Some(Travel::Remote) => (String::new(), "remote   ".to_owned()),
            None => (String::new(), "   ".to_owned()),
        };
        Some(Row {
            profile: self.profile,
            offer: self.offer?,
            rank: self.rank,
            scores: [self.score, self.fit, self.wish],
            rest: format!("{} {:.5} {minutes} {way} {}", self.band, self.confidence, self.unverified.join("|")),
            minutes,
            explanation: self.explanation,
        })
    }
}

/// A row of a table: of a CSV, whose scores are in points, or of a Parquet file.
#[derive(Deserialize)]
struct Columns {
    profile: String,
    offer: Option<String>,
    rank: Option<u32>,
    score: Option<f64>,
    fit: Option<f64>,
    wish: Option<f64>,
    band: Option<String>,
    confidence: Option<f64>,
    minutes: Option<f64>,
    mode: Option<String>,
    km: Option<String>,
    metres: Option<u32>,
    place: Option<String>,
    approximate: Option<bool>,
    #[serde(default)]
    unverified: Option<Texts>,
    explanation: Option<String>,
}

/// A list as such, or split at `|`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Texts {
    List(Vec<String>),
    Text(String),
}

impl Columns {
    /// `unit`: ten-thousandths of a point in one of the column's units.
    fn row(self, unit: f64) -> Result<Option<Row>, String> {
        let Some(offer) = self.offer.filter(|offer| !offer.is_empty()) else { return Ok(None) };
        let score = |score: Option<f64>| score.map_or(0, |score| (score * unit).round() as u32);
        let minutes = self.minutes.map_or_else(String::new, |minutes| format!("{minutes:.1}"));
        let km = match self.metres {
            Some(metres) => matcher_core::units::Metres(metres).to_string(),
            None => self.km.unwrap_or_default(),
        };
        let way = format!(
            "{} {km} {} {}",
            self.mode.unwrap_or_default(),
            self.place.unwrap_or_default(),
            self.approximate.map_or_else(String::new, |approximate| approximate.to_string())
        );
        let unverified = match self.unverified {
            Some(Texts::List(list)) => list.join("|"),
            Some(Texts::Text(text)) => text,
            None => String::new(),
        };
        let (band, confidence) = (self.band.unwrap_or_default(), self.confidence.unwrap_or_default());
        let explanation = self.explanation.filter(|text| !text.is_empty());
        Ok(Some(Row {
            profile: self.profile,
            offer,
            rank: self.rank.ok_or("a match without a rank")?,
            scores: [score(self.score), score(self.fit), score(self.wish)],
            rest: format!("{band} {confidence:.5} {minutes} {way} {unverified}"),
            minutes,
            explanation: explanation.and_then(|text| serde_json::from_str(&text).ok()),
        }))
    }
}
