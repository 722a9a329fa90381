//! Writes a made-up market as files for the command `matcher`, and compares what it answers with the library.

use std::error::Error;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Parser;
use matcher_benches::workload::{Size, Workload};
use matcher_core::model::Ask;
use matcher_core::{Engine, Query};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde::Serialize;
use serde_json::Value;

#[derive(Parser)]
#[command(about = "Writes a made-up market as files, or compares the command's answer with the library's")]
struct Options {
    /// People.
    #[arg(long, default_value_t = 1_000)]
    profiles: usize,
    /// Offers.
    #[arg(long, default_value_t = 10_000)]
    offers: usize,
    /// Another seed, another market.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder that gets taxonomy.mtx, and people and offers as .jsonl and .parquet.
    #[arg(long, default_value = "target/market")]
    out: PathBuf,
    /// Writes nothing: compares this file of results with the library's answers for every n-th person.
    #[arg(long, value_name = "RESULTS.parquet")]
    compare: Option<PathBuf>,
    /// Of how many people one is compared.
    #[arg(long, default_value_t = 1)]
    every: usize,
}

/// Records whose fields the schema of a Parquet file is made of.
const LOOKED_AT: usize = 20_000;
const AT_ONCE: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let Options { profiles, offers, seed, .. } = options;
    let mut market = Workload::generate(Size { profiles, offers, seed })?;
    for offer in &mut market.offers {
        // A column of Parquet has one type: the word "unknown" cannot stand where a number does.
        if matches!(offer.education, Ask::Unknown) {
            offer.education = Ask::NotAsked;
        }
        if matches!(offer.experience, Ask::Unknown) {
            offer.experience = Ask::NotAsked;
        }
    }
    if let Some(results) = &options.compare {
        return compare(&market, results, options.every);
    }
    fs::create_dir_all(&options.out)?;
    fs::write(options.out.join("taxonomy.mtx"), market.taxonomy.to_bytes())?;
    write(&market.profiles, &options.out.join("people"))?;
    write(&market.offers, &options.out.join("offers"))?;
    println!("{profiles} profiles and {offers} offers of seed {seed} in {}", options.out.display());
    Ok(())
}

fn write<R: Serialize>(records: &[R], path: &Path) -> Result<(), Box<dyn Error>> {
    let text = |records: &[R]| -> Result<String, Box<dyn Error>> {
        let mut text = String::new();
        records.iter().try_for_each(|record| {
            writeln!(text, "{}", serde_json::to_string(record)?)?;
            Ok::<_, Box<dyn Error>>(())
        })?;
        Ok(text)
    };
    let (schema, _) =
        arrow_json::reader::infer_json_schema(text(&records[..records.len().min(LOOKED_AT)])?.as_bytes(), None)?;
    let schema = Arc::new(schema);
    let mut lines = File::create(path.with_extension("jsonl"))?;
    let mut columns = ArrowWriter::try_new(File::create(path.with_extension("parquet"))?, schema.clone(), None)?;
    for records in records.chunks(AT_ONCE) {
        let text = text(records)?;
        lines.write_all(text.as_bytes())?;
        for batch in arrow_json::ReaderBuilder::new(schema.clone()).build(text.as_bytes())? {
            columns.write(&batch?)?;
        }
    }
    columns.close()?;
    Ok(())
}

/// Ids, scores and ranks of every list compared, or the first that differs.
fn compare(market: &Workload, results: &Path, every: usize) -> Result<(), Box<dyn Error>> {
    let engine = Engine::builder(market.taxonomy.clone()).build()?;
    let (index, _) = engine.offers(&market.offers);
    let mut wanted = market.profiles.iter().step_by(every).map(|profile| profile.id.as_str()).collect::<Vec<_>>();
    wanted.sort_unstable();
    let mut found: Vec<(String, u64, String, u64)> = Vec::new();
    let (mut day, mut rows) = (None, 0);
    for batch in ParquetRecordBatchReaderBuilder::try_new(File::open(results)?)?.build()? {
        let mut writer = arrow_json::ArrayWriter::new(Vec::new());
        writer.write(&batch?)?;
        writer.finish()?;
        let list: Vec<Value> = serde_json::from_slice(&writer.into_inner())?;
        rows += list.len();
        for row in list {
            let profile = row["profile"].as_str().unwrap_or_default();
            day = day.or_else(|| row["as_of"].as_str()?.parse().ok());
            if wanted.binary_search(&profile).is_ok() && row["offer"].is_string() {
                let offer = row["offer"].as_str().unwrap_or_default().to_owned();
                found.push((
                    profile.to_owned(),
                    row["rank"].as_u64().unwrap_or(0),
                    offer,
                    row["score"].as_u64().unwrap_or(0),
                ));
            }
        }
    }
    let mut expected = Vec::new();
    for profile in market.profiles.iter().step_by(every) {
        let person = engine.prepare(profile)?;
        for hit in &index.top(Query::new(&person).as_of(day)) {
            let score = u64::from(hit.score().get());
            expected.push((profile.id.clone(), hit.rank() as u64, hit.id().to_owned(), score));
        }
    }
    if let Some((one, other)) = found.iter().zip(&expected).find(|(one, other)| one != other) {
        return Err(format!("the command says {one:?}, the library {other:?}").into());
    }
    if found.len() != expected.len() {
        return Err(format!("the command has {} matches, the library {}", found.len(), expected.len()).into());
    }
    println!("{} matches of {} people are the library's, of {rows} rows", found.len(), wanted.len());
    Ok(())
}
