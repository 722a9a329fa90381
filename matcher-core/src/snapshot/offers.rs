mod asks;
mod languages;
mod licences;
mod pay;
mod places;
mod tags;
mod told;

use super::columns::{
    LONGEST, LONGEST_SHARED, read_days, read_entry, read_option, read_small, read_table, read_text, read_texts,
    write_days, write_option, write_table, write_texts,
};
use super::header::{Codes, Ground, Kind, fault};
use crate::engine::Engine;
use crate::issue::{Issue, Severity};
use crate::model::{Ask, ContractKind, EducationNeed, Offer, PayPeriod};
use crate::prepare::{KnownTitles, Understood};
use crate::taxonomy::{Reader, Writer};
use crate::units::{Eqf, HoursPerWeek, HoursRange, Years};
use crate::{Error, Gazetteer};

const KIND: Kind = Kind {
    magic: b"MATCHCAT",
    noun: "catalogue of offers",
    codes: Codes {
        other: "catalogue.not-a-catalogue",
        version: "catalogue.version",
        corrupt: "catalogue.corrupt",
        taxonomy: "catalogue.other-taxonomy",
        places: "catalogue.other-places",
    },
};

const PERIODS: [PayPeriod; 5] = [PayPeriod::Hour, PayPeriod::Day, PayPeriod::Week, PayPeriod::Month, PayPeriod::Year];

/// What an engine understood of some offers, in the order of their identities: as bytes the file that a page loads.
///
/// An offer's text does not travel, but its phrases and words do where they are compared (see
/// [`OfferCatalogue::without_texts`]); neither do fields that nothing of the engine reads once the offer is understood: its lists
/// of skills as written and its languages as written.
#[derive(Clone, Debug)]
pub struct OfferCatalogue {
    ground: Ground,
    pub(super) rows: Vec<Understood>,
    /// Areas are written as its numbers.
    gazetteer: Gazetteer,
}

impl OfferCatalogue {
    /// Understands offers, with every issue found. A record that cannot be used is left out beside an issue of severity
    /// [`Severity::Rejected`]; a link that leads elsewhere than to a page (`http`, `https`) is dropped and told.
    ///
    /// Cost: that of [`Engine::offers`].
    pub fn of(engine: &Engine, offers: &[Offer]) -> (OfferCatalogue, Vec<Issue>) {
        let mut issues = Vec::new();
        let mut rows = Understood::all(&engine.0, offers, &mut issues);
        rows.retain(|row| {
            let Some((length, most)) = too_long(row) else { return true };
            let cause =
                format!("a field of the offer has {length} bytes, more than the {most} that a catalogue holds of it");
            let issue = Issue::new("offer.too-long", Severity::Rejected, cause).of(row.identity.clone());
            issues.push(issue.action("Shorten it; longer text stays on the offer's own page."));
            false
        });
        for row in &mut rows {
            if row.offer.link.as_deref().is_some_and(|link| !is_page(link)) {
                let cause = "the link leads to no page: it begins neither with https:// nor with http://";
                let issue = Issue::new("offer.link-refused", Severity::Warning, cause).of(row.identity.clone());
                issues.push(issue.at("/link").action("It was dropped."));
                row.offer.link = None;
            }
        }
        (OfferCatalogue::holding(engine, rows), issues)
    }

    fn holding(engine: &Engine, rows: Vec<Understood>) -> OfferCatalogue {
        OfferCatalogue { ground: Ground::of(engine), rows, gazetteer: engine.places().clone() }
    }

    /// How many offers there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Without the words and phrases of the offers' texts: much smaller where there are texts, but then what they describe is
    /// unknown to the criteria *tasks* and *wish*. Skills, conditions and languages that were read in the texts stay.
    #[must_use]
    pub fn without_texts(mut self) -> OfferCatalogue {
        for row in &mut self.rows {
            row.advert.text_words.clear();
            row.advert.phrases.clear();
        }
        self
    }

    /// The file; the same offers, taxonomy and places always give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        write(&self.rows, &self.gazetteer, &mut out);
        KIND.file(self.ground, self.rows.len(), &out.finish())
    }

    /// Opens what [`OfferCatalogue::to_bytes`] wrote, after checking all of it. Without a table of words in the engine's taxonomy
    /// nothing of the offers' texts and titles can be compared; open the file again once there is one.
    ///
    /// # Errors
    /// `catalogue.not-a-catalogue`, `catalogue.version` (both versions are in the text), `catalogue.corrupt`,
    /// `catalogue.other-taxonomy`, `catalogue.other-places`.
    ///
    /// Cost: some microseconds an offer, ten with a table of words; memory is bounded by the number of bytes.
    pub fn from_bytes(engine: &Engine, bytes: &[u8]) -> Result<OfferCatalogue, Error> {
        let file = KIND.open(Some(Ground::of(engine)), bytes)?;
        let taxonomy = engine.taxonomy();
        let known = Known {
            skills: taxonomy.0.skills.len(),
            occupations: taxonomy.0.occupations.len(),
            areas: engine.places().area_count(),
        };
        let mut titles = KnownTitles::default();
        let derive = |row: &mut Understood, words, phrases: &[&str]| row.derive(taxonomy, &mut titles, words, phrases);
        let rows = read(file.records, &known, derive, &mut Reader::new(file.body)).map_err(|error| KIND.own(&error))?;
        Ok(OfferCatalogue::holding(engine, rows))
    }
}

/// The offers of a file to be looked at: without taxonomy and places their concepts and areas are numbers that nobody may follow.
/// `ground`: of the files opened before; that of this one comes back.
pub(crate) fn open_to_look_at(bytes: &[u8], ground: Option<Ground>) -> Result<(Vec<Understood>, Ground), Error> {
    let file = KIND.open(ground, bytes)?;
    let known = Known { skills: u32::MAX as usize, occupations: u32::MAX as usize, areas: u32::MAX };
    let rows = read(file.records, &known, |_, _, _| (), &mut Reader::new(file.body));
    Ok((rows.map_err(|error| KIND.own(&error))?, file.ground))
}

/// How many there are of what a file names by numbers.
struct Known {
    skills: usize,
    occupations: usize,
    areas: u32,
}

/// Whether a link may be shown as one: anything else (`javascript:`, `data:`) could run something.
pub(crate) fn is_page(link: &str) -> bool {
    let begins = |with: &str| link.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    begins("https://") || begins("http://")
}

/// A text that no file holds: its length and the longest there may be.
fn too_long(row: &Understood) -> Option<(usize, usize)> {
    let offer = &row.offer;
    let own = [Some(&offer.title), offer.link.as_ref(), Some(&row.job)].into_iter().flatten().map(String::len);
    let own = own.chain(row.advert.phrases.iter().map(|phrase| phrase.text.len()));
    let own = own.chain(row.told.town.iter().map(|town| town.len()));
    let shared = [offer.employer.as_ref(), Some(&row.identity)].into_iter().flatten().map(String::len);
    let shared = shared.chain(row.places.iter().map(|place| place.label.len()));
    let shared = shared.chain(row.licences.known().into_iter().flatten().map(String::len));
    let shared = shared.chain(offer.tags.iter().flat_map(|(key, values)| values.iter().chain([key]).map(String::len)));
    let over = |mut lengths: Box<dyn Iterator<Item = usize> + '_>, most: usize| {
        lengths.find(|&length| length > most).map(|length| (length, most))
    };
    over(Box::new(own), LONGEST).or_else(|| over(Box::new(shared), LONGEST_SHARED))
}

fn write(rows: &[Understood], gazetteer: &Gazetteer, out: &mut Writer) {
    let offers = || rows.iter().map(|row| &row.offer);
    // Identities are sorted: each says only where it leaves the one before.
    write_table(offers().map(|offer| Some(offer.source.as_str())), out);
    let mut before = "";
    for row in rows {
        let same = before.char_indices().zip(row.identity.chars()).take_while(|((_, a), b)| a == b).last();
        let same = same.map_or(0, |((at, c), _)| at + c.len_utf8());
        out.number(same as u32);
        write_texts(std::iter::once(&row.identity[same..]), out);
        before = &row.identity;
    }
    write_texts(offers().map(|offer| offer.title.as_str()), out);
    write_texts(rows.iter().map(|row| if row.job == row.offer.title { "" } else { row.job.as_str() }), out);
    for row in rows {
        // A job that says nothing is not the title.
        out.byte(u8::from(row.job.is_empty() && !row.offer.title.is_empty()));
    }
    write_table(offers().map(|offer| offer.employer.as_deref()), out);
    write_texts(offers().map(|offer| offer.link.as_deref().unwrap_or_default()), out);
    write_days(offers().map(|offer| offer.valid_from), out);
    write_days(offers().map(|offer| offer.valid_through), out);
    write_days(offers().map(|offer| offer.start), out);
    offers().for_each(|offer| write_option(offer.openings, out));
    rows.iter().for_each(|row| write_option(row.occupation, out));
    asks::write(rows, out);
    places::write(rows, gazetteer, out);
    rows.iter().for_each(|row| out.byte(row.contract.map_or(0, |kind| kind as u8 + 1)));
    rows.iter().for_each(|row| out.byte(row.on_site_days.map_or(0, |days| days + 1)));
    for offer in offers() {
        write_option(offer.hours.map(|hours| u32::from(hours.min.tenths())), out);
        out.number(offer.hours.map_or(0, |hours| u32::from(hours.max.tenths())));
    }
    pay::write(rows, out);
    for offer in offers() {
        write_ask(&offer.experience, |years| u32::from(years.tenths()), out);
        write_ask(&offer.education, |need| u32::from(need.eqf.get()) << 1 | u32::from(need.must), out);
    }
    languages::write(rows, out);
    licences::write(rows, out);
    told::write(rows, out);
    tags::write(rows, out);
    rows.iter().for_each(|row| out.rising(row.advert.text_words.iter().copied()));
    rows.iter().for_each(|row| out.number(row.advert.phrases.len() as u32));
    write_texts(rows.iter().flat_map(|row| &row.advert.phrases).map(|phrase| &*phrase.text), out);
}

/// `derive` fills what follows from the words and the phrases of an offer's text.
fn read(
    count: usize,
    known: &Known,
    mut derive: impl FnMut(&mut Understood, Vec<u32>, &[&str]),
    input: &mut Reader<'_>,
) -> Result<Vec<Understood>, Error> {
    let sources = read_table(input)?;
    let mut own_source = Vec::with_capacity(count);
    for _ in 0..count {
        own_source.push(read_entry(&sources, input)?.ok_or_else(|| fault("an offer is without a source"))?);
    }
    let mut rows: Vec<Understood> = Vec::with_capacity(count);
    for source in own_source {
        let same = input.number()? as usize;
        let before = rows.last().map_or("", |row| row.identity.as_str());
        let same = before.get(..same).ok_or_else(|| fault("an identity shares more than there is"))?;
        let identity = [same, read_text(input)?].concat();
        if identity.len() > LONGEST_SHARED || rows.last().is_some_and(|last| last.identity >= identity) {
            return Err(fault("the offers are not in the order of their identities"));
        }
        let id = match source {
            "" => Some(identity.as_str()),
            source => identity.strip_prefix(source).and_then(|rest| rest.strip_prefix(':')),
        };
        let id = id.filter(|id| !id.is_empty()).ok_or_else(|| fault("an offer is without an id"))?.to_owned();
        let offer = Offer { id, source: source.to_owned(), ..Offer::default() };
        rows.push(Understood::unread(identity, offer));
    }
    let titles = read_texts(count, input)?;
    for (row, title) in rows.iter_mut().zip(titles) {
        row.offer.title = title.to_owned();
    }
    for (row, job) in rows.iter_mut().zip(read_texts(count, input)?) {
        row.job = if job.is_empty() { row.offer.title.clone() } else { job.to_owned() };
    }
    for row in &mut rows {
        if read_small(1, input)? == 1 {
            row.job.clear();
        }
    }
    let employers = read_table(input)?;
    for row in &mut rows {
        row.offer.employer = read_entry(&employers, input)?.map(str::to_owned);
    }
    for (row, link) in rows.iter_mut().zip(read_texts(count, input)?) {
        row.offer.link = Some(link).filter(|link| is_page(link)).map(str::to_owned);
    }
    let days = [read_days(count, input)?, read_days(count, input)?, read_days(count, input)?];
    for (i, row) in rows.iter_mut().enumerate() {
        (row.offer.valid_from, row.offer.valid_through, row.offer.start) = (days[0][i], days[1][i], days[2][i]);
    }
    for row in &mut rows {
        row.offer.openings = read_option(input)?;
    }
    for row in &mut rows {
        row.occupation = read_option(input)?;
        if row.occupation.is_some_and(|occupation| occupation as usize >= known.occupations) {
            return Err(fault("an occupation does not exist"));
        }
    }
    asks::read(&mut rows, known.skills, input)?;
    places::read(&mut rows, known.areas, input)?;
    for row in &mut rows {
        let kind = read_small(ContractKind::ALL.len() as u8, input)?;
        row.contract = kind.checked_sub(1).map(|kind| ContractKind::ALL[usize::from(kind)]);
        row.offer.contract = row.contract;
    }
    for row in &mut rows {
        row.on_site_days = read_small(8, input)?.checked_sub(1);
        row.offer.on_site_days = row.on_site_days;
    }
    for row in &mut rows {
        let tenths = [read_option(input)?, Some(input.number()?)];
        if let [Some(min), Some(max)] = tenths {
            let hours = |tenths: u32| {
                let tenths = u16::try_from(tenths).map_err(|_| fault("a week has not so many hours"))?;
                Ok(HoursPerWeek::from_tenths(tenths))
            };
            row.offer.hours = Some(HoursRange { min: hours(min)?, max: hours(max)? });
        }
    }
    pay::read(&mut rows, input)?;
    for row in &mut rows {
        row.offer.experience = read_ask(input, |tenths| Some(Years::from_tenths(u16::try_from(tenths).ok()?)))?;
        row.offer.education = read_ask(input, |need| {
            let eqf = u8::try_from(need >> 1).ok().and_then(Eqf::new)?;
            Some(EducationNeed { eqf, must: need & 1 == 1 })
        })?;
    }
    languages::read(&mut rows, input)?;
    licences::read(&mut rows, input)?;
    told::read(&mut rows, input)?;
    tags::read(&mut rows, input)?;
    let mut text_words = Vec::with_capacity(count);
    for _ in 0..count {
        text_words.push(input.rising(u32::MAX as usize)?);
    }
    let mut phrases = Vec::with_capacity(count);
    for _ in 0..count {
        phrases.push(input.length()?);
    }
    for ((row, words), phrases) in rows.iter_mut().zip(text_words).zip(phrases) {
        let phrases = read_texts(phrases, input)?;
        derive(row, words, &phrases);
    }
    if input.is_empty() { Ok(rows) } else { Err(fault("there are bytes behind the last column")) }
}

/// 0 not asked, 1 unknown, else two more.
fn write_ask<T>(ask: &Ask<T>, number: impl Fn(&T) -> u32, out: &mut Writer) {
    out.number(match ask {
        Ask::NotAsked => 0,
        Ask::Unknown => 1,
        Ask::Known(value) => number(value) + 2,
    });
}

fn read_ask<T>(input: &mut Reader<'_>, value: impl Fn(u32) -> Option<T>) -> Result<Ask<T>, Error> {
    Ok(match input.number()? {
        0 => Ask::NotAsked,
        1 => Ask::Unknown,
        number => Ask::Known(value(number - 2).ok_or_else(|| fault("a demand is out of range"))?),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::worlds;

    /// Kept for ever: whoever changes the format keeps these columns opening. `BLESS=1` writes those of a new format.
    #[test]
    fn the_columns_of_the_first_format_open() {
        let (engine, offers) = kept();
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalogue-format-1.columns");
        if std::env::var_os("BLESS").is_some() {
            let mut out = Writer::default();
            write(&OfferCatalogue::of(&engine, &offers).0.rows, engine.places(), &mut out);
            std::fs::write(file, out.finish()).unwrap();
        }
        let body = &std::fs::read(file).unwrap();
        let bytes = KIND.file(Ground::of(&engine), offers.len(), body);
        let opened = OfferCatalogue::from_bytes(&engine, &bytes).unwrap();
        let titles: Vec<&str> = opened.rows.iter().map(|row| row.offer.title.as_str()).collect();
        assert_eq!(titles, ["baker", "data analyst (H/F)"]);
        let (kept, new) = (&opened.rows[1], &OfferCatalogue::of(&engine, &offers).0.rows[1]);
        assert_eq!((&kept.asks, &kept.told, &kept.places), (&new.asks, &new.told, &new.places));
        assert_eq!(
            (&kept.languages, &kept.licences, &kept.offer.tags),
            (&new.languages, &new.licences, &new.offer.tags)
        );
        assert_eq!(
            (&kept.offer.pay, kept.offer.hours, kept.offer.start),
            (&new.offer.pay, new.offer.hours, new.offer.start)
        );
    }

    /// A taxonomy, places and offers in which every column has something.
    fn kept() -> (Engine, Vec<Offer>) {
        use crate::model::{Country, Language};
        use crate::place::PlaceEntry;
        use crate::taxonomy::{ConceptKind, LabelKind, Taxonomy};
        use crate::units::LatLon;
        let mut builder = Taxonomy::builder();
        for (kind, id, label) in [
            (ConceptKind::Skill, "s:sql", "SQL"),
            (ConceptKind::Skill, "s:bake", "bake bread"),
            (ConceptKind::Occupation, "o:data", "data analyst"),
            (ConceptKind::Occupation, "o:bake", "baker"),
        ] {
            builder.label(kind, id, Language::EN, LabelKind::Preferred, label);
        }
        builder.essential("o:bake", "s:bake");
        let metz = PlaceEntry {
            code: "57463".to_owned(),
            name: "Metz".to_owned(),
            country: Country::FR,
            at: LatLon { lat: 49.12, lon: 6.18 },
            postcodes: vec!["57000".to_owned()],
            areas: vec!["FR-57".to_owned()],
            population: 118_000,
        };
        let places = Gazetteer::builder().place(metz).build().unwrap();
        let engine = Engine::builder(builder.build().unwrap()).places(places).build().unwrap();
        let offers = serde_json::from_str(
            r#"[{"id": "1", "source": "feed", "title": "data analyst (H/F)", "text": "Travail de nuit. SQL.",
                 "essential_skills": [{"skill": "SQL", "level": 3, "must": true}, "juggling"], "languages": [{"language":
                 "de", "level": "B2", "must": true}], "education": {"eqf": 6, "must": true}, "experience": 2.5,
                 "licences": ["B", "CACES R489-3"], "places": ["Metz", {"lat": 48.5, "lon": 7.7, "name": "Here"},
                 {"area": "FR-57"}, "Nowhere"], "on_site_days": 3, "contract": "permanent", "hours": {"min": 35, "max":
                 39.5}, "pay": {"min": 30000, "max": 40000, "period": "year"}, "openings": 2, "start": "2027-04-01",
                 "valid_from": "2027-01-01", "valid_through": "2027-06-30", "employer": "Acme", "link":
                 "https://example.org/1", "tags": {"region": ["east", "border"]}},
                {"id": "2", "title": "baker", "education": "unknown", "languages": "unknown", "licences": "unknown"}]"#,
        );
        (engine, offers.unwrap())
    }

    proptest! {
        /// With the checksum made right again, only the checks behind it stand between the bytes and the engine.
        #[test]
        fn no_columns_make_it_panic(
            world in worlds(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
            cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let engine = world.engine();
            let catalogue = OfferCatalogue::of(&engine, &world.offers).0;
            let mut body = Writer::default();
            write(&catalogue.rows, engine.places(), &mut body);
            let mut body = body.finish();
            for (at, byte) in changes {
                let at = at.index(body.len());
                body[at] = byte;
            }
            if let Some(cut) = cut {
                body.truncate(cut.index(body.len()));
            }
            let bytes = KIND.file(catalogue.ground, catalogue.len(), &body);
            if let Ok(opened) = OfferCatalogue::from_bytes(&engine, &bytes) {
                let person = world.prepare(&engine, &world.people[0]);
                let index = crate::snapshot::Merged::of(&engine, vec![opened.clone()]).index;
                index.top(world.query(&person)).hits().iter().for_each(|hit| drop(hit.explain()));
                prop_assert_eq!(OfferCatalogue::from_bytes(&engine, &opened.to_bytes()).unwrap().rows, opened.rows);
            }
        }
    }
}
