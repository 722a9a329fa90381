use super::choices::{Choice, Link};
use super::trades::Trade;

/// What an answer gives a trade: the points of the best of its links.
pub(super) fn points(choice: &Choice, trade: &Trade) -> u32 {
    choice.links.iter().map(|link| link_points(link, trade)).max().unwrap_or(0)
}

fn link_points(link: &Link, trade: &Trade) -> u32 {
    match link {
        Link::Code(code) if *code == trade.code => 4,
        Link::Code(start) if trade.code.starts_with(start.as_str()) => {
            if start.len() > 1 {
                2
            } else {
                1
            }
        }
        Link::Code(_) => 0,
        Link::Interest(number) => {
            let main = trade.interests.iter().find(|(interest, _)| interest == number).map(|&(_, main)| main);
            main.map_or(0, |main| if main { 3 } else { 2 })
        }
        Link::Letter(letter) => {
            trade.letters.chars().position(|own| own == *letter).map_or(0, |at| if at == 0 { 2 } else { 1 })
        }
    }
}
