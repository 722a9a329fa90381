//! A made-up labour market of any size, the same for the same seed on every platform.
//!
//! It follows the real files where these were measured: 14,000 skills in 640 leaf groups, 3,000 occupations drawn by
//! Zipf's law (0.8) with the skills of three groups each, about 16 skills a person and 14 an offer (62 % from the first
//! occupation, 13 % from a second, 25 % from all skills by Zipf's law, 1.0), broader and related skills as often as in ESCO
//! 1.2.0. People and offers lie around 36 towns of Grand Est and across its borders, an eighth of them in the country; one
//! offer in twenty needs no travelling.

mod catalogue;
mod offers;
mod people;
mod skills;
mod towns;
mod words;

use matcher_core::model::PlaceRef;
use matcher_core::{Offer, Profile, Taxonomy};

use crate::random::{Random, Weighted};
pub use catalogue::Catalogue;
pub use towns::{TOWNS, Town};

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// People.
    pub profiles: usize,
    /// Offers.
    pub offers: usize,
    /// Another seed, another market.
    pub seed: u64,
}

/// A market: everything that an engine is given.
pub struct Workload {
    /// Skills and occupations.
    pub taxonomy: Taxonomy,
    /// The people, `p000000` and on.
    pub profiles: Vec<Profile>,
    /// The offers, `o000000` and on.
    pub offers: Vec<Offer>,
}

impl Workload {
    /// A market over a made-up taxonomy. Cost: about two seconds for the taxonomy, then some microseconds a record.
    ///
    /// # Errors
    /// None that a seed can bring about; the builder's, were the generator wrong.
    pub fn generate(size: Size) -> Result<Workload, matcher_core::Error> {
        let (catalogue, builder) = catalogue::generated(&mut Random::seeded(size.seed));
        Ok(Workload::over(&catalogue, builder.build()?, size))
    }

    /// A market over the occupations and skills of a real taxonomy.
    pub fn over(catalogue: &Catalogue, taxonomy: Taxonomy, size: Size) -> Workload {
        // Each list has a stream of its own: more people do not change the offers.
        let stream = |salt: u64| Random::seeded(size.seed ^ salt);
        let market = Market {
            catalogue,
            occupations: Weighted::zipf(catalogue.occupations.len(), 0.8),
            skills: Weighted::zipf(catalogue.skills.len(), 1.0),
            towns: Weighted::new(TOWNS.iter().map(|town| town.weight)),
        };
        let (mut people, mut posts) = (stream(0x70656f706c65), stream(0x6f6666657273));
        Workload {
            taxonomy,
            profiles: (0..size.profiles).map(|i| people::person(&market, i, &mut people)).collect(),
            offers: (0..size.offers).map(|i| offers::offer(&market, i, &mut posts)).collect(),
        }
    }
}

/// What records are drawn from.
struct Market<'a> {
    catalogue: &'a Catalogue,
    occupations: Weighted,
    skills: Weighted,
    towns: Weighted,
}

impl Market<'_> {
    /// A place around one of the towns: near it by a bell curve of its own width, one time in eight up to 60 km away.
    fn place(&self, random: &mut Random) -> PlaceRef {
        let town = &TOWNS[self.towns.draw(random)];
        let spread = |random: &mut Random, km: f64| random.bell() * km;
        let (north, east) = if random.percent(12) {
            (random.unit() * 120.0 - 60.0, random.unit() * 120.0 - 60.0)
        } else {
            (spread(random, town.spread_km), spread(random, town.spread_km))
        };
        // Degrees of about 111 km, those of longitude shorter by the cosine of 48.5°.
        let at = matcher_core::units::LatLon { lat: town.lat + north / 111.2, lon: town.lon + east / 73.7 };
        PlaceRef { country: town.country.parse().ok(), ..PlaceRef::at(at) }
    }
}
