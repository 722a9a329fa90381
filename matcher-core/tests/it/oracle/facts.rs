//! What follows from a taxonomy alone.

use matcher_core::testing::{TinyTaxonomy, occupation_id, skill_id, skill_text, title};

use super::{ONE, percent, ratio, shared};

/// A taxonomy as the oracle sees it: square tables, filled by looking at everything.
pub(crate) struct Facts {
    pub(crate) taxonomy: TinyTaxonomy,
    /// `above[a][b]`: b stands above a.
    pub(crate) above: Vec<Vec<bool>>,
    /// Occupation → essential skills, rising, without doubles.
    pub(crate) essential: Vec<Vec<usize>>,
    optional: Vec<Vec<usize>>,
    pub(crate) specificity: Vec<u64>,
    pub(crate) median: u64,
    /// Skill → its mean share over the occupations, parts of 2³⁰.
    pub(crate) mean_share: Vec<u64>,
    /// `lends[a][b]`: what a lends to b.
    pub(crate) lends: Vec<Vec<u64>>,
    /// `similar[a][b]`; one on the diagonal.
    pub(crate) similar: Vec<Vec<u64>>,
    /// `same[a][b]`: confidence that the two occupations are one.
    pub(crate) same: Vec<Vec<u64>>,
}

fn information(count: usize, total: usize) -> f64 {
    let total = total as f64 + 1.0;
    libm::log(total / (count as f64 + 1.0)) / libm::log(total)
}

fn rounded(value: f64) -> u64 {
    (value.clamp(0.0, 1.0) * 32_768.0).round() as u64
}

fn times(a: u64, b: u64) -> u64 {
    (a * b) >> 15
}

fn listed(pairs: &[(usize, usize)], of: usize) -> Vec<usize> {
    let mut all: Vec<usize> = pairs.iter().filter(|(a, _)| *a == of).map(|(_, b)| *b).collect();
    all.sort_unstable();
    all.dedup();
    all
}

impl Facts {
    pub(crate) fn of(taxonomy: &TinyTaxonomy) -> Facts {
        let (n, m) = (taxonomy.skills, taxonomy.occupations);
        let mut above = vec![vec![false; n]; n];
        for &(a, b) in &taxonomy.broader {
            above[a][b] = true;
        }
        for via in 0..n {
            for a in 0..n {
                for b in 0..n {
                    above[a][b] |= above[a][via] && above[via][b];
                }
            }
        }
        let essential: Vec<Vec<usize>> = (0..m).map(|o| listed(&taxonomy.essential, o)).collect();
        let optional: Vec<Vec<usize>> = (0..m)
            .map(|o| listed(&taxonomy.optional, o).into_iter().filter(|s| !essential[o].contains(s)).collect())
            .collect();
        let mut facts = Facts {
            taxonomy: taxonomy.clone(),
            above,
            essential,
            optional,
            specificity: Vec::new(),
            median: 0,
            mean_share: Vec::new(),
            lends: Vec::new(),
            similar: Vec::new(),
            same: vec![vec![0; m]; m],
        };
        for &(a, b, hundredths) in &taxonomy.crosswalk {
            facts.same[a][b] = facts.same[a][b].max(percent(u64::from(hundredths)));
            facts.same[b][a] = facts.same[a][b].max(facts.same[b][a]);
            facts.same[a][b] = facts.same[b][a];
        }
        facts.specificity = (0..n).map(|s| facts.specificity_of(s)).collect();
        let mut all: Vec<u64> = facts.essential.iter().flatten().map(|&s| facts.specificity[s]).collect();
        if all.is_empty() {
            all.clone_from(&facts.specificity);
        }
        all.sort_unstable();
        facts.median = all[all.len() / 2];
        let shares: Vec<Vec<u64>> = (0..m).map(|o| facts.shares_of(o)).collect();
        let asking = shares.iter().filter(|of| of.iter().any(|share| *share > 0)).count().max(1) as u64;
        facts.mean_share = (0..n).map(|s| (shares.iter().map(|of| of[s]).sum::<u64>() << 15) / asking).collect();
        facts.lends = (0..n).map(|a| (0..n).map(|b| facts.lends_to(a, b)).collect()).collect();
        facts.similar = similar(&facts, &shares);
        facts
    }

    /// The skill that a text names.
    pub(crate) fn skill(&self, text: &str) -> Option<usize> {
        (0..self.taxonomy.skills).find(|&s| text == skill_id(s) || text == skill_text(s, true))
    }

    pub(crate) fn occupation(&self, id: &str) -> Option<usize> {
        (0..self.taxonomy.occupations).find(|&o| id == occupation_id(o))
    }

    /// The occupation of which a text is a form of the label.
    pub(crate) fn titled(&self, text: &str) -> Option<usize> {
        (0..self.taxonomy.occupations).find(|&o| (0..4).any(|form| text == title(o, form)))
    }

    fn asks(&self, occupation: usize, skill: usize) -> bool {
        self.essential[occupation].contains(&skill) || self.optional[occupation].contains(&skill)
    }

    fn specificity_of(&self, skill: usize) -> u64 {
        let m = self.taxonomy.occupations;
        let below = |s: usize| s == skill || self.above[s][skill];
        let asking = |&o: &usize| (0..self.taxonomy.skills).any(|s| below(s) && self.asks(o, s));
        rounded(information((0..m).filter(asking).count(), m).max(0.1))
    }

    fn shares_of(&self, occupation: usize) -> Vec<u64> {
        let (must, may) = (&self.essential[occupation], &self.optional[occupation]);
        let must_masses: Vec<u64> = must.iter().map(|&s| 3 * self.specificity[s]).collect();
        let mut may_masses: Vec<u64> = may.iter().map(|&s| self.specificity[s]).collect();
        if !must.is_empty() {
            cap(must_masses.iter().sum(), &mut may_masses);
        }
        let shares = shared(ONE, &[must_masses, may_masses].concat());
        let mut of = vec![0; self.taxonomy.skills];
        for (skill, share) in must.iter().chain(may).zip(shares) {
            of[*skill] = share;
        }
        of
    }

    fn lends_to(&self, a: usize, b: usize) -> u64 {
        let (n, m) = (self.taxonomy.skills, self.taxonomy.occupations);
        if a == b || self.above[a][b] {
            return 0;
        }
        let direct = |x: usize, y: usize| self.taxonomy.broader.contains(&(x, y));
        let mut best = 0;
        // Down from the broader one, step by step.
        let (mut reached, mut credit) = (vec![a], percent(60));
        while credit >= percent(20) {
            reached = (0..n).filter(|&x| reached.iter().any(|&r| direct(x, r))).collect();
            if reached.contains(&b) {
                best = best.max(credit);
            }
            credit = times(credit, percent(60));
        }
        if self.taxonomy.related.contains(&(a, b)) || self.taxonomy.related.contains(&(b, a)) {
            best = best.max(percent(40));
        }
        let info = |s: usize| information((0..n).filter(|&x| self.above[x][s]).count(), n);
        for parent in (0..n).filter(|&p| direct(a, p) && direct(b, p)) {
            let lin = 2.0 * info(parent) / (info(a) + info(b)).max(f64::MIN_POSITIVE);
            best = best.max(times(percent(40), rounded(lin)));
        }
        let asking = |s: usize| (0..m).filter(|&o| self.asks(o, s)).count() as u64;
        let both = (0..m).filter(|&o| self.asks(o, a) && self.asks(o, b)).count() as u64;
        if both >= 3 {
            let cosine = ratio(both << 16, ((asking(a) * asking(b)) << 32).isqrt());
            best = best.max(times(percent(40), cosine));
        }
        if best >= percent(20) { best } else { 0 }
    }

    fn groups_of(&self, occupation: usize) -> Vec<usize> {
        let mut all = listed(&self.taxonomy.groups, occupation);
        if !all.is_empty() {
            all.push(2);
        }
        all
    }

    /// Whether an occupation stands in or below a group.
    pub(crate) fn is_in_group(&self, occupation: usize, group: usize) -> bool {
        self.groups_of(occupation).contains(&group)
    }
}

/// Cuts optional masses down to a third of the essential ones.
pub(crate) fn cap(essential: u64, optional: &mut [u64]) {
    let sum: u64 = optional.iter().sum();
    if sum * 3 > essential {
        optional.iter_mut().for_each(|mass| *mass = *mass * essential / (3 * sum));
    }
}

fn similar(facts: &Facts, shares: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let (n, m) = (facts.taxonomy.skills, facts.taxonomy.occupations);
    let own = |a: usize, b: usize| -> u64 {
        let shared: u64 = (0..n).map(|s| shares[a][s].min(shares[b][s])).sum();
        let members = |group| (0..m).filter(|&o| facts.is_in_group(o, group)).count();
        let single = information(1, m);
        let both = facts.groups_of(a).into_iter().filter(|&group| facts.is_in_group(b, group));
        let lin = both.map(|group| (information(members(group), m) / single.max(f64::MIN_POSITIVE)).min(1.0));
        let lin = rounded(lin.fold(0.0, f64::max));
        let mean = (shared + lin) / 2;
        if a == b || mean < percent(15) { 0 } else { mean }
    };
    let of = |a: usize, b: usize| -> u64 {
        if a == b {
            return ONE;
        }
        let mut best = own(a, b).max(facts.same[a][b]);
        for via in 0..m {
            best = best.max(times(facts.same[a][via], own(via, b))).max(times(own(a, via), facts.same[via][b]));
        }
        if best < percent(15) { 0 } else { best }
    };
    (0..m).map(|a| (0..m).map(|b| of(a, b)).collect()).collect()
}
