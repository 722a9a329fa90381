//! ESCO 1.0 to 1.2 as the publisher ships it: one CSV file for each kind of thing and language.

mod role;

use std::collections::BTreeSet;

pub(super) use role::Role;

use super::{Import, SourceFile, table};
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::{Error, Issue, Severity};

const ATTRIBUTION: &str = "This service uses the ESCO classification of the European Commission.";

impl Import {
    /// Reads ESCO: files of one or several languages, all in one call.
    ///
    /// Needed, in at least one language: `occupations_xx.csv`, `skills_xx.csv`, `occupationSkillRelations_xx.csv`. Read
    /// where given: `ISCOGroups`, `skillGroups`, `broaderRelationsOccPillar`, `broaderRelationsSkillPillar`,
    /// `skillSkillRelations`; each of them that no language has is named in the report. Other names are passed over and
    /// named as well.
    ///
    /// # Errors
    /// `taxonomy.missing-file` where a needed file is in no language, `taxonomy.missing-column`.
    pub fn esco(&mut self, files: &[SourceFile<'_>]) -> Result<(), Error> {
        let mut known = Vec::new();
        for file in files {
            match Role::of(file.base()) {
                Some((role, language)) => known.push((role, language, file)),
                None => self.passed_over(file),
            }
        }
        self.missing(&known)?;
        known.sort_by_key(|&(role, language, file)| (role, language, file.name));
        self.builder.attribution(ATTRIBUTION);
        for (role, language, file) in known {
            self.esco_file(role, language, file)?;
        }
        Ok(())
    }

    fn missing(&mut self, known: &[(Role, Language, &SourceFile<'_>)]) -> Result<(), Error> {
        let lacking = |needed| {
            let without = Role::ALL.into_iter().filter(move |role| role.is_needed() == needed);
            without.filter(|role| known.iter().all(|(have, ..)| have != role))
        };
        let needed: Vec<String> = lacking(true).map(|role| format!("{}_xx.csv", role.stem())).collect();
        if !needed.is_empty() {
            let message = format!("ESCO needs, in at least one language: {}", needed.join(", "));
            return Err(Error::new("taxonomy.missing-file", message));
        }
        for role in lacking(false) {
            let cause = format!("no file {}_xx.csv in any language", role.stem());
            self.report.issues.push(
                Issue::new("taxonomy.optional-file-missing", Severity::Note, cause)
                    .action("Add it, or go on without what it says."),
            );
        }
        Ok(())
    }

    pub(super) fn passed_over(&mut self, file: &SourceFile<'_>) {
        let issue = Issue::new("taxonomy.file-passed-over", Severity::Note, "the taxonomy does not use this file");
        self.report.issues.push(issue.of(file.name));
    }

    fn esco_file(&mut self, role: Role, language: Language, file: &SourceFile<'_>) -> Result<(), Error> {
        let rows = match role {
            Role::Occupations => self.concepts(ConceptKind::Occupation, language, file),
            Role::Skills => self.concepts(ConceptKind::Skill, language, file),
            Role::IscoGroups | Role::SkillGroups => self.concepts(ConceptKind::Group, language, file),
            Role::BroaderOccupations | Role::BroaderSkills => self.broader(file),
            Role::Demands => self.demands(file),
            Role::Related => self.related(file),
        }?;
        self.report.count(&format!("ESCO {} {language}: rows", role.stem()), rows);
        Ok(())
    }

    fn concepts(&mut self, kind: ConceptKind, language: Language, file: &SourceFile<'_>) -> Result<usize, Error> {
        let builder = &mut self.builder;
        let optional = ["preferredLabel", "altLabels", "hiddenLabels", "iscoGroup", "description"];
        table::read(file, &["conceptUri"], &optional, &mut self.report, |row, report| {
            let &[id, preferred, alternatives, hidden, isco, description] = row else { return };
            builder.concept(kind, id);
            if preferred.is_empty() {
                report.count("concepts without a preferred label", 1);
                let cause = format!("no preferred label in {language}");
                report.issues.push(Issue::new("taxonomy.label-missing", Severity::Note, cause).of(id));
            }
            builder.label(kind, id, language, LabelKind::Preferred, preferred);
            builder.description(kind, id, language, description);
            for (text, label) in [(alternatives, LabelKind::Alternative), (hidden, LabelKind::Hidden)] {
                for text in text.split(['\n', '|']).map(str::trim).filter(|text| *text != preferred) {
                    builder.label(kind, id, language, label, text);
                }
            }
            if kind == ConceptKind::Occupation && isco.bytes().all(|b| b.is_ascii_digit()) {
                // The code is the path: 2513 stands below 251, 25 and 2. A language shipped without the groups has them so.
                let group = |digits: usize| format!("http://data.europa.eu/esco/isco/C{}", &isco[..digits]);
                for digits in 1..=isco.len() {
                    builder.concept(ConceptKind::Group, &group(digits));
                    if digits > 1 {
                        builder.broader(ConceptKind::Group, &group(digits), ConceptKind::Group, &group(digits - 1));
                    }
                }
                if !isco.is_empty() {
                    builder.broader(kind, id, ConceptKind::Group, &group(isco.len()));
                }
            }
        })
    }

    fn broader(&mut self, file: &SourceFile<'_>) -> Result<usize, Error> {
        let builder = &mut self.builder;
        let columns = ["conceptType", "conceptUri", "broaderType", "broaderUri"];
        table::read(file, &columns, &[], &mut self.report, |row, report| {
            let &[kind, id, broader_kind, broader] = row else { return };
            match (kind_of(kind), kind_of(broader_kind)) {
                (Some(kind), Some(broader_kind)) => {
                    builder.broader(kind, id, broader_kind, broader);
                }
                _ => {
                    let cause = format!("“{kind}” below “{broader_kind}”: kinds that are not known");
                    report.count("relations dropped: broader", 1);
                    report.issues.push(Issue::new("taxonomy.relation-dropped", Severity::Warning, cause).of(id));
                }
            }
        })
    }

    fn demands(&mut self, file: &SourceFile<'_>) -> Result<usize, Error> {
        let builder = &mut self.builder;
        let mut seen = BTreeSet::new();
        let columns = ["occupationUri", "relationType", "skillUri"];
        table::read(file, &columns, &[], &mut self.report, |row, report| {
            let &[occupation, relation, skill] = row else { return };
            if !seen.insert((occupation.to_owned(), skill.to_owned())) {
                report.count("occupation–skill relations given twice, merged (essential goes before optional)", 1);
                let cause = format!("the relation to {skill} is given twice, once as {relation}");
                report.issues.push(Issue::new("taxonomy.relation-merged", Severity::Note, cause).of(occupation));
            }
            match relation {
                "essential" => {
                    builder.essential(occupation, skill);
                }
                "optional" => {
                    builder.optional(occupation, skill);
                }
                _ => {
                    report.count("relations dropped: of an unknown type", 1);
                    let cause = format!("“{relation}” is neither essential nor optional");
                    let issue = Issue::new("taxonomy.relation-dropped", Severity::Warning, cause);
                    report.issues.push(issue.of(occupation));
                }
            }
        })
    }

    fn related(&mut self, file: &SourceFile<'_>) -> Result<usize, Error> {
        let builder = &mut self.builder;
        table::read(file, &["originalSkillUri", "relatedSkillUri"], &[], &mut self.report, |row, _| {
            builder.related(row[0], row[1]);
        })
    }
}

fn kind_of(concept_type: &str) -> Option<ConceptKind> {
    match concept_type {
        "Occupation" => Some(ConceptKind::Occupation),
        "KnowledgeSkillCompetence" => Some(ConceptKind::Skill),
        "ISCOGroup" | "SkillGroup" => Some(ConceptKind::Group),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minimal() -> Vec<(&'static str, &'static str)> {
        vec![
            (
                "occupations_en.csv",
                "conceptUri,preferredLabel,altLabels,iscoGroup\no:1,baker,\"bread maker | baker\nbun maker\",7512\n",
            ),
            ("skills_en.csv", "conceptUri,preferredLabel\ns:1,bake\ns:2,\n"),
            (
                "occupationSkillRelations_en.csv",
                "occupationUri,relationType,skillUri\no:1,optional,s:1\no:1,essential,s:1\no:1,essential,s:9\n",
            ),
        ]
    }

    fn import(files: &[(&str, &str)]) -> Result<Import, Error> {
        let files: Vec<_> = files.iter().map(|(name, text)| SourceFile::new(name, text.as_bytes())).collect();
        let mut import = Import::new();
        import.esco(&files).map(|()| import)
    }

    #[test]
    fn languages_merge_under_the_id() {
        let mut files = minimal();
        files.push(("fr/occupations_fr.csv", "conceptUri,preferredLabel\no:1,boulanger/boulangère\n"));
        let (builder, _) = import(&files).unwrap().finish();
        let taxonomy = builder.build().unwrap();
        assert_eq!(taxonomy.len(ConceptKind::Occupation), 1);
        for text in ["Baker", "bread maker", "bun maker", "boulanger", "boulangère"] {
            assert_eq!(taxonomy.exact(ConceptKind::Occupation, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_relation_given_as_optional_and_essential_is_essential_and_told() {
        let (builder, report) = import(&minimal()).unwrap().finish();
        assert_eq!(builder.build().unwrap().demands(), (1, 0));
        assert_eq!(
            report.by_code(),
            [
                ("taxonomy.label-missing", 1),
                ("taxonomy.optional-file-missing", 5),
                ("taxonomy.relation-dropped", 1),
                ("taxonomy.relation-merged", 1)
            ]
        );
    }

    #[test]
    fn the_isco_code_of_an_occupation_gives_its_groups() {
        let taxonomy = import(&minimal()).unwrap().finish().0.build().unwrap();
        let groups: Vec<_> = taxonomy.concepts(ConceptKind::Group).map(|group| group.id()).collect();
        let isco = ["C7", "C75", "C751", "C7512"].map(|code| format!("http://data.europa.eu/esco/isco/{code}"));
        assert_eq!(groups, isco);
    }

    #[test]
    fn needed_files_that_are_missing_are_named_all_at_once() {
        let error = import(&minimal()[..1]).err().unwrap();
        assert_eq!(error.code(), "taxonomy.missing-file");
        let text = error.to_string();
        assert!(text.contains("skills_xx.csv, occupationSkillRelations_xx.csv"), "{text}");
    }
}
