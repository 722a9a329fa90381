//! Words of sentences that name no skill: what holds a sentence together, and how advertisements ask for anything at all
//! (*experience with*, *vous maîtrisez*, *fundierte Kenntnisse*).

use crate::model::Language;
use crate::text;

const ENGLISH: &str = "\
    a able about above across addition advantage after all along also an and any appropriate are as asset at based be been \
    being between both but by can candidate candidates could day demonstrable demonstrated desirable desire do does each \
    either essential etc ever every excellent expect expected experience experienced familiar familiarity field for from \
    full good great had has have having he her high highly his how however i ideal ideally if important in include includes \
    including into is it its job join just key know knowledge least like likely ll looking make many may minimum more most \
    must necessary need needed needs new not of on one only opportunity or other others our out over own per plus position \
    possess preferably preferred previous proficiency proficient proven re related relevant required requirement \
    requirements requires responsibilities responsibility responsible role s seek seeking several shall she should similar \
    skill skilled skills so solid some strong successful such team that the their them then there these they this those through \
    to together top under understanding up upon us using ve very via want was we well were what when where whether which \
    while who will with within would year years you youll your yourself";

const FRENCH: &str = "\
    a afin ai ainsi apprecie appreciee atout au aussi autre autres aux avec avez avoir bon bonne bonnes bons capable \
    capacite car ce cela ces cet cette chaque chez comme competence competences connaissance connaissances d dans de des \
    deux devez disposez doit dont du elle elles en entre es est et etc etes etre excellent excellente exige exigee \
    experience expertise fait faut il ils indispensable j je l la le les leur leurs lui m ma mais maitrise maitrisez meme \
    mes mission missions moins mon n ne nos notamment notre nous on ont ou par parfaite pas plus plusieurs possedez poste \
    pour pouvez profil qu que qui recherchons requis requise s sa sans savez savoir se selon sera serez ses si solide \
    solides son sont souhaite souhaitee sous sur tous tout toute toutes tres un une vos votre vous y";

const GERMAN: &str = "\
    ab aber alle allem als am an andere anderen anforderungen auch auf aufgabe aufgaben aus bei beim bereich beziehungsweise \
    bis bringen bzw da das dein deine dem den der des die diese dieser dir du durch ein eine einem einen einer eines \
    erfahrung erfahrungen erforderlich etc fahigkeit fundierte fur gern gerne gut gute guten haben hast hat idealerweise ihr \
    ihre ihren ihrer im in ist ja jahre jahren kann kannst kenntnis kenntnisse kenntnissen konnen mehr mehrere mehrjahrige \
    mit mitbringen mochten muss nach nicht noch ob oder profil sehr sein sich sichere sie sind so sowie stelle suchen uber \
    um und unser unsere unseren unter verfugen vom von voraussetzung vorteil was wenn werden wie wir wird wunschenswert z zu \
    zum zur zwei";

/// The words of one language that name no skill by themselves.
#[derive(Clone, Copy)]
pub(super) struct Fillers(&'static str);

impl Fillers {
    /// Those of a language; of one that is not known there are none.
    pub(super) fn of(language: Language) -> Fillers {
        Fillers(match language {
            Language::EN => ENGLISH,
            Language::FR => FRENCH,
            Language::DE | Language::LB => GERMAN,
            _ => "",
        })
    }

    /// Whether a word as written is one of them in all its parts (*d'un*, *you'll*), or a number or a mark. What stands in capitals is
    /// a name: *IT* is none.
    pub(super) fn has(self, word: &str) -> bool {
        let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
        let one = letters.clone().count() == 1;
        if !one && letters.peek().is_some() && letters.all(char::is_uppercase) {
            return false;
        }
        let filler =
            |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()) || self.0.split(' ').any(|f| f == part);
        text::fold(word).split(' ').all(filler)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_folded_so_that_each_word_can_be_met() {
        for list in [ENGLISH, FRENCH, GERMAN] {
            let words: Vec<&str> = list.split(' ').collect();
            assert!(words.is_sorted_by(|a, b| a < b), "{words:?}");
            assert!(words.iter().all(|word| !word.is_empty() && text::fold(word) == **word));
        }
    }

    #[test]
    fn a_filler_is_one_however_it_is_written() {
        assert!(["You'll", "3", "–", "experience", "the"].iter().all(|word| Fillers::of(Language::EN).has(word)));
        assert!(["d'une", "Maîtrisez", "Êtes", "À"].iter().all(|word| Fillers::of(Language::FR).has(word)));
        assert!(["für", "Kenntnisse"].iter().all(|word| Fillers::of(Language::DE).has(word)));
        assert!(!["teams", "C++", "C#", "R", "IT"].iter().any(|word| Fillers::of(Language::EN).has(word)));
        assert!(!["d'Excel", "C"].iter().any(|word| Fillers::of(Language::FR).has(word)));
        let spanish: Language = "es".parse().unwrap();
        assert!(!Fillers::of(spanish).has("the") && Fillers::of(spanish).has("12"));
    }
}
