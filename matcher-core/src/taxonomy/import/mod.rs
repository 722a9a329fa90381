//! Readers of the files that publishers of taxonomies ship. They open nothing: a caller hands in names and contents.
//!
//! ```
//! use matcher_core::taxonomy::{ConceptKind, Import, SourceFile};
//!
//! let occupations = "conceptUri,preferredLabel,altLabels,iscoGroup\nocc:1,web developer,\"web coder\nsite builder\",2513\n";
//! let skills = "conceptUri,preferredLabel\nskill:1,JavaScript\n";
//! let relations = "occupationUri,relationType,skillUri\nocc:1,essential,skill:1\nocc:1,optional,skill:2\n";
//! let mut import = Import::new();
//! import.esco(&[
//!     SourceFile::new("occupations_en.csv", occupations.as_bytes()),
//!     SourceFile::new("skills_en.csv", skills.as_bytes()),
//!     SourceFile::new("occupationSkillRelations_en.csv", relations.as_bytes()),
//! ])?;
//! let (builder, report) = import.finish();
//! assert_eq!(builder.build()?.demands(), (1, 0));
//! assert!(report.issues.iter().any(|issue| issue.code == "taxonomy.relation-dropped"));
//! # Ok::<(), matcher_core::Error>(())
//! ```

mod crosswalk;
mod esco;
mod own;
mod report;
mod rome;
mod table;

pub use own::{OwnConcept, OwnLabels, OwnTaxonomy, OwnTwin};
pub use report::ImportReport;

use std::collections::BTreeMap;

use super::{LooseRelation, TaxonomyBuilder};
use crate::{Issue, Severity};

/// A file by its name, which says what it is, and its content.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    name: &'a str,
    content: &'a [u8],
}

impl<'a> SourceFile<'a> {
    /// `name` may carry a path; its last part decides what the file is taken for.
    pub fn new(name: &'a str, content: &'a [u8]) -> SourceFile<'a> {
        SourceFile { name, content }
    }

    /// The part of the name behind the last stroke.
    fn base(&self) -> &'a str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(self.name)
    }
}

/// Collects one taxonomy from the files of one or several publishers, and everything that was lost on the way.
///
/// The order is free but for the crosswalk, which goes last: it joins what was read before.
#[derive(Default)]
pub struct Import {
    builder: TaxonomyBuilder,
    report: ImportReport,
    /// ROME's job titles: OGR code → code of the trade.
    titles: BTreeMap<String, String>,
    versions: Vec<String>,
}

impl Import {
    /// Nothing read yet.
    pub fn new() -> Import {
        Import::default()
    }

    /// Whether a file of this name would be read by [`Import::esco`]; saves reading those that would not.
    pub fn is_esco_file(name: &str) -> bool {
        esco::Role::of(SourceFile::new(name, b"").base()).is_some()
    }

    /// Whether a file of this name would be read by [`Import::rome`].
    pub fn is_rome_file(name: &str) -> bool {
        rome::Role::of(SourceFile::new(name, b"").base()).is_some()
    }

    /// One more part of what the edition is called, such as `ESCO 1.2.0`; the parts are joined by ` + `.
    pub fn version(&mut self, part: &str) {
        if !self.versions.iter().any(|known| known == part) {
            self.versions.push(part.to_owned());
        }
    }

    /// The builder, without the relations that lead nowhere, and the report that names them.
    pub fn finish(mut self) -> (TaxonomyBuilder, ImportReport) {
        self.builder.version(&self.versions.join(" + "));
        for LooseRelation { relation, from, to, why } in self.builder.drop_loose() {
            self.report.count(&format!("relations dropped: {relation}"), 1);
            let cause = format!("{relation}: {from} → {to}: {why}");
            self.report.issues.push(
                Issue::new("taxonomy.relation-dropped", Severity::Warning, cause)
                    .of(from)
                    .action("Read the file that has the missing concept, or leave it: the relation is not used."),
            );
        }
        (self.builder, self.report)
    }
}
