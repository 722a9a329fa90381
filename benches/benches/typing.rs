//! One misspelt text and one beginning, looked for among the labels of the embedded taxonomy.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use matcher_core::Taxonomy;
use matcher_core::model::Language;
use matcher_core::taxonomy::ConceptKind;
use matcher_core::typos::{Completion, Lexicon, Spelling};

fn words(criterion: &mut Criterion) {
    let lexicon = Lexicon::of(&Taxonomy::embedded(), &[ConceptKind::Skill, ConceptKind::Occupation]);
    let (spelling, completion) = (Spelling::of(&lexicon), Completion::of(&lexicon));
    let asked = [Language::FR];
    let found = spelling.corrections("dévelopeur web", &asked, 1);
    assert_eq!(found.first().map(|near| near.form), Some("developpeur web"));

    let mut group = criterion.benchmark_group("typing");
    group.bench_function("build the spelling index", |bencher| bencher.iter(|| Spelling::of(black_box(&lexicon))));
    for (name, text) in [("one edit", "dévelopeur web"), ("nothing near", "zzyzx qwfpgj")] {
        group.bench_function(format!("nearest, {name}"), |bencher| {
            bencher.iter(|| spelling.nearest(black_box(text), &asked, 1));
        });
    }
    for typed in ["d", "dévelo", "dévvelo"] {
        group.bench_function(format!("complete {typed}"), |bencher| {
            bencher.iter(|| completion.complete(black_box(typed), Language::FR, 10));
        });
    }
    group.finish();
}

criterion_group!(benches, words);
criterion_main!(benches);
