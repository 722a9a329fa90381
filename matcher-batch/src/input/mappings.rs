use std::path::PathBuf;

use matcher_core::exchange::mapping::MappingFile;

use super::text;
use crate::failure::Failure;

/// Mapping files, one or several: each says itself for which kind of record it is.
#[derive(Default)]
pub(crate) struct Mappings(pub(super) MappingFile);

impl Mappings {
    pub(crate) fn read(files: &[PathBuf]) -> Result<Mappings, Failure> {
        let mut all = MappingFile::default();
        for path in files {
            let MappingFile { profile, offer, training } =
                MappingFile::from_json(&text(path)?).map_err(|error| Failure::in_file(path, &error))?;
            let twice = |kind: &str| {
                Failure::Usage(format!("{}: a mapping for {kind}s was already given; leave one out", path.display()))
            };
            if profile.is_some() && all.profile.is_some() {
                return Err(twice("profile"));
            }
            if offer.is_some() && all.offer.is_some() {
                return Err(twice("offer"));
            }
            if training.is_some() && all.training.is_some() {
                return Err(twice("training"));
            }
            all.profile = profile.or(all.profile);
            all.offer = offer.or(all.offer);
            all.training = training.or(all.training);
        }
        Ok(Mappings(all))
    }
}
