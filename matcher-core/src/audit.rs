//! A decision that can be contested: everything it rests on, kept in one record, and computed again from it.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use matcher_core::{AuditRecord, Engine, Offer, Profile, Taxonomy};
//!
//! let engine = Engine::builder(Taxonomy::embedded()).build()?;
//! let (profile, offer) = (Profile::new("p").skill("SQL"), Offer::new("o", "Data analyst").essential("SQL"));
//! let kept = AuditRecord::of(&engine, &profile, &offer, "2027-03-01".parse().ok())?.to_json();
//! let again = AuditRecord::from_json(&kept)?.replay(&engine)?;
//! assert_eq!(again.to_json(), kept);
//! # }
//! # Ok::<(), matcher_core::Error>(())
//! ```

use serde::{Deserialize, Serialize};

use crate::explain::{Explanation, WhyNot};
use crate::model::{Offer, Profile};
use crate::rank::{Query, Stamp};
use crate::settings::Settings;
use crate::units::{Day, Fingerprint, FingerprintBuilder};
use crate::{Engine, Error};

/// One pair as it was judged: both records, the settings, where every point went, why the offer was not shown where it was
/// not, and the stamp of the engine. It holds the whole profile: keep it as carefully as the profile itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditRecord {
    /// Version of this layout.
    pub audit: u32,
    /// Names profile, offer and settings; a record in which one of them was changed is refused.
    pub input: Fingerprint,
    /// The person, as given.
    pub profile: Profile,
    /// The offer, as given.
    pub offer: Offer,
    /// The settings.
    pub settings: Settings,
    /// Why the offer was not shown; nothing where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not: Option<WhyNot>,
    /// Where every point went, with the stamp and the day.
    pub explanation: Explanation,
}

impl AuditRecord {
    /// The version of the layout that this crate writes.
    pub const VERSION: u32 = 1;

    /// Judges a pair and keeps everything that the judgement rests on. No score depends on the other offers, so that one
    /// pair is enough.
    ///
    /// # Errors
    /// `profile.no-id` and `offer.no-id`.
    pub fn of(engine: &Engine, profile: &Profile, offer: &Offer, as_of: Option<Day>) -> Result<AuditRecord, Error> {
        if offer.id.is_empty() {
            return Err(Error::new("offer.no-id", "the offer has no id; give it one").at("/id"));
        }
        let (index, _) = engine.offers(std::slice::from_ref(offer));
        let query = Query::new(&engine.prepare(profile)?).as_of(as_of);
        let id = offer.identity();
        let why_not = index.why_not(query.clone(), &id)?;
        Ok(AuditRecord {
            audit: AuditRecord::VERSION,
            input: input(profile, offer, engine.settings()),
            profile: profile.clone(),
            offer: offer.clone(),
            settings: engine.settings().clone(),
            why_not: (!why_not.refusals.is_empty()).then_some(why_not),
            explanation: index.explain(query, &id)?,
        })
    }

    /// Reads a record.
    ///
    /// # Errors
    /// `audit.malformed`; `audit.too-new` for a later layout; `audit.changed` where profile, offer or settings are not the
    /// ones that were judged.
    pub fn from_json(json: &str) -> Result<AuditRecord, Error> {
        let deserializer = &mut serde_json::Deserializer::from_str(json);
        let record: AuditRecord = serde_path_to_error::deserialize(deserializer)
            .map_err(|error| Error::new("audit.malformed", error.inner().to_string()).at(error.path().to_string()))?;
        if record.audit > AuditRecord::VERSION {
            let message = format!("layout {}, and this crate reads {}", record.audit, AuditRecord::VERSION);
            return Err(Error::new("audit.too-new", message).at("audit"));
        }
        if record.input != input(&record.profile, &record.offer, &record.settings) {
            let message = "the profile, the offer or the settings were changed since the record was made";
            return Err(Error::new("audit.changed", message).at("input"));
        }
        Ok(record)
    }

    /// The record as it is kept: the same record is always the same bytes.
    pub fn to_json(&self) -> String {
        // No map has keys other than strings, so writing cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// What was judged once, judged again. Build the engine with [`AuditRecord::settings`] and the taxonomy, places,
    /// commute model and criteria of then.
    ///
    /// # Errors
    /// `audit.other-engine` where the engine is not the one of then: the text names each part that differs, as it was and
    /// as it is.
    pub fn replay(&self, engine: &Engine) -> Result<AuditRecord, Error> {
        let (then, now) = (&self.explanation.stamp, Stamp::of(engine, self.explanation.stamp.as_of));
        let parts = [
            ("version of the engine", then.engine.clone(), now.engine),
            ("scoring version", then.scoring.to_string(), now.scoring.to_string()),
            ("taxonomy", then.taxonomy.clone(), now.taxonomy),
            ("content of the taxonomy", then.taxonomy_fingerprint.to_string(), now.taxonomy_fingerprint.to_string()),
            ("settings", then.settings.to_string(), now.settings.to_string()),
            ("commute model", then.commute.to_string(), now.commute.to_string()),
        ];
        let mut other: Vec<String> = parts
            .into_iter()
            .filter(|(_, then, now)| then != now)
            .map(|(part, then, now)| format!("{part} was {then} and is {now}"))
            .collect();
        if other.is_empty() && then.fingerprint != now.fingerprint {
            other.push("places or the host's criteria are not the ones of then".to_owned());
        }
        if !other.is_empty() {
            return Err(Error::new("audit.other-engine", other.join("; ")).at("explanation.stamp"));
        }
        AuditRecord::of(engine, &self.profile, &self.offer, then.as_of)
    }
}

fn input(profile: &Profile, offer: &Offer, settings: &Settings) -> Fingerprint {
    let mut builder = FingerprintBuilder::default();
    builder.add(serde_json::to_string(profile).unwrap_or_default().as_bytes());
    builder.add(serde_json::to_string(offer).unwrap_or_default().as_bytes());
    builder.add(&settings.fingerprint().to_bytes());
    builder.finish()
}
