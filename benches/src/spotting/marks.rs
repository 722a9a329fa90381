use super::Advert;

/// The marks; their head says how they were made.
const MARKS: &str = include_str!("../../data/spotted-by-hand.tsv");

/// An offer with what a careful reader found in it.
#[derive(Clone, Debug)]
pub struct Marked {
    /// Title and text, as far as they were read.
    pub text: String,
    /// Skills, as they are written in the text.
    pub marks: Vec<String>,
}

/// The marked ones among the adverts.
///
/// # Errors
/// A line of the marks that is none, or an offer that is missing.
pub fn marks(adverts: &[Advert]) -> Result<Vec<Marked>, String> {
    let read = |line: &str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, letters, marks] = columns[..] else { return Err(format!("no line of marks: {line}")) };
        let advert = adverts.iter().find(|advert| advert.id == id).ok_or(format!("no offer {id}"))?;
        let letters = letters.parse().map_err(|_| format!("{id}: no number of letters: {letters}"))?;
        let letters = if letters == 0 { usize::MAX } else { letters };
        let text = advert.text.chars().take(letters).collect::<String>();
        Ok(Marked { text: format!("{}.\n{text}", advert.title), marks: marks.split('|').map(str::to_owned).collect() })
    };
    MARKS.lines().filter(|line| !line.starts_with('#')).map(read).collect()
}
