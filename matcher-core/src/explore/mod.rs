//! For who has no trade yet: from what one likes doing to trades, and to the trainings that lead there.
//!
//! A pupil ticks activities, interests and school subjects ([`Explorer::choices`]); trades are ranked by how well they fit
//! ([`Explorer::trades`]), trainings by the trades they lead to ([`Explorer::trainings`]). Nothing here looks at pay, at marks or at
//! a diploma, and nothing is a score of a person.
//!
//! What fits what is data: a table of answers, and what France Travail's ROME says of each of its trades (interests, Holland's
//! letters, whether the digital transition needs it). Holland's letters alone would not do: of the 94 trades of computing (ROME M18)
//! none is called artistic or social, so such a ranking sends those who are so away from all of them.

mod choices;
mod fit;
#[cfg(all(test, feature = "import"))]
mod real_data;
#[cfg(test)]
mod tests;
mod trades;

use std::cmp::Reverse;

pub use choices::{Choice, ChoiceKind};
use trades::Trade;

use crate::Error;
use crate::model::Training;
use crate::snapshot::TrainingCatalogue;
use crate::taxonomy::{ConceptKind, Taxonomy};

/// The answers that can be given, and what is known of trades.
#[derive(Clone, Debug)]
pub struct Explorer {
    choices: Vec<Choice>,
    /// Rising by code.
    trades: Vec<Trade>,
}

/// A trade that fits some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeIdea {
    /// Its id in the taxonomy.
    pub occupation: String,
    /// How well it fits: see [`Explorer::trades`]. Comparable within one list only.
    pub points: u32,
    /// The answers that it fits, those that weigh most first.
    pub because: Vec<String>,
}

/// A training that leads to some of these trades.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingIdea<'a> {
    /// The course.
    pub training: &'a Training,
    /// The trades it leads to, in the order in which they were given.
    pub occupations: Vec<String>,
    /// The answers that those trades fit, in the order in which they come up.
    pub because: Vec<String>,
}

impl Explorer {
    /// The bundled tables: every trade of ROME 4.0, version 460. Cost: reading 1,700 lines; keep it.
    pub fn bundled() -> Explorer {
        let bundled = Explorer::read(
            include_str!("../../data/explore/choices.tsv"),
            include_str!("../../data/explore/trades.tsv"),
        );
        // The tests of this crate read both; a damaged table would ask nothing.
        bundled.unwrap_or(Explorer { choices: Vec::new(), trades: Vec::new() })
    }

    /// Tables of one's own, in the form of the bundled ones (`matcher-core/data/explore`; the head of each file describes it): other
    /// questions, another classification, another transition than the digital one.
    ///
    /// # Errors
    /// `explore.choices` and `explore.trades`, with the line.
    pub fn read(choices: &str, trades: &str) -> Result<Explorer, Error> {
        Ok(Explorer { choices: choices::read(choices)?, trades: trades::read(trades)? })
    }

    /// What can be asked, in the order in which to ask it.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The `k` trades of the taxonomy that fit these answers best.
    ///
    /// Each answer gives a trade the points of the best of its links: 4 for the trade by its whole code, 2 for its domain (three
    /// characters), 1 for its sector (one); 3 for an interest that ROME calls its main one, 2 for another of its interests; 2 for its
    /// first letter of Holland's six, 1 for its second. The sum counts double for the trades that the transition needs, for those
    /// are the ones that a scheme can open. Equals follow each other by code. A trade that fits no answer is left out.
    ///
    /// Cost: the links of the answers for each trade.
    ///
    /// # Errors
    /// `call.unknown-choice` for an answer that the table does not have.
    pub fn trades(&self, taxonomy: &Taxonomy, chosen: &[&str], k: usize) -> Result<Vec<TradeIdea>, Error> {
        let chosen: Vec<&Choice> = chosen.iter().map(|id| self.choice(id)).collect::<Result<_, _>>()?;
        let mut ideas: Vec<TradeIdea> = Vec::new();
        for trade in self.trades.iter().filter(|trade| taxonomy.get(ConceptKind::Occupation, &trade.code).is_some()) {
            let mut fits: Vec<(u32, &str)> = chosen
                .iter()
                .map(|choice| (fit::points(choice, trade), choice.id.as_str()))
                .filter(|fit| fit.0 > 0)
                .collect();
            fits.sort_by_key(|&(points, _)| Reverse(points));
            let sum: u32 = fits.iter().map(|fit| fit.0).sum();
            if sum > 0 {
                let points = sum * if trade.needed { 2 } else { 1 };
                let because = fits.into_iter().map(|(_, choice)| choice.to_owned()).collect();
                ideas.push(TradeIdea { occupation: trade.code.clone(), points, because });
            }
        }
        // The sort is stable, and the table rises by code.
        ideas.sort_by_key(|idea| Reverse(idea.points));
        ideas.truncate(k);
        Ok(ideas)
    }

    /// The `k` trainings that lead furthest towards these trades.
    ///
    /// A training is worth, for each trade, the trade's points for each essential skill of it that is taught. Equals: the shorter
    /// first, then by id. One that teaches nothing these trades ask for is left out.
    pub fn trainings<'a>(
        &self,
        taxonomy: &Taxonomy,
        trainings: &'a TrainingCatalogue,
        trades: &[TradeIdea],
        k: usize,
    ) -> Vec<TrainingIdea<'a>> {
        let mut ideas: Vec<(u32, TrainingIdea<'a>)> = Vec::new();
        for entry in trainings.entries() {
            let mut idea = TrainingIdea { training: &entry.training, occupations: Vec::new(), because: Vec::new() };
            let mut worth = 0;
            for trade in trades {
                let Some(occupation) = taxonomy.names(ConceptKind::Occupation).find(&trade.occupation) else {
                    continue;
                };
                let asked = taxonomy.0.asked_by(occupation);
                let taught =
                    entry.teaches.iter().filter(|(skill, _)| asked.binary_search(skill).is_ok()).count() as u32;
                if taught == 0 {
                    continue;
                }
                worth += trade.points * taught;
                idea.occupations.push(trade.occupation.clone());
                for choice in trade.because.iter().filter(|&choice| !idea.because.contains(choice)).collect::<Vec<_>>()
                {
                    idea.because.push(choice.clone());
                }
            }
            if worth > 0 {
                ideas.push((worth, idea));
            }
        }
        ideas.sort_by_key(|(worth, idea)| {
            (Reverse(*worth), idea.training.weeks.unwrap_or(u16::MAX), idea.training.id.as_str())
        });
        ideas.into_iter().take(k).map(|(_, idea)| idea).collect()
    }

    fn choice(&self, id: &str) -> Result<&Choice, Error> {
        let found = self.choices.iter().find(|choice| choice.id == id);
        found.ok_or_else(|| {
            Error::new("call.unknown-choice", format!("“{id}” is none of the answers that can be given"))
        })
    }
}
