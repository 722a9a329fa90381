use crate::taxonomy::{Csr, Frozen, Names};
use crate::units::{Fingerprint, FingerprintBuilder, Ratio};

/// The fingerprint of everything that can change a score or a word shown.
pub(in crate::taxonomy) fn of(frozen: &Frozen) -> Fingerprint {
    let mut builder = concepts(frozen);
    if let Some(words) = &frozen.words {
        builder.add(&words.to_bytes());
    }
    builder.finish()
}

/// All of it but the table of words.
pub(in crate::taxonomy) fn concepts(frozen: &Frozen) -> FingerprintBuilder {
    let mut builder =
        FingerprintBuilder::default().bytes(frozen.version.as_bytes()).bytes(frozen.attribution.as_bytes());
    for names in [&frozen.skills, &frozen.occupations, &frozen.groups] {
        add_names(&mut builder, names);
    }
    let relations = [
        &frozen.skill_broader,
        &frozen.skill_groups,
        &frozen.occupation_broader,
        &frozen.occupation_groups,
        &frozen.group_broader,
        &frozen.essential,
        &frozen.optional,
        &frozen.related,
    ];
    for relation in relations {
        add(&mut builder, relation, |value| value.to_le_bytes());
    }
    let weighted =
        |(concept, ratio): &(u32, Ratio)| (u64::from(*concept) << 16 | u64::from(ratio.parts())).to_le_bytes();
    for relation in [&frozen.crosswalk, &frozen.lends, &frozen.similar] {
        add(&mut builder, relation, weighted);
    }
    let specificity: Vec<u8> =
        frozen.specificity.iter().flat_map(|ratio| (ratio.parts() as u16).to_le_bytes()).collect();
    builder.add(&specificity);
    builder
}

fn add_names(builder: &mut FingerprintBuilder, names: &Names) {
    for (id, labels) in names.ids.iter().zip(names.labels.rows()) {
        builder.add(id.as_bytes());
        for label in labels {
            builder.add(label.language.code().as_bytes());
            builder.add(&[label.kind as u8]);
            builder.add(label.text.as_bytes());
        }
    }
}

fn add<T, const N: usize>(builder: &mut FingerprintBuilder, relation: &Csr<T>, bytes: impl Fn(&T) -> [u8; N]) {
    let offsets: Vec<u8> = relation.offsets().iter().flat_map(|offset| offset.to_le_bytes()).collect();
    builder.add(&offsets);
    let values: Vec<u8> = relation.values().iter().flat_map(bytes).collect();
    builder.add(&values);
}
