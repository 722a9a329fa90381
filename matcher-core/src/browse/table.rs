use std::collections::{BTreeMap, BTreeSet};

use super::rows::Rows;
use super::{Facet, FacetCounts, FacetValue, Selection};

/// What the offers of an index have in each facet, as numbers: counting is then adding. Made when facets are first asked for,
/// about five numbers an offer.
#[derive(Clone, Debug)]
pub(crate) struct FacetTable(Vec<Column>);

/// One facet.
#[derive(Clone, Debug)]
struct Column {
    facet: Facet,
    /// Rising; a value's number is its place.
    names: Vec<Box<str>>,
    /// Row → where its values begin; one more at the end.
    starts: Vec<u32>,
    /// Numbers, each once a row.
    values: Vec<u32>,
}

impl FacetTable {
    pub(super) fn of(rows: &dyn Rows) -> FacetTable {
        let mut keys: BTreeSet<&String> = BTreeSet::new();
        (0..rows.count()).for_each(|row| keys.extend(rows.offer(row).tags.keys()));
        let facets = [Facet::Contract, Facet::Employer, Facet::Country, Facet::Place, Facet::Source];
        let facets = facets.into_iter().chain(keys.into_iter().map(|key| Facet::Tag(key.clone())));
        FacetTable(facets.map(|facet| Column::of(facet, rows)).collect())
    }

    /// Every facet that any of the rows has, each with at most `most` values and all chosen ones.
    pub(super) fn counts(
        &self,
        offers: &dyn Rows,
        viewed: &[u32],
        selection: &Selection,
        most: usize,
    ) -> Vec<FacetCounts> {
        // Words narrow every facet alike.
        let kept: Vec<u32> = if selection.has_no_words() {
            Vec::new()
        } else {
            viewed.iter().copied().filter(|&row| selection.has_words(offers, row as usize)).collect()
        };
        let viewed = if selection.has_no_words() { viewed } else { &kept };
        let counts = self.0.iter().map(|column| column.counts(offers, viewed, selection, most));
        counts.filter(|counts| !counts.values.is_empty()).collect()
    }
}

impl Column {
    fn of(facet: Facet, rows: &dyn Rows) -> Column {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        let (mut starts, mut values) = (vec![0], Vec::new());
        let mut own: Vec<u32> = Vec::new();
        for row in 0..rows.count() {
            own.clear();
            facet.values(rows, row, &mut |value| {
                let next = numbers.len() as u32;
                own.push(*numbers.entry(value).or_insert(next));
            });
            own.sort_unstable();
            own.dedup();
            values.extend_from_slice(&own);
            starts.push(values.len() as u32);
        }
        // From the order in which they came up to that of their names.
        let mut place = vec![0; numbers.len()];
        numbers.values().enumerate().for_each(|(rank, &number)| place[number as usize] = rank as u32);
        values.iter_mut().for_each(|number| *number = place[*number as usize]);
        let names = numbers.into_keys().map(Box::from).collect();
        Column { facet, names, starts, values }
    }

    fn counts(&self, offers: &dyn Rows, viewed: &[u32], selection: &Selection, most: usize) -> FacetCounts {
        let mut counts = vec![0_usize; self.names.len()];
        let mut count = |row: usize| {
            let own = self.starts[row] as usize..self.starts[row + 1] as usize;
            self.values[own].iter().for_each(|&value| counts[value as usize] += 1);
        };
        let rows = viewed.iter().map(|&row| row as usize);
        if selection.chooses_but(&self.facet) {
            rows.filter(|&row| selection.admits_but(&self.facet, offers, row)).for_each(&mut count);
        } else {
            rows.for_each(&mut count);
        }
        let chosen = selection.chosen.get(&self.facet).map_or(&[][..], Vec::as_slice);
        let mut values: Vec<(&str, usize)> = counts
            .iter()
            .enumerate()
            .filter(|&(number, &count)| count > 0 || chosen.iter().any(|chosen| **chosen == *self.names[number]))
            .map(|(number, &count)| (&*self.names[number], count))
            .collect();
        let unknown = |chosen: &&String| self.names.binary_search_by(|name| (**name).cmp(chosen)).is_err();
        let mut unknown: Vec<&str> = chosen.iter().filter(unknown).map(String::as_str).collect();
        unknown.sort_unstable();
        unknown.dedup();
        values.extend(unknown.into_iter().map(|value| (value, 0)));
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let value = |(value, count): (&str, usize)| FacetValue {
            value: value.to_owned(),
            count,
            chosen: chosen.iter().any(|chosen| chosen == value),
        };
        let mut place = 0..;
        let chosen = |value: &str| chosen.iter().any(|chosen| chosen == value);
        values.retain(|&(value, _)| chosen(value) || place.next().is_some_and(|place| place < most));
        FacetCounts { facet: self.facet.clone(), values: values.into_iter().map(value).collect() }
    }
}
