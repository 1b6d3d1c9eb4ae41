//! What is measured of places, and the figures of each place: one for an indicator and a time.

use super::check::unique;
use super::decode::{keywords, quoted, record, Context, Decode};
use super::dimension::Dimension;
use super::model::Dataset;
use super::node::Node;
use super::time::{self, TimePeriod};
use super::unit::{Period, Unit};
use super::whole::rounded_to;
use crate::figure::{Domain, Figure};
use crate::text::Label;

keywords! {
    /// What kind of number an indicator is: it says which arithmetic is honest.
    pub enum IndicatorKind {
        /// Things that are counted. May be summed.
        "count" => Count,
        /// An amount, of money for example. May be summed.
        "amount" => Amount,
        /// So many of each hundred or thousand. Never summed: the figure of a district or country is a reference.
        "rate" => Rate,
        /// An average or a median. Never summed.
        "average" => Average,
        /// A score, or a number that compares with a base. Never summed.
        "index" => Index,
        /// The difference between two times or two flows: may be below zero. Never summed.
        "change" => Change,
    }
}

impl IndicatorKind {
    /// Which numbers it can be.
    pub fn domain(self) -> Domain {
        match self {
            IndicatorKind::Change => Domain::Signed,
            _ => Domain::FromZero,
        }
    }

    /// Do the figures of several places make one of all of them?
    pub fn is_summable(self) -> bool {
        matches!(self, IndicatorKind::Count | IndicatorKind::Amount)
    }
}

record! {
    /// Something that is measured of each place.
    pub struct Indicator {
        /// What figures name it by.
        pub id: String,
        /// Its name, as readers see it.
        pub name: Label,
        /// What kind of number it is.
        pub kind: IndicatorKind,
        /// What its numbers count; without one they have no unit.
        pub unit: Option<Unit>,
        /// The period that its numbers are for, such as money a month.
        pub per: Option<Period>,
        /// How many decimals its numbers are shown with, 0 to 6; as many as they have where it is left out.
        pub decimals: Option<Decimals>,
        /// A line under the title of its chart.
        pub note: Option<Label>,
        /// The `id` of the source of its figures that name none.
        pub source: Option<String>,
        /// The places are some of many, not a full list: no rank among all is implied.
        #[cfg_attr(feature = "native", schemars(default))]
        pub selection: bool,
        /// The `id`s of the indicators that are its parts, at most 8, in the order in which they are drawn. No two of
        /// them have anything in common: they are stacked. Of shares in percent the whole may be without figures: it is
        /// 100 then.
        #[cfg_attr(feature = "native", schemars(default))]
        pub parts: Vec<String>,
    }
}

/// How many decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decimals(pub u8);

impl Decode for Decimals {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        match node {
            Node::Number(x) if (0.0..=6.0).contains(x) && *x == f64::from(*x as u8) => self.0 = *x as u8,
            node => cx.wrong_type(node, "a whole number from 0 to 6"),
        }
    }
}

/// All indicators of a file, in its order; figures know theirs by its place among them.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Indicators(pub Vec<Indicator>);

impl Decode for Indicators {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        self.0.decode(node, cx);
        // one without an id may be any that figures name
        cx.known.is_partial = !matches!(node, Node::List(_)) || self.0.iter().any(|of| of.id.is_empty());
        for indicator in &self.0 {
            cx.known.indicators.push(Measure {
                id: indicator.id.clone(),
                domain: indicator.kind.domain(),
                decimals: indicator.decimals.map(|d| d.0),
            });
        }
    }
}

/// What the reader of figures has to know of indicators.
#[derive(Default)]
pub(super) struct Known {
    indicators: Vec<Measure>,
    /// That of the figures that are read.
    indicator: Option<usize>,
    /// Which indicators there are is not known, or that there are none is told: what figures name is no further error.
    is_partial: bool,
    /// The ids of the file's dimensions.
    pub(super) dimensions: Vec<String>,
    /// The same of dimensions.
    pub(super) are_dimensions_partial: bool,
}

impl Known {
    /// Does the file have indicators?
    pub fn are_given(&self) -> bool {
        !self.indicators.is_empty()
    }

    /// The place of a dimension in the file's list.
    pub fn dimension(&self, id: &str) -> Option<usize> {
        self.dimensions.iter().position(|known| known == id)
    }

    /// Is it known which indicator figures are of?
    pub fn is_of_known(&self) -> bool {
        self.indicator.is_some()
    }

    /// The place of an indicator in the file's list.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|known| known.id == id)
    }
}

struct Measure {
    id: String,
    domain: Domain,
    decimals: Option<u8>,
}

/// An indicator, by its place in the file's list; in JSON by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IndicatorId(pub usize);

impl Decode for IndicatorId {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let mut id = String::new();
        let errors = cx.count();
        id.decode(node, cx);
        cx.known.indicator = cx.known.position(&id);
        match cx.known.indicator {
            Some(at) => self.0 = at,
            None if cx.count() == errors => unknown(&id, cx),
            None => {}
        }
    }
}

fn unknown(id: &str, cx: &mut Context) {
    if cx.known.is_partial {
        return;
    }
    let are_given = cx.known.are_given();
    let found = cx.put(|| quoted(id));
    let expected = match are_given {
        true => "the id of one of $.indicators",
        false => "the id of one of $.indicators, of which the file has none",
    };
    cx.error("unknown_indicator", found, expected);
    // the first is told for all
    cx.known.is_partial = !are_given;
}

/// What one indicator was at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// The indicator's place in the file's list.
    pub indicator: usize,
    /// `None` where the file names no time: it is that of the whole file.
    pub time: Option<TimePeriod>,
    /// The figure.
    pub figure: Figure,
}

impl Observation {
    /// Does `f` at its place among the figures of its indicator: under its time, where it has one.
    pub(super) fn at_time(&self, cx: &mut Context, f: &dyn Fn(&mut Context)) {
        match self.time {
            Some(time) => cx.at(time.text(), f),
            None => f(cx),
        }
    }
}

/// The figures of one place. In JSON an object with a key for each indicator, and for each of these a figure or an
/// object with a key for each time.
///
/// ```
/// use village_charts::{data, platform::Native};
/// let json = br#"{ "format": "village-charts/1",
///     "indicators": [{ "id": "poor", "name": "Poverty rate", "kind": "rate", "unit": "percent" }],
///     "villages": [{ "name": "A", "figures": { "poor": { "2014": 3.2, "2016": { "missing": "no survey" } } } }] }"#;
/// let data = data::read(json, &Native::default()).dataset.unwrap();
/// assert_eq!(data.villages[0].figures.0.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures(pub Vec<Observation>);

impl Figures {
    /// The figure of an indicator at a time.
    pub fn get(&self, indicator: usize, time: Option<TimePeriod>) -> Option<&Figure> {
        self.0.iter().find(|o| o.indicator == indicator && o.time == time).map(|o| &o.figure)
    }
}

impl Decode for Figures {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let Node::Record(entries) = node else {
            return cx.wrong_type(node, "an object with the id of an indicator before each figure");
        };
        for (key, node) in entries {
            if key.starts_with('$') || *node == Node::Null {
                continue;
            }
            let at = cx.known.position(key);
            cx.at(key.clone().into_owned(), |cx| match at {
                Some(at) => series(node, at, cx, &mut self.0),
                None => unknown(key, cx),
            });
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

/// The figures of one indicator, of something that is no place of the list: in JSON one figure, or one for each time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series(pub Vec<Observation>);

impl Decode for Series {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        if let Some(at) = cx.known.indicator {
            series(node, at, cx, &mut self.0);
        }
    }
}

/// Reads a figure, or one for each time.
fn series(node: &Node, indicator: usize, cx: &mut Context, into: &mut Vec<Observation>) {
    let is_time = |key: &str| key.starts_with(|c: char| c.is_ascii_digit());
    let times = match node {
        Node::Record(entries) if entries.iter().any(|(key, _)| is_time(key)) => entries,
        _ => {
            return observe(node, indicator, None, cx, into);
        }
    };
    let first = into.len();
    for (key, node) in times {
        if key.starts_with('$') || *node == Node::Null {
            continue;
        }
        let time = TimePeriod::parse(key);
        let twice = time.is_some() && into.iter().skip(first).any(|o| o.time == time);
        cx.at(key.clone().into_owned(), |cx| match time {
            None => {
                let found = cx.put(|| quoted(key));
                cx.error("bad_time", found, time::EXPECTED);
            }
            Some(_) if twice => cx.error("duplicate_key", "the same time twice", "one of them"),
            Some(_) => observe(node, indicator, time, cx, into),
        });
    }
}

/// Reads one figure.
pub(super) fn observe(
    node: &Node,
    indicator: usize,
    time: Option<TimePeriod>,
    cx: &mut Context,
    into: &mut Vec<Observation>,
) {
    let figure = figure(node, indicator, cx);
    into.push(Observation { indicator, time, figure });
}

fn figure(node: &Node, indicator: usize, cx: &mut Context) -> Figure {
    let mut figure = Figure::default();
    let decimals = match cx.known.indicators.get(indicator) {
        Some(known) => {
            cx.domain = known.domain;
            known.decimals
        }
        None => None,
    };
    figure.decode(node, cx);
    cx.domain = Domain::FromZero;
    if let Some(decimals) = decimals {
        rounded_to(&mut figure.value, decimals);
    }
    figure
}

record! {
    /// What an indicator is elsewhere, to compare with: in the whole country, in a region.
    pub struct Reference {
        /// The `id` of the indicator.
        pub indicator: IndicatorId,
        /// Where that is.
        pub name: Label,
        /// How much it is there, at one time or at several.
        pub figures: Series,
    }
}

record! {
    /// The words for a place.
    pub struct Nouns {
        /// One of them: "commune".
        pub one: Label,
        /// Several of them: "communes".
        pub many: Label,
    }
}

record! {
    /// What a time is called where its own name does not say it: "NFHS-5".
    pub struct TimeName {
        /// The time.
        pub time: TimePeriod,
        /// Its name, as readers see it.
        pub name: Label,
    }
}

/// The file's indicators.
fn all(data: &Dataset) -> &[Indicator] {
    data.indicators.as_ref().map_or(&[], |all| &all.0)
}

/// What must hold of indicators and their figures.
pub(super) fn check(data: &Dataset, cx: &mut Context) {
    let all = all(data);
    dimensions(&data.dimensions.0, all, cx);
    if all.is_empty() {
        return;
    }
    super::parts::check(data, all, cx);
    let mut timed = Timed::new(all);
    for (i, village) in data.villages.iter().enumerate() {
        let Figures(figures) = &village.figures;
        timed.see(figures);
        let check = |cx: &mut Context| units(all, figures, cx);
        cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("figures", check)));
    }
    for reference in &data.references {
        timed.see(&reference.figures.0);
    }
    timed.check(cx);
}

/// The id of a dimension is that of nothing else: columns go by ids.
fn dimensions(all: &[Dimension], indicators: &[Indicator], cx: &mut Context) {
    cx.at("dimensions", |cx| {
        let mut ids = Vec::new();
        for dimension in all {
            ids.push(&*dimension.id);
        }
        unique(&ids, cx);
        for (i, dimension) in all.iter().enumerate() {
            if indicators.iter().any(|indicator| indicator.id == dimension.id) {
                let found = cx.put(|| format!("{}, as an indicator's", quoted(&dimension.id)));
                cx.at_index(i, |cx| cx.at("id", |cx| cx.error("taken_id", found, "an id of its own")));
            }
        }
    });
}

/// Calls `known` for the source of each figure of an indicator, and for that of all of one, at its place in the file.
pub(super) fn sources(data: &Dataset, known: &dyn Fn(&Option<String>, &mut Context), cx: &mut Context) {
    let all = all(data);
    for (i, village) in data.villages.iter().enumerate() {
        for of in village.figures.0.iter().filter(|of| of.figure.source.is_some()) {
            let id = all.get(of.indicator).map_or("", |indicator| &*indicator.id).to_owned();
            let look = |cx: &mut Context| of.at_time(cx, &|cx| known(&of.figure.source, cx));
            cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("figures", |cx| cx.at(id, look))));
        }
    }
    for (i, reference) in data.references.iter().enumerate() {
        for of in &reference.figures.0 {
            let look = |cx: &mut Context| of.at_time(cx, &|cx| known(&of.figure.source, cx));
            cx.at("references", |cx| cx.at_index(i, |cx| cx.at("figures", look)));
        }
    }
    for (i, indicator) in all.iter().enumerate() {
        cx.at("indicators", |cx| cx.at_index(i, |cx| known(&indicator.source, cx)));
    }
}

/// Have the figures of each indicator its unit? `figures` are those of one place or reference.
fn units(indicators: &[Indicator], figures: &[Observation], cx: &mut Context) {
    for observation in figures {
        let Observation { indicator, figure, .. } = observation;
        let Some(of) = indicators.get(*indicator) else { continue };
        let wrong = figure.repeated.has_other_unit(&|| Some(of.unit.clone().unwrap_or_default()));
        let wrong_period = figure.repeated.has_other_period(of.per);
        if !wrong && !wrong_period {
            continue;
        }
        let tell = |cx: &mut Context| {
            if wrong {
                cx.error("mixed_unit", "another unit than its indicator's", "one unit for all of them");
            }
            if wrong_period {
                cx.error("mixed_period", "another period than its indicator's", "one period for all of them");
            }
        };
        cx.at(of.id.clone(), |cx| observation.at_time(cx, &tell));
    }
}

/// Of each indicator: has it figures with a time, and figures without one? A bit for each.
struct Timed(Vec<u8>);

impl Timed {
    fn new(indicators: &[Indicator]) -> Timed {
        Timed(vec![0; indicators.len()])
    }

    fn see(&mut self, figures: &[Observation]) {
        for of in figures {
            if let Some(found) = self.0.get_mut(of.indicator) {
                *found |= if of.time.is_some() { 1 } else { 2 };
            }
        }
    }

    /// Where an indicator has both, no one knows of which time those without one are.
    fn check(&self, cx: &mut Context) {
        for (i, found) in self.0.iter().enumerate() {
            if *found == 3 {
                cx.at("indicators", |cx| {
                    cx.at_index(i, |cx| {
                        let found = "figures with a time and figures without one";
                        cx.error("mixed_times", found, "a time for all of them, or for none");
                    })
                });
            }
        }
    }
}

#[cfg(feature = "native")]
mod schema {
    use super::{time, Decimals, Figures, IndicatorId, Series};
    use crate::data::figure::SignedFigure;
    use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};

    macro_rules! schemas {
        ($($type:ident = |$generator:ident| $schema:tt)*) => {$(
            impl JsonSchema for $type {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($type).into()
                }
                fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                    json_schema!($schema)
                }
            }
        )*};
    }

    schemas! {
        Decimals = |_generator| { "type": "integer", "minimum": 0, "maximum": 6 }
        IndicatorId = |_generator| {
            "type": "string", "minLength": 1, "maxLength": 500,
            "description": "The id of one of the indicators."
        }
        Series = |generator| {
            "description": "A figure, or one for each time.",
            "anyOf": [
                generator.subschema_for::<SignedFigure>(),
                {
                    "type": "object",
                    "minProperties": 1,
                    "patternProperties": {
                        (time::TIMES): { "anyOf": [generator.subschema_for::<SignedFigure>(), { "type": "null" }] },
                        "^\\$": {}
                    },
                    "additionalProperties": false
                }
            ]
        }
        Figures = |generator| {
            "description": "The figures of a place by the ids of their indicators.",
            "type": "object",
            "patternProperties": { "^\\$": {} },
            "additionalProperties": { "anyOf": [generator.subschema_for::<Series>(), { "type": "null" }] }
        }
    }
}
