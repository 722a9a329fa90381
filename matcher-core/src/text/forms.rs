mod endings;
mod notices;
mod pairs;
mod suffixes;

use super::fold;

/// The folded forms under which a label may be written: both genders, with and without the marks that announce them.
///
/// A pair (`Conducteur / Conductrice d'engins`, `Web-Designer/Web-Designerin`) gives both halves; a suffix
/// (`développeur·euse`, `développeur(se)`, `Entwickler/-in`, `Entwickler*in`, `EntwicklerIn`) gives the stem it hangs on
/// and the feminine it announces; notices such as `(H/F)` and `(m/w/d)` go. The first form is the plain folded text, cut
/// to its stems. Sorted otherwise, without doubles, never empty unless the text has no word.
///
/// ```
/// let forms = matcher_core::text::forms("Conducteur / Conductrice d'engins (H/F)");
/// assert_eq!(forms, ["conducteur conductrice d engins", "conducteur d engins", "conductrice d engins"]);
/// ```
pub fn forms(text: &str) -> Vec<String> {
    let genders = suffixes::genders(&notices::without(text));
    let whole = fold(&genders[0]);
    let mut others: Vec<String> = genders.iter().flat_map(|text| pairs::halves(text)).collect();
    others.extend(genders[1..].iter().map(|text| fold(text)));
    others.sort();
    others.dedup();
    others.retain(|form| *form != whole && !form.is_empty());
    let mut forms = Vec::with_capacity(others.len() + 1);
    if !whole.is_empty() {
        forms.push(whole);
    }
    forms.extend(others);
    forms
}

/// The text without notices such as `(H/F)`, every word that carries a gender suffix cut to its stem.
pub(crate) fn without_marks(text: &str) -> String {
    suffixes::genders(&notices::without(text)).swap_remove(0)
}

/// Both genders of a label that writes them out, folded; nothing where it does not.
#[cfg(feature = "import")]
pub(crate) fn both_genders(text: &str) -> Option<[String; 2]> {
    <[String; 2]>::try_from(pairs::halves(&notices::without(text))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suffix_gives_the_stem_it_hangs_on_and_the_feminine() {
        for text in ["développeur·euse web", "développeur(se) web", "développeur/euse web", "développeur.euse web"]
        {
            assert_eq!(forms(text), ["developpeur web", "developpeuse web"], "{text}");
        }
        for text in [
            "Softwareentwickler/in",
            "Softwareentwickler/-in",
            "Softwareentwickler*in",
            "SoftwareentwicklerIn (m/w/d)",
            "Softwareentwickler:in",
        ] {
            assert_eq!(forms(text), ["softwareentwickler", "softwareentwicklerin"], "{text}");
        }
    }

    #[test]
    fn a_pair_gives_both_halves() {
        assert_eq!(forms("Web-Designer/Web-Designerin")[1..], ["web designer", "web designerin"]);
        assert_eq!(
            forms("directeur technique/directrice technique")[1..],
            ["directeur technique", "directrice technique"]
        );
        assert_eq!(
            forms("Technicien supérieur / Technicienne supérieure en qualité")[1..],
            ["technicien superieur en qualite", "technicienne superieure en qualite"]
        );
    }

    #[test]
    fn what_is_no_pair_stays_whole() {
        assert_eq!(forms("Développeur web (H/F)"), ["developpeur web"]);
        assert_eq!(forms("C/C++"), ["c c++"]);
        assert_eq!(forms("TCP/IP"), ["tcp ip"]);
        assert_eq!(forms("Node.js"), ["node js"]);
        assert_eq!(forms("Data analyst - H / F"), ["data analyst"]);
        assert!(forms(" / ").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_form_if_it_has_a_word(text: String) {
            let all = forms(&text);
            for form in &all {
                proptest::prop_assert_eq!(&fold(form), form);
            }
        }
    }
}
