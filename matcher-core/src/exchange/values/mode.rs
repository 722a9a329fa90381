use super::plain::plain;
use crate::model::Mode;

/// A way of travelling by its name in French, German or English.
pub fn read_mode(text: &str) -> Option<Mode> {
    match plain(text).as_str() {
        "voiture" | "en voiture" | "auto" | "pkw" | "car" | "by car" => Some(Mode::Car),
        "transit"
        | "transports en commun"
        | "transport en commun"
        | "transports"
        | "bus"
        | "train"
        | "tram"
        | "bahn"
        | "zug"
        | "opnv"
        | "offentliche verkehrsmittel"
        | "public transport" => Some(Mode::Transit),
        "velo" | "a velo" | "bicyclette" | "fahrrad" | "rad" | "bike" | "bicycle" => Some(Mode::Bike),
        "a pied" | "marche" | "pied" | "zu fuss" | "fuss" | "walk" | "on foot" => Some(Mode::Walk),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_travelling_have_three_languages() {
        for (text, mode) in
            [("Voiture", Mode::Car), ("ÖPNV", Mode::Transit), ("à vélo", Mode::Bike), ("zu Fuß", Mode::Walk)]
        {
            assert_eq!(read_mode(text), Some(mode), "{text}");
        }
        assert_eq!(read_mode("bateau"), None);
    }
}
