use crate::change::Change;
use crate::explain::Line;

/// A change as a line.
pub(super) fn line(change: &Change) -> Line {
    match change {
        Change::Skill { skill, level } => {
            let line = Line::new("change.skill").skill("skill", skill);
            level.map_or(line.clone(), |level| line.number("level", level.get()))
        }
        Change::Education { eqf } => Line::new("change.education").education("asked", *eqf),
        Change::Language { language, level } => {
            Line::new("change.language").language("language", *language).text("asked", level.to_string())
        }
        Change::Licence { licence } => Line::new("change.licence").text("licence", licence.clone()),
        Change::Minutes { minutes } => Line::new("change.minutes").number("minutes", minutes.rounded()),
        Change::Mode { mode } => Line::new("change.mode").mode("mode", *mode),
        Change::DaysOnSite { days } => Line::new("change.days-on-site").number("days", *days),
        Change::Country { country } => Line::new("change.country").country("country", *country),
        Change::Contract { contract } => {
            Line::new("change.contract").word("contract", format!("contract.{}", contract.name()))
        }
        Change::PayFloor { euro } => Line::new("change.pay-floor").euro("pay", *euro),
        Change::AvailableFrom { day } => Line::new("change.available-from").day("day", *day),
        Change::Wish { title } => Line::new("change.wish").text("wish", title.clone()),
        Change::WithoutExclusion { number } => {
            Line::new("change.without-exclusion").number("number", *number as i64 + 1)
        }
    }
}
