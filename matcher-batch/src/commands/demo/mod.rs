//! The embedded story: on one screen, or as one page with all ten people.

mod page;
mod picture;
mod screen;
mod speech;
mod story;

use std::io::{Write, stdout};
use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::output::Lines;
use crate::status::Status;
use crate::terminal::{self, Lang, Words};
use speech::Speech;
use story::Story;

/// `matcher demo`
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  matcher demo
  matcher demo --lang de --html demo.html

Every person, employer, offer and course is fictional; the towns are real. The day is 2027-03-01.")]
pub(crate) struct Demo {
    /// The language.
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
    /// Writes one page with all ten people instead: no other file, no request, no script.
    #[arg(long, value_name = "F")]
    html: Option<PathBuf>,
}

/// The demo is laid out for this width and fits a narrower terminal.
const WIDTH: usize = 100;

pub(crate) fn run(args: &Demo) -> Result<Status, Failure> {
    let story = Story::read()?;
    let words = Words::new(args.lang, story.engine().taxonomy());
    let speech = Speech::new(args.lang, story.engine().taxonomy())?;
    match &args.html {
        Some(path) => {
            let mut lines = Lines::create(path)?;
            lines.write(page::page(&story, &words, &speech)?.as_bytes())?;
            lines.finish()?;
        }
        None => {
            let screen = screen::screen(&story, &words, &speech, terminal::width().min(WIDTH))?;
            write!(stdout().lock(), "{screen}")?;
        }
    }
    Ok(Status::Done)
}
