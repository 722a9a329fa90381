//! Spotting: what a text costs, from a line typed to a whole advertisement, with the bundled taxonomy.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use matcher_core::Taxonomy;
use matcher_core::spot::Spotter;

const LINE: &str = "Gestion de projets, Power BI et SQL, pas de Java";

const ADVERT: &str = "Nous recherchons une personne pour notre équipe de développement.\n\
    - Concevoir et maintenir des applications web en PHP et JavaScript\n\
    - Rédiger la documentation technique et les tests\n\
    - Assurer la gestion des projets avec les équipes métiers\n\
    Vous maîtrisez Docker, Kubernetes, Git et les bases de données PostgreSQL ; Excel est un plus, SAP n'est pas requis. \
    Formation en informatique, anglais courant. Vous travaillez en équipe, avec rigueur et autonomie, au siège de \
    l'entreprise à Metz ou deux jours par semaine de chez vous.";

fn spot(criterion: &mut Criterion) {
    let spotter = Spotter::new(&Taxonomy::embedded());
    assert!(spotter.spot(ADVERT, None).len() >= 6, "the measured text must name skills");
    let mut group = criterion.benchmark_group("spot");
    for (name, text) in [("a line", LINE), ("an advertisement", ADVERT)] {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| bencher.iter(|| spotter.spot(black_box(text), None)));
    }
    group.finish();
    criterion.bench_function("spot/build", |bencher| bencher.iter(|| Spotter::new(&Taxonomy::embedded())));
}

criterion_group!(benches, spot);
criterion_main!(benches);
