use super::Forms;
use super::offers::Columns;
use crate::commute::{SiteId, Sites};
use crate::taxonomy::Csr;

impl Columns {
    /// Columns of rows out of several others, in this order: `rows` names a part and a row of it. What was understood once is
    /// not understood again. The places are those of the first part's engine.
    ///
    /// Cost: a copy of every row.
    pub(crate) fn gathered(parts: &[&Columns], rows: &[(usize, usize)]) -> Columns {
        let each = || rows.iter().map(|&(part, row)| (parts[part], row));
        macro_rules! copied {
            ($field:ident) => {
                each().map(|(part, row)| part.$field[row].clone()).collect()
            };
        }
        macro_rules! lists {
            ($field:ident) => {
                Csr::from_rows(each().map(|(part, row)| part.$field.row(row).iter().cloned()))
            };
        }
        let mut sites = parts[0].sites.without_sites();
        let places: Vec<Vec<SiteId>> = each()
            .map(|(part, row)| part.places.row(row).iter().map(|&site| sites.adopt(&part.sites, site)).collect())
            .collect();
        let titles =
            || each().map(|(part, row)| part.title_forms.row(row).iter().map(|&form| Box::from(part.forms.text(form))));
        let forms = Forms::new(titles().flatten().collect());
        let numbers = titles().map(|title| title.filter_map(|form: Box<str>| forms.find(&form)).collect::<Vec<u32>>());
        let title_forms = Csr::from_rows(numbers);
        Columns {
            ids: copied!(ids),
            raw: copied!(raw),
            valid: copied!(valid),
            contract: copied!(contract),
            pay: copied!(pay),
            on_site_days: copied!(on_site_days),
            hours: copied!(hours),
            start: copied!(start),
            places: Csr::from_rows(places),
            sites,
            place_missing: copied!(place_missing),
            occupation: copied!(occupation),
            title_forms,
            forms,
            meanings: copied!(meanings),
            title_words: lists!(title_words),
            text_words: lists!(text_words),
            phrases: lists!(phrases),
            experience: copied!(experience),
            education: copied!(education),
            languages: lists!(languages),
            languages_unknown: copied!(languages_unknown),
            licences: copied!(licences),
            demands: lists!(demands),
            any_must: each().any(|(part, row)| part.demands.row(row).iter().any(|demand| demand.must)),
            told: copied!(told),
            employer: copied!(employer),
        }
    }
}

impl Sites {
    /// None of the sites, over the same places.
    fn without_sites(&self) -> Sites {
        Sites::new(self.gazetteer().clone())
    }

    /// The number here of a site that has another one there.
    fn adopt(&mut self, from: &Sites, site: SiteId) -> SiteId {
        self.add(from.site(site), from.country(site), from.label(site))
    }
}
