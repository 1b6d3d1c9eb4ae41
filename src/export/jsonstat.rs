//! JSON-stat 2.0: places by indicators by times.

use super::rows::{date, indicators, lost, qualifier, source, stated, Words};
use super::Made;
use crate::data::{Dataset, Observation, TimePeriod};
use crate::figure::{Flag, Value};
use crate::import::own::UNDATED;
use crate::text::Locale;
use serde_json::{json, Map, Value as Json};
use std::collections::BTreeSet;

/// The most cells of a cube.
const MOST_CELLS: usize = 5_000_000;

/// As JSON-stat 2.0. A cell that is no exact number says so in `status`, with what the number is in
/// `extension.village-charts`. The error is a line.
pub fn json_stat(data: &Dataset, locale: Locale) -> Result<Made<String>, String> {
    let mut words = Words::new(locale);
    let all = indicators(data);
    let figures = || data.villages.iter().flat_map(|village| &village.figures.0);
    let times: BTreeSet<Option<TimePeriod>> = figures().map(|of| of.time).collect();
    let times: Vec<Option<TimePeriod>> = times.into_iter().collect();
    let size = [data.villages.len(), all.len(), times.len()];
    let count =
        size.iter().try_fold(1usize, |count, n| count.checked_mul(*n)).filter(|count| *count <= MOST_CELLS);
    match count {
        Some(0) => return Err("no figures of places: JSON-stat has none without".to_owned()),
        None => {
            return Err(format!("more than {MOST_CELLS} cells; expected fewer places, indicators or times"))
        }
        Some(_) => {}
    }
    // the source of most
    let from = data.sources.first().map_or(String::new(), |source| words.of(&source.name));
    let (mut value, mut status, mut more) = (Map::new(), Map::new(), Map::new());
    for (n, village) in data.villages.iter().enumerate() {
        for of in &village.figures.0 {
            let Some(time) = times.iter().position(|time| *time == of.time) else { continue };
            let cell = ((n * all.len() + of.indicator) * times.len() + time).to_string();
            let stands = flags(of);
            if !stands.is_empty() {
                status.insert(cell.clone(), json!(stands));
            }
            // a range has no number of its own
            if !matches!(of.figure.value, Value::Missing(_) | Value::Range(..)) {
                value.insert(cell.clone(), number(stated(&of.figure.value)));
            }
            let mut extra = extra(of, &mut words);
            let own = source(data, of, all.get(of.indicator), &mut words);
            if own != from {
                extra.insert("source".to_owned(), json!(own));
            }
            if !extra.is_empty() {
                more.insert(cell, Json::from(extra));
            }
        }
    }
    let ids = ids(data);
    let names: Vec<String> = data.villages.iter().map(|village| words.of(&village.name)).collect();
    let place = category(&ids, &names);
    let codes: Vec<String> = all.iter().map(|indicator| indicator.id.clone()).collect();
    let labels: Vec<String> = all.iter().map(|indicator| words.of(&indicator.name)).collect();
    let mut measured = category(&codes, &labels);
    let mut units = Map::new();
    for indicator in all {
        let mut unit = Map::new();
        unit.insert("base".to_owned(), json!(words.unit(indicator)));
        if let Some(decimals) = indicator.decimals {
            unit.insert("decimals".to_owned(), json!(decimals.0));
        }
        units.insert(indicator.id.clone(), Json::from(unit));
    }
    measured.insert("unit".to_owned(), Json::from(units));
    let time_codes: Vec<String> =
        times.iter().map(|time| time.map_or(UNDATED.to_owned(), |time| time.to_string())).collect();
    let time = category(&time_codes, &time_codes);
    let mut groups = Map::new();
    let dimensions: Vec<String> =
        data.dimensions.0.iter().map(|of| format!("{} [{}]", words.of(&of.name), of.id)).collect();
    for (village, id) in data.villages.iter().zip(&ids) {
        let mut group = Map::new();
        let mut put = |key: &str, text: String| {
            if !text.is_empty() {
                group.insert(key.to_owned(), json!(text));
            }
        };
        put("district", words.maybe(village.district.as_ref()));
        put("craft", words.maybe(village.craft.as_ref()));
        put("id", village.id.clone().unwrap_or_default());
        for (at, dimension) in dimensions.iter().enumerate() {
            put(dimension, words.maybe(village.dimensions.get(at)));
        }
        if !group.is_empty() {
            groups.insert(id.clone(), Json::from(group));
        }
    }
    let kinds: Map<String, Json> =
        all.iter().map(|indicator| (indicator.id.clone(), json!(indicator.kind.name()))).collect();
    let labels: Map<String, Json> =
        STATUS.iter().map(|(code, label)| ((*code).to_owned(), json!(label))).collect();
    let title = data.title.as_ref().map(|title| words.of(title));
    let mut cube = json!({
        "version": "2.0",
        "class": "dataset",
        "label": title,
        "source": if from.is_empty() { Json::Null } else { json!(from) },
        "id": ["place", "indicator", "time"],
        "size": size,
        "role": { "geo": ["place"], "metric": ["indicator"], "time": ["time"] },
        "dimension": {
            "place": { "label": "place", "category": place },
            "indicator": { "label": "indicator", "category": measured },
            "time": { "label": "time", "category": time },
        },
        "value": value,
        "status": status,
        "extension": {
            "status": { "label": labels },
            "village-charts": { "dimensions": dimensions, "figures": more, "kinds": kinds, "places": groups },
        },
    });
    // a file without a title or a source has none of the two
    if let Some(keys) = cube.as_object_mut() {
        keys.retain(|_, value| !value.is_null());
    }
    let mut left = Vec::new();
    lost(data, &mut left);
    left.retain(|what| what != "the file's \"title\"");
    if !data.references.is_empty() {
        left.push(format!("{} to compare with: a cube has places alone", data.references.len()));
    }
    if words.others > 0 {
        left.push(format!("{} texts in other languages than {}", words.others, locale.tag()));
    }
    Ok(Made { rows: serde_json::to_string_pretty(&cube).unwrap_or_default() + "\n", left })
}

/// What stands for what in `status`: the letters of Eurostat, and the qualifiers of the format.
const STATUS: [(&str, &str); 13] = [
    ("p", "provisional"),
    ("r", "revised"),
    ("b", "break in series"),
    ("u", "few cases"),
    ("e", "estimated"),
    ("about", "near this number, on either side"),
    ("nearly", "close to this number, and below it"),
    ("more_than", "above this number"),
    ("at_least", "this number or more"),
    ("less_than", "below this number"),
    ("at_most", "this number or less"),
    ("range", "between two numbers: see extension"),
    ("missing", "no number: see extension"),
];

fn flags(of: &Observation) -> String {
    let mut all: Vec<&str> = Vec::new();
    let key = qualifier(&of.figure.value);
    if !key.is_empty() && key != "estimate" {
        all.push(key);
    }
    for flag in of.figure.flags.iter() {
        all.push(match flag {
            Flag::Provisional => "p",
            Flag::FewCases => "u",
            Flag::Revised => "r",
            Flag::Break => "b",
        });
    }
    if of.figure.estimated {
        all.push("e");
    }
    all.join(" ")
}

/// What no status says: both ends of a range, an interval, why there is no number, the source's words.
fn extra(of: &Observation, words: &mut Words) -> Map<String, Json> {
    let mut extra = Map::new();
    match &of.figure.value {
        Value::Range(low, high) => {
            drop(extra.insert("range".to_owned(), json!([number(*low), number(*high)])))
        }
        Value::Estimate { low, high, .. } => {
            extra.insert("interval".to_owned(), json!([number(*low), number(*high)]));
        }
        Value::Missing(why) => drop(extra.insert("missing".to_owned(), json!(words.of(why)))),
        _ => {}
    }
    if let Some(quote) = &of.figure.quote {
        extra.insert("quote".to_owned(), json!(words.of(quote)));
    }
    if let Some(as_of) = of.figure.as_of {
        extra.insert("as of".to_owned(), json!(date(as_of)));
    }
    extra
}

/// A whole number without ".0".
fn number(x: f64) -> Json {
    match x.fract() == 0.0 && x.abs() < 9e15 {
        true => json!(x as i64),
        false => json!(x),
    }
}

fn category(codes: &[String], labels: &[String]) -> Map<String, Json> {
    let labels: Map<String, Json> =
        codes.iter().zip(labels).map(|(code, label)| (code.clone(), json!(label))).collect();
    Map::from_iter([("index".to_owned(), json!(codes)), ("label".to_owned(), Json::from(labels))])
}

/// An id for each place: its own, else its number.
fn ids(data: &Dataset) -> Vec<String> {
    let own: BTreeSet<&str> = data.villages.iter().filter_map(|village| village.id.as_deref()).collect();
    let mut free = (1..).map(|n| format!("p{n}")).filter(|id| !own.contains(&**id));
    let mut ids = Vec::new();
    for village in &data.villages {
        ids.extend(village.id.clone().or_else(|| free.next()));
    }
    ids
}
