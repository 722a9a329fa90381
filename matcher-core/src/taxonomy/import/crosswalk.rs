//! The mapping between ESCO and ROME that France Travail published.

use std::collections::{BTreeMap, BTreeSet};

use super::{Import, SourceFile, table};
use crate::taxonomy::ConceptKind;
use crate::units::Ratio;
use crate::{Error, Issue, Severity};

/// The first column of the table; lines that describe the mapping stand before it.
const FIRST_COLUMN: &str = "classification 1 ID";
/// Two classifications never cut the world alike: these confidences are judgement, but for *exact*.
const CONFIDENCES: [(&str, Ratio); 4] = [
    ("skos:exactMatch", Ratio::ONE),
    ("skos:closeMatch", Ratio::percent(80)),
    ("skos:broadMatch", Ratio::percent(70)),
    ("skos:narrowMatch", Ratio::percent(70)),
];

impl Import {
    /// Joins the occupations of ESCO and the trades of ROME read before, by the mapping V1.4 from ESCO 1.0.9 to job titles
    /// of ROME 3: ESCO's side by URI, ROME's by the title's OGR code, which leads to the trade that has the title today.
    /// Of several titles of one trade the most confident counts. Ids that have no partner any more, and the occupations
    /// and trades that end without one, are named one by one, on both sides.
    ///
    /// # Errors
    /// `taxonomy.no-crosswalk` where the file has no line that begins with “classification 1 ID”.
    pub fn crosswalk(&mut self, file: &SourceFile<'_>) -> Result<(), Error> {
        let table = file.content.windows(FIRST_COLUMN.len()).position(|at| at == FIRST_COLUMN.as_bytes());
        let Some(start) = table else {
            let message =
                format!("no line begins with “{FIRST_COLUMN}”: this is not the mapping between ESCO and ROME");
            return Err(Error::new("taxonomy.no-crosswalk", message).at(file.name));
        };
        let start = if file.content[..start].ends_with(b"\"") { start - 1 } else { start };
        let content = SourceFile { content: &file.content[start..], ..*file };
        let mut pairs: BTreeMap<(String, String), Ratio> = BTreeMap::new();
        let (mut unknown_esco, mut unknown_rome) = (BTreeMap::new(), BTreeMap::new());
        let mut esco_ids = BTreeSet::new();
        let (builder, titles) = (&self.builder, &self.titles);
        let columns = ["classification 1 ID", "classification 2 ID", "mapping relation"];
        let names = ["classification 1 prefered label", "classification 2 prefered label"];
        let rows = table::read(&content, &columns, &names, &mut self.report, |row, report| {
            let &[esco, ogr, relation, esco_name, rome_name] = row else { return };
            esco_ids.insert(esco.to_owned());
            let Some(&(_, confidence)) = CONFIDENCES.iter().find(|(name, _)| *name == relation) else {
                report.count("crosswalk rows of an unknown relation", 1);
                let cause = format!("“{relation}” is no known mapping relation");
                report.issues.push(Issue::new("crosswalk.relation-unknown", Severity::Warning, cause).of(esco));
                return;
            };
            let known = builder.contains(ConceptKind::Occupation, esco);
            if !known {
                *unknown_esco.entry((esco.to_owned(), esco_name.to_owned())).or_insert(0) += 1;
            }
            match titles.get(ogr) {
                None => *unknown_rome.entry((ogr.to_owned(), rome_name.to_owned())).or_insert(0) += 1,
                Some(trade) if known => {
                    let best = pairs.entry((esco.to_owned(), trade.clone())).or_default();
                    *best = confidence.max(*best);
                }
                Some(_) => (),
            }
        })?;
        self.report.count("crosswalk rows", rows);
        self.report.count("crosswalk ESCO ids", esco_ids.len());
        self.report.count("crosswalk pairs (occupation, trade)", pairs.len());
        self.lost("crosswalk.esco-unknown", "crosswalk ESCO ids that the taxonomy lacks", unknown_esco);
        self.lost("crosswalk.rome-unknown", "crosswalk ROME titles that the taxonomy lacks", unknown_rome);
        self.without_partner(&pairs);
        for ((occupation, trade), confidence) in pairs {
            self.builder.same_occupation(&occupation, &trade, confidence);
        }
        Ok(())
    }

    fn lost(&mut self, code: &'static str, what: &str, ids: BTreeMap<(String, String), usize>) {
        self.report.count(what, ids.len());
        for ((id, name), rows) in ids {
            let cause = format!("{rows} rows of the crosswalk name “{name}”, which this edition does not have");
            self.report.issues.push(Issue::new(code, Severity::Warning, cause).of(id));
        }
    }

    fn without_partner(&mut self, pairs: &BTreeMap<(String, String), Ratio>) {
        let occupations: BTreeSet<&str> = pairs.keys().map(|(occupation, _)| occupation.as_str()).collect();
        let partners: BTreeSet<&str> = pairs.keys().map(|(_, trade)| trade.as_str()).collect();
        let trades: BTreeSet<&str> = self.titles.values().map(String::as_str).collect();
        let mut alone = [Vec::new(), Vec::new()];
        for id in self.builder.ids(ConceptKind::Occupation) {
            let side = usize::from(trades.contains(id));
            if !occupations.contains(id) && !partners.contains(id) {
                alone[side].push(id.to_owned());
            }
        }
        let codes = [
            ("crosswalk.esco-alone", "ESCO occupations without a trade", "no trade of ROME is mapped to it"),
            ("crosswalk.rome-alone", "ROME trades without an occupation", "no occupation of ESCO is mapped to it"),
        ];
        for ((code, what, cause), ids) in codes.into_iter().zip(alone) {
            self.report.count(what, ids.len());
            self.report.issues.extend(ids.into_iter().map(|id| Issue::new(code, Severity::Note, cause).of(id)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Taxonomy;

    #[test]
    fn each_loss_is_named_on_its_side_and_the_most_confident_title_counts() {
        let mut import = Import::new();
        let mut builder = Taxonomy::builder();
        for id in ["e:1", "e:2", "T1", "T2"] {
            builder.concept(ConceptKind::Occupation, id);
        }
        import.builder = builder;
        import.titles = [("1", "T1"), ("2", "T1"), ("3", "T2")].map(|(a, b)| (a.into(), b.into())).into();
        let text = "Mapping project name,ESCO - ROME\n\nclassification 1 ID,classification 1 prefered label,classification 2 ID,classification 2 prefered label,mapping relation\n\
            e:1,a,1,x,skos:broadMatch\ne:1,a,2,y,skos:closeMatch\ne:9,old,3,z,skos:exactMatch\ne:1,a,9,gone,skos:exactMatch\ne:1,a,3,z,odd\n";
        import.crosswalk(&SourceFile::new("map.csv", text.as_bytes())).unwrap();
        let (builder, report) = import.finish();
        assert_eq!(
            report.by_code(),
            [
                ("crosswalk.esco-alone", 1),
                ("crosswalk.esco-unknown", 1),
                ("crosswalk.relation-unknown", 1),
                ("crosswalk.rome-alone", 1),
                ("crosswalk.rome-unknown", 1)
            ]
        );
        let taxonomy = builder.build().unwrap();
        let similar = taxonomy.similar_occupations("e:1").unwrap();
        assert_eq!((similar[0].id, similar[0].similarity), ("T1", Ratio::percent(80)));
    }

    #[test]
    fn another_file_is_refused() {
        let error = Import::new().crosswalk(&SourceFile::new("x.csv", b"a,b\n1,2\n")).unwrap_err();
        assert_eq!(error.code(), "taxonomy.no-crosswalk");
    }
}
