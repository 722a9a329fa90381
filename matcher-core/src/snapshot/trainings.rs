use super::columns::{
    LONGEST, read_days, read_option, read_small, read_text, read_texts, write_days, write_option, write_texts,
};
use super::header::{Codes, Ground, Kind, fault};
use super::offers::is_page;
use crate::Error;
use crate::engine::Engine;
use crate::issue::{Issue, Severity};
use crate::model::{Session, SkillClaim, Training};
use crate::place::Resolved;
use crate::taxonomy::{Reader, Writer};
use crate::units::{Cents, Level};

const KIND: Kind = Kind {
    magic: b"MATCHTRN",
    noun: "file of trainings",
    codes: Codes {
        other: "trainings.not-a-file",
        version: "trainings.version",
        corrupt: "trainings.corrupt",
        taxonomy: "trainings.other-taxonomy",
        places: "trainings.other-places",
    },
};

/// Trainings with the skills of the taxonomy that they teach, rising by id: as bytes a file that a page loads.
#[derive(Clone, Debug, Default)]
pub struct TrainingCatalogue {
    entries: Vec<TrainingEntry>,
}

/// One training.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingEntry {
    /// The record, with its skills by their ids and its places by their names.
    pub training: Training,
    /// The skills taught, by their numbers in the taxonomy, rising.
    pub(crate) teaches: Vec<(u32, Option<Level>)>,
}

impl TrainingCatalogue {
    /// Understands trainings, with every issue found. One that teaches no skill of the taxonomy stays: it may teach a language.
    ///
    /// Cost: some microseconds a training.
    pub fn of(engine: &Engine, trainings: &[Training]) -> (TrainingCatalogue, Vec<Issue>) {
        let (mut entries, mut issues): (Vec<TrainingEntry>, Vec<Issue>) = (Vec::new(), Vec::new());
        for training in trainings {
            let issue = |issue: Issue| issue.of(training.id.clone());
            let texts = [Some(&training.id), Some(&training.title), training.provider.as_ref(), training.link.as_ref()];
            if training.id.is_empty() || texts.into_iter().flatten().any(|text| text.len() > LONGEST) {
                let cause = "the training has no id, or a field longer than a file of trainings holds";
                issues.push(issue(Issue::new("training.refused", Severity::Rejected, cause)).action("Correct it."));
                continue;
            }
            let mut teaches: Vec<(u32, Option<Level>)> = Vec::new();
            for (i, claim) in training.teaches.iter().enumerate() {
                let found = crate::prepare::resolve_skill(engine.taxonomy(), &claim.skill);
                if found.is_empty() {
                    let cause = format!("the skill “{}” was not found", claim.skill);
                    issues.push(issue(
                        Issue::new("skill.not-found", Severity::Warning, cause).at(format!("/teaches/{i}")),
                    ));
                }
                teaches.extend(found.into_iter().map(|skill| (skill, claim.level)));
            }
            teaches.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
            teaches.dedup_by_key(|(skill, _)| *skill);
            let place = |place| match engine.places().resolve(place) {
                Resolved::Point { label, .. } | Resolved::Area { label, .. } => Some(label),
                Resolved::Ambiguous(_) | Resolved::NotFound { .. } => None,
            };
            let mut places: Vec<String> = training.places.iter().filter_map(place).collect();
            places.retain(|label| label.len() <= LONGEST);
            entries.push(TrainingEntry {
                training: Training {
                    teaches: named(engine, &teaches),
                    prerequisites: Vec::new(),
                    places: places.iter().map(|label| label.as_str().into()).collect(),
                    link: training.link.clone().filter(|link| is_page(link)),
                    tags: crate::model::Tags::new(),
                    languages: Vec::new(),
                    ..training.clone()
                },
                teaches,
            });
        }
        entries.sort_by(|a, b| a.training.id.cmp(&b.training.id));
        let before = entries.len();
        entries.dedup_by(|next, kept| next.training.id == kept.training.id);
        if entries.len() < before {
            let cause = format!("{} trainings have the id of another one", before - entries.len());
            issues.push(Issue::new("training.twice", Severity::Rejected, cause).action("Give each an id of its own."));
        }
        (TrainingCatalogue { entries }, issues)
    }

    /// Every training, rising by id.
    pub fn entries(&self) -> &[TrainingEntry] {
        &self.entries
    }

    /// These trainings and those of another file; of two with one id the first stays. Returns how many were left out so.
    pub fn extend(&mut self, other: TrainingCatalogue) -> usize {
        let before = self.entries.len() + other.entries.len();
        self.entries.extend(other.entries);
        self.entries.sort_by(|a, b| a.training.id.cmp(&b.training.id));
        self.entries.dedup_by(|next, kept| next.training.id == kept.training.id);
        before - self.entries.len()
    }

    /// The trainings that teach a skill (by its id), shortest first, then by id.
    pub fn teaching(&self, engine: &Engine, skill: &str) -> Vec<&Training> {
        let Some(number) = engine.taxonomy().0.skills.find(skill) else { return Vec::new() };
        let teaches = |entry: &&TrainingEntry| entry.teaches.binary_search_by_key(&number, |taught| taught.0).is_ok();
        let mut found: Vec<&Training> = self.entries.iter().filter(teaches).map(|entry| &entry.training).collect();
        found.sort_by_key(|training| (training.weeks.unwrap_or(u16::MAX), &training.id));
        found
    }

    /// The file.
    pub fn to_bytes(&self, engine: &Engine) -> Vec<u8> {
        let mut out = Writer::default();
        write(&self.entries, &mut out);
        KIND.file(Ground::of(engine), self.entries.len(), &out.finish())
    }

    /// Opens what [`TrainingCatalogue::to_bytes`] wrote, after checking all of it.
    ///
    /// # Errors
    /// `trainings.not-a-file`, `trainings.version`, `trainings.corrupt`, `trainings.other-taxonomy`, `trainings.other-places`.
    pub fn from_bytes(engine: &Engine, bytes: &[u8]) -> Result<TrainingCatalogue, Error> {
        let file = KIND.open(Some(Ground::of(engine)), bytes)?;
        let entries = read(file.records, engine, &mut Reader::new(file.body)).map_err(|error| KIND.own(&error))?;
        Ok(TrainingCatalogue { entries })
    }
}

fn named(engine: &Engine, teaches: &[(u32, Option<Level>)]) -> Vec<SkillClaim> {
    let id = |skill: u32| engine.taxonomy().0.skills.id(skill);
    teaches.iter().map(|&(skill, level)| SkillClaim { level, ..id(skill).into() }).collect()
}

fn write(entries: &[TrainingEntry], out: &mut Writer) {
    let all = || entries.iter().map(|entry| &entry.training);
    write_texts(all().map(|training| training.id.as_str()), out);
    write_texts(all().map(|training| training.title.as_str()), out);
    write_texts(all().map(|training| training.provider.as_deref().unwrap_or_default()), out);
    write_texts(all().map(|training| training.link.as_deref().unwrap_or_default()), out);
    all().for_each(|training| out.byte(u8::from(training.remote)));
    all().for_each(|training| write_option(training.weeks.map(u32::from), out));
    all().for_each(|training| write_option(training.cost.map(|cost| cost.0), out));
    all().for_each(|training| write_option(training.seats, out));
    all().for_each(|training| out.number(training.places.len() as u32));
    let places = all().flat_map(|training| &training.places);
    write_texts(places.map(|place| place.text.as_deref().unwrap_or_default()), out);
    all().for_each(|training| out.number(training.sessions.len() as u32));
    let sessions = all().flat_map(|training| &training.sessions);
    write_days(sessions.clone().map(|session| Some(session.start)), out);
    write_days(sessions.map(|session| session.end), out);
    entries.iter().for_each(|entry| out.rising(entry.teaches.iter().map(|taught| taught.0)));
    for (_, level) in entries.iter().flat_map(|entry| &entry.teaches) {
        out.byte(level.map_or(0, Level::get));
    }
}

fn read(count: usize, engine: &Engine, input: &mut Reader<'_>) -> Result<Vec<TrainingEntry>, Error> {
    let mut all: Vec<Training> = Vec::with_capacity(count);
    for _ in 0..count {
        let id = read_text(input)?;
        if id.is_empty() || all.last().is_some_and(|last| last.id.as_str() >= id) {
            return Err(fault("the trainings are not in the order of their ids"));
        }
        all.push(Training { id: id.to_owned(), ..Training::default() });
    }
    for (training, title) in all.iter_mut().zip(read_texts(count, input)?) {
        training.title = title.to_owned();
    }
    for (training, provider) in all.iter_mut().zip(read_texts(count, input)?) {
        training.provider = Some(provider).filter(|provider| !provider.is_empty()).map(str::to_owned);
    }
    for (training, link) in all.iter_mut().zip(read_texts(count, input)?) {
        training.link = Some(link).filter(|link| is_page(link)).map(str::to_owned);
    }
    for training in &mut all {
        training.remote = read_small(1, input)? == 1;
    }
    for training in &mut all {
        training.weeks = match read_option(input)? {
            None => None,
            Some(weeks) => Some(u16::try_from(weeks).map_err(|_| fault("a training is too long"))?),
        };
    }
    for training in &mut all {
        training.cost = read_option(input)?.map(Cents);
    }
    for training in &mut all {
        training.seats = read_option(input)?;
    }
    let lengths = |input: &mut Reader<'_>| (0..count).map(|_| input.length()).collect::<Result<Vec<_>, _>>();
    for (training, places) in all.iter_mut().zip(lengths(input)?) {
        training.places = read_texts(places, input)?.into_iter().map(Into::into).collect();
    }
    let sessions = lengths(input)?;
    let total = sessions.iter().sum();
    let (starts, ends) = (read_days(total, input)?, read_days(total, input)?);
    let mut dates = starts.into_iter().zip(ends);
    for (training, sessions) in all.iter_mut().zip(sessions) {
        for (start, end) in dates.by_ref().take(sessions) {
            let start = start.ok_or_else(|| fault("a session does not begin"))?;
            training.sessions.push(Session { start, end });
        }
    }
    let skills = engine.taxonomy().0.skills.len();
    let mut taught: Vec<Vec<u32>> = Vec::with_capacity(count);
    for _ in 0..count {
        taught.push(input.rising(skills)?);
    }
    let mut entries = Vec::with_capacity(count);
    for (training, taught) in all.into_iter().zip(taught) {
        let mut teaches = Vec::with_capacity(taught.len());
        for skill in taught {
            let level = read_small(4, input)?;
            teaches.push((skill, Level::new(level)));
        }
        entries.push(TrainingEntry { training: Training { teaches: named(engine, &teaches), ..training }, teaches });
    }
    if input.is_empty() { Ok(entries) } else { Err(fault("there are bytes behind the last column")) }
}
