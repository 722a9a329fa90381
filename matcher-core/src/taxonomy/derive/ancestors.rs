use crate::Error;
use crate::taxonomy::{Csr, Frozen, Names};

/// Everything above each concept, rising; itself left out. Cost: linear in the size of the result.
///
/// # Errors
/// `taxonomy.cycle`, with the ids along the cycle.
pub(super) fn closure(broader: &Csr<u32>, names: &Names) -> Result<Csr<u32>, Error> {
    let mut above: Vec<Option<Vec<u32>>> = vec![None; broader.len()];
    // Depth first, without recursion: a taxonomy from outside may be a chain of any length.
    let mut path: Vec<(u32, usize)> = Vec::new();
    let mut on_path = vec![false; broader.len()];
    for start in 0..broader.len() as u32 {
        if above[start as usize].is_some() {
            continue;
        }
        path.push((start, 0));
        on_path[start as usize] = true;
        while let Some((concept, next)) = path.last_mut() {
            let (here, direct) = (*concept as usize, broader.row(*concept as usize));
            if let Some(&parent) = direct.get(*next) {
                *next += 1;
                if on_path[parent as usize] {
                    return Err(cycle(&path, parent, names));
                }
                if above[parent as usize].is_none() {
                    path.push((parent, 0));
                    on_path[parent as usize] = true;
                }
                continue;
            }
            let mut all: Vec<u32> = direct.to_vec();
            for &parent in direct {
                all.extend(above[parent as usize].iter().flatten());
            }
            all.sort_unstable();
            all.dedup();
            above[here] = Some(all);
            on_path[here] = false;
            path.pop();
        }
    }
    Ok(Csr::from_rows(above.into_iter().map(Option::unwrap_or_default)))
}

fn cycle(path: &[(u32, usize)], back_to: u32, names: &Names) -> Error {
    let from = path.iter().position(|(concept, _)| *concept == back_to).unwrap_or(0);
    let mut ids: Vec<&str> = path[from..].iter().map(|(concept, _)| names.id(*concept)).collect();
    ids.push(names.id(back_to));
    let message =
        format!("a concept stands above itself: {}; remove one of these “broader” relations", ids.join(" → "));
    Error::new("taxonomy.cycle", message)
}

/// Every group above each occupation, through broader occupations and broader groups, rising.
pub(super) fn groups_of_occupations(frozen: &Frozen) -> Result<Csr<u32>, Error> {
    let occupations = closure(&frozen.occupation_broader, &frozen.occupations)?;
    let groups = closure(&frozen.group_broader, &frozen.groups)?;
    Ok(Csr::from_rows((0..frozen.occupations.len()).map(|occupation| {
        let mut all = Vec::new();
        for &o in [occupation as u32].iter().chain(occupations.row(occupation)) {
            for &group in frozen.occupation_groups.row(o as usize) {
                all.push(group);
                all.extend(groups.row(group as usize));
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    })))
}
