use std::path::Path;

use matcher_core::exchange::france_travail::read_offer;
use matcher_core::exchange::mapping::MappingFile;
use matcher_core::model::Limits;
use matcher_core::place::Gazetteer;
use matcher_core::units::Score;
use matcher_core::{Engine, Issue, Offer, Profile, Query, Settings, Severity, Taxonomy};
use serde_json::Value;

use super::Seeker;
use crate::data::text;

/// The real records that are ranked: the people through the mapping file of the examples, the offers as France Travail
/// gives them, and the places of the whole country.
pub struct Real {
    /// The people, in the order of their file.
    pub people: Vec<Profile>,
    /// The offers of both files.
    pub offers: Vec<Offer>,
    /// All French municipalities.
    pub places: Gazetteer,
    /// What was not understood while reading.
    pub issues: Vec<Issue>,
}

/// How one engine ranks one person.
pub struct Ranked {
    /// Who.
    pub profile: String,
    /// The eligible offers' bare ids, best first.
    pub offers: Vec<String>,
    /// Their scores.
    pub scores: Vec<Score>,
}

impl Real {
    /// Reads the three from the folder of the real data.
    ///
    /// # Errors
    /// A file that is missing or cannot be used.
    pub fn read(data: &Path) -> Result<Real, String> {
        let mut issues = Vec::new();
        let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/relevance-profiles.map.json");
        let map = MappingFile::from_json(&text(&map)?).map_err(|error| error.to_string())?;
        let map = map.profile.ok_or("the mapping file maps no profiles")?;
        let mut people = Vec::new();
        for line in lines(&text(&data.join("eval/relevance/profiles.jsonl"))?) {
            let record: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let (person, found) = map.read(&record, &Limits::default());
            people.extend(person);
            issues.extend(found);
        }
        let mut offers = Vec::new();
        for file in ["france_travail_offers_dev.jsonl", "france_travail_offers_ardeche_dev.jsonl"] {
            for line in lines(&text(&data.join("offers").join(file))?) {
                let (offer, found) = read_offer(line, &Limits::default());
                offers.extend(offer);
                issues.extend(found);
            }
        }
        let communes = data.join("geo/communes_fr.csv");
        let table = (communes.display().to_string(), text(&communes)?.into_bytes());
        let tables = [(table.0, table.1.as_slice())];
        let (places, found) = Gazetteer::from_csv(tables).map_err(|error| error.to_string())?;
        issues.extend(found.into_iter().filter(|issue| issue.severity != Severity::Note));
        Ok(Real { people, offers, places, issues })
    }

    /// The same with offers of which only the fields are known.
    #[must_use]
    pub fn without_texts(&self) -> Real {
        let offers = self.offers.iter().map(|offer| Offer { text: None, ..offer.clone() });
        Real { people: self.people.clone(), offers: offers.collect(), places: self.places.clone(), issues: Vec::new() }
    }

    /// An engine over these places.
    ///
    /// # Errors
    /// Settings that are refused.
    pub fn engine(&self, taxonomy: &Taxonomy, settings: Settings) -> Result<Engine, matcher_core::Error> {
        Engine::builder(taxonomy.clone()).places(self.places.clone()).settings(settings).build()
    }

    /// Every person's eligible offers, best first, in the order of the people; and what preparing did not understand.
    ///
    /// # Errors
    /// A profile that cannot be prepared at all.
    pub fn rank(&self, engine: &Engine) -> Result<(Vec<Ranked>, Vec<Issue>), matcher_core::Error> {
        let (index, mut issues) = engine.offers(&self.offers);
        let mut all = Vec::new();
        for profile in &self.people {
            let person = engine.prepare(profile)?;
            issues.extend(person.issues().iter().cloned());
            let answer = index.top(Query::new(&person).k(index.len()));
            let offers = answer.hits().iter().map(|hit| hit.offer().id.clone()).collect();
            let scores = answer.hits().iter().map(|hit| hit.score()).collect();
            all.push(Ranked { profile: profile.id.clone(), offers, scores });
        }
        Ok((all, issues))
    }

    /// Whether the people are those of a collection, in its order.
    pub fn are(&self, seekers: &[Seeker]) -> bool {
        self.people.iter().map(|person| &person.id).eq(seekers.iter().map(|seeker| &seeker.id))
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}
