//! The corpus: cases in data files that every build of the engine must answer with the same bytes.
//!
//! A case names a taxonomy, places, settings, a day, profiles and offers; [`run`] answers it with one JSON line for each
//! profile and each pair. The native tests, the command and the WebAssembly build all call it on the same files (folder
//! `corpus` of the repository), which is what "same answer everywhere" rests on.

use std::ops::ControlFlow;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::link::Linker;
use crate::model::{Country, Language, Offer, Profile, Training};
use crate::spot::Spotter;
use crate::taxonomy::{ConceptKind, Import, OwnTaxonomy, SourceFile};
use crate::units::{Day, LatLon};
use crate::{
    Change, Engine, Error, Gazetteer, Issue, OfferIndex, Person, PlaceEntry, Query, Settings, Taxonomy, WordTraining,
};

/// One case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case shows, in one sentence.
    pub shows: String,
    /// The taxonomy, in the own JSON form.
    pub taxonomy: OwnTaxonomy,
    /// Whether the taxonomy gets a small table of words, trained on its labels: the training, too, must give the same bytes.
    #[serde(default)]
    pub words: bool,
    /// The places.
    #[serde(default)]
    pub places: Vec<CasePlace>,
    /// The settings.
    #[serde(default)]
    pub settings: Settings,
    /// The day of the question.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// Short texts to be linked.
    #[serde(default)]
    pub link: Vec<LinkQuestion>,
    /// Free texts to be searched for skills and occupations.
    #[serde(default)]
    pub spot: Vec<String>,
    /// The people.
    #[serde(default)]
    pub profiles: Vec<Profile>,
    /// The offers.
    #[serde(default)]
    pub offers: Vec<Offer>,
    /// Trainings, asked one by one as a "what if" for every pair that is shown.
    #[serde(default)]
    pub trainings: Vec<Training>,
}

/// A text, what it may name and in which language first.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkQuestion {
    text: String,
    kind: Linkable,
    language: Language,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Linkable {
    Skill,
    Occupation,
}

/// A place of a case.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePlace {
    code: String,
    name: String,
    country: Country,
    lat: f64,
    lon: f64,
    #[serde(default)]
    areas: Vec<String>,
}

impl Case {
    /// Reads a case.
    ///
    /// # Errors
    /// `corpus.malformed`, with the place in the text.
    pub fn read(json: &str) -> Result<Case, Error> {
        let deserializer = &mut serde_json::Deserializer::from_str(json);
        serde_path_to_error::deserialize(deserializer)
            .map_err(|error| Error::new("corpus.malformed", error.inner().to_string()).at(error.path().to_string()))
    }

    /// The case's taxonomy, frozen.
    ///
    /// # Errors
    /// Those of building it.
    pub fn taxonomy(&self) -> Result<Taxonomy, Error> {
        let text = serde_json::to_vec(&self.taxonomy)
            .map_err(|error| Error::new("corpus.malformed", error.to_string()).at("taxonomy"))?;
        let mut import = Import::new();
        import.own(&SourceFile::new("taxonomy.json", &text))?;
        let builder = import.finish().0;
        match self.words {
            true => builder.build_with_words(&WordTraining::small(), |_| ControlFlow::Continue(())),
            false => builder.build(),
        }
    }

    /// The case's places.
    ///
    /// # Errors
    /// Those of building the gazetteer.
    pub fn gazetteer(&self) -> Result<Gazetteer, Error> {
        self.places
            .iter()
            .map(|place| PlaceEntry {
                code: place.code.clone(),
                name: place.name.clone(),
                country: place.country,
                at: LatLon { lat: place.lat, lon: place.lon },
                postcodes: Vec::new(),
                areas: place.areas.clone(),
                population: 1000,
            })
            .fold(Gazetteer::builder(), crate::place::GazetteerBuilder::place)
            .build()
    }
}

/// Answers a case: for each profile a line with its issues, its list and its questions, then a line for each offer: the
/// explanation where it is shown, else why it is not, and what each training would change. The version of the engine and
/// the fingerprints are left out, for they change with every release.
///
/// # Errors
/// Those of reading the case and of building its engine.
pub fn run(json: &str) -> Result<String, Error> {
    let case = Case::read(json)?;
    let engine = Engine::builder(case.taxonomy()?).places(case.gazetteer()?).settings(case.settings.clone()).build()?;
    let (index, issues) = engine.offers(&case.offers);
    let mut out = String::new();
    line(&mut out, &json!({ "shows": case.shows, "issues": issues }));
    words(&mut out, &case, engine.taxonomy())?;
    for profile in &case.profiles {
        let person = engine.prepare(profile)?;
        answer(&mut out, &case, &index, &person)?;
    }
    Ok(out)
}

/// A line for each text: what it links to, what it names.
fn words(out: &mut String, case: &Case, taxonomy: &Taxonomy) -> Result<(), Error> {
    for LinkQuestion { text, kind, language } in &case.link {
        let kind = match kind {
            Linkable::Skill => ConceptKind::Skill,
            Linkable::Occupation => ConceptKind::Occupation,
        };
        let linker = Linker::new(taxonomy, kind)?;
        let links = linker.ranked(text, *language, 5);
        let links = links.iter().map(|link| json!([link.id, link.label, link.language, link.score]));
        line(out, &json!({ "text": text, "links": links.collect::<Vec<_>>() }));
    }
    let spotter = Spotter::new(taxonomy);
    for text in &case.spot {
        let finds = spotter.spot(text, None);
        let records = finds.iter().map(|find| find.record(taxonomy, Language::EN));
        line(out, &json!({ "text": text, "finds": records.collect::<Vec<_>>() }));
    }
    Ok(())
}

fn answer(out: &mut String, case: &Case, index: &OfferIndex, person: &Person) -> Result<(), Error> {
    let query = || Query::new(person).as_of(case.as_of).k(index.len());
    let list = index.top(query());
    let issues: &[Issue] = person.issues();
    let ranked: Vec<Value> = list.hits().iter().map(|hit| without_stamp(json!(hit.record()))).collect();
    line(out, &json!({ "profile": person.id(), "issues": issues, "questions": list.questions(), "matches": ranked }));
    for offer in index.iter() {
        let id = offer.identity();
        if list.hits().iter().any(|hit| hit.id() == id) {
            line(out, &without_stamp(json!(index.explain(query(), &id)?)));
            for training in &case.trainings {
                let after = index.what_if(query(), &Change::of_training(training), &id)?;
                line(out, &json!({ "offer": id, "training": training.id, "what_if": after }));
            }
        } else {
            line(out, &json!(index.why_not(query(), &id)?));
        }
    }
    Ok(())
}

fn without_stamp(mut record: Value) -> Value {
    record.as_object_mut().map(|fields| fields.remove("stamp"));
    record
}

fn line(out: &mut String, value: &Value) {
    out.push_str(&value.to_string());
    out.push('\n');
}
