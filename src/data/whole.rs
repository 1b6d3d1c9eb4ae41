//! What only the modules read that read the whole format; see `no_indicators.rs`.

use super::check::{each, Sum};
use super::decode::{object, one_of, quoted, Context, Decode, Field};
use super::figure::Range;
use super::finding::Severity;
use super::indicator::{self, IndicatorId};
use super::letters::seen;
use super::model::Village;
use super::node::Node;
use super::time::{self, TimePeriod};
use super::tools;
use super::unit::{Currency, MoneyUnit, Unit, SHORT};
use super::villages::Villages;
use crate::figure::{Flag, Flags, Repeated, Value};
use crate::sort::repeated;
use crate::text::{self, Label};
use std::borrow::Cow;

/// How a sum stands to the whole that it is above, as far as its words say.
pub(super) fn above(parts: &[&Value], sum: &Value, whole: &Value, counted: bool, _: &mut Context) -> Sum {
    let (low, high) = (sum.interval().low, whole.interval().high);
    // in binary 0.1 + 0.2 is a hair above 0.3
    let hair = high * 1e-12;
    if low > high + rounding(parts, counted) + hair || low == high {
        Sum::Above
    } else if low > high + hair {
        Sum::Rounded
    } else {
        Sum::Fits
    }
}

/// How much less than the sum of figures the sum of what was counted may be, since each was rounded: half a unit of the
/// last digit for each. In figures such as 33.4, 33 and 33.3 the last digit is the first decimal: JSON has no 33.0.
/// What is `counted` one by one and has no decimals was not rounded.
fn rounding(parts: &[&Value], counted: bool) -> f64 {
    let mut stated = Vec::new();
    for part in parts {
        if let (Value::Exact(_) | Value::Range(..), Some(ends)) = (part, part.stated()) {
            stated.push(ends);
        }
    }
    let is_whole = |x: f64| (x - (x + 0.5).floor()).abs() <= x * 1e-12;
    let mut unit = 1.0;
    for _ in 0..6 {
        if stated.iter().all(|(low, high)| is_whole(low / unit) && is_whole(high / unit)) {
            break;
        }
        unit /= 10.0;
    }
    match counted && unit == 1.0 {
        true => 0.0,
        false => stated.len() as f64 * unit / 2.0,
    }
}

/// Reports those keys of an object that none of `keys` is.
pub(super) fn left_over(entries: &[(Cow<str>, Node)], keys: &[&'static str], _: usize, cx: &mut Context) {
    for (at, (key, _)) in entries.iter().enumerate() {
        let is_known = keys.contains(&&**key);
        let is_first = || entries.iter().position(|e| e.0 == *key) == Some(at);
        // "$schema" and the like speak to tools
        if (is_known && is_first()) || key.starts_with('$') {
            continue;
        }
        // what is left is either a second copy of a known key or not a key of the format at all
        let (severity, code, found) = match is_known {
            true => (Severity::Error, "duplicate_key", "the same key twice"),
            false => (Severity::Warning, "unknown_key", "a key that the format does not have"),
        };
        if cx.is_full(severity) {
            cx.report(severity, code, "", "");
            continue;
        }
        let expected = match severity {
            Severity::Error => "one of them".to_owned(),
            _ => one_of(keys, Some(key)),
        };
        cx.at(key.clone().into_owned(), |cx| cx.report(severity, code, found, &expected));
    }
}

/// Rounds a number to as many decimals as are shown. One that is a limit stays as it is: "over 3.26" is not "over
/// 3.3".
pub(super) fn rounded_to(value: &mut Value, decimals: u8) {
    let mut power = 1.0;
    for _ in 0..decimals {
        power *= 10.0;
    }
    let step = |x: f64, by: f64| stepped(x, power, by);
    let near = |x: f64| step(x, 0.0);
    match value {
        Value::Exact(x) | Value::About(x) => *x = near(*x),
        Value::Estimate { at, low, high } => {
            *at = near(*at);
            // the interval never gets narrower; 4.31 times 100 is a hair under 431, and stays 4.31
            *low = step(*low, if near(*low) > *low { -1.0 } else { 0.0 });
            *high = step(*high, if near(*high) < *high { 1.0 } else { 0.0 });
        }
        _ => {}
    }
}

/// A number in so many parts of one: the nearest whole number of them, and so many more.
fn stepped(x: f64, parts: f64, more: f64) -> f64 {
    // a hair more, since in binary 2.675 times 100 is under 267.5
    ((x * parts * (1.0 + 1e-14)).round() + more) / parts + 0.0
}

/// Two places may share a name; two entries of one place are a mistake. What a reader does not see tells no two apart;
/// a district does, or ids that both have.
pub(super) fn villages(villages: &[Village], cx: &mut Context) {
    // no name has a line end, so that all of them cross into a browser as one text
    let mut spelled = String::new();
    for (i, village) in villages.iter().enumerate() {
        let name = seen(village.name.own());
        spelled += if i > 0 { "\n" } else { "" };
        spelled += &name;
        if let Some(district) = village.district.as_ref().filter(|_| !name.is_empty()) {
            spelled += "\t";
            spelled += &seen(district.own());
        }
    }
    let folded = cx.platform.fold(&spelled);
    let mut places = Vec::new();
    for place in text::pieces(&folded, '\n') {
        places.push(place);
    }
    // a browser may answer anything
    if places.len() != villages.len() {
        places.clear();
        for place in text::pieces(&spelled, '\n') {
            places.push(place);
        }
    }
    let twice = repeated(&places);
    let name = |i: usize| villages.get(i).map_or("", |v| v.name.own());
    let id = |i: usize| villages.get(i).and_then(|v| v.id.as_ref());
    for (i, first) in each(&twice) {
        if id(i).is_some() && id(first).is_some() {
            continue;
        }
        if cx.is_full(Severity::Error) {
            cx.error("duplicate_village", "", "");
            continue;
        }
        let found = cx.put(|| format!("{}, as in $.villages[{first}]", quoted(name(i))));
        let expected = "each village once, or a district that tells them apart, or an id for both";
        cx.at_index(i, |cx| cx.at("name", |cx| cx.error("duplicate_village", found, expected)));
    }
    tools::look_alikes(villages, &places, cx);
}

/// What a figure says beside its qualifier, and the estimate with its interval.
#[derive(Default)]
pub(super) struct More {
    estimate: Option<f64>,
    interval: Option<Range>,
    flags: [bool; Flag::ALL.len()],
}

impl More {
    /// Adds its keys to those of a figure.
    pub fn fields<'f>(&'f mut self, fields: &mut Vec<Field<'f>>, repeated: &'f mut Repeated) {
        fields.push(("estimate", &mut self.estimate));
        fields.push(("interval", &mut self.interval));
        for (flag, is_set) in Flag::ALL.iter().zip(&mut self.flags) {
            fields.push((flag.key(), is_set));
        }
        fields.push(("unit", &mut repeated.unit));
        fields.push(("per", &mut repeated.per));
    }

    /// What was read under them; there were so many `errors` before.
    pub fn take(self, flags: &mut Flags, given: &mut Vec<Value>, errors: usize, cx: &mut Context) {
        for (flag, is_set) in Flag::ALL.into_iter().zip(self.flags) {
            if is_set {
                flags.insert(flag);
            }
        }
        match (self.estimate, self.interval) {
            (Some(at), Some(Range { low, high })) if cx.count() > errors || (low <= at && at <= high) => {
                given.push(Value::Estimate { at, low, high });
            }
            (Some(at), interval) if cx.count() == errors => {
                let found = if interval.is_some() { "an interval without it" } else { "no interval" };
                let expected =
                    "\"interval\": [low, high] beside it, with the estimate in it; a number that is \
                                called an estimate without one has \"estimated\": true";
                cx.at("estimate", |cx| cx.error("bad_interval", found, expected));
                given.push(Value::Exact(at));
            }
            (Some(at), _) => given.push(Value::Exact(at)),
            (None, Some(_)) if cx.count() == errors => {
                let expected = "\"estimate\": its number, too";
                cx.at("interval", |cx| cx.error("bad_interval", "an interval of no estimate", expected));
            }
            (None, _) => {}
        }
    }
}

impl MoneyUnit {
    /// Reads `{ "currency": "IDR", "scale": "billion" }`.
    pub(super) fn of_currency(&mut self, node: &Node, cx: &mut Context) {
        let mut currency = Code::default();
        object(node, cx, &mut [("currency", &mut currency), ("scale", &mut self.scale)]);
        let mut letters = currency.0.chars();
        if let (Some(a), Some(b), Some(c)) = (letters.next(), letters.next(), letters.next()) {
            self.currency = Currency([a, b, c]);
        }
    }
}

#[derive(Default)]
struct Code(String);

impl Decode for Code {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let errors = cx.count();
        self.0.decode(node, cx);
        let is_code = self.0.len() == 3 && self.0.bytes().all(|b| b.is_ascii_uppercase());
        if is_code {
            tools::currency(&self.0, cx);
        } else if cx.count() == errors {
            let found = cx.describe(node);
            cx.error("bad_currency", found, "the three letters that ISO 4217 has for it, such as \"VND\"");
        }
    }
}

impl Decode for Unit {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let is_money = match node {
            Node::Record(entries) => entries.iter().any(|(key, _)| key == "currency" || key == "scale"),
            Node::Text(text) => SHORT.iter().any(|short| short == text),
            _ => false,
        };
        *self = match node {
            Node::Text(text) if text == "percent" => Unit::Percent,
            Node::Text(text) if text == "permille" => Unit::Permille,
            Node::Text(text) if text == "index" => Unit::Index,
            _ if is_money => {
                let mut money = MoneyUnit::default();
                money.decode(node, cx);
                Unit::Money(money)
            }
            _ => {
                let mut name = Label::default();
                name.decode(node, cx);
                tools::unit(&name, cx);
                Unit::Named(name)
            }
        };
    }
}

/// What the cells of a column are.
enum Column {
    Id,
    Name,
    Craft,
    District,
    Revenue,
    /// What places are in a dimension, by its place in the file's list.
    Dimension(usize),
    /// Figures of an indicator, by its place in the file's list.
    Figure(usize, Option<TimePeriod>),
    /// What is wrong was told.
    None,
}

impl Villages {
    pub(super) fn columns(&mut self, entries: &[(Cow<str>, Node)], node: &Node, cx: &mut Context) {
        const EXPECTED: &str = "a list of villages, or { \"columns\": [names], \"rows\": [[cells], …] }";
        let of = |key: &str| entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1);
        let (Some(Node::List(names)), Some(Node::List(rows))) = (of("columns"), of("rows")) else {
            return cx.wrong_type(node, EXPECTED);
        };
        let mut columns = Vec::new();
        cx.at("columns", |cx| {
            for (i, name) in names.iter().enumerate() {
                let twice = names.iter().take(i).any(|other| other == name);
                columns.push(cx.at_index(i, |cx| match twice {
                    true => {
                        cx.error("duplicate_key", "the same column twice", "one of them");
                        Column::None
                    }
                    false => column(name, cx),
                }));
            }
        });
        if !columns.iter().any(|column| matches!(column, Column::Name)) {
            cx.at("columns", |cx| cx.error("missing_key", "no column \"name\"", "the names of the villages"));
        }
        for (i, row) in rows.iter().enumerate() {
            let mut village = Village::default();
            cx.at("rows", |cx| {
                cx.at_index(i, |cx| match row {
                    Node::List(cells) if cells.len() == columns.len() => {
                        for (j, (cell, column)) in cells.iter().zip(&columns).enumerate() {
                            cx.at_index(j, |cx| read(cell, column, &mut village, cx));
                        }
                    }
                    row => cx.wrong_type(
                        row,
                        "a list with a cell for each of the columns; null where there is none",
                    ),
                })
            });
            self.0.push(village);
        }
    }
}

/// "name", "district", …; the id of a dimension; or that of an indicator, with "@" and a time where its figures have
/// one.
fn column(node: &Node, cx: &mut Context) -> Column {
    let Node::Text(text) = node else {
        cx.wrong_type(node, "the name of a column");
        return Column::None;
    };
    match &**text {
        "id" => return Column::Id,
        "name" => return Column::Name,
        "craft" => return Column::Craft,
        "district" => return Column::District,
        "revenue" => return Column::Revenue,
        id => {
            if let Some(at) = cx.known.dimension(id) {
                return Column::Dimension(at);
            }
        }
    }
    let (id, time) = text::parted(text, b'@').map_or((&**text, None), |(id, time)| (id, Some(time)));
    if time.is_none() && cx.known.are_dimensions_partial && cx.known.position(id).is_none() {
        return Column::None;
    }
    let mut indicator = IndicatorId::default();
    let errors = cx.count();
    indicator.decode(&Node::Text(id.into()), cx);
    let period = time.and_then(TimePeriod::parse);
    if time.is_some() && period.is_none() {
        let found = cx.describe(node);
        cx.error("bad_time", found, time::EXPECTED);
    }
    if cx.count() > errors || !cx.known.is_of_known() {
        return Column::None;
    }
    Column::Figure(indicator.0, period)
}

fn read(cell: &Node, column: &Column, village: &mut Village, cx: &mut Context) {
    match column {
        Column::Name => village.name.decode(cell, cx),
        Column::Id => village.id.decode(cell, cx),
        Column::Craft => village.craft.decode(cell, cx),
        Column::District => village.district.decode(cell, cx),
        Column::Revenue => village.revenue.decode(cell, cx),
        Column::Dimension(at) => village.dimensions.read(*at, cell, cx),
        Column::Figure(indicator, time) if *cell != Node::Null => {
            indicator::observe(cell, *indicator, *time, cx, &mut village.figures.0);
        }
        Column::Figure(..) | Column::None => {}
    }
}
