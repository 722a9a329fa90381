use std::fs;
use std::path::{Path, PathBuf};

use matcher_core::model::LanguageNeed;
use matcher_core::snapshot::OfferCatalogue;
use matcher_core::units::LatLon;
use matcher_core::{Offer, OfferIndex, Person, Profile};
use serde::Deserialize;

use super::node::{Node, has_engine};
use super::python::Python;

/// The languages that a workload knows, each a column.
const LANGUAGES: [&str; 4] = ["fr", "de", "en", "lb"];
const NUMPY: &str = "numpy==2.4.6";

/// A market written as arrays into files, for peers to rank.
pub struct Market {
    folder: PathBuf,
    data: PathBuf,
}

/// Another program that ranks a market, with the libraries that it is about, in an environment of its own.
pub struct Peer {
    /// What it is and does.
    pub name: &'static str,
    script: &'static str,
    program: Program,
    data: PathBuf,
}

enum Program {
    Python(Python),
    Node(Node),
}

/// What one round of the peer took and found.
#[derive(Clone, Debug, Deserialize)]
pub struct Round {
    /// CPU seconds of the queries, without start and reading.
    pub cpu_seconds: f64,
    /// Peak resident memory, MiB.
    pub peak_mib: f64,
    /// Rows of the best ten offers, for every person.
    pub top: Vec<Vec<usize>>,
}

impl Peer {
    /// One run over all people, in a process of its own, on one thread.
    ///
    /// # Errors
    /// The script's own.
    pub fn round(&self) -> Result<Round, String> {
        let out = match &self.program {
            Program::Python(python) => python.script(self.script, &[&self.data])?,
            Program::Node(node) => node.script(self.script, &self.data)?,
        };
        serde_json::from_str(&out).map_err(|error| format!("{}: {error}", self.script))
    }
}

impl Market {
    /// Writes the offers of an index and these people into `folder`.
    ///
    /// # Errors
    /// What could not be written.
    pub fn written(folder: &Path, index: &OfferIndex, people: &[Person]) -> Result<Market, String> {
        let market = Market { folder: folder.to_owned(), data: folder.join("data") };
        let write = || {
            fs::create_dir_all(&market.data)?;
            market.write_offers(index)?;
            market.write_people(people)?;
            market.write_records(index, people)
        };
        write().map_err(|error| format!("{}: {error}", market.data.display()))?;
        Ok(market)
    }

    /// All peers, the scripts of `benches/peers` and `benches/node`. Makes what environments are missing, which needs Python 3,
    /// Node and, once, their package registries.
    ///
    /// # Errors
    /// What could not be installed.
    pub fn peers(&self) -> Result<Vec<Peer>, String> {
        let python = |name: &'static str, script: &'static str, packages: &[&str]| {
            let folder = self.folder.join(format!("venv-{}", script.trim_end_matches(".py")));
            let program = Program::Python(Python::with(&folder, packages)?);
            Ok::<Peer, String>(Peer { name, script, program, data: self.data.clone() })
        };
        let node = |name: &'static str, script: &'static str| {
            let program = Node::with(&self.folder.join("node"), &["minisearch@7.2.0", "flexsearch@0.8.212"])?;
            Ok::<Peer, String>(Peer { name, script, program: Program::Node(program), data: self.data.clone() })
        };
        let mut peers = vec![
            python("numpy 2.4.6, filters first", "numpy_filter.py", &[NUMPY])?,
            python("DuckDB 2.0.0, one join", "duckdb_join.py", &[NUMPY, "duckdb==2.0.0"])?,
            python("sparse_dot_topn 1.2.0, filters last", "sparse_topn.py", &[NUMPY, "sparse_dot_topn==1.2.0"])?,
            python("tantivy 0.27.0, filters, BM25 of skills", "tantivy_search.py", &[NUMPY, "tantivy==0.27.0"])?,
            node("plain JavaScript loop", "loop.mjs")?,
            node("MiniSearch 7.2.0, filters, BM25+ of skills", "minisearch.mjs")?,
            node("FlexSearch 0.8.212, filters last", "flexsearch.mjs")?,
        ];
        if has_engine() {
            peers.push(node("the index as WebAssembly under Node", "engine.mjs")?);
        } else {
            eprintln!("The index as WebAssembly is left out; matcher-wasm/build-widget builds it.");
        }
        Ok(peers)
    }

    fn write<const N: usize>(&self, name: &str, values: impl Iterator<Item = [u8; N]>) -> std::io::Result<()> {
        fs::write(self.data.join(name), values.flatten().collect::<Vec<u8>>())
    }

    /// What the engine itself is given under Node.
    fn write_records(&self, index: &OfferIndex, people: &[Person]) -> std::io::Result<()> {
        let engine = index.engine();
        let profiles: Vec<&Profile> = people.iter().map(Person::profile).collect();
        fs::write(self.data.join("taxonomy.mtx"), engine.taxonomy().to_bytes())?;
        fs::write(self.data.join("places.bin"), engine.places().to_bytes())?;
        fs::write(self.data.join("settings.json"), serde_json::to_vec(engine.settings())?)?;
        let offers: Vec<Offer> = index.iter().cloned().collect();
        fs::write(self.data.join("catalogue.bin"), OfferCatalogue::of(engine, &offers).0.to_bytes())?;
        fs::write(
            self.data.join("ids.json"),
            serde_json::to_vec(&offers.iter().map(Offer::identity).collect::<Vec<_>>())?,
        )?;
        fs::write(self.data.join("people.json"), serde_json::to_vec(&profiles)?)
    }

    fn write_offers(&self, index: &OfferIndex) -> std::io::Result<()> {
        let offers: Vec<&Offer> = index.iter().collect();
        let point = |offer: &&Offer| offer.places.first().and_then(|place| place.at).map_or([0; 3], xyz);
        let pay = |offer: &Offer| offer.pay.and_then(|pay| Some((pay.min?.0, pay.max?.0)));
        self.write("offer_xyz.i32", offers.iter().flat_map(point).map(i32::to_le_bytes))?;
        self.write("offer_remote.u8", offers.iter().map(|o| [u8::from(o.on_site_days == Some(0))]))?;
        self.write("offer_contract.u8", offers.iter().map(|o| [o.contract.map_or(0, |kind| 1 << kind as u8)]))?;
        self.write("offer_low.u32", offers.iter().map(|o| pay(o).map_or(u32::MAX, |(low, _)| low).to_le_bytes()))?;
        self.write("offer_high.u32", offers.iter().map(|o| pay(o).map_or(u32::MAX, |(_, high)| high).to_le_bytes()))?;
        self.write("offer_must.u8", offers.iter().map(|o| musts(o)))?;
        let flat = index.flat_demands();
        self.write("demand_offsets.u32", flat.offsets.into_iter().map(u32::to_le_bytes))?;
        self.write("demand_skill.u32", flat.skill.into_iter().map(u32::to_le_bytes))?;
        self.write("demand_need.u8", flat.need.into_iter().map(|need| [need]))?;
        self.write("demand_weight.u32", flat.weight.into_iter().map(u32::to_le_bytes))?;
        self.write("skills.u32", std::iter::once(flat.skills.to_le_bytes()))
    }

    fn write_people(&self, people: &[Person]) -> std::io::Result<()> {
        let all = || people.iter().map(Person::profile);
        let point = |p: &Profile| p.home.as_ref().and_then(|place| place.at).map_or([0; 3], xyz);
        let floor = |p: &Profile| p.pay.and_then(|pay| pay.min).map_or(0, |cents| cents.0);
        self.write("person_xyz.i32", all().flat_map(point).map(i32::to_le_bytes))?;
        self.write(
            "person_limit.u16",
            all().map(|p| p.commute.minutes.map_or(u16::MAX, |limit| limit.tenths()).to_le_bytes()),
        )?;
        self.write(
            "person_contracts.u8",
            // Who names no kind accepts each.
            all().map(|p| match p.contracts[..] {
                [] => [u8::MAX],
                _ => [p.contracts.iter().fold(0, |bits, kind| bits | 1 << *kind as u8)],
            }),
        )?;
        self.write("person_floor.u32", all().map(|p| floor(p).to_le_bytes()))?;
        self.write("person_languages.u8", all().map(spoken))?;
        let relaxed: Vec<_> = people.iter().map(Person::relaxed).collect();
        let mut end = 0u32;
        let offsets = relaxed.iter().map(|(list, _)| {
            end += list.len() as u32;
            end.to_le_bytes()
        });
        self.write("credit_offsets.u32", std::iter::once(0u32.to_le_bytes()).chain(offsets))?;
        let credits = || relaxed.iter().flat_map(|(list, _)| list);
        self.write("credit_skill.u32", credits().map(|(skill, _)| skill.to_le_bytes()))?;
        self.write("credit_value.u16", credits().flat_map(|(_, values)| values).map(|value| value.to_le_bytes()))?;
        self.write("person_ordinary.u16", relaxed.iter().map(|(_, ordinary)| ordinary.to_le_bytes()))
    }
}

fn xyz(at: LatLon) -> [i32; 3] {
    at.point().0
}

/// Rank asked of each language where it is a must; 0 where it is none.
fn musts(offer: &Offer) -> [u8; 4] {
    let needs: Vec<&LanguageNeed> = offer.languages.known().into_iter().flatten().filter(|need| need.must).collect();
    LANGUAGES.map(|code| {
        let of = needs.iter().filter(|need| need.language.code() == code).filter_map(|need| need.level);
        of.map(|level| level as u8 + 1).max().unwrap_or(0)
    })
}

/// Rank spoken of each language; 0 where it is not named.
fn spoken(profile: &Profile) -> [u8; 4] {
    LANGUAGES.map(|code| {
        let claims = profile.languages.iter().flatten().filter(|claim| claim.language.code() == code);
        claims.filter_map(|claim| claim.level).map(|level| level as u8 + 1).max().unwrap_or(0)
    })
}
