use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use matcher_core::units::{Day, Score};
use matcher_core::{Answer, Engine, Hit, Issue, OfferIndex, Person, Profile, Query, Understood};
use rayon::prelude::*;

use super::records::{RecordArgs, Records};
use crate::failure::Failure;
use crate::input::{Batch, EngineArgs, Told};
use crate::output::{Lines, ResultLine, Results};
use crate::status::Status;
use crate::terminal::{self, Bar, Lang, Words};

/// `matcher match`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher match --profiles people.jsonl --offers offers.jsonl --out matches.csv --rejects rejects.jsonl
  matcher match --profiles personnes.csv --offers stellen.csv --map personnes.map.json stellen.map.json --explain
  cat people.jsonl | matcher match --profiles - --offers france_travail.json --for offers --top 5 --as-of 2027-03-01

Columns of a CSV without a mapping have the names of the fields (home.postcode, commute.minutes, pay.min, skills split
at |). Exit status: 0 all well, 2 wrong usage, 3 some records were rejected and the rest was done, 1 anything else.")]
pub(crate) struct Match {
    #[command(flatten)]
    records: RecordArgs,
    #[command(flatten)]
    engine: EngineArgs,
    /// For whom lists are made: the best offers for each profile, or the best profiles for each offer.
    #[arg(long = "for", value_enum, default_value_t)]
    side: For,
    /// Length of each list.
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,
    /// Leaves out matches below so many points, 0 to 100.
    #[arg(long, value_name = "N", default_value_t = 0.0, value_parser = points)]
    min_score: f64,
    /// The language of what is shown on a terminal.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
    /// Where results go: .jsonl, .json or .csv, - for JSONL on standard output. Without it a table on a terminal, else -.
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
    /// Writes every rejected record: file, line, id, place, code, cause and remedy (JSONL).
    #[arg(long, value_name = "F")]
    rejects: Option<PathBuf>,
    /// Writes everything that was not understood, merged or assumed, rejected records included (JSONL).
    #[arg(long, value_name = "F")]
    issues: Option<PathBuf>,
    /// With every match where its points went.
    #[arg(long)]
    explain: bool,
    /// Threads; as many as the machine has where it is not given. The results are the same.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, ValueEnum)]
enum For {
    /// The best offers for each profile.
    #[default]
    Profiles,
    /// The best profiles for each offer.
    Offers,
}

/// People whose answers are held in memory at once.
const AT_ONCE: usize = 256;

pub(crate) fn run(args: &Match) -> Result<Status, Failure> {
    args.check_outputs()?;
    let engine = args.engine.engine(None)?;
    let mut records = args.records.read()?;
    let threads = usize::from(args.threads.unwrap_or(0));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Failure::Other(format!("no threads: {error}; try --threads 1")))?;
    let (index, issues) = engine.offers(&records.offers.records);
    records.offers.tell(issues);
    let people = pool.install(|| prepare(&engine, &mut records.profiles))?;
    let words = Words::new(args.lang, engine.taxonomy());
    let mut shown = Shown::create(args, &words)?;
    pool.install(|| match args.side {
        For::Profiles => for_profiles(args, &index, &people, records.as_of, &mut shown),
        For::Offers => for_offers(args, &index, &people, records.as_of, &mut shown),
    })?;
    let totals = shown.finish()?;
    write_told(args.rejects.as_deref(), &records, Told::is_rejected)?;
    write_told(args.issues.as_deref(), &records, |_| true)?;
    summarise(args, &records, &index, &people, &totals)
}

impl Match {
    /// A file that is read is never written over.
    fn check_outputs(&self) -> Result<(), Failure> {
        let outputs: Vec<&PathBuf> = [&self.out, &self.rejects, &self.issues].into_iter().flatten().collect();
        let same = |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
        for (i, output) in outputs.iter().enumerate() {
            if self.records.inputs().any(|input| same(input, output)) {
                return Err(Failure::Usage(format!("{} is read and would be written over", output.display())));
            }
            if output.as_os_str() != "-" && outputs[..i].contains(output) {
                return Err(Failure::Usage(format!("{} would be written twice", output.display())));
            }
        }
        Ok(())
    }

    fn min_score(&self) -> Score {
        Score::new((self.min_score * 10_000.0).round() as u32)
    }

    fn query(&self, person: &Person, as_of: Day) -> Query {
        Query::new(person).k(self.top).as_of(as_of).min_score(self.min_score())
    }
}

fn points(text: &str) -> Result<f64, String> {
    let points: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=100.0).contains(&points) { Ok(points) } else { Err("points lie between 0 and 100".to_owned()) }
}

fn prepare(engine: &Engine, profiles: &mut Batch<Profile>) -> Result<Vec<Person>, Failure> {
    let people: Result<Vec<Person>, _> = profiles.records.par_iter().map(|profile| engine.prepare(profile)).collect();
    let people = people?;
    let issues: Vec<Issue> = people.iter().flat_map(|person| person.issues().iter().cloned()).collect();
    profiles.tell(issues);
    Ok(people)
}

fn for_profiles(
    args: &Match,
    index: &OfferIndex,
    people: &[Person],
    as_of: Day,
    shown: &mut Shown<'_>,
) -> Result<(), Failure> {
    let mut bar = Bar::new("profiles", people.len());
    for people in people.chunks(AT_ONCE) {
        let queries: Vec<Query> = people.iter().map(|person| args.query(person, as_of)).collect();
        let answers = index.top_many_parallel(&queries);
        let listed: Vec<Listed> = answers.par_iter().map(|answer| shown.answer(args, answer)).collect();
        for list in &listed {
            shown.push(list)?;
        }
        bar.add(people.len());
    }
    bar.finish();
    Ok(())
}

fn for_offers(
    args: &Match,
    index: &OfferIndex,
    people: &[Person],
    as_of: Day,
    shown: &mut Shown<'_>,
) -> Result<(), Failure> {
    let lists = index.candidates_parallel(people, args.top, Some(as_of));
    let mut bar = Bar::new("offers", lists.len());
    for lists in lists.chunks(AT_ONCE) {
        let listed: Result<Vec<Listed>, Failure> = lists
            .par_iter()
            .map(|(offer, candidates)| {
                let good = candidates.iter().filter(|candidate| candidate.score >= args.min_score());
                let hits: Result<Vec<Hit>, _> = good
                    .enumerate()
                    .map(|(i, candidate)| index.hit(args.query(&people[candidate.person], as_of), offer, i + 1))
                    .collect();
                Ok(shown.list(args, offer, &hits?))
            })
            .collect();
        for list in &listed? {
            shown.push(list)?;
        }
        bar.add(lists.len());
    }
    bar.finish();
    Ok(())
}

/// Where results go, and how many there are.
struct Shown<'a> {
    /// `None`: a table on the terminal.
    results: Option<Results>,
    words: &'a Words<'a>,
    width: usize,
    totals: Totals,
}

#[derive(Default)]
struct Totals {
    matches: usize,
    lists: usize,
    without: Vec<String>,
}

/// One list, ready to be written.
enum Listed {
    Lines(Vec<ResultLine>),
    Text { text: String, matches: usize, without: Option<String> },
}

impl<'a> Shown<'a> {
    fn create(args: &Match, words: &'a Words<'a>) -> Result<Shown<'a>, Failure> {
        let results = match &args.out {
            Some(path) => Some(Results::create(path, args.explain)?),
            None if stdout().is_terminal() => None,
            None => Some(Results::create(Path::new("-"), args.explain)?),
        };
        Ok(Shown { results, words, width: terminal::width(), totals: Totals::default() })
    }

    fn answer(&self, args: &Match, answer: &Answer) -> Listed {
        let id = answer.person().id();
        let Some(record) = answer.no_match() else { return self.list(args, id, answer.hits()) };
        if self.results.is_some() {
            return Listed::Lines(vec![ResultLine::NoMatch(Box::new(record))]);
        }
        let text = format!("{id}\n{}", terminal::without_match(&record, self.words));
        Listed::Text { text, matches: 0, without: Some(id.to_owned()) }
    }

    fn list(&self, args: &Match, heading: &str, hits: &[Hit]) -> Listed {
        if self.results.is_none() {
            let people = args.side == For::Offers;
            let mut text = format!("{heading}\n{}", terminal::matches(hits, people, self.words, self.width));
            if args.explain {
                hits.iter().for_each(|hit| text.push_str(&self.words.explanation(&hit.explain())));
            }
            let without = hits.is_empty().then(|| heading.to_owned());
            return Listed::Text { text, matches: hits.len(), without };
        }
        let line = |hit: &Hit| {
            let mut record = hit.record();
            record.explanation = args.explain.then(|| hit.explain());
            ResultLine::Match(Box::new(record))
        };
        Listed::Lines(hits.iter().map(line).collect())
    }

    fn push(&mut self, list: &Listed) -> Result<(), Failure> {
        let totals = &mut self.totals;
        totals.lists += 1;
        match list {
            Listed::Lines(lines) => {
                for line in lines {
                    match line {
                        ResultLine::Match(_) => totals.matches += 1,
                        ResultLine::NoMatch(record) => totals.without.push(record.profile.clone()),
                    }
                    if let Some(results) = &mut self.results {
                        results.push(line)?;
                    }
                }
            }
            Listed::Text { text, matches, without } => {
                totals.matches += matches;
                totals.without.extend(without.clone());
                writeln!(stdout().lock(), "{text}")?;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Totals, Failure> {
        if let Some(results) = self.results {
            results.finish()?;
        }
        Ok(self.totals)
    }
}

fn write_told(path: Option<&Path>, records: &Records, wanted: impl Fn(&Told) -> bool) -> Result<(), Failure> {
    let Some(path) = path else { return Ok(()) };
    let mut lines = Lines::create(path)?;
    for told in records.profiles.told.iter().chain(&records.offers.told).filter(|told| wanted(told)) {
        lines.line(&told.to_json())?;
    }
    lines.finish()
}

/// The counts at the end, on standard error, and the exit status that goes with them.
fn summarise(
    args: &Match,
    records: &Records,
    index: &OfferIndex,
    people: &[Person],
    totals: &Totals,
) -> Result<Status, Failure> {
    let mut out = stderr().lock();
    let understood: Vec<Understood> = Person::FIELDS
        .into_iter()
        .map(|field| {
            let records = people.iter().filter(|person| person.understood().contains(&field)).count();
            Understood { field, records }
        })
        .collect();
    let done = (|| {
        writeln!(out, "{}", terminal::counts(&records.profiles))?;
        writeln!(out, "  understood:{}", terminal::fields(&understood, people.len()))?;
        writeln!(out, "{}", terminal::counts(&records.offers))?;
        writeln!(out, "  understood:{}", terminal::fields(&index.understood(), index.len()))?;
        let (lists, side) = (totals.lists, if args.side == For::Profiles { "profiles" } else { "offers" });
        writeln!(out, "{} matches for {lists} {side}, as of {}", totals.matches, records.as_of)?;
        let asked = people.iter().filter(|person| !person.is_rankable());
        for person in asked {
            let questions = person.questions();
            writeln!(out, "  {}: not enough information; ask next: {}", person.id(), questions.join(", "))?;
        }
        if !totals.without.is_empty() {
            writeln!(out, "  without a match: {}", totals.without.join(", "))?;
        }
        let told = || records.profiles.told.iter().chain(&records.offers.told);
        if args.rejects.is_none() {
            write!(out, "{}", terminal::rejects(told()))?;
        }
        Ok::<_, std::io::Error>(told().any(Told::is_rejected))
    })();
    // Counts that nobody reads are no reason to fail.
    let rejected = done.unwrap_or_else(|_| records.profiles.rejected() + records.offers.rejected() > 0);
    Ok(if rejected { Status::Rejected } else { Status::Done })
}
