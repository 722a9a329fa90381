use matcher_core::Taxonomy;
use matcher_core::taxonomy::ConceptKind;

/// What a taxonomy holds, one thing a line.
pub(super) fn summary(taxonomy: &Taxonomy) -> String {
    let (essential, optional) = taxonomy.demands();
    let tools = taxonomy.concepts(ConceptKind::Skill).filter(|skill| skill.id().starts_with("tool:")).count();
    let languages: Vec<String> = taxonomy.languages().iter().map(ToString::to_string).collect();
    format!(
        "{}\nfingerprint {}\n{} occupations, {} skills, {} groups; {tools} bundled tools\n{} occupation–skill relations: {essential} essential, \
         {optional} optional\nlabels in {}\n{}\n",
        taxonomy.version(),
        taxonomy.fingerprint(),
        taxonomy.len(ConceptKind::Occupation),
        taxonomy.len(ConceptKind::Skill) - tools,
        taxonomy.len(ConceptKind::Group),
        essential + optional,
        languages.join(", "),
        taxonomy.attribution(),
    )
}
