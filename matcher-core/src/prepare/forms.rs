use crate::spot;

/// Every form of every title of some offers, once, with numbers.
///
/// In the order of their hashes: these lie closer together than texts, and the titles of a person are looked up for each
/// search.
#[derive(Default)]
pub(crate) struct Forms {
    hashes: Vec<u64>,
    texts: Vec<Box<str>>,
}

impl Forms {
    pub(crate) fn new(texts: Vec<Box<str>>) -> Forms {
        let mut all: Vec<(u64, Box<str>)> = texts.into_iter().map(|text| (spot::hash(&text), text)).collect();
        all.sort_unstable();
        all.dedup();
        let (hashes, texts) = all.into_iter().unzip();
        Forms { hashes, texts }
    }

    pub(crate) fn find(&self, form: &str) -> Option<u32> {
        let hash = spot::hash(form);
        let first = self.hashes.partition_point(|&known| known < hash);
        let same = (first..self.hashes.len()).take_while(|&number| self.hashes[number] == hash);
        same.filter(|&number| *self.texts[number] == *form).map(|number| number as u32).next()
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        &self.texts[number as usize]
    }

    pub(crate) fn size_in_bytes(&self) -> usize {
        size_of_val(&*self.hashes) + self.texts.iter().map(|text| size_of::<Box<str>>() + text.len()).sum::<usize>()
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_one_number() {
        let texts = ["soudeur", "soudeuse", "boulanger", "soudeur", ""];
        let forms = Forms::new(texts.map(Box::from).to_vec());
        assert_eq!(forms.len(), 4);
        for text in texts {
            let number = forms.find(text).unwrap();
            assert_eq!(*forms.texts[number as usize], *text);
        }
        assert_eq!(forms.find("soude"), None);
    }
}
