use matcher_core::Taxonomy;
use matcher_core::taxonomy::ConceptKind;

/// What a taxonomy holds, one thing a line.
pub(super) fn summary(taxonomy: &Taxonomy) -> String {
    let (essential, optional) = taxonomy.demands();
    let languages: Vec<String> = taxonomy.languages().iter().map(ToString::to_string).collect();
    format!(
        "{}\nfingerprint {}\n{} occupations, {} skills, {} groups\n{} occupation–skill relations: {essential} essential, \
         {optional} optional\nlabels in {}\n{}\n",
        taxonomy.version(),
        taxonomy.fingerprint(),
        taxonomy.len(ConceptKind::Occupation),
        taxonomy.len(ConceptKind::Skill),
        taxonomy.len(ConceptKind::Group),
        essential + optional,
        languages.join(", "),
        taxonomy.attribution(),
    )
}
