use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::Manifest;
use super::publish::part_layout;
use crate::failure::Failure;
use crate::input::{Format, Layout, ParquetRows};
use crate::output::{Results, Written};

/// Writes the parts of a run, which lie in `folder`, into one file.
pub(super) fn join(path: &Path, layout: Layout, folder: &Path, manifest: &Manifest) -> Result<Written, Failure> {
    let parts = part_layout(manifest)?;
    let mut results = Results::create(path, layout, manifest.plan.explain)?;
    for part in &manifest.parts {
        let part = part.results.within(folder);
        match parts.format {
            Format::Parquet => {
                let mut rows = ParquetRows::open(&part)?;
                while let Some(batch) = rows.batch()? {
                    results.push_rows(&batch)?;
                }
            }
            _ => copy(&part, parts, &mut results)?,
        }
    }
    results.finish()
}

fn copy(part: &Path, layout: Layout, results: &mut Results) -> Result<(), Failure> {
    let fault = |error: std::io::Error| Failure::file(part, &error);
    let file = File::open(part).map_err(fault)?;
    let mut text = BufReader::with_capacity(1 << 16, layout.compression.reader(file).map_err(fault)?);
    let mut line = Vec::new();
    if layout.format == Format::Csv {
        // Each part has the header; the first line has no line break within quotes.
        text.read_until(b'\n', &mut line).map_err(fault)?;
        let mut rows = Vec::new();
        while text.by_ref().take(1 << 20).read_to_end(&mut rows).map_err(fault)? > 0 {
            results.push_text(&rows)?;
            rows.clear();
        }
        return Ok(());
    }
    while text.read_until(b'\n', &mut line).map_err(fault)? > 0 {
        results.push_text(line.strip_suffix(b"\n").unwrap_or(&line))?;
        line.clear();
    }
    Ok(())
}
