use std::fs;
use std::path::{Path, PathBuf};

use matcher_core::model::LanguageNeed;
use matcher_core::units::LatLon;
use matcher_core::{Offer, OfferIndex, Person, Profile};

use super::python::Python;

/// The languages that a workload knows, each a column.
const LANGUAGES: [&str; 4] = ["fr", "de", "en", "lb"];
/// The version that is measured.
const VERSION: &str = "numpy==2.4.6";

/// A peer in Python that ranks a market written as arrays into files, in a virtual environment of its own.
#[derive(Clone)]
pub struct Peer {
    python: Python,
    script: &'static str,
    folder: PathBuf,
    data: PathBuf,
}

/// What one round of the peer took and found.
#[derive(Clone, Debug)]
pub struct Round {
    /// CPU seconds of the queries, without start and reading.
    pub cpu_seconds: f64,
    /// Offers that passed the filters, over all people.
    pub eligible: usize,
    /// Peak resident memory, MiB.
    pub peak_mib: f64,
    /// Rows of the best ten offers, for every person.
    pub top: Vec<Vec<usize>>,
}

impl Peer {
    /// Filters first, then one sparse product (`benches/peers/numpy_filter.py`). Writes the data into `folder` and makes the environment there where it is missing, which needs Python 3 and, once,
    /// the package index.
    ///
    /// # Errors
    /// What could not be written or installed.
    pub fn numpy(folder: &Path, index: &OfferIndex, people: &[Person]) -> Result<Peer, String> {
        let data = folder.join("data");
        fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
        let python = Python::with(&folder.join("venv"), &[VERSION])?;
        let peer = Peer { python, script: "numpy_filter.py", folder: folder.to_owned(), data };
        peer.write_offers(index).and_then(|()| peer.write_people(people)).map_err(|error| error.to_string())?;
        Ok(peer)
    }

    /// Another peer on the same arrays: a script of `benches/peers` with its packages.
    ///
    /// # Errors
    /// What could not be installed.
    pub fn script(self, script: &'static str, packages: &[&str]) -> Result<Peer, String> {
        let name = script.trim_end_matches(".py");
        let python = Python::with(&self.folder.join(format!("venv-{name}")), packages)?;
        Ok(Peer { python, script, ..self })
    }

    /// One run over all people, in a process of its own, on one thread.
    ///
    /// # Errors
    /// The script's own.
    pub fn round(&self) -> Result<Round, String> {
        let out = self.python.script(self.script, &[&self.data])?;
        let value: serde_json::Value = serde_json::from_str(&out).map_err(|error| format!("{error} in {out}"))?;
        let number = |name: &str| value[name].as_f64().ok_or_else(|| format!("the peer says no {name}"));
        let top = serde_json::from_value(value["top"].clone()).map_err(|error| error.to_string())?;
        Ok(Round {
            cpu_seconds: number("cpu_seconds")?,
            eligible: number("eligible")? as usize,
            peak_mib: number("peak_mib")?,
            top,
        })
    }

    fn write<const N: usize>(&self, name: &str, values: impl Iterator<Item = [u8; N]>) -> std::io::Result<()> {
        fs::write(self.data.join(name), values.flatten().collect::<Vec<u8>>())
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
