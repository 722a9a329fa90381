use matcher_core::explain::Arg;
use matcher_core::{Answer, Explanation, Hit, Person};

use super::speech::{Speech, day as day_of, number, text};
use super::story::Story;
use super::{picture, screen};
use crate::failure::Failure;
use crate::terminal::Words;

/// All ten people on one page that needs no other file, no request and no script.
pub(super) fn page(story: &Story, words: &Words<'_>, speech: &Speech<'_>) -> Result<String, Failure> {
    let day = speech.say("ui.as-of", [("day", day_of(story.as_of()))]);
    let title = escaped(&speech.text("demo.title"));
    let counts = [("people", number(story.population)), ("offers", number(story.index.len()))];
    let mut names = String::new();
    let mut people = String::new();
    for person in &story.people {
        let (name, about) = speech.person(person.id());
        names.push_str(&format!("<li><a href=\"#{0}\">{1}</a></li>", escaped(person.id()), escaped(&name)));
        people.push_str(&section(story, person, &name, &about, words, speech)?);
    }
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} · {day}</title>\n\
         <style>\n{css}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p class=\"fiction\">{fiction}</p>\n\
         <p class=\"lead\">{story}</p>\n<p>{day}. {how}</p>\n<nav><ol>{names}</ol></nav>\n</header>\n<main>\n{people}</main>\n\
         <footer>\n<p>{fiction}. {attribution}</p>\n</footer>\n</body>\n</html>\n",
        lang = speech.code(),
        day = escaped(&day),
        css = include_str!("../../../data/demo/page.css"),
        fiction = escaped(&words.ui("ui.fictional")),
        story = escaped(&speech.say("demo.story", counts)),
        how = escaped(&speech.text("demo.how")),
        attribution = escaped(story.engine().taxonomy().attribution()),
    ))
}

fn section(
    story: &Story,
    person: &Person,
    name: &str,
    about: &str,
    words: &Words<'_>,
    speech: &Speech<'_>,
) -> Result<String, Failure> {
    let answer = story.answer(person);
    let id = escaped(person.id());
    let mut out = format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-name\">\n<h2 id=\"{id}-name\">{}</h2>\n<p class=\"about\">{}</p>\n",
        escaped(name),
        escaped(about)
    );
    if !person.is_rankable() {
        out.push_str(&questions(&answer, words));
    } else {
        let counts = [("eligible", number(answer.eligible())), ("considered", number(answer.considered()))];
        out.push_str(&format!("<p>{}</p>\n", escaped(&speech.say("demo.eligible", counts))));
        let first = speech.say("demo.first", [("offers", number(answer.hits().len()))]);
        out.push_str(&format!("<h3>{}</h3>\n<ol class=\"cards\">\n", escaped(&first)));
        for hit in &answer {
            out.push_str(&card(hit, words, speech));
        }
        out.push_str("</ol>\n");
        out.push_str(&limits(story, person, &answer, words, speech)?);
    }
    out.push_str("</section>\n");
    Ok(out)
}

fn questions(answer: &Answer, words: &Words<'_>) -> String {
    let asked: String = answer
        .questions()
        .into_iter()
        .map(|field| format!("<li>{}</li>", escaped(words.phrases.question(field))))
        .collect();
    format!("<h3>{}</h3>\n<ol class=\"questions\">{asked}</ol>\n", escaped(&words.ui("ui.questions")))
}

fn card(hit: &Hit, words: &Words<'_>, speech: &Speech<'_>) -> String {
    let explanation: Explanation = hit.explain();
    let offer = hit.offer();
    let mut facts: Vec<String> = offer.employer.iter().cloned().collect();
    facts.extend(hit.travel().map(|travel| words.phrases.travel(travel)));
    let percent = Arg::Percent((hit.confidence().to_f64() * 100.0).round() as u8);
    facts.push(speech.say("demo.confidence", [("percent", percent)]));
    let unverified: Vec<&str> = hit.unverified().iter().map(|&filter| words.phrases.filter(filter)).collect();
    let unverified = if unverified.is_empty() {
        String::new()
    } else {
        let told = format!("{}: {}", words.ui("ui.unverified"), unverified.join(", "));
        format!("<p class=\"unverified\">{}</p>", escaped(&told))
    };
    let main = words.main_loss(&explanation).unwrap_or_else(|| words.ui("ui.nothing-missing"));
    format!(
        "<li class=\"card\"><h4>{title}</h4><p class=\"facts\">{facts}</p>\
         <p class=\"points\"><strong>{points}</strong> <span>{band}</span></p>{bar}<p class=\"main\">{main}</p>{unverified}\
         <details><summary>{lost}</summary>{legend}</details></li>\n",
        title = escaped(&offer.title),
        facts = escaped(&facts.join(" · ")),
        points = words.phrases.points(hit.score()),
        band = escaped(words.phrases.band(hit.band())),
        bar = picture::bar(&explanation, words),
        main = escaped(&main),
        lost = escaped(&words.ui("ui.points-lost")),
        legend = picture::legend(&explanation, words),
    )
}

/// What limits keep out, what would bring it in, and the changes that open the most offers.
fn limits(
    story: &Story,
    person: &Person,
    answer: &Answer,
    words: &Words<'_>,
    speech: &Speech<'_>,
) -> Result<String, Failure> {
    let mut out = String::new();
    let barred = story.barred(person, 3)?;
    if !barred.is_empty() {
        out.push_str(&format!("<h3>{}</h3>\n<ul class=\"barred\">\n", escaped(&words.ui("ui.why-not"))));
        for barred in &barred {
            let refusals = barred.why.refusals.iter().map(|refusal| words.line(&refusal.line));
            let refusals = refusals.collect::<Vec<_>>().join(" ");
            let (score, rank, eligible) = barred.after;
            let changes: Vec<String> = barred.why.relaxation.iter().map(|change| words.change(change)).collect();
            let args = [
                ("change", text(changes.join(" + "))),
                ("points", text(words.phrases.points(score))),
                ("rank", number(rank)),
                ("eligible", number(eligible)),
            ];
            let opens = std::iter::once(speech.say("demo.opens", args));
            let told: String = opens
                .chain(screen::training(barred, story, speech))
                .map(|told| format!("<p class=\"opens\">{}</p>", escaped(&told)))
                .collect();
            out.push_str(&format!(
                "<li><h4>{}</h4><p class=\"refused\">{}</p>{told}</li>\n",
                escaped(&barred.why.title),
                escaped(&refusals)
            ));
        }
        out.push_str("</ul>\n");
    }
    let openings: String = answer
        .relaxations()
        .iter()
        .take(3)
        .map(|opening| format!("<li>{}</li>", escaped(&words.opening(opening))))
        .collect();
    if !openings.is_empty() {
        out.push_str(&format!("<h3>{}</h3>\n<ul>{openings}</ul>\n", escaped(&words.ui("ui.openings"))));
    }
    Ok(out)
}

/// Text as it may stand in HTML, between tags or quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_record_can_become_markup() {
        assert_eq!(escaped("<b onclick='x'>\"&"), "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;");
    }
}
