use crate::Error;

/// What is known of a trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trade {
    pub(super) code: String,
    /// Holland's letters, the first one weighs more.
    pub(super) letters: String,
    /// Centres of interest by number; whether it is the main one.
    pub(super) interests: Vec<(u8, bool)>,
    /// The transition needs it.
    pub(super) needed: bool,
}

pub(super) fn read(table: &str) -> Result<Vec<Trade>, Error> {
    let mut trades: Vec<Trade> = Vec::new();
    for (number, line) in lines(table).skip(1) {
        let fault = |cause: &str| Error::new("explore.trades", cause).at(format!("line {number}"));
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, needed, letters, interests] = cells[..] else {
            return Err(fault("a trade has a code, whether it is needed, its letters and its interests"));
        };
        if trades.last().is_some_and(|last| last.code.as_str() >= code) {
            return Err(fault("trades rise by code, each once"));
        }
        let interest = |text: &str| {
            let (number, main) = text.strip_suffix('*').map_or((text, false), |number| (number, true));
            number.parse().ok().map(|number| (number, main))
        };
        let interests: Option<Vec<(u8, bool)>> = interests.split_whitespace().map(interest).collect();
        trades.push(Trade {
            code: code.to_owned(),
            letters: letters.to_owned(),
            interests: interests.ok_or_else(|| fault("an interest is a number, with * behind the main one"))?,
            needed: needed == "*",
        });
    }
    Ok(trades)
}

/// The lines of a table with their numbers, remarks left out.
pub(super) fn lines(table: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = table.lines().enumerate().map(|(i, line)| (i + 1, line));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
