use std::collections::BTreeMap;

use super::hash::Row;
use super::rules::{Rules, Stand, form};
use super::tokens::Tokens;
use super::{MAX_WORDS, Tongue};
use crate::taxonomy::{ConceptKind, LabelKind, Names, Taxonomy};
use crate::text;

/// A label as it is looked for in texts of some tongues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Phrase {
    /// Of the stems of its words; see [`Row`].
    pub(super) sum: u64,
    pub(super) order: u64,
    pub(super) kind: ConceptKind,
    pub(super) concept: u32,
    pub(super) label: LabelKind,
    /// The tongue of the label; none for names that are the same everywhere.
    pub(super) tongue: Option<Tongue>,
    pub(super) stand: Stand,
    /// The spelling that [`Phrase::stand`] asks for, a number in [`Lexicon::spellings`].
    pub(super) spelling: u32,
    pub(super) words: u8,
    /// It has a capital, a digit or a sign that no ordinary word has.
    pub(super) is_name: bool,
    /// It is about the person, not about work: *travail en équipe*.
    pub(super) is_soft: bool,
    /// It is written with a stroke or an ampersand: `CI/CD`.
    pub(super) joined: bool,
    /// Tongues of the texts in which its words stem so, as bits.
    pub(super) tongues: u8,
}

/// Every label of a taxonomy, ready to be met in a text.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// By sum, then all else.
    pub(super) phrases: Vec<Phrase>,
    pub(super) spellings: Vec<Box<str>>,
    /// Open addressing over the sums: the upper half of the sum and the number of its first phrase plus one.
    slots: Vec<(u32, u32)>,
    /// Open addressing over the stems: the upper 56 bits and the words of the longest phrase that has it.
    stems: Vec<u64>,
    /// Eight bits or more for each sum, one of them set: most windows are no phrase, and this says so from the cache.
    maybe: Vec<u64>,
}

impl Lexicon {
    pub(super) fn of(taxonomy: &Taxonomy) -> Lexicon {
        let mut building = Building { rules: Rules::bundled(), ..Building::default() };
        building.names(ConceptKind::Skill, &taxonomy.0.skills);
        building.names(ConceptKind::Occupation, &taxonomy.0.occupations);
        building.finish()
    }

    /// The phrases with this sum.
    pub(super) fn with_sum(&self, sum: u64) -> &[Phrase] {
        if !self.maybe(sum) {
            return &[];
        }
        let tag = (sum >> 32) as u32;
        let mask = self.slots.len() - 1;
        let mut at = sum as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => return &[],
                (known, first) if known == tag && self.phrases[first as usize - 1].sum == sum => {
                    let rest = &self.phrases[first as usize - 1..];
                    let length = rest.iter().take_while(|phrase| phrase.sum == sum).count();
                    return &rest[..length];
                }
                _ => at = (at + 1) & mask,
            }
        }
    }

    fn maybe(&self, sum: u64) -> bool {
        let bit = (sum >> 16) as usize & (self.maybe.len() * 64).wrapping_sub(1);
        self.maybe.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    /// The words of the longest phrase that has this stem; 0 where none has.
    pub(super) fn longest_with(&self, stem: u64) -> u8 {
        if self.stems.is_empty() {
            return 0;
        }
        let mask = self.stems.len() - 1;
        let mut at = (stem >> 8) as usize & mask;
        loop {
            let slot = self.stems[at];
            if slot == 0 {
                return 0;
            }
            if (slot ^ stem) >> 8 == 0 {
                return slot as u8;
            }
            at = (at + 1) & mask;
        }
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        let texts: usize = self.spellings.iter().map(|text| text.len() + size_of::<Box<str>>()).sum();
        size_of_val(&self.phrases[..])
            + size_of_val(&self.slots[..])
            + size_of_val(&self.stems[..])
            + size_of_val(&self.maybe[..])
            + texts
    }
}

#[derive(Default)]
struct Building {
    rules: Rules,
    phrases: Vec<Phrase>,
    spellings: BTreeMap<String, u32>,
    stems: BTreeMap<u64, u8>,
}

impl Building {
    fn names(&mut self, kind: ConceptKind, names: &Names) {
        for (concept, labels) in names.labels.rows().enumerate() {
            for label in labels {
                let known =
                    Known { kind, concept: concept as u32, label: label.kind, tongue: Tongue::of(label.language) };
                self.label(known, &label.text);
            }
        }
    }

    /// The label in every gendered form; of `Python (computer programming)` also what stands before the bracket, and
    /// of `Computational Fluid Dynamics (CFD)` what stands inside.
    fn label(&mut self, known: Known, label: &str) {
        for form in text::forms(label) {
            self.form(known, label, &form);
        }
        let bracketed = label.strip_suffix(')').and_then(|inside| inside.split_once(" ("));
        if let Some((before, inside)) = bracketed
            && known.kind == ConceptKind::Skill
        {
            if before.starts_with(char::is_uppercase) {
                self.form(known, before, &form(before));
            }
            if inside.len() >= 3 && inside.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
                self.form(known, inside, &form(inside));
            }
        }
    }

    fn form(&mut self, known: Known, spelled: &str, form: &str) {
        let tokens = Tokens::of(form);
        let count = tokens.list.len();
        if count == 0 || count > 2 * MAX_WORDS || is_diploma(known.kind, tokens.word(0)) {
            return;
        }
        for tongue in Tongue::ALL {
            let own = known.tongue == Some(tongue) || self.rules.is_tool(form);
            let small = |at: &usize| tongue.is_small(tokens.word(*at));
            let kept: Vec<usize> = (0..count).filter(|at| !(own && small(at))).collect();
            // What is small in the text is never looked up; and one word left of several is another word.
            if kept.is_empty() || kept.len() > MAX_WORDS || kept.iter().any(small) || kept.len() == 1 && count > 1 {
                continue;
            }
            let Some((stand, spellings, is_name)) = self.stand(known, spelled, form, kept.len(), tongue) else {
                continue;
            };
            let stems: Vec<u64> = kept.iter().filter_map(|&at| tongue.stem(tokens.word(at))).collect();
            for &stem in &stems {
                let longest = self.stems.entry(stem).or_default();
                *longest = (*longest).max(kept.len() as u8);
            }
            let row = stems.into_iter().fold(Row::EMPTY, Row::push);
            for spelling in spellings {
                let spelling = self.spelling(&spelling);
                self.phrases.push(Phrase {
                    sum: row.sum,
                    order: row.order,
                    kind: known.kind,
                    concept: known.concept,
                    label: known.label,
                    tongue: known.tongue,
                    stand,
                    spelling,
                    words: row.words,
                    is_name,
                    is_soft: self.rules.is_soft(tongue, row.sum),
                    joined: spelled.contains(['/', '&']),
                    tongues: tongue.bit(),
                });
            }
        }
    }

    /// How the form must stand in a text of the tongue, its spellings (one empty one where any goes), and whether it is a
    /// name; `None` where it never counts.
    fn stand(
        &self,
        known: Known,
        spelled: &str,
        form: &str,
        words: usize,
        tongue: Tongue,
    ) -> Option<(Stand, Vec<String>, bool)> {
        let any = || vec![String::new()];
        let is_name = is_name(spelled, known.tongue);
        if let Some(rule) = self.rules.of(form, tongue) {
            let spellings = if rule.stand == Stand::Free { any() } else { rule.spellings.clone() };
            return (rule.stand != Stand::Never).then_some((rule.stand, spellings, true));
        }
        if words > 1 {
            return Some((Stand::Free, any(), is_name));
        }
        let letters = form.chars().filter(|c| c.is_alphanumeric()).count();
        let capitals = spelled.chars().all(|c| !c.is_lowercase());
        // Two letters are initials of anything, three or four in capitals are words when written small.
        match (letters, capitals) {
            _ if form.contains(['+', '#']) => Some((Stand::Free, any(), true)),
            (0..=2, _) => None,
            (3..=4, true) => Some((Stand::Spelled, vec![spelled.to_owned()], true)),
            // A word of another language is a word of this one too often.
            _ if known.tongue != Some(tongue) && !is_name => None,
            // German compounds say enough by themselves.
            _ if is_name || tongue == Tongue::German || known.kind == ConceptKind::Occupation => {
                Some((Stand::Free, any(), is_name))
            }
            _ => Some((Stand::Entry, any(), false)),
        }
    }

    fn spelling(&mut self, text: &str) -> u32 {
        let next = self.spellings.len() as u32;
        *self.spellings.entry(text.to_owned()).or_insert(next)
    }

    fn finish(self) -> Lexicon {
        let mut phrases = self.phrases;
        phrases.sort_unstable();
        phrases.dedup_by(|next, kept| {
            let same = Phrase { tongues: 0, ..*next } == Phrase { tongues: 0, ..*kept };
            if same {
                kept.tongues |= next.tongues;
            }
            same
        });
        phrases.shrink_to_fit();
        let mut spellings: Vec<Box<str>> = vec!["".into(); self.spellings.len()];
        for (text, number) in self.spellings {
            spellings[number as usize] = text.into_boxed_str();
        }
        let slots = (phrases.len() * 2).next_power_of_two();
        let mut table = vec![(0, 0); slots];
        let firsts = phrases.iter().enumerate().filter(|&(at, p)| at == 0 || phrases[at - 1].sum != p.sum);
        for (first, phrase) in firsts {
            let mut at = phrase.sum as usize & (slots - 1);
            while table[at].1 != 0 {
                at = (at + 1) & (slots - 1);
            }
            table[at] = ((phrase.sum >> 32) as u32, first as u32 + 1);
        }
        let mut maybe = vec![0u64; (phrases.len() / 8).next_power_of_two()];
        let bits = maybe.len() * 64;
        for phrase in &phrases {
            let bit = (phrase.sum >> 16) as usize & (bits - 1);
            maybe[bit / 64] |= 1 << (bit % 64);
        }
        let mut stems = vec![0; (self.stems.len() * 2).next_power_of_two()];
        let mask = stems.len() - 1;
        for (stem, longest) in self.stems {
            let mut at = (stem >> 8) as usize & mask;
            while stems[at] != 0 {
                at = (at + 1) & mask;
            }
            stems[at] = stem & !0xff | u64::from(longest);
        }
        Lexicon { phrases, spellings, slots: table, stems, maybe }
    }
}

/// What a label belongs to.
#[derive(Clone, Copy)]
struct Known {
    kind: ConceptKind,
    concept: u32,
    label: LabelKind,
    tongue: Option<Tongue>,
}

/// Whether a word cannot be an ordinary one: capitals, digits, signs. A German noun's capital says nothing.
fn is_name(spelled: &str, tongue: Option<Tongue>) -> bool {
    let capitals = spelled.chars().filter(|c| c.is_uppercase()).count();
    let marked = spelled.chars().any(|c| c.is_ascii_digit() || matches!(c, '+' | '#'));
    let opens = spelled.starts_with(char::is_uppercase) && tongue == Some(Tongue::English);
    marked || opens || capitals > 1 && !spelled.contains(' ')
}

/// Diplomas stand among the skills of ROME.
fn is_diploma(kind: ConceptKind, first: &str) -> bool {
    const DIPLOMAS: &[&str] = &[
        "bac",
        "bachelor",
        "bep",
        "bepa",
        "bp",
        "bpa",
        "brevet",
        "bt",
        "bts",
        "but",
        "cap",
        "capa",
        "certificat",
        "cqp",
        "cs",
        "deust",
        "diplome",
        "dut",
        "licence",
        "master",
    ];
    kind == ConceptKind::Skill && DIPLOMAS.contains(&first)
}
