//! A slow spotter that is obviously right: it tries every row of words of a text against every label.

use super::Find;
use super::lexicon::{Lexicon, Phrase};
use super::spotter::{Hit, Reading, choose, each_window, finds, hits};
use crate::Taxonomy;

pub(super) fn spot(taxonomy: &Taxonomy, text: &str) -> Vec<Find> {
    let lexicon = Lexicon::of(taxonomy);
    let reading = Reading::of(text, None);
    let longest = |first: usize| -> Option<Hit> {
        let mut windows = Vec::new();
        each_window(&reading, first, |window| {
            windows.push(window);
            true
        });
        windows.into_iter().rev().find_map(|window| {
            let phrases: Vec<Phrase> = lexicon.phrases.iter().filter(|p| p.sum == window.row.sum).copied().collect();
            choose(&reading, &lexicon, window, &phrases)
        })
    };
    let found = hits(&reading, longest);
    finds(&reading, found)
}
