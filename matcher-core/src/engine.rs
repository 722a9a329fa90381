use std::sync::{Arc, OnceLock};

use crate::Error;
use crate::commute::{CommuteModel, GreatCircle};
use crate::criteria::{self, Criterion, Slot};
use crate::issue::Issue;
use crate::model::{Offer, Profile};
use crate::place::Gazetteer;
use crate::prepare::{Columns, Person};
use crate::rank::{OfferIndex, ProfileIndex};
use crate::settings::{SCORING_VERSION, Settings};
use crate::spot::Spotter;
use crate::taxonomy::Taxonomy;
use crate::units::{Fingerprint, FingerprintBuilder};

/// Everything a score depends on beside the pair and the day: taxonomy, places, commute model, settings, a host's own
/// criteria. An immutable value, cheap to clone, `Send` and `Sync`.
#[derive(Clone)]
pub struct Engine(pub(crate) Arc<Parts>);

pub(crate) struct Parts {
    pub(crate) taxonomy: Taxonomy,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) commute: Arc<dyn CommuteModel>,
    pub(crate) settings: Settings,
    pub(crate) host: Vec<Arc<dyn Criterion>>,
    /// Built-in and host criteria in the order of their ids.
    pub(crate) slots: Vec<Slot>,
    pub(crate) fingerprints: Fingerprints,
    /// Built when the first text is read.
    spotter: OnceLock<Spotter>,
}

/// The names of what can change from engine to engine: every match is stamped with them.
#[derive(Clone, Copy)]
pub(crate) struct Fingerprints {
    pub(crate) settings: Fingerprint,
    pub(crate) commute: Fingerprint,
    /// Everything together.
    pub(crate) all: Fingerprint,
}

impl Parts {
    pub(crate) fn spotter(&self) -> &Spotter {
        self.spotter.get_or_init(|| Spotter::new(&self.taxonomy))
    }
}

/// Collects the parts of an [`Engine`]; see [`Engine::builder`].
pub struct EngineBuilder {
    taxonomy: Taxonomy,
    gazetteer: Gazetteer,
    commute: Arc<dyn CommuteModel>,
    settings: Settings,
    host: Vec<Arc<dyn Criterion>>,
}

impl Engine {
    /// An engine over this taxonomy, with the great-circle commute, default settings and, where the feature `embedded`
    /// or `embedded-small` is on, the embedded places.
    pub fn builder(taxonomy: Taxonomy) -> EngineBuilder {
        #[cfg(any(feature = "embedded", feature = "embedded-small"))]
        let gazetteer = Gazetteer::embedded();
        #[cfg(not(any(feature = "embedded", feature = "embedded-small")))]
        let gazetteer = Gazetteer::empty();
        EngineBuilder {
            taxonomy,
            gazetteer,
            commute: Arc::new(GreatCircle::default()),
            settings: Settings::default(),
            host: Vec::new(),
        }
    }

    /// A builder with all parts of this engine, some of which can then be exchanged.
    pub fn to_builder(&self) -> EngineBuilder {
        let Parts { taxonomy, gazetteer, commute, settings, host, .. } = &*self.0;
        EngineBuilder {
            taxonomy: taxonomy.clone(),
            gazetteer: gazetteer.clone(),
            commute: commute.clone(),
            settings: settings.clone(),
            host: host.clone(),
        }
    }

    /// Prepares one profile. What was not understood is in [`Person::issues`].
    ///
    /// # Errors
    /// `profile.no-id` where the profile has no id.
    ///
    /// Cost: some microseconds a skill, some dozen for the average over the taxonomy.
    pub fn prepare(&self, profile: &Profile) -> Result<Person, Error> {
        Person::prepare(&self.0, profile)
    }

    /// Prepares offers for matching, with every issue found. A record that cannot be used is left out; its issue has the
    /// severity `Rejected`.
    ///
    /// Cost: some ten microseconds an offer.
    pub fn offers(&self, offers: &[Offer]) -> (OfferIndex, Vec<Issue>) {
        let mut issues = Vec::new();
        let columns = Columns::prepare(&self.0, offers, &mut issues);
        (OfferIndex::new(self.clone(), columns), issues)
    }

    /// People ready to be searched for offers; those of another engine are prepared again.
    ///
    /// Cost: some microseconds a person.
    pub fn people(&self, people: &[Person]) -> ProfileIndex {
        ProfileIndex::new(self, people)
    }

    /// Names everything that a score depends on beside the pair and the day.
    pub fn fingerprint(&self) -> Fingerprint {
        self.0.fingerprints.all
    }

    /// The taxonomy.
    pub fn taxonomy(&self) -> &Taxonomy {
        &self.0.taxonomy
    }

    /// Finds the skills and occupations of the taxonomy in free text. Built at the first call, which costs some
    /// milliseconds for the bundled taxonomy and half a second for the whole of ESCO and ROME.
    pub fn spotter(&self) -> &Spotter {
        self.0.spotter()
    }

    /// The places.
    pub fn places(&self) -> &Gazetteer {
        &self.0.gazetteer
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The commute model.
    pub fn commute(&self) -> &dyn CommuteModel {
        &*self.0.commute
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Engine({}, {:?})", self.fingerprint(), self.taxonomy())
    }
}

impl EngineBuilder {
    /// Another taxonomy.
    #[must_use]
    pub fn taxonomy(mut self, taxonomy: Taxonomy) -> EngineBuilder {
        self.taxonomy = taxonomy;
        self
    }

    /// Another commute model.
    #[must_use]
    pub fn commute(mut self, model: impl CommuteModel + 'static) -> EngineBuilder {
        self.commute = Arc::new(model);
        self
    }

    /// Other places.
    #[must_use]
    pub fn places(mut self, gazetteer: Gazetteer) -> EngineBuilder {
        self.gazetteer = gazetteer;
        self
    }

    /// Other settings.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> EngineBuilder {
        self.settings = settings;
        self
    }

    /// One more criterion, the host's own.
    #[must_use]
    pub fn criterion(mut self, criterion: impl Criterion + 'static) -> EngineBuilder {
        self.host.push(Arc::new(criterion));
        self
    }

    /// The engine.
    ///
    /// # Errors
    /// Those of [`Settings::check`]; `criterion.nameless`, `criterion.twice` and `criterion.weight-too-large` for a
    /// host's criterion.
    pub fn build(self) -> Result<Engine, Error> {
        self.settings.check()?;
        let slots = criteria::slots(&self.host)?;
        let mut fingerprint = FingerprintBuilder::default();
        fingerprint.add(&SCORING_VERSION.to_le_bytes());
        let (settings, commute) = (self.settings.fingerprint(), self.commute.fingerprint());
        for part in [self.taxonomy.fingerprint(), self.gazetteer.fingerprint(), commute, settings] {
            fingerprint.add(&part.to_bytes());
        }
        for criterion in &self.host {
            fingerprint.add(criterion.id().as_bytes());
            fingerprint.add(&criterion.fingerprint().to_bytes());
        }
        Ok(Engine(Arc::new(Parts {
            taxonomy: self.taxonomy,
            gazetteer: self.gazetteer,
            commute: self.commute,
            settings: self.settings,
            host: self.host,
            slots,
            fingerprints: Fingerprints { settings, commute, all: fingerprint.finish() },
            spotter: OnceLock::new(),
        })))
    }
}
