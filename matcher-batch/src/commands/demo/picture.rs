use matcher_core::Explanation;
use matcher_core::explain::shown;

use super::page::escaped;
use crate::terminal::Words;

/// The score and what each criterion takes of the 100 points, as one bar: an inline SVG that says the same in words to
/// those who do not see it.
pub(super) fn bar(explanation: &Explanation, words: &Words<'_>) -> String {
    let (score, parts) = shown(explanation, 1);
    let mut told = format!("{} {}", words.ui("ui.score"), words.phrases.decimal(i64::from(score), 1));
    let mut shapes = format!("<rect class=\"score\" x=\"0\" y=\"0\" width=\"{score}\" height=\"60\"/>");
    let mut x = score;
    for (part, (lost, _)) in explanation.criteria.iter().zip(parts) {
        if lost == 0 {
            continue;
        }
        let name = words.phrases.criterion(&part.criterion);
        let points = words.phrases.decimal(i64::from(lost), 1);
        told.push_str(&format!(", {name} −{points}"));
        let (class, name) = (escaped(&part.criterion), escaped(name));
        shapes.push_str(&format!(
            "<rect class=\"lost {class}\" x=\"{x}\" y=\"0\" width=\"{lost}\" height=\"60\"><title>{name} −{points}</title></rect>"
        ));
        x += lost;
    }
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 1000 60\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">{shapes}</svg>",
        escaped(&told)
    )
}

/// What each criterion takes, as a list with the colours of the bar.
pub(super) fn legend(explanation: &Explanation, words: &Words<'_>) -> String {
    let (_, parts) = shown(explanation, 1);
    let mut items = String::new();
    for (part, (lost, lines)) in explanation.criteria.iter().zip(parts) {
        if lost == 0 {
            continue;
        }
        let mut reasons = String::new();
        for (line, lost) in part.lines.iter().zip(lines).filter(|(_, lost)| *lost > 0) {
            let points = words.phrases.decimal(i64::from(lost), 1);
            reasons.push_str(&format!("<li><b>−{points}</b> {}</li>", escaped(&words.line(line))));
        }
        items.push_str(&format!(
            "<li><span class=\"key {}\"></span>{} <b>−{}</b><ul>{reasons}</ul></li>",
            escaped(&part.criterion),
            escaped(words.phrases.criterion(&part.criterion)),
            words.phrases.decimal(i64::from(lost), 1)
        ));
    }
    if items.is_empty() {
        return format!("<p>{}</p>", escaped(&words.ui("ui.nothing-missing")));
    }
    format!("<ul class=\"lost\">{items}</ul>")
}
