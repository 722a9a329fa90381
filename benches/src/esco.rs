//! ESCO as its publisher ships it, from the optional real data.

use std::fs;
use std::path::Path;

use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::{Import, SourceFile, TaxonomyBuilder};

use crate::linking::sets::held_out::Held;

/// Languages in which the data has ESCO 1.2.0.
pub const LANGUAGES: [&str; 3] = ["fr", "de", "en"];

/// How much of it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Occupations and skills with their labels, no relations: quick.
    Labels,
    /// Everything that the importer reads.
    Whole,
}

/// ESCO in all three languages, out of the folder of the real data; never with a crosswalk.
///
/// # Errors
/// Files that cannot be read, and what the importer says.
pub fn read(data: &Path, part: Part) -> Result<Taxonomy, String> {
    builder(data, part, &Held::new())?.build().map_err(|error| error.to_string())
}

/// The same, not yet frozen, without some alternative labels of skills.
///
/// # Errors
/// Files that cannot be read, and what the importer says.
pub fn builder(data: &Path, part: Part, held: &Held) -> Result<TaxonomyBuilder, String> {
    let mut files = Vec::new();
    for language in LANGUAGES {
        let folder = data.join("taxonomy").join(format!("esco_v1.2.0_{language}"));
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = path.display().to_string();
            let [occupations, skills] = ["occupations_", "skills_"].map(|start| format!("/{start}{language}.csv"));
            let wanted = part == Part::Whole || name.ends_with(&occupations) || name.ends_with(&skills);
            if wanted && Import::is_esco_file(&name) {
                let content = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
                let skills = name.ends_with(&skills) && !held.is_empty();
                let content = if skills { without(&content, language, held)? } else { content };
                files.push((name, content));
            }
        }
    }
    if part == Part::Labels {
        // The importer insists on relations; a table without a row is one.
        files.push(("occupationSkillRelations_en.csv".to_owned(), b"occupationUri,relationType,skillUri\n".to_vec()));
    }
    files.sort();
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, content)| SourceFile::new(name, content)).collect();
    let mut import = Import::new();
    import.esco(&sources).map_err(|error| error.to_string())?;
    Ok(import.finish().0)
}

/// A table of skills without the labels held out.
fn without(content: &[u8], language: &str, held: &Held) -> Result<Vec<u8>, String> {
    let say = |error: csv::Error| format!("skills_{language}.csv: {error}");
    let language: Language = language.parse().map_err(|error: matcher_core::Error| error.to_string())?;
    let mut reader = csv::Reader::from_reader(content);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = reader.headers().map_err(say)?.clone();
    writer.write_record(&heads).map_err(say)?;
    let column = |name: &str| heads.iter().position(|head| head == name).ok_or(format!("skills: no column {name}"));
    let (id, labels) = (column("conceptUri")?, column("altLabels")?);
    for record in reader.records() {
        let record = record.map_err(say)?;
        let concept = record.get(id).unwrap_or_default();
        let kept = |label: &&str| !held.contains(&(concept.to_owned(), language, label.trim().to_owned()));
        let left: Vec<&str> = record.get(labels).unwrap_or_default().lines().filter(kept).collect();
        let left = left.join("\n");
        let fields = record.iter().enumerate().map(|(at, field)| if at == labels { left.as_str() } else { field });
        writer.write_record(fields).map_err(say)?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}
