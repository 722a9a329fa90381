use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use matcher_core::model::Language;
use matcher_core::taxonomy::Slice;

use super::{info, open, write};

#[derive(Args)]
pub(super) struct Cut {
    /// The snapshot to cut from.
    #[arg(long)]
    taxonomy: PathBuf,
    /// Lists of occupations to keep: an id a line, `#` begins a comment.
    #[arg(long, num_args = 1.., required = true, value_name = "LIST")]
    occupations: Vec<PathBuf>,
    /// Lists of skills to keep beside those that the occupations call essential.
    #[arg(long, num_args = 1.., value_name = "LIST")]
    skills: Vec<PathBuf>,
    /// Languages whose labels are kept; all without this.
    #[arg(long, value_delimiter = ',')]
    languages: Vec<Language>,
    /// Alternative labels of an occupation that are kept, in each language.
    #[arg(long, default_value_t = usize::MAX, hide_default_value = true)]
    alternatives: usize,
    /// Alternative labels of a skill that are kept, in each language.
    #[arg(long, default_value_t = usize::MAX, hide_default_value = true)]
    skill_alternatives: usize,
    /// Leaves out the skills whose ids begin so, such as `ogr:` for those of ROME.
    #[arg(long, value_name = "PREFIX")]
    without_skills: Vec<String>,
    /// Leaves out the optional relations.
    #[arg(long)]
    essential_only: bool,
    /// Leaves out the labels of groups and the derived tables: the smallest file, slower to open.
    #[arg(long)]
    small: bool,
    /// Leaves out the bundled names of tools (Power BI, Kubernetes, SolidWorks…), which are added otherwise.
    #[arg(long)]
    without_tools: bool,
    /// The snapshot to write.
    #[arg(long)]
    out: PathBuf,
}

impl Cut {
    pub(super) fn run(&self) -> Result<ExitCode, Box<dyn Error>> {
        let whole = open(&self.taxonomy)?;
        let slice = Slice {
            occupations: lists(&self.occupations)?,
            skills: lists(&self.skills)?,
            languages: self.languages.clone(),
            alternatives: self.alternatives,
            skill_alternatives: self.skill_alternatives,
            without_skills: self.without_skills.clone(),
            essential_only: self.essential_only,
            group_labels: !self.small,
        };
        let mut cut = whole.slice(&slice)?;
        if !self.without_tools {
            cut.tools();
        }
        let cut = cut.build_with_words_of(&whole)?;
        let bytes = if self.small { cut.to_small_bytes() } else { cut.to_bytes() };
        write(&self.out, &bytes)?;
        print!("{}", info::summary(&cut));
        println!("{} bytes in {}", bytes.len(), self.out.display());
        Ok(ExitCode::SUCCESS)
    }
}

/// The ids of all lists.
fn lists(files: &[PathBuf]) -> Result<BTreeSet<String>, String> {
    let mut ids = BTreeSet::new();
    for file in files {
        ids.extend(list(file)?);
    }
    Ok(ids)
}

fn list(file: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(ids(&text))
}

/// An id with a `#` inside is whole: a comment begins behind a blank.
fn ids(text: &str) -> Vec<String> {
    let id = |line: &str| line.split_whitespace().next().filter(|id| !id.starts_with('#')).map(str::to_owned);
    text.lines().filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_an_id_a_line_and_comments() {
        assert_eq!(ids("# trades\nM1811 # Data engineer\n\n  http://x/a#b\n"), ["M1811", "http://x/a#b"]);
    }
}
