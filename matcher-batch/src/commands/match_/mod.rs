//! `matcher match`: lists for everybody, in parts that outlive an interruption.

mod by_offer;
mod by_profile;
mod lists;
mod output;
mod seen;
mod summary;

use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, ValueEnum};
use matcher_core::units::{Day, Score};
use matcher_core::{Engine, Person, Query, Stamp};

use self::lists::Lists;
use self::output::{Output, To};
use super::records::{RecordArgs, Sources};
use crate::failure::Failure;
use crate::input::{EngineArgs, Layout, Told, today};
use crate::output::{OUTPUT_VERSION, Results};
use crate::run::{
    Changes, GuardArgs, Location, Manifest, Plan, Ready, Report, ReportArgs, Shard, Tally, Work, check_place, complete,
    seconds, status,
};
use crate::status::Status;
use crate::terminal::{self, Lang, Words};

/// `matcher match`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher match --profiles people.jsonl --offers offers.jsonl --out matches.csv --rejects rejects.jsonl
  matcher match --profiles personnes.csv --offers stellen.csv --map personnes.map.json stellen.map.json --explain
  cat people.jsonl | matcher match --profiles - --offers france_travail.json --for offers --top 5 --as-of 2027-03-01

Every night, continued after an interruption, kept back when the feed looks wrong:
  matcher match --profiles people.parquet --offers 'feed/*.jsonl.gz' --out runs/today/ --resume \\
      --max-rejects 2% --min-offers 50000 --max-fall 30 --since runs/today \\
      --rejects rejects.jsonl --summary summary.json --metrics /var/lib/node_exporter/matcher.prom

A name with the ending of a format is one file; another one is a folder of parts with a manifest. Either is made in
OUT.partial and appears when it is whole: what was there before stays until then, and stays for good where the run fails or
a guard objects. --resume continues what OUT.partial holds, on the day on which it was begun; other inputs, settings or
versions are refused with the reason. The same question gives the same bytes.

Columns of a CSV without a mapping have the names of the fields (home.postcode, commute.minutes, pay.min, skills split
at |); so have those of a Parquet file without structures. Exit status: 0 all well, 2 wrong usage, 3 some records were
rejected and the rest was done, 4 done but a guard forbids publication (the last line says why), 1 anything else.")]
pub(crate) struct Match {
    #[command(flatten)]
    records: RecordArgs,
    #[command(flatten)]
    engine: EngineArgs,
    /// For whom lists are made: the best offers for each profile, or the best profiles for each offer. The records of the
    /// other side are held in memory; those of this side are not, however many they are, unless they are offers.
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
    /// Where results go: a file ending in .jsonl, .json, .csv (each also .gz or .zst) or .parquet, a folder of parts, or - for
    /// JSONL on standard output. Without it a table on a terminal, else -.
    #[arg(long, value_name = "F")]
    out: Option<PathBuf>,
    /// The format of the parts of a folder: parquet, jsonl, csv, jsonl.zst, csv.gz…
    #[arg(long, value_name = "FORMAT", value_parser = layout, default_value = "parquet")]
    out_format: Layout,
    /// Writes every rejected record: file, line or row, id, place, code, cause and remedy (JSONL).
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
    /// Continues the run that was interrupted under this --out, with the same bytes as if it had not been; begins one where
    /// there is none.
    #[arg(long)]
    resume: bool,
    /// Lists of a part: what an interruption loses at most, and what is written at once.
    #[arg(long, value_name = "N", default_value_t = 4096, value_parser = at_least_one)]
    part_size: usize,
    /// Makes only every N-th part, beginning with the I-th, in a folder; `matcher merge` puts the N folders together.
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,
    /// Writes which matches are new, changed or vanished since this run: into OUT/changes.jsonl, or beside a file as
    /// OUT.changes.jsonl. It may be the run that --out replaces, which need not be there the first time.
    #[arg(long, value_name = "RUN")]
    since: Option<PathBuf>,
    #[command(flatten)]
    guards: GuardArgs,
    #[command(flatten)]
    reports: ReportArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, ValueEnum)]
enum For {
    /// The best offers for each profile.
    #[default]
    Profiles,
    /// The best profiles for each offer.
    Offers,
}

pub(crate) fn run(args: &Match) -> Result<Status, Failure> {
    let begun = Instant::now();
    let location = args.location()?;
    let sources = args.records.sources()?;
    args.check_outputs(&sources)?;
    if args.resume && sources.has_standard_input() {
        let message = "--resume needs inputs that can be read again; save standard input as a file";
        return Err(Failure::Usage(message.to_owned()));
    }
    let how = args.records.how()?;
    let threads = usize::from(args.threads.unwrap_or(0));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Failure::Other(format!("no threads: {error}; try --threads 1")))?;
    let engine = args.engine.engine(None)?;
    let words = Words::new(args.lang, engine.taxonomy());
    let (to, as_of) = match &location {
        Some(location) => {
            check_place(location)?;
            if let Some(since) = args.since.as_ref().filter(|since| !args.is_first_of(since, location)) {
                Changes::check(&Location::of_run(since)?)?;
            }
            let as_of = args.as_of(location)?;
            let plan = args.plan(location, &sources, &engine, as_of);
            if let Some(status) = args.already_done(location, &plan)? {
                return Ok(status);
            }
            let work = Work::open(location, plan, location.parts(Some(args.out_format)), args.resume)?;
            if work.done() > 0 {
                eprintln!("matcher: {} parts are already there", work.done());
            }
            (To::Run(Box::new(work)), as_of)
        }
        None => (args.stream()?, args.records.as_of().map_or_else(today, Ok)?),
    };
    let lists = Lists {
        lines: !matches!(to, To::Screen),
        people: args.side == For::Offers,
        explain: args.explain,
        words: &words,
        width: terminal::width(),
    };
    let mut output = Output::new(to, args.rejects.as_deref(), args.issues.as_deref())?;
    let (held, held_told) = pool.install(|| match args.side {
        For::Profiles => by_profile::run(args, &engine, &sources, &how, as_of, &lists, &mut output),
        For::Offers => by_offer::run(args, &engine, &sources, &how, as_of, &lists, &mut output),
    })?;
    args.end(output, location.as_ref(), (held, held_told), as_of, begun)
}

impl Match {
    /// The run that the results become; `None` where they go to standard output or a terminal.
    fn location(&self) -> Result<Option<Location>, Failure> {
        let location = match &self.out {
            Some(out) => Location::of_output(out)?,
            None => None,
        };
        let needs = [
            (self.resume, "--resume"),
            (self.since.is_some(), "--since"),
            (self.shard.is_some(), "--shard"),
            (self.guards.any(), "a guard"),
        ];
        match (&location, needs.into_iter().find(|(asked, _)| *asked)) {
            (None, Some((_, what))) => {
                Err(Failure::Usage(format!("{what} needs a run that is kept; name a file or folder with --out")))
            }
            (Some(location), _) if self.shard.is_some() && !location.is_folder() => {
                let message = "a shard is a folder of parts, which `matcher merge` puts together; end --out with /";
                Err(Failure::Usage(format!("{}: {message}", location.path().display())))
            }
            _ => Ok(location),
        }
    }

    /// A file that is read is never written over, and none is written twice.
    fn check_outputs(&self, sources: &Sources) -> Result<(), Failure> {
        let named = [&self.out, &self.rejects, &self.issues].into_iter().flatten();
        let outputs: Vec<&PathBuf> = named.chain(self.reports.outputs()).collect();
        let same = |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
        for (i, output) in outputs.iter().enumerate() {
            if sources.paths().any(|input| same(input, output)) {
                return Err(Failure::Usage(format!("{} is read and would be written over", output.display())));
            }
            // Better now than after hours of work.
            let folder = output.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
            if folder.is_some() && Some(*output) != self.out.as_ref() {
                return Err(Failure::file(output, &std::io::ErrorKind::NotFound.into()));
            }
            if output.as_os_str() != "-" && outputs[..i].contains(output) {
                return Err(Failure::Usage(format!("{} would be written twice", output.display())));
            }
        }
        Ok(())
    }

    /// The day of the question: of a run that is continued the day on which it was begun.
    fn as_of(&self, location: &Location) -> Result<Day, Failure> {
        let begun = if self.resume { Work::day(location)? } else { None };
        self.records.as_of().or(begun).map_or_else(today, Ok)
    }

    fn plan(&self, location: &Location, sources: &Sources, engine: &Engine, as_of: Day) -> Plan {
        let how = self.records.limits();
        Plan {
            output: OUTPUT_VERSION,
            stamp: Stamp::of(engine, Some(as_of)),
            side: if self.side == For::Profiles { "profiles" } else { "offers" }.to_owned(),
            top: self.top,
            min_score: self.least_score().get(),
            explain: self.explain,
            layout: location.parts(Some(self.out_format)).endings(),
            part_size: self.part_size,
            shard: self.shard,
            max_record_bytes: how.bytes,
            max_list: how.items,
            shape: self.records.shape(),
            inputs: sources.planned(),
        }
    }

    /// Whether `--resume` finds nothing left to do.
    fn already_done(&self, location: &Location, plan: &Plan) -> Result<Option<Status>, Failure> {
        if !self.resume || self.since.is_some() || location.work().exists() {
            return Ok(None);
        }
        let manifest = Manifest::read(&location.manifest())?.filter(|manifest| manifest.plan == *plan);
        let Some(manifest) = manifest.filter(|_| location.path().exists()) else { return Ok(None) };
        eprintln!("matcher: {} is already complete", location.path().display());
        Ok(Some(status(&manifest.totals, None)))
    }

    /// Whether the earlier run is the one that this run would replace, and there is none yet: the first night.
    fn is_first_of(&self, since: &Path, location: &Location) -> bool {
        !since.exists() && since.components().eq(location.path().components())
    }

    fn stream(&self) -> Result<To, Failure> {
        let (path, layout) = match &self.out {
            None if stdout().is_terminal() => return Ok(To::Screen),
            None => (Path::new("-"), Layout::LINES),
            // A pipe or a device has the layout that its name says, where it says one.
            Some(path) => (&**path, Layout::of(path).unwrap_or(Layout::LINES)),
        };
        Ok(To::Stream(Box::new(Results::create(path, layout, self.explain)?)))
    }

    /// Ends the results, tells the counts, and publishes a run.
    fn end(
        &self,
        output: Output,
        location: Option<&Location>,
        (held, held_told): (Tally, Vec<Told>),
        as_of: Day,
        begun: Instant,
    ) -> Result<Status, Failure> {
        let side = if self.side == For::Profiles { "profiles" } else { "offers" };
        let made = output.made();
        let named = output.named().clone();
        let (totals, plan, changes, objection) = match (output.finish(&held_told)?, location) {
            (Some(mut work), Some(location)) => {
                let manifest = work.manifest(held, &held_told)?;
                let since = match &self.since {
                    Some(run) if self.is_first_of(run, location) => Some(Changes::since_ever()),
                    Some(run) => Some(Changes::since(&Location::of_run(run)?)?),
                    None => None,
                };
                let ended = complete(Ready {
                    location,
                    folder: work.folder(),
                    manifest,
                    guards: &self.guards,
                    since,
                    rejects: self.rejects.as_deref(),
                    issues: self.issues.as_deref(),
                })?;
                (ended.manifest.totals, Some(ended.manifest.plan), ended.changes, ended.objection)
            }
            (_, _) => {
                let mut totals = held;
                totals.add(&made);
                (totals, None, None, None)
            }
        };
        summary::tell(&totals, &named, side, as_of, self.rejects.is_none());
        if let Some(changes) = changes {
            eprintln!(
                "since {}: {} new, {} changed, {} vanished",
                self.since.as_deref().unwrap_or(Path::new("-")).display(),
                changes.new,
                changes.changed,
                changes.vanished
            );
        }
        let status = status(&totals, objection.as_deref());
        self.reports.write(&Report {
            status: status.code(),
            published: location.is_some() && objection.is_none(),
            reason: objection.as_deref(),
            plan: plan.as_ref(),
            totals: &totals,
            changes,
            seconds: seconds(begun.elapsed()),
            lists_made: made.lists,
        })?;
        if let (Some(reason), Some(location)) = (&objection, location) {
            eprintln!("matcher: not published: {reason}; the whole run is in {}", location.work().display());
        }
        Ok(status)
    }

    fn least_score(&self) -> Score {
        Score::new((self.min_score * 10_000.0).round() as u32)
    }

    fn query(&self, person: &Person, as_of: Day) -> Query {
        Query::new(person).k(self.top).as_of(as_of).min_score(self.least_score())
    }
}

fn points(text: &str) -> Result<f64, String> {
    let points: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=100.0).contains(&points) { Ok(points) } else { Err("points lie between 0 and 100".to_owned()) }
}

fn layout(text: &str) -> Result<Layout, String> {
    let known =
        || format!("“{text}” is no format; say parquet, jsonl, json or csv, the last three also with .gz or .zst");
    Layout::of_endings(&format!(".{text}")).ok_or_else(known)
}

fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&number| number > 0).ok_or_else(|| "a whole number from 1 on".to_owned())
}

/// What was counted of the records that were held for all parts, and their issues.
type Held = (Tally, Vec<Told>);
