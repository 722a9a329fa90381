use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How far a long run has come, on standard error: a bar on a terminal, a line now and then elsewhere.
pub(crate) struct Bar {
    bar: Option<ProgressBar>,
    noun: &'static str,
    done: usize,
    of: usize,
    told: Instant,
}

/// A run shorter than this says nothing where nobody watches.
const SILENCE: Duration = Duration::from_secs(10);

impl Bar {
    pub(crate) fn new(noun: &'static str, of: usize) -> Bar {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(of as u64);
            if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
                bar.set_style(style);
            }
            bar.with_message(noun)
        });
        Bar { bar, noun, done: 0, of, told: Instant::now() }
    }

    /// So many more are done.
    pub(crate) fn add(&mut self, more: usize) {
        self.done += more;
        if let Some(bar) = &self.bar {
            bar.set_position(self.done as u64);
        } else if self.told.elapsed() >= SILENCE {
            self.told = Instant::now();
            eprintln!("matcher: {} of {} {}", self.done, self.of, self.noun);
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
