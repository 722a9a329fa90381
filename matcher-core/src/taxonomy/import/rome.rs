//! ROME 4.0 as France Travail ships it: the tables `unix_…_v460_utf8.csv`.

mod role;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use role::Role;

use super::{Import, SourceFile, table};
use crate::model::Language;
use crate::taxonomy::{ConceptKind, LabelKind};
use crate::{Error, Issue, Severity};

const ATTRIBUTION: &str = "ROME 4.0, France Travail, Licence Ouverte 2.0.";

impl Import {
    /// Reads ROME 4.0.
    ///
    /// Trades become occupations under their code (`M1811`); their job titles, long and short, alternative labels, or
    /// hidden ones where ROME calls them little used. Above a trade stand the trade of the former edition it came from
    /// (`rome3:M1805`, labelled like the trade that keeps the code), its domain (`rome-dp:M18`) and main domain
    /// (`rome-gd:M`). Competences and fields of knowledge become skills (`ogr:124142`), a competence below its
    /// macro-competence. What ROME marks as the heart of a trade, *Principale* or *Émergente*, is essential, the rest
    /// optional; contexts of work (hours, noise, places) are no skills and are counted.
    ///
    /// # Errors
    /// `taxonomy.missing-file`, `taxonomy.missing-column`.
    pub fn rome(&mut self, files: &[SourceFile<'_>]) -> Result<(), Error> {
        let mut known: BTreeMap<Role, &SourceFile<'_>> = BTreeMap::new();
        for file in files {
            match Role::of(file.base()) {
                Some(role) => {
                    if let Some(second) = known.insert(role, file) {
                        self.passed_over(second);
                    }
                }
                None => self.passed_over(file),
            }
        }
        let lacking = |needed: bool| Role::ALL.into_iter().filter(move |role| role.is_needed() == needed);
        let missing: Vec<String> =
            lacking(true).filter(|role| !known.contains_key(role)).map(|role| role.pattern()).collect();
        if !missing.is_empty() {
            return Err(Error::new("taxonomy.missing-file", format!("ROME needs {}", missing.join(", "))));
        }
        for role in lacking(false).filter(|role| !known.contains_key(role)) {
            let cause = format!("no file {}", role.pattern());
            self.report.issues.push(Issue::new("taxonomy.optional-file-missing", Severity::Note, cause));
        }
        self.builder.attribution(ATTRIBUTION);
        let labels = self.trades(known[&Role::Trades])?;
        self.titles(known[&Role::Titles], &labels)?;
        self.competences(known[&Role::Competences])?;
        self.knowledge(known[&Role::Knowledge])?;
        for (role, prefix) in [(Role::Domains, "rome-dp:"), (Role::MainDomains, "rome-gd:")] {
            if let Some(file) = known.get(&role) {
                self.domains(file, role, prefix)?;
            }
        }
        known.get(&Role::Texts).map(|file| self.texts(file)).transpose()?;
        let contexts = known.get(&Role::Contexts).map(|file| self.contexts(file)).transpose()?.unwrap_or_default();
        self.coherence(known[&Role::Coherence], &contexts)
    }

    /// Returns code → label.
    fn trades(&mut self, file: &SourceFile<'_>) -> Result<BTreeMap<String, String>, Error> {
        let builder = &mut self.builder;
        let mut labels = BTreeMap::new();
        let mut parents = BTreeSet::new();
        let columns = ["code_rome", "libelle_rome"];
        let rows = table::read(file, &columns, &["code_rome_parent"], &mut self.report, |row, _| {
            let &[code, label, parent] = row else { return };
            builder.label(ConceptKind::Occupation, code, Language::FR, LabelKind::Preferred, label);
            labels.insert(code.to_owned(), label.to_owned());
            let group = |prefix: &str, code: &str, chars: usize| code.get(..chars).map(|c| format!("{prefix}{c}"));
            let (domain, main) = (group("rome-dp:", code, 3), group("rome-gd:", code, 1));
            let (Some(domain), Some(main)) = (domain, main) else { return };
            builder.concept(ConceptKind::Group, &domain).concept(ConceptKind::Group, &main);
            builder.broader(ConceptKind::Occupation, code, ConceptKind::Group, &domain);
            builder.broader(ConceptKind::Group, &domain, ConceptKind::Group, &main);
            if let Some(parent_domain) = group("rome-dp:", parent, 3) {
                let former = format!("rome3:{parent}");
                builder.concept(ConceptKind::Group, &former).concept(ConceptKind::Group, &parent_domain);
                builder.broader(ConceptKind::Occupation, code, ConceptKind::Group, &former);
                builder.broader(ConceptKind::Group, &former, ConceptKind::Group, &parent_domain);
                parents.insert(parent.to_owned());
            }
        })?;
        for parent in parents {
            if let Some(label) = labels.get(&parent) {
                let group = format!("rome3:{parent}");
                self.builder.label(ConceptKind::Group, &group, Language::FR, LabelKind::Preferred, label);
            }
        }
        self.report.count("ROME trades", rows);
        Ok(labels)
    }

    fn titles(&mut self, file: &SourceFile<'_>, labels: &BTreeMap<String, String>) -> Result<(), Error> {
        let (builder, titles) = (&mut self.builder, &mut self.titles);
        let columns = ["code_ogr", "libelle_appellation_long", "code_rome"];
        let optional = ["libelle_appellation_court", "peu_usite"];
        let rows = table::read(file, &columns, &optional, &mut self.report, |row, report| {
            let &[ogr, long, code, short, little_used] = row else { return };
            let Some(preferred) = labels.get(code) else {
                report.count("ROME job titles of no trade", 1);
                let cause = format!("the title “{long}” belongs to {code}, which was not read");
                report.issues.push(Issue::new("taxonomy.title-dropped", Severity::Warning, cause).of(ogr));
                return;
            };
            titles.insert(ogr.to_owned(), code.to_owned());
            let kind = if little_used == "O" { LabelKind::Hidden } else { LabelKind::Alternative };
            for text in [long, short].into_iter().filter(|text| text != preferred) {
                builder.label(ConceptKind::Occupation, code, Language::FR, kind, text);
            }
        })?;
        self.report.count("ROME job titles", rows);
        Ok(())
    }

    fn competences(&mut self, file: &SourceFile<'_>) -> Result<(), Error> {
        let builder = &mut self.builder;
        let columns = ["code_ogr", "libelle_competence"];
        let rows = table::read(file, &columns, &["code_ogr_macro_comp"], &mut self.report, |row, _| {
            let skill = skill_id(row[0]);
            builder.label(ConceptKind::Skill, &skill, Language::FR, LabelKind::Preferred, row[1]);
            if !row[2].is_empty() {
                builder.broader(ConceptKind::Skill, &skill, ConceptKind::Skill, &skill_id(row[2]));
            }
        })?;
        self.report.count("ROME competences", rows);
        Ok(())
    }

    fn knowledge(&mut self, file: &SourceFile<'_>) -> Result<(), Error> {
        let builder = &mut self.builder;
        let columns = ["code_ogr_savoir", "libelle_savoir"];
        let rows = table::read(file, &columns, &[], &mut self.report, |row, _| {
            builder.label(ConceptKind::Skill, &skill_id(row[0]), Language::FR, LabelKind::Preferred, row[1]);
        })?;
        self.report.count("ROME fields of knowledge", rows);
        Ok(())
    }

    fn domains(&mut self, file: &SourceFile<'_>, role: Role, prefix: &str) -> Result<(), Error> {
        let builder = &mut self.builder;
        let columns = match role {
            Role::MainDomains => ["code_grand_domaine", "libelle_grand_domaine"],
            _ => ["code_domaine_professionnel", "libelle_domaine_professionnel"],
        };
        table::read(file, &columns, &[], &mut self.report, |row, _| {
            let id = format!("{prefix}{}", row[0]);
            builder.label(ConceptKind::Group, &id, Language::FR, LabelKind::Preferred, row[1]);
        })
        .map(drop)
    }

    /// The sentences that say what a trade is.
    fn texts(&mut self, file: &SourceFile<'_>) -> Result<(), Error> {
        let builder = &mut self.builder;
        let columns = ["code_rome", "libelle_type_texte", "libelle_texte"];
        table::read(file, &columns, &[], &mut self.report, |row, _| {
            if row[1] == "definition" {
                builder.description(ConceptKind::Occupation, row[0], Language::FR, row[2]);
            }
        })
        .map(drop)
    }

    /// Code → label.
    fn contexts(&mut self, file: &SourceFile<'_>) -> Result<BTreeMap<String, String>, Error> {
        let mut contexts = BTreeMap::new();
        table::read(file, &["code_ogr", "libelle_cont_travail"], &[], &mut self.report, |row, _| {
            contexts.insert(row[0].to_owned(), row[1].to_owned());
        })?;
        Ok(contexts)
    }

    fn coherence(&mut self, file: &SourceFile<'_>, contexts: &BTreeMap<String, String>) -> Result<(), Error> {
        let builder = &mut self.builder;
        let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
        let columns = ["code_rome", "code_ogr"];
        let rows = table::read(file, &columns, &["coeur_metier"], &mut self.report, |row, report| {
            let &[trade, ogr, heart] = row else { return };
            if let Some((context, _)) = contexts.get_key_value(ogr) {
                *left_out.entry(context).or_default() += 1;
                return;
            }
            let skill = skill_id(ogr);
            match heart {
                "Principale" | "Émergente" => builder.essential(trade, &skill),
                _ => builder.optional(trade, &skill),
            };
            if !["Principale", "Émergente", ""].contains(&heart) {
                let cause =
                    format!("“{heart}” is no known value of coeur_metier: the skill {ogr} is taken as optional");
                report.issues.push(Issue::new("taxonomy.heart-unknown", Severity::Note, cause).of(trade));
            }
        })?;
        self.report.count("ROME trade–item relations", rows);
        self.report.count("ROME contexts of work, which are not skills", left_out.values().sum());
        for (code, count) in left_out {
            let cause = format!("“{}” is a context of work of {count} trades, not a skill", contexts[code]);
            self.report.issues.push(Issue::new("taxonomy.context-left-out", Severity::Note, cause).of(code));
        }
        Ok(())
    }
}

/// ROME numbers competences, knowledge and titles in one sequence, which tells nothing apart from other numbers.
fn skill_id(ogr: &str) -> String {
    format!("ogr:{ogr}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<(&'static str, &'static str)> {
        vec![
            (
                "unix_referentiel_code_rome_v460_utf8.csv",
                "\"code_rome\",\"libelle_rome\",\"code_rome_parent\"\n\"M1811\",\"Data engineer\",\"M1805\"\n",
            ),
            (
                "unix_referentiel_appellation_v460_utf8.csv",
                "code_ogr,libelle_appellation_long,libelle_appellation_court,code_rome,peu_usite\n1,Ingénieur / Ingénieure big data,Ingénieur big data,M1811,N\n2,Rare,Rare,M1811,O\n3,Lost,Lost,Z9999,N\n",
            ),
            (
                "unix_referentiel_competence_v460_utf8.csv",
                "code_ogr,libelle_competence,code_ogr_macro_comp\n10,Coder,11\n11,Créer,\n",
            ),
            ("unix_referentiel_savoir_v460_utf8.csv", "code_ogr_savoir,libelle_savoir\n20,SQL\n"),
            (
                "unix_coherence_item_v460_utf8.csv",
                "code_rome,code_ogr,coeur_metier\nM1811,10,Principale\nM1811,20,\nM1811,30,\nM1811,99,\n",
            ),
            ("unix_referentiel_contexte_travail_v460_utf8.csv", "code_ogr,libelle_cont_travail\n30,En altitude\n"),
        ]
    }

    #[test]
    fn a_trade_has_its_titles_skills_and_groups_and_contexts_are_counted() {
        let files = files();
        let files: Vec<_> = files.iter().map(|(name, text)| SourceFile::new(name, text.as_bytes())).collect();
        let mut import = Import::new();
        import.rome(&files).unwrap();
        let (builder, report) = import.finish();
        let taxonomy = builder.build().unwrap();
        assert_eq!(taxonomy.exact(ConceptKind::Occupation, "ingénieure big data")[0].id(), "M1811");
        let trade = taxonomy.get(ConceptKind::Occupation, "M1811").unwrap();
        assert_eq!(trade.skills(), (vec!["ogr:10"], vec!["ogr:20"]));
        let coder = taxonomy.get(ConceptKind::Skill, "ogr:10").unwrap();
        assert_eq!(coder.broader().collect::<Vec<_>>(), ["ogr:11"]);
        let groups: Vec<_> = taxonomy.concepts(ConceptKind::Group).map(|group| group.id()).collect();
        assert_eq!(groups, ["rome-dp:M18", "rome-gd:M", "rome3:M1805"]);
        assert_eq!(report.counted("ROME contexts of work, which are not skills"), 1);
        assert_eq!(report.counted("relations dropped: optional"), 1, "the item 99 is in no table");
        assert_eq!(report.counted("ROME job titles of no trade"), 1);
    }

    #[test]
    fn a_missing_table_is_named() {
        let error = Import::new().rome(&[]).unwrap_err();
        assert!(error.to_string().contains("unix_coherence_item_*.csv"), "{error}");
    }
}
