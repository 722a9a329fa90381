//! The order of the sections, and what each may hold.

use std::collections::{BTreeMap, BTreeSet};

use super::{Reader, Writer, corrupt, ids};
use crate::Error;
use crate::model::Language;
use crate::taxonomy::frozen::{Form, Forms, Label};
use crate::taxonomy::ids::Ids;
use crate::taxonomy::{Csr, Frozen, LabelKind, Names};
use crate::units::Ratio;
use crate::words::Words;

/// Ends a text; no text has it, for UTF-8 does not.
const END: u8 = 0xff;
const LABEL_KINDS: [LabelKind; 3] = [LabelKind::Preferred, LabelKind::Alternative, LabelKind::Hidden];

pub(super) fn write(frozen: &Frozen, derived: bool, out: &mut Writer) {
    out.text(&frozen.version);
    out.text(&frozen.attribution);
    for names in [&frozen.skills, &frozen.occupations, &frozen.groups] {
        ids::write(&names.ids, out);
    }
    for names in [&frozen.skills, &frozen.occupations, &frozen.groups] {
        write_labels(names, out);
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
        relation.rows().for_each(|row| out.rising(row.iter().copied()));
    }
    write_weighted(&frozen.crosswalk, out);
    if derived {
        write_weighted(&frozen.similar, out);
        // The order of a row is by credit, which a rising list would lose.
        for row in frozen.lends.rows() {
            out.number(row.len() as u32);
            for &(skill, credit) in row {
                out.number(skill);
                out.number(credit.parts());
            }
        }
        for forms in [&frozen.skill_forms, &frozen.occupation_forms] {
            write_forms(forms, out);
        }
    }
    if let Some(words) = &frozen.words {
        let bytes = words.to_bytes();
        out.number(bytes.len() as u32);
        out.raw(&bytes);
    }
}

pub(super) fn read(
    input: &mut Reader<'_>,
    [skills, occupations, groups]: [usize; 3],
    derived: bool,
    with_words: bool,
) -> Result<Frozen, Error> {
    let mut frozen =
        Frozen { version: input.text()?.to_owned(), attribution: input.text()?.to_owned(), ..Frozen::default() };
    for (names, count) in
        [(&mut frozen.skills, skills), (&mut frozen.occupations, occupations), (&mut frozen.groups, groups)]
    {
        names.ids = Ids::new(ids::read(count, input)?);
    }
    for names in [&mut frozen.skills, &mut frozen.occupations, &mut frozen.groups] {
        names.labels = read_labels(names.len(), input)?;
    }
    let relations = [
        (&mut frozen.skill_broader, skills, skills),
        (&mut frozen.skill_groups, skills, groups),
        (&mut frozen.occupation_broader, occupations, occupations),
        (&mut frozen.occupation_groups, occupations, groups),
        (&mut frozen.group_broader, groups, groups),
        (&mut frozen.essential, occupations, skills),
        (&mut frozen.optional, occupations, skills),
        (&mut frozen.related, skills, skills),
    ];
    for (relation, rows, bound) in relations {
        *relation = csr(rows, || input.rising(bound))?;
    }
    check_relations(&frozen)?;
    frozen.crosswalk = read_weighted(occupations, occupations, input)?;
    if derived {
        frozen.similar = read_weighted(occupations, occupations, input)?;
        frozen.lends = read_lends(skills, input)?;
        frozen.skill_forms = read_forms(skills, input)?;
        frozen.occupation_forms = read_forms(occupations, input)?;
    } else {
        frozen.skill_forms = Forms::of(&frozen.skills);
        frozen.occupation_forms = Forms::of(&frozen.occupations);
    }
    if with_words {
        let length = input.length()?;
        frozen.words = Some(Words::from_bytes(input.raw(length)?, [occupations, skills])?);
    }
    if input.is_empty() { Ok(frozen) } else { Err(corrupt("there are bytes behind the last section")) }
}

fn csr<T>(rows: usize, mut row: impl FnMut() -> Result<Vec<T>, Error>) -> Result<Csr<T>, Error> {
    let mut all = Vec::new();
    for _ in 0..rows {
        all.push(row()?);
    }
    Ok(Csr::from_rows(all))
}

/// What the builder promises beyond bounds: no skill both essential and optional, relatedness in both directions.
fn check_relations(frozen: &Frozen) -> Result<(), Error> {
    for (essential, optional) in frozen.essential.rows().zip(frozen.optional.rows()) {
        if optional.iter().any(|skill| essential.binary_search(skill).is_ok()) {
            return Err(corrupt("a skill is essential and optional at once"));
        }
    }
    for (skill, row) in frozen.related.rows().enumerate() {
        let one_way = |&other: &u32| frozen.related.row(other as usize).binary_search(&(skill as u32)).is_err();
        if row.iter().any(|other| *other == skill as u32 || one_way(other)) {
            return Err(corrupt("two skills are related in one direction only"));
        }
    }
    Ok(())
}

fn write_weighted(relation: &Csr<(u32, Ratio)>, out: &mut Writer) {
    for row in relation.rows() {
        out.rising(row.iter().map(|&(to, _)| to));
        row.iter().for_each(|(_, ratio)| out.number(ratio.parts()));
    }
}

fn read_weighted(rows: usize, bound: usize, input: &mut Reader<'_>) -> Result<Csr<(u32, Ratio)>, Error> {
    csr(rows, || {
        let to = input.rising(bound)?;
        to.into_iter().map(|to| Ok((to, ratio(input)?))).collect()
    })
}

fn ratio(input: &mut Reader<'_>) -> Result<Ratio, Error> {
    let parts = input.number()?;
    if parts > Ratio::ONE.parts() { Err(corrupt("a share is above one")) } else { Ok(Ratio::from_parts(parts)) }
}

fn read_lends(skills: usize, input: &mut Reader<'_>) -> Result<Csr<(u32, Ratio)>, Error> {
    csr(skills, || {
        let length = input.length()?;
        let mut row = Vec::with_capacity(length);
        for _ in 0..length {
            let entry = (input.number()?, ratio(input)?);
            if entry.0 as usize >= skills {
                return Err(corrupt("a skill lends to one that is not there"));
            }
            row.push(entry);
        }
        let falling = row.is_sorted_by(|a, b| (b.1, a.0) < (a.1, b.0));
        if falling { Ok(row) } else { Err(corrupt("what a skill lends is not in order")) }
    })
}

/// First how many labels of which language and kind each concept has, then the texts language by language, each ended by
/// a byte that UTF-8 does not know: like beside like packs best.
fn write_labels(names: &Names, out: &mut Writer) {
    let mut texts: BTreeMap<Language, Vec<u8>> = BTreeMap::new();
    for row in names.labels.rows() {
        let runs: Vec<&[Label]> = row.chunk_by(|a, b| (a.language, a.kind) == (b.language, b.kind)).collect();
        out.number(runs.len() as u32);
        for run in runs {
            out.raw(run[0].language.code().as_bytes());
            out.number((run.len() as u32 - 1) * 3 + run[0].kind as u32);
            let column = texts.entry(run[0].language).or_default();
            for label in run {
                column.extend(label.text.as_bytes());
                column.push(END);
            }
        }
    }
    for column in texts.values() {
        out.number(column.len() as u32);
        out.raw(column);
    }
}

fn read_labels(concepts: usize, input: &mut Reader<'_>) -> Result<Csr<Label>, Error> {
    let runs = csr(concepts, || {
        let mut row = Vec::new();
        for _ in 0..input.length()? {
            let code = str::from_utf8(input.raw(2)?).ok();
            let language = code
                .filter(|code| code.bytes().all(|byte| byte.is_ascii_lowercase()))
                .and_then(|code| code.parse::<Language>().ok())
                .ok_or_else(|| corrupt("a label has no language"))?;
            row.push((language, input.number()?));
        }
        Ok(row)
    })?;
    let mut columns: BTreeMap<Language, Reader<'_>> = BTreeMap::new();
    let languages: BTreeSet<Language> = runs.values().iter().map(|&(language, _)| language).collect();
    for language in languages {
        let length = input.length()?;
        columns.insert(language, Reader::new(input.raw(length)?));
    }
    let mut rows = runs.rows();
    let labels = csr(concepts, || {
        let mut row: Vec<Label> = Vec::new();
        for &(language, mark) in rows.next().unwrap_or_default() {
            let column = columns.get_mut(&language).ok_or_else(|| corrupt("a language has no texts"))?;
            for _ in 0..=mark / 3 {
                let label = Label { language, kind: LABEL_KINDS[mark as usize % 3], text: column.until(END)?.into() };
                if row.last().is_some_and(|last| *last >= label) || label.text.is_empty() {
                    return Err(corrupt("the labels of a concept are not in order"));
                }
                row.push(label);
            }
        }
        Ok(row)
    })?;
    if columns.values().all(Reader::is_empty) { Ok(labels) } else { Err(corrupt("there are more texts than labels")) }
}

/// Sorted, so that each form says only where it leaves the one before.
fn write_forms(forms: &Forms, out: &mut Writer) {
    out.number(forms.entries.len() as u32);
    let mut before: &str = "";
    for entry in &forms.entries {
        let mut shared = before.bytes().zip(entry.form.bytes()).take_while(|(a, b)| a == b).count();
        while !entry.form.is_char_boundary(shared) {
            shared -= 1;
        }
        out.number(shared as u32);
        out.text(&entry.form[shared..]);
        out.byte(entry.kind as u8);
        out.number(entry.concept);
        before = &entry.form;
    }
}

fn read_forms(concepts: usize, input: &mut Reader<'_>) -> Result<Forms, Error> {
    let count = input.length()?;
    let mut entries: Vec<Form> = Vec::with_capacity(count);
    for _ in 0..count {
        let shared = input.number()? as usize;
        let before = entries.last().map_or("", |entry| &*entry.form);
        let shared = before.get(..shared).ok_or_else(|| corrupt("a form shares more than there is"))?;
        let form = [shared, input.text()?].concat().into_boxed_str();
        let kind = *LABEL_KINDS.get(input.byte()? as usize).ok_or_else(|| corrupt("a label has no kind"))?;
        let entry = Form { form, kind, concept: input.number()? };
        if entry.concept as usize >= concepts || entries.last().is_some_and(|last| *last >= entry) {
            return Err(corrupt("the forms are not in order"));
        }
        entries.push(entry);
    }
    Ok(Forms { entries })
}
