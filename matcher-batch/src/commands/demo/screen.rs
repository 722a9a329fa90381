use console::{measure_text_width, style, truncate_str};
use matcher_core::Hit;
use matcher_core::explain::{Arg, Travel};

use super::speech::{Speech, day, number, text};
use super::story::{Barred, Story};
use crate::failure::Failure;
use crate::terminal::Words;

/// Whose three best offers the screen shows: a short way, a near trade, three countries in one circle.
const SHOWN: [&str; 3] = ["bank-adviser", "car-assembler", "shop-assistant"];

/// The story on one screen of so many columns.
pub(super) fn screen(story: &Story, words: &Words<'_>, speech: &Speech<'_>, width: usize) -> Result<String, Failure> {
    let mut out = Screen { text: String::new(), width };
    let about =
        [speech.text("demo.title"), speech.say("ui.as-of", [("day", day(story.as_of()))]), words.ui("ui.fictional")];
    out.line(0, &about.join(" · "), Look::Heading);
    let counts = [("people", number(story.population)), ("offers", number(story.index.len()))];
    out.wrapped(0, &speech.say("demo.story", counts));
    for id in SHOWN {
        out.gap();
        let person = story.person(id)?;
        out.line(0, &speech.person(id).0, Look::Heading);
        for hit in story.answer(person).hits().iter().take(3) {
            offer(&mut out, hit, words, speech);
        }
    }
    out.gap();
    let operator = story.person("cnc-operator")?;
    out.line(0, &format!("{} – {}", speech.person(operator.id()).0, speech.text("demo.kept-out")), Look::Heading);
    if let Some(barred) = story.barred(operator, usize::MAX)?.iter().find(|barred| barred.training.is_some()) {
        refusal(&mut out, barred, story, words, speech);
    }
    let leaver = story.person("school-leaver")?;
    out.line(0, &format!("{} – {}", speech.person(leaver.id()).0, words.ui("ui.questions")), Look::Heading);
    let questions: Vec<&str> =
        story.answer(leaver).questions().into_iter().take(2).map(|field| words.phrases.question(field)).collect();
    out.wrapped(0, &questions.join(" "));
    if let Some((person, opening)) = story.widest() {
        let (name, _) = speech.person(person.id());
        out.line(0, &format!("{name} – {}", words.ui("ui.openings")), Look::Heading);
        out.wrapped(2, &words.opening(&opening));
    }
    out.line(0, &speech.text("demo.more"), Look::Quiet);
    Ok(out.text)
}

fn offer(out: &mut Screen, hit: &Hit, words: &Words<'_>, speech: &Speech<'_>) {
    let percent = Arg::Percent((hit.confidence().to_f64() * 100.0).round() as u8);
    let way = match hit.travel() {
        Some(Travel::Known { minutes, place, approximate, .. }) => {
            format!("{place} {}{minutes} min", if *approximate { "≈ " } else { "" })
        }
        Some(travel) => words.phrases.travel(travel),
        None => "?".to_owned(),
    };
    let left = format!("{:>5}  {}", words.phrases.points(hit.score()), hit.offer().title);
    let right = format!("{way} · {}", speech.say("demo.confidence", [("percent", percent)]));
    out.row(2, &left, &right);
    let losses = words.losses(&hit.explain());
    let losses = if losses.is_empty() { words.ui("ui.nothing-missing") } else { losses[0].clone() };
    out.line(9, &format!("{} · {losses}", words.phrases.band(hit.band())), Look::Quiet);
}

fn refusal(out: &mut Screen, barred: &Barred, story: &Story, words: &Words<'_>, speech: &Speech<'_>) {
    let (score, rank, eligible) = barred.after;
    let refusals: Vec<String> = barred.why.refusals.iter().map(|refusal| words.line(&refusal.line)).collect();
    out.wrapped(2, &format!("✗ {}: {}", barred.why.title, refusals.join("; ")));
    let changes: Vec<String> = barred.why.relaxation.iter().map(|change| words.change(change)).collect();
    let args = [
        ("change", text(changes.join(" + "))),
        ("points", text(words.phrases.points(score))),
        ("rank", number(rank)),
        ("eligible", number(eligible)),
    ];
    out.wrapped(2, &format!("→ {}", speech.say("demo.opens", args)));
    if let Some(told) = training(barred, story, speech) {
        out.wrapped(2, &format!("→ {told}"));
    }
}

/// The training that opens the offer, in words.
pub(super) fn training(barred: &Barred, story: &Story, speech: &Speech<'_>) -> Option<String> {
    let (training, offers) = barred.training.as_ref()?;
    let place = training.places.first().map(|place| story.town(place)).unwrap_or_default();
    let start = training.sessions.first()?.start;
    let args = [
        ("title", text(training.title.as_str())),
        ("weeks", number(usize::from(training.weeks.unwrap_or(0)))),
        ("day", day(start)),
        ("place", text(place)),
        ("offers", number(*offers)),
    ];
    Some(speech.say("demo.training", args))
}

enum Look {
    Heading,
    Quiet,
}

struct Screen {
    text: String,
    width: usize,
}

impl Screen {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, indent: usize, line: &str, look: Look) {
        let line = truncate_str(line, self.width.saturating_sub(indent), "…").into_owned();
        let shown = match look {
            Look::Heading => style(line).bold().to_string(),
            Look::Quiet => style(line).dim().to_string(),
        };
        self.text.push_str(&format!("{:indent$}{shown}\n", ""));
    }

    /// Two texts at both ends of a line; the left one is cut where they would meet.
    fn row(&mut self, indent: usize, left: &str, right: &str) {
        let space = self.width.saturating_sub(indent + measure_text_width(right) + 2);
        let left = truncate_str(left, space, "…").into_owned();
        let gap = space.saturating_sub(measure_text_width(&left)) + 2;
        self.text.push_str(&format!("{:indent$}{left}{:gap$}{right}\n", "", ""));
    }

    /// As many lines as it takes; the later ones stand two columns further in.
    fn wrapped(&mut self, indent: usize, text: &str) {
        let mut line = format!("{:indent$}", "");
        let mut begun = false;
        for word in text.split(' ') {
            if begun && measure_text_width(&line) + measure_text_width(word) + 1 > self.width {
                self.text.push_str(&format!("{line}\n"));
                line = format!("{:hang$}", "", hang = if indent == 0 { 0 } else { indent + 2 });
                begun = false;
            }
            if std::mem::replace(&mut begun, true) {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.text.push_str(&format!("{line}\n"));
    }
}
