use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How far a long run has come, on standard error: a bar on a terminal, a line now and then elsewhere.
pub(crate) struct Bar {
    bar: Option<ProgressBar>,
    noun: &'static str,
    done: usize,
    /// Of those done, what cost no work.
    skipped: usize,
    of: usize,
    begun: Instant,
    told: Instant,
}

/// A run shorter than this says nothing where nobody watches.
const SILENCE: Duration = Duration::from_secs(10);

impl Bar {
    pub(crate) fn new(noun: &'static str, of: usize) -> Bar {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::new(of as u64);
            if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {per_sec} {eta}") {
                bar.set_style(style);
            }
            bar.with_message(noun)
        });
        let now = Instant::now();
        Bar { bar, noun, done: 0, skipped: 0, of, begun: now, told: now }
    }

    /// So many more are done.
    pub(crate) fn add(&mut self, more: usize) {
        self.done += more;
        if let Some(bar) = &self.bar {
            bar.set_position(self.done as u64);
        } else if self.told.elapsed() >= SILENCE {
            self.told = Instant::now();
            eprintln!("matcher: {}", self.line(self.begun.elapsed()));
        }
    }

    /// So many were done by an earlier run, or are left to another one.
    pub(crate) fn skip(&mut self, more: usize) {
        self.done += more;
        self.skipped += more;
        if let Some(bar) = &self.bar {
            bar.set_position(self.done as u64);
        }
    }

    fn line(&self, elapsed: Duration) -> String {
        let made = self.done - self.skipped;
        let rate = made as f64 / elapsed.as_secs_f64().max(1e-9);
        let line = format!("{} of about {} {}, {rate:.0} a second", self.done, self.of.max(self.done), self.noun);
        if made == 0 {
            return line;
        }
        let left = self.of.saturating_sub(self.done) as f64 / rate;
        format!("{line}, {} left", duration(left.ceil() as u64))
    }

    /// Takes the bar away.
    pub(crate) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}

fn duration(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_rate_of_what_was_made_and_the_time_that_is_left() {
        let now = Instant::now();
        let bar = Bar { bar: None, noun: "profiles", done: 3000, skipped: 1000, of: 10_000, begun: now, told: now };
        let line = bar.line(Duration::from_secs(20));
        assert_eq!(line, "3000 of about 10000 profiles, 100 a second, 1 min 10 s left");
        assert_eq!(duration(3_725), "1 h 2 min");
    }
}
