use std::error::Error;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use matcher_core::taxonomy::{Import as Importer, ImportReport, SourceFile, TaxonomyBuilder};
use matcher_core::{Severity, Taxonomy, WordTraining};

use super::sources::{Loaded, load};
use super::{info, write};
use crate::terminal::Bar;

#[derive(Args)]
pub(super) struct Import {
    /// ESCO's CSV files: a folder or zip for each language.
    #[arg(long, num_args = 1.., value_name = "DIR|ZIP")]
    esco: Vec<PathBuf>,
    /// ROME 4.0's CSV files: a folder or zip.
    #[arg(long, value_name = "DIR|ZIP")]
    rome: Option<PathBuf>,
    /// Documents in the own JSON format.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    own: Vec<PathBuf>,
    /// The mapping between ESCO and ROME (CSV).
    #[arg(long, value_name = "FILE", requires = "esco", requires = "rome")]
    crosswalk: Option<PathBuf>,
    /// Trains no table of words: titles and skills are then found by their exact labels alone.
    #[arg(long)]
    without_words: bool,
    /// Trains the table at the size for a browser.
    #[arg(long, conflicts_with = "without_words")]
    small_words: bool,
    /// What to call the edition; otherwise the folders' names say it.
    #[arg(long)]
    version: Option<String>,
    /// Leaves out the bundled names of tools (Power BI, Kubernetes, SolidWorks…), which are added otherwise.
    #[arg(long)]
    without_tools: bool,
    /// The snapshot.
    #[arg(long)]
    out: PathBuf,
    /// The full list of losses, merges and assumptions, one JSON a line.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Import {
    pub(super) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        if self.esco.is_empty() && self.rome.is_none() && self.own.is_empty() {
            eprintln!("matcher: nothing to import: give --esco, --rome or --own");
            return Ok(ExitCode::from(2));
        }
        let mut importer = Importer::new();
        self.read(&mut importer)?;
        eprintln!("checking relations");
        let (mut builder, report) = importer.finish();
        if let Some(version) = &self.version {
            builder.version(version);
        }
        if !self.without_tools {
            let tools = builder.tools();
            eprintln!("{} bundled tools added, {} known with other names", tools.added, tools.known);
        }
        eprintln!("computing derived tables");
        let taxonomy = if self.without_words { builder.build()? } else { self.trained(&builder)? };
        let bytes = taxonomy.to_bytes();
        write(&self.out, &bytes)?;
        if let Some(file) = &self.report {
            let lines = report.issues.iter().map(|issue| Ok(serde_json::to_string(issue)? + "\n"));
            write(file, lines.collect::<Result<String, serde_json::Error>>()?.as_bytes())?;
        }
        print!("{}", info::summary(&taxonomy));
        print!("{}", summary(&report));
        println!("{} bytes in {}", bytes.len(), self.out.display());
        let rejected = report.issues.iter().any(|issue| issue.severity == Severity::Rejected);
        Ok(if rejected { ExitCode::from(3) } else { ExitCode::SUCCESS })
    }

    fn trained(&self, builder: &TaxonomyBuilder) -> Result<Taxonomy, matcher_core::Error> {
        eprintln!("training the table of words: some minutes");
        let training = if self.small_words { WordTraining::small() } else { WordTraining::default() };
        let mut bar: Option<Bar> = None;
        let taxonomy = builder.build_with_words(&training, |progress| {
            bar.get_or_insert_with(|| Bar::new("steps of training", progress.of)).add(usize::from(progress.done > 0));
            ControlFlow::Continue(())
        });
        if let Some(bar) = bar {
            bar.finish();
        }
        taxonomy
    }

    fn read(&self, importer: &mut Importer) -> Result<(), Box<dyn Error>> {
        let mut files: Vec<Loaded> = Vec::new();
        for path in &self.esco {
            files.extend(folder(path, Importer::is_esco_file)?);
            importer.version(&edition("ESCO", path));
        }
        if !self.esco.is_empty() {
            importer.esco(&sources(&files))?;
        }
        drop(files);
        if let Some(path) = &self.rome {
            importer.version(&edition("ROME", path));
            importer.rome(&sources(&folder(path, Importer::is_rome_file)?))?;
        }
        for path in &self.own {
            let name = path.display().to_string();
            importer.own(&SourceFile::new(&name, &single(path)?))?;
        }
        if let Some(path) = &self.crosswalk {
            let name = path.display().to_string();
            importer.crosswalk(&SourceFile::new(&name, &single(path)?))?;
        }
        Ok(())
    }
}

fn folder(path: &Path, wanted: fn(&str) -> bool) -> Result<Vec<Loaded>, String> {
    let loaded = load(path, wanted)?;
    let used = loaded.iter().filter(|file| wanted(&file.name)).count();
    eprintln!("reading {}: {used} files of {}", path.display(), loaded.len());
    Ok(loaded)
}

fn single(path: &Path) -> Result<Vec<u8>, String> {
    eprintln!("reading {}", path.display());
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn sources(files: &[Loaded]) -> Vec<SourceFile<'_>> {
    files.iter().map(|file| SourceFile::new(&file.name, &file.content)).collect()
}

/// The publisher and the number that follows a `v` in the name of the folder or zip: `esco_v1.2.0_en` is ESCO 1.2.0.
fn edition(publisher: &str, path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let number = name.split(['_', '-', ' ']).find_map(|part| {
        let number = part.strip_prefix('v')?.trim_end_matches(".zip");
        number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.to_owned())
    });
    number.map_or(publisher.to_owned(), |number| format!("{publisher} {number}"))
}

/// Counts, then the issues by code with the first of each.
fn summary(report: &ImportReport) -> String {
    let mut out: String = report.counts.iter().map(|(what, count)| format!("{count:>9}  {what}\n")).collect();
    if !report.issues.is_empty() {
        out.push_str("Losses, merges and assumptions (the first of each kind):\n");
    }
    for (code, count) in report.by_code() {
        let first = report.issues.iter().find(|issue| issue.code == code);
        out.push_str(&format!("{count:>9}  {code}: {}\n", first.map(ToString::to_string).unwrap_or_default()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_is_read_from_the_name() {
        assert_eq!(edition("ESCO", Path::new("x/esco_v1.2.0_en")), "ESCO 1.2.0");
        assert_eq!(edition("ESCO", Path::new("ESCO dataset - v1.1.1 - classification - fr - csv.zip")), "ESCO 1.1.1");
        assert_eq!(edition("ROME", Path::new("rome_v460")), "ROME 460");
        assert_eq!(edition("ROME", Path::new("files")), "ROME");
    }
}
