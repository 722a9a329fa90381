use serde_json::Value;

use super::reading::Reading;

/// What becomes of a field of the interface.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Read into the offer.
    Read,
    /// The model has no place for it: it repeats another field in words, describes the employer, or helps nobody to match.
    NotHeld,
    /// Personal data.
    Dropped,
}

use Fate::{Dropped, NotHeld, Read};

/// Every known field, by its JSON pointer with `*` for any index; what lies below one shares its fate.
const FIELDS: &[(&str, Fate)] = &[
    ("/id", Read),
    ("/intitule", Read),
    ("/description", Read),
    ("/dateCreation", Read),
    ("/romeCode", Read),
    ("/entreprise/nom", Read),
    ("/typeContrat", Read),
    ("/natureContrat", Read),
    ("/alternance", Read),
    ("/experienceExige", Read),
    ("/experienceLibelle", Read),
    ("/formations/*/niveauLibelle", Read),
    ("/formations/*/exigence", Read),
    ("/langues/*/libelle", Read),
    ("/langues/*/exigence", Read),
    ("/permis/*/libelle", Read),
    ("/permis/*/exigence", Read),
    ("/competences/*/code", Read),
    ("/competences/*/libelle", Read),
    ("/competences/*/exigence", Read),
    ("/salaire/libelle", Read),
    ("/salaire/commentaire", Read),
    ("/dureeTravailLibelle", Read),
    ("/nombrePostes", Read),
    ("/origineOffre/urlOrigine", Read),
    ("/lieuTravail/libelle", Read),
    ("/lieuTravail/latitude", Read),
    ("/lieuTravail/longitude", Read),
    ("/lieuTravail/codePostal", Read),
    ("/lieuTravail/commune", Read),
    // The validity of an offer begins with its creation; a later edit does not move it.
    ("/dateActualisation", NotHeld),
    // Words for a code that is read.
    ("/romeLibelle", NotHeld),
    ("/appellationlibelle", NotHeld),
    ("/appellationLibelle", NotHeld),
    ("/typeContratLibelle", NotHeld),
    ("/dureeTravailLibelleConverti", NotHeld),
    // A field of study and remarks in words.
    ("/formations/*/codeFormation", NotHeld),
    ("/formations/*/domaineLibelle", NotHeld),
    ("/formations/*/commentaire", NotHeld),
    ("/experienceCommentaire", NotHeld),
    // Soft skills and office tools in words: as skills listed they would keep the trade's own from being implied.
    ("/qualitesProfessionnelles", NotHeld),
    ("/outilsBureautiques", NotHeld),
    // Benefits besides pay.
    ("/salaire/complement1", NotHeld),
    ("/salaire/complement2", NotHeld),
    ("/salaire/listeComplements", NotHeld),
    // Conditions of work, in words.
    ("/complementExercice", NotHeld),
    ("/conditionExercice", NotHeld),
    ("/contexteTravail", NotHeld),
    ("/deplacementCode", NotHeld),
    ("/deplacementLibelle", NotHeld),
    // The employer and the post in the statistics.
    ("/entreprise/description", NotHeld),
    ("/entreprise/logo", NotHeld),
    ("/entreprise/url", NotHeld),
    ("/entreprise/entrepriseAdaptee", NotHeld),
    ("/employeurHandiEngage", NotHeld),
    ("/entrepriseAdaptee", NotHeld),
    ("/accessibleTH", NotHeld),
    ("/offresManqueCandidats", NotHeld),
    ("/qualificationCode", NotHeld),
    ("/qualificationLibelle", NotHeld),
    ("/codeNAF", NotHeld),
    ("/secteurActivite", NotHeld),
    ("/secteurActiviteLibelle", NotHeld),
    ("/trancheEffectifEtab", NotHeld),
    ("/origineOffre/origine", NotHeld),
    ("/origineOffre/partenaires", NotHeld),
    ("/contact", Dropped),
    ("/agence", Dropped),
];

/// Names every field that is not known, and says where personal data was dropped.
pub(super) fn check_fields(record: &Value, reading: &mut Reading<'_>) {
    walk(record, &mut String::new(), &mut String::new(), reading);
}

fn walk(value: &Value, pattern: &mut String, pointer: &mut String, reading: &mut Reading<'_>) {
    let children: Vec<(String, String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, child)| {
                let step = key.replace('~', "~0").replace('/', "~1");
                (step.clone(), step, child)
            })
            .collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(i, child)| ("*".to_owned(), i.to_string(), child)).collect()
        }
        _ => return,
    };
    for (general, exact, child) in children {
        let lengths = (pattern.len(), pointer.len());
        pattern.extend(["/", &general]);
        pointer.extend(["/", &exact]);
        let goes_deeper = FIELDS
            .iter()
            .any(|(known, _)| known.strip_prefix(pattern.as_str()).is_some_and(|rest| rest.starts_with('/')));
        let fate = FIELDS.iter().find(|(known, _)| known == pattern).map(|&(_, fate)| fate);
        match fate {
            Some(Dropped) => {
                reading.note("offer.personal-data-dropped", pointer, "personal data of a contact is not kept", "")
            }
            Some(Read | NotHeld) => {}
            None if goes_deeper && (child.is_object() || child.is_array() || child.is_null()) => {
                walk(child, pattern, pointer, reading);
            }
            None if goes_deeper => reading.wrong_type(pointer, "an object or a list"),
            None => reading.warn(
                "offer.unknown-field",
                pointer,
                format!("the field {pointer} is not one of \"Offres d'emploi v2\" and was not read"),
                "Check its spelling, or name it in a mapping file.",
            ),
        }
        pattern.truncate(lengths.0);
        pointer.truncate(lengths.1);
    }
}
