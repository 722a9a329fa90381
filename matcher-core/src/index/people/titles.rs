use super::super::classes::Classes;
use super::super::upper::Upper;
use crate::criteria::{Case, occupation, wish};
use crate::prepare::{Columns, Forms, Meaning, Past, Person};
use crate::taxonomy::{Csr, Taxonomy};
use crate::units::{Ratio, Years};

/// What people have done and what they wish for, every title once.
pub(super) struct Titles {
    kinds: Vec<Kind>,
    /// Title → the occupations that it names.
    occupations: Csr<u32>,
    /// Every form of every title, and form → the titles that have it.
    forms: Forms,
    called: Csr<u32>,
    /// Occupation → the occupations that are near to it.
    near: Csr<(u32, Ratio)>,
    /// Slot → titles: those of the past, then those wished for.
    of: Csr<(u32, Role)>,
}

/// What a title is to a person.
#[derive(Clone, Copy)]
enum Role {
    /// She has had it, for so long.
    Past(Option<Years>),
    /// She wishes for it.
    Wish,
}

struct Kind {
    meaning: Meaning,
    /// A person who has it, and its number among her past occupations and then her wishes.
    example: (u32, u32),
    /// Whether the words of a wish can be looked for.
    has_words: bool,
}

impl Kind {
    fn of(title: &Past, example: (u32, u32)) -> Kind {
        Kind { meaning: title.meaning, example, has_words: !title.words.is_empty() }
    }
}

impl Titles {
    /// Of people in this order.
    pub(super) fn new(taxonomy: &Taxonomy, people: &[Person], order: &[u32]) -> Titles {
        let all: Vec<(u32, u32)> = order
            .iter()
            .flat_map(|&row| (0..titles(&people[row as usize]).count() as u32).map(move |number| (row, number)))
            .collect();
        let title = |&(row, number): &(u32, u32)| one(people, row, number);
        let classes = Classes::by(all.len(), |i| {
            let Past { occupations, forms, meaning, words, .. } = title(&all[i]);
            let words: Vec<_> = words.iter().map(|word| (word.word, word.information)).collect();
            (occupations, forms, meaning.written, meaning.vector, words)
        });
        let examples: Vec<(u32, u32)> = classes.examples.iter().map(|&i| all[i as usize]).collect();
        let texts = examples.iter().flat_map(|example| title(example).forms.iter().map(|form| form.as_str().into()));
        let forms = Forms::new(texts.collect());
        let own = |example| title(example).forms.iter().filter_map(|form| forms.find(form)).collect::<Vec<u32>>();
        let called = Csr::from_rows(examples.iter().map(own)).reversed(forms.len());

        let mut number = classes.of.iter().copied();
        let of = order.iter().map(|&row| {
            let person = &people[row as usize].0;
            let past = person.past.iter().map(|past| Role::Past(past.years));
            let roles = past.chain(person.wishes.iter().map(|_| Role::Wish));
            roles.zip(number.by_ref()).map(|(role, title)| (title, role)).collect::<Vec<_>>()
        });
        let of = Csr::from_rows(of);
        Titles {
            occupations: Csr::from_rows(examples.iter().map(|example| title(example).occupations.iter().copied())),
            kinds: examples.iter().map(|&example| Kind::of(title(&example), example)).collect(),
            forms,
            called,
            near: taxonomy.0.similar.reversed_pairs(taxonomy.0.similar.len()),
            of,
        }
    }

    pub(super) fn size_in_bytes(&self) -> usize {
        size_of_val(&*self.kinds)
            + self.forms.size_in_bytes()
            + 4 * (self.occupations.offsets().len() + self.occupations.values().len())
            + 4 * (self.called.offsets().len() + self.called.values().len())
            + 4 * (self.near.offsets().len() + self.of.offsets().len())
            + size_of_val(self.near.values())
            + size_of_val(self.of.values())
    }
}

fn titles(person: &Person) -> impl Iterator<Item = &Past> {
    person.0.past.iter().chain(&person.0.wishes)
}

fn one(people: &[Person], row: u32, number: u32) -> &Past {
    let person = &people[row as usize].0;
    let number = number as usize;
    person.past.get(number).unwrap_or_else(|| &person.wishes[number - person.past.len()])
}

/// How near each title is to one offer. Used again from offer to offer.
#[derive(Default)]
pub(super) struct Nearness {
    /// Occupation → how near it is to that of the offer; what was set.
    occupations: Vec<Ratio>,
    set: Vec<u32>,
    /// Title → how near it is; how well a wish for it is met.
    titles: Vec<Known>,
    wishes: Vec<Known>,
}

/// What is known of a title.
#[derive(Clone, Copy)]
enum Known {
    NotYet,
    Is(Option<Ratio>),
}

impl Nearness {
    pub(super) fn fill(&mut self, titles: &Titles, offers: &Columns, offer: usize) {
        for occupation in self.set.drain(..) {
            self.occupations[occupation as usize] = Ratio::ZERO;
        }
        self.occupations.resize(titles.near.len(), Ratio::ZERO);
        if let Some(occupation) = offers.occupation[offer] {
            let others = titles.near.row(occupation as usize).iter().copied();
            for (near, nearness) in others.chain([(occupation, Ratio::ONE)]) {
                self.occupations[near as usize] = nearness;
                self.set.push(near);
            }
        }
        for known in [&mut self.titles, &mut self.wishes] {
            known.clear();
            known.resize(titles.kinds.len(), Known::NotYet);
        }
        for &form in offers.title_forms.row(offer) {
            let Some(form) = titles.forms.find(offers.forms.text(form)) else { continue };
            for &title in titles.called.row(form as usize) {
                self.titles[title as usize] = Known::Is(Some(Ratio::ONE));
            }
        }
    }

    /// The most that past occupations and wishes leave of the score: exactly what the score takes for them. `case` is that of
    /// anybody beside the offer.
    pub(super) fn upper(&mut self, titles: &Titles, people: &[Person], case: &Case<'_>, slot: u32) -> Upper {
        let weights = &case.engine.settings.weights;
        let mut upper = Upper::ONE;
        let all = titles.of.row(slot as usize).iter();
        if weights.occupation > Ratio::ZERO {
            let past = all.clone().filter_map(|&(title, role)| match role {
                Role::Past(years) => Some((self.title(titles, case, title), years)),
                Role::Wish => None,
            });
            let deficit = occupation::of_past(case, past);
            upper = upper.weighed(weights.occupation, deficit.ratio());
        }
        if weights.wish > Ratio::ZERO {
            let wishes = all.filter(|(_, role)| matches!(role, Role::Wish));
            let deficit = wish::of_wishes(case, wishes.map(|&(title, _)| self.wish(titles, people, case, title)));
            upper = upper.weighed(weights.wish, deficit.ratio());
        }
        upper
    }

    fn title(&mut self, titles: &Titles, case: &Case<'_>, title: u32) -> Option<Ratio> {
        if let Known::Is(known) = self.titles[title as usize] {
            return known;
        }
        let occupations = titles.occupations.row(title as usize);
        let similar = || occupations.iter().map(|&own| self.occupations[own as usize]).max();
        let near = occupation::by_meaning(case, &titles.kinds[title as usize].meaning, |_| similar());
        self.titles[title as usize] = Known::Is(near);
        near
    }

    fn wish(&mut self, titles: &Titles, people: &[Person], case: &Case<'_>, title: u32) -> Option<Ratio> {
        if let Known::Is(known) = self.wishes[title as usize] {
            return known;
        }
        let Kind { example: (row, number), has_words, .. } = titles.kinds[title as usize];
        let words = has_words.then(|| wish::of_words(case, one(people, row, number))).flatten();
        let likeness = wish::joined(self.title(titles, case, title), words);
        self.wishes[title as usize] = Known::Is(likeness);
        likeness
    }
}
