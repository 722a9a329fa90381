//! The table of words, which arrives when somebody types.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::Fault;
use crate::links::Links;
use crate::matcher::Matcher;

#[wasm_bindgen]
impl Matcher {
    /// Gives the taxonomy its table of words. The offers that are there are understood again.
    ///
    /// # Errors
    /// `words.not-a-table`, `words.version`, `words.corrupt`, `words.other-taxonomy`; nothing changes then.
    #[wasm_bindgen(js_name = loadWords)]
    pub fn load_words(&mut self, words: &[u8]) -> Result<(), Fault> {
        let taxonomy = self.engine.taxonomy().with_words(words)?;
        self.go_on_with(self.engine.to_builder().taxonomy(taxonomy).build()?)?;
        self.links = Links::default();
        Ok(())
    }
}
