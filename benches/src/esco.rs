//! ESCO as its publisher ships it, from the optional real data.

use std::fs;
use std::path::Path;

use matcher_core::Taxonomy;
use matcher_core::taxonomy::{Import, SourceFile};

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
    let mut files = Vec::new();
    for language in LANGUAGES {
        let folder = data.join("taxonomy").join(format!("esco_v1.2.0_{language}"));
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = path.display().to_string();
            let labels = ["occupations_", "skills_"].map(|start| format!("{start}{language}.csv"));
            let wanted = part == Part::Whole || labels.iter().any(|label| name.ends_with(&format!("/{label}")));
            if wanted && Import::is_esco_file(&name) {
                let content = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
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
    let (builder, _) = import.finish();
    builder.build().map_err(|error| error.to_string())
}
