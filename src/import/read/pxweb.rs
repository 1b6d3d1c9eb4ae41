//! The JSON of PxWeb that is no JSON-stat: columns with their kinds, and rows of a key and values.

use super::bps::get;
use crate::data::Node;
use crate::import::cell::{Legend, Reader};
use crate::import::grid::{Grid, Kind};
use crate::import::heading;
use crate::import::mapping::Mapping;
use crate::import::number::Decimal;
use crate::import::told::told;
use crate::import::words::Words;
use crate::import::Source;

/// Reads a table; `None` where it is none of these. Codes of what is no place and no time stand behind the names of
/// their columns, since the file has no words for them.
pub fn read(node: &Node) -> Option<Source> {
    let (Node::List(columns), Node::List(rows)) = (get(node, "columns")?, get(node, "data")?) else {
        return None;
    };
    let text = |node: &Node, key: &str| match get(node, key) {
        Some(Node::Text(text)) => Some(text.to_string()),
        _ => None,
    };
    let columns: Vec<(String, String)> = columns
        .iter()
        .map(|column| Some((text(column, "text")?, text(column, "type")?)))
        .collect::<Option<_>>()?;
    let legend = Legend::default();
    let reader = Reader { words: Words::all(), legend: &legend, noun: None };
    let named = |kind: &'static str| columns.iter().filter(move |(_, of)| of == kind).map(|(name, _)| name);
    let place = named("d").find(|name| heading::level(name, &reader).is_some()).or(named("d").next())?;
    let mut grid = Grid::default();
    for (name, _) in &columns {
        grid.push(name, Kind::Text).then_some(())?;
    }
    grid.end_row();
    for row in rows {
        let (Node::List(key), Node::List(values)) = (get(row, "key")?, get(row, "values")?) else {
            return None;
        };
        for ((name, kind), cell) in columns.iter().zip(key.iter().chain(values)) {
            let cell = match cell {
                Node::Text(text) => text.to_string(),
                Node::Number(number) => number.to_string(),
                _ => return None,
            };
            let cell = if kind == "d" && name != place { format!("{name} {cell}") } else { cell };
            grid.push(&cell, Kind::Text).then_some(())?;
        }
        grid.end_row();
    }
    let about = match get(node, "metadata") {
        Some(Node::List(items)) => items.first(),
        _ => None,
    };
    let values: Vec<(String, String)> = named("c").map(|name| (name.clone(), String::new())).collect();
    let mapping = Mapping {
        place: Some(place.clone()),
        time: named("t").next().cloned(),
        indicators: values,
        // values are numbers of JSON, in quotes
        decimal: Some(Decimal::Point),
        source: about.and_then(|about| text(about, "source")),
        title: about.and_then(|about| text(about, "label")),
        ..Mapping::default()
    };
    let told = told!("json-list-in", n = rows.len(), path = "data");
    grid.names = Some(columns.into_iter().map(|(name, _)| name).collect());
    Some(Source { grid, about: Some(told), mapping, ..Source::default() })
}
