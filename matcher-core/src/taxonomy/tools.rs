//! The bundled names of tools, technologies and standards, as skills of a taxonomy.

use std::collections::{BTreeMap, BTreeSet};

use super::{ConceptKind, LabelKind, TaxonomyBuilder};
use crate::model::Language;
use crate::text::fold;

/// The list; its head says how it is read.
const TOOLS: &str = include_str!("../../data/tools.tsv");

/// One line of the list.
pub(crate) struct Tool {
    id: &'static str,
    /// The names to show, each with the language in which to show it.
    pub(crate) labels: Vec<(Language, Name)>,
    /// Other names, each with its rule.
    pub(crate) names: Vec<Name>,
    /// English preferred label of a broader skill of ESCO.
    broader: Option<&'static str>,
}

/// A name and how it must stand in a text to count; the rules are those of the list of ambiguous words.
#[derive(Clone, Copy)]
pub(crate) struct Name {
    pub(crate) text: &'static str,
    pub(crate) rule: &'static str,
}

/// What [`TaxonomyBuilder::tools`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToolsAdded {
    /// Skills added, with ids such as `tool:power-bi`.
    pub added: usize,
    /// Tools for which the taxonomy had a skill of its own, which took their other names.
    pub known: usize,
}

/// The tools of the list. A line that is none is passed over; the list is tested to have none.
pub(crate) fn bundled() -> impl Iterator<Item = Tool> {
    TOOLS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let columns: Vec<&'static str> = line.split('\t').collect();
        let [id, label, names, rule, broader] = columns[..] else { return None };
        let labels = label.split(';').map(|label| match label.split_once(':') {
            Some((code, text)) => Some((code.parse().ok()?, Name { text, rule })),
            None => Some((Language::EN, Name { text: label, rule })),
        });
        let names = names.split('|').filter(|name| *name != "-").map(|name| match name.split_once(':') {
            Some((rule, text)) => Name { text, rule },
            // The rule of the label is about the label: "Microsoft Excel" is no word of a sentence.
            None => Name { text: name, rule: "any" },
        });
        let broader = (broader != "-").then_some(broader);
        Some(Tool { id, labels: labels.collect::<Option<_>>()?, names: names.collect(), broader })
    })
}

impl TaxonomyBuilder {
    /// Adds the bundled tools (`matcher-core/data/tools.tsv`): about 500 names such as Power BI, Kubernetes or SolidWorks
    /// that job advertisements ask for and that taxonomies lack or know under one name only. Where a skill has the name as
    /// its preferred label, a bracket at its end left out (`Python (computer programming)`), it gets the other names as
    /// hidden labels; else a skill `tool:…` is added, below the broader skill of ESCO where that was added before. So call
    /// it last. Adding twice is adding once.
    pub fn tools(&mut self) -> ToolsAdded {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((kind, id), labels) in &self.concepts {
            if *kind != ConceptKind::Skill || id.starts_with("tool:") {
                continue;
            }
            for label in labels.iter().filter(|label| label.kind == LabelKind::Preferred) {
                let bare = label.text.split_once(" (").filter(|_| label.text.ends_with(')'));
                for name in [&*label.text].into_iter().chain(bare.map(|(bare, _)| bare)) {
                    known.entry(fold(name)).or_default().insert(id.clone());
                }
            }
        }
        let mut done = ToolsAdded::default();
        for tool in bundled() {
            let own = format!("tool:{}", tool.id);
            let found = tool.labels.iter().filter_map(|(_, label)| known.get(&fold(label.text))).flatten();
            let found: BTreeSet<String> = found.cloned().collect();
            let ids = if found.is_empty() { [own].into() } else { found };
            for id in &ids {
                let is_new = id.starts_with("tool:");
                let shown = if is_new { LabelKind::Preferred } else { LabelKind::Hidden };
                let labels = tool.labels.iter().map(|&(language, name)| (language, shown, name));
                for (language, kind, name) in
                    labels.chain(tool.names.iter().map(|&n| (Language::EN, LabelKind::Hidden, n)))
                {
                    self.label(ConceptKind::Skill, id, language, kind, name.text);
                }
                done.added += usize::from(is_new);
                let above = tool.broader.filter(|_| is_new).and_then(|broader| known.get(&fold(broader)));
                for above in above.into_iter().flatten() {
                    self.broader(ConceptKind::Skill, id, ConceptKind::Skill, above);
                }
            }
            done.known += usize::from(ids.iter().all(|id| !id.starts_with("tool:")));
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Taxonomy;
    use crate::taxonomy::ConceptView;

    #[test]
    fn every_line_is_a_tool_with_a_name_of_its_own() {
        let lines = TOOLS.lines().filter(|line| !line.starts_with('#')).count();
        let tools: Vec<Tool> = bundled().collect();
        assert_eq!(tools.len(), lines);
        assert!(tools.len() >= 300);
        let mut ids = BTreeSet::new();
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for tool in &tools {
            assert!(ids.insert(tool.id), "{} stands twice", tool.id);
            assert!(tool.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", tool.id);
            for name in tool.names.iter().chain(tool.labels.iter().map(|(_, name)| name)) {
                assert!(["any", "spelled", "name", "listed"].contains(&name.rule), "{}: {}", tool.id, name.rule);
                let other = names.insert(fold(name.text), tool.id);
                assert!(other.is_none_or(|other| other == tool.id), "{} and {other:?}: {}", tool.id, name.text);
            }
        }
    }

    #[test]
    fn a_skill_of_the_taxonomy_takes_the_names_and_the_others_become_skills() {
        use ConceptKind::Skill;
        let mut builder = Taxonomy::builder();
        builder.label(Skill, "js", Language::EN, LabelKind::Preferred, "JavaScript");
        builder.label(Skill, "py", Language::EN, LabelKind::Preferred, "Python (computer programming)");
        builder.label(Skill, "bi", Language::EN, LabelKind::Preferred, "business intelligence");
        let done = builder.tools();
        assert_eq!(done.known, 3);
        assert_eq!(builder.tools(), done);
        let taxonomy = builder.build().unwrap();
        let ids = |text: &str| taxonomy.exact(Skill, text).iter().map(ConceptView::id).collect::<Vec<_>>();
        assert_eq!(ids("JS"), ["js"]);
        assert_eq!(ids("Python"), ["py"]);
        assert_eq!(ids("PowerBI"), ["tool:power-bi"]);
        assert_eq!(ids("k8s"), ["tool:kubernetes"]);
        assert_eq!(taxonomy.get(Skill, "tool:power-bi").unwrap().broader().collect::<Vec<_>>(), ["bi"]);
        assert_eq!(taxonomy.len(Skill), 1 + 2 + done.added);
    }
}
