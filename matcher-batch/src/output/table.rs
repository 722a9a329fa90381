use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int32Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use matcher_core::explain::Travel;
use matcher_core::units::{Day, Score};
use matcher_core::{MatchRecord, NoMatchRecord, Stamp};

use super::ResultLine;
use super::columns::word;

/// Results in columns, for Parquet: the names and units of the JSON, one column a field, what is unknown null.
pub(super) struct Table {
    schema: Arc<Schema>,
    rows: usize,
    profile: StringBuilder,
    offer: StringBuilder,
    rank: Int32Builder,
    scores: [Int32Builder; 3],
    band: StringBuilder,
    confidence: Float64Builder,
    minutes: Float64Builder,
    mode: StringBuilder,
    metres: Int32Builder,
    place: StringBuilder,
    approximate: BooleanBuilder,
    unverified: ListBuilder<StringBuilder>,
    no_match: StringBuilder,
    questions: ListBuilder<StringBuilder>,
    relaxations: StringBuilder,
    explanation: StringBuilder,
    engine: StringBuilder,
    scoring: Int32Builder,
    marks: [StringBuilder; 5],
    as_of: Date32Builder,
}

/// The columns, with their types.
pub(crate) fn schema() -> Schema {
    let texts = || DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
    let nullable = |name: &str, kind: DataType| Field::new(name, kind, true);
    Schema::new(vec![
        Field::new("profile", DataType::Utf8, false),
        nullable("offer", DataType::Utf8),
        nullable("rank", DataType::Int32),
        nullable("score", DataType::Int32),
        nullable("fit", DataType::Int32),
        nullable("wish", DataType::Int32),
        nullable("band", DataType::Utf8),
        nullable("confidence", DataType::Float64),
        nullable("minutes", DataType::Float64),
        nullable("mode", DataType::Utf8),
        nullable("metres", DataType::Int32),
        nullable("place", DataType::Utf8),
        nullable("approximate", DataType::Boolean),
        nullable("unverified", texts()),
        nullable("no_match", DataType::Utf8),
        nullable("questions", texts()),
        nullable("relaxations", DataType::Utf8),
        nullable("explanation", DataType::Utf8),
        Field::new("engine", DataType::Utf8, false),
        Field::new("scoring", DataType::Int32, false),
        Field::new("taxonomy", DataType::Utf8, false),
        Field::new("taxonomy_fingerprint", DataType::Utf8, false),
        Field::new("settings", DataType::Utf8, false),
        Field::new("commute", DataType::Utf8, false),
        Field::new("fingerprint", DataType::Utf8, false),
        nullable("as_of", DataType::Date32),
    ])
}

impl Table {
    pub(super) fn new() -> Table {
        Table {
            schema: Arc::new(schema()),
            rows: 0,
            profile: StringBuilder::new(),
            offer: StringBuilder::new(),
            rank: Int32Builder::new(),
            scores: Default::default(),
            band: StringBuilder::new(),
            confidence: Float64Builder::new(),
            minutes: Float64Builder::new(),
            mode: StringBuilder::new(),
            metres: Int32Builder::new(),
            place: StringBuilder::new(),
            approximate: BooleanBuilder::new(),
            unverified: ListBuilder::new(StringBuilder::new()),
            no_match: StringBuilder::new(),
            questions: ListBuilder::new(StringBuilder::new()),
            relaxations: StringBuilder::new(),
            explanation: StringBuilder::new(),
            engine: StringBuilder::new(),
            scoring: Int32Builder::new(),
            marks: Default::default(),
            as_of: Date32Builder::new(),
        }
    }

    /// Rows that are not taken yet.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// One more row.
    pub(super) fn push(&mut self, line: &ResultLine) {
        self.rows += 1;
        match line {
            ResultLine::Match(record) => self.of_match(record),
            ResultLine::NoMatch(record) => self.of_no_match(record),
        }
    }

    fn of_match(&mut self, record: &MatchRecord) {
        self.profile.append_value(&record.profile);
        self.offer.append_value(&record.offer);
        self.rank.append_value(record.rank as i32);
        for (column, score) in self.scores.iter_mut().zip([record.score, record.fit, record.wish]) {
            column.append_value(whole(score));
        }
        self.band.append_value(word(&record.band));
        self.confidence.append_value(five_decimals(record.confidence.to_f64()));
        self.travel(record.travel.as_ref());
        let filters: Vec<&str> = record.unverified.iter().map(|filter| filter.name()).collect();
        texts(&mut self.unverified, &filters);
        self.no_match.append_null();
        texts(&mut self.questions, &[]);
        self.relaxations.append_null();
        self.explanation.append_option(record.explanation.as_ref().map(word));
        self.stamp(&record.stamp);
    }

    fn of_no_match(&mut self, record: &NoMatchRecord) {
        self.profile.append_value(&record.profile);
        self.offer.append_null();
        self.rank.append_null();
        self.scores.iter_mut().for_each(Int32Builder::append_null);
        self.band.append_null();
        self.confidence.append_null();
        self.travel(None);
        texts(&mut self.unverified, &[]);
        self.no_match.append_value(word(&record.reason));
        let questions: Vec<&str> = record.questions.iter().map(String::as_str).collect();
        texts(&mut self.questions, &questions);
        self.relaxations.append_option((!record.relaxations.is_empty()).then(|| word(&record.relaxations)));
        self.explanation.append_null();
        self.stamp(&record.stamp);
    }

    fn travel(&mut self, travel: Option<&Travel>) {
        let (minutes, mode, metres, place, approximate) = match travel {
            Some(Travel::Known { minutes, mode, metres, place, approximate }) => (
                Some(f64::from(minutes.tenths()) / 10.0),
                Some(word(mode)),
                Some(metres.0 as i32),
                Some(place),
                Some(*approximate),
            ),
            Some(Travel::Remote) => (None, Some("remote".to_owned()), None, None, None),
            None => Default::default(),
        };
        self.minutes.append_option(minutes);
        self.mode.append_option(mode);
        self.metres.append_option(metres);
        self.place.append_option(place);
        self.approximate.append_option(approximate);
    }

    fn stamp(&mut self, stamp: &Stamp) {
        self.engine.append_value(&stamp.engine);
        self.scoring.append_value(stamp.scoring as i32);
        let marks = [
            stamp.taxonomy.clone(),
            stamp.taxonomy_fingerprint.to_string(),
            stamp.settings.to_string(),
            stamp.commute.to_string(),
            stamp.fingerprint.to_string(),
        ];
        for (column, mark) in self.marks.iter_mut().zip(marks) {
            column.append_value(mark);
        }
        self.as_of.append_option(stamp.as_of.map(since_1970));
    }

    /// The rows so far, which are forgotten.
    pub(super) fn take(&mut self) -> Result<RecordBatch, arrow_schema::ArrowError> {
        self.rows = 0;
        let mut columns: Vec<ArrayRef> =
            vec![Arc::new(self.profile.finish()), Arc::new(self.offer.finish()), Arc::new(self.rank.finish())];
        columns.extend(self.scores.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.extend::<[ArrayRef; 14]>([
            Arc::new(self.band.finish()),
            Arc::new(self.confidence.finish()),
            Arc::new(self.minutes.finish()),
            Arc::new(self.mode.finish()),
            Arc::new(self.metres.finish()),
            Arc::new(self.place.finish()),
            Arc::new(self.approximate.finish()),
            Arc::new(self.unverified.finish()),
            Arc::new(self.no_match.finish()),
            Arc::new(self.questions.finish()),
            Arc::new(self.relaxations.finish()),
            Arc::new(self.explanation.finish()),
            Arc::new(self.engine.finish()),
            Arc::new(self.scoring.finish()),
        ]);
        columns.extend(self.marks.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        columns.push(Arc::new(self.as_of.finish()));
        RecordBatch::try_new(self.schema.clone(), columns)
    }
}

/// A list of texts; null where it is empty, as the JSON leaves it out.
fn texts(column: &mut ListBuilder<StringBuilder>, list: &[&str]) {
    for text in list {
        column.values().append_value(text);
    }
    column.append(!list.is_empty());
}

fn whole(score: Score) -> i32 {
    score.get() as i32
}

/// As a share is written into JSON.
fn five_decimals(share: f64) -> f64 {
    (share * 100_000.0).round() / 100_000.0
}

fn since_1970(day: Day) -> i32 {
    day.number()
}
