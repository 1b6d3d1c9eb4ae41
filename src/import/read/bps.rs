//! The tables of the interface of Statistics Indonesia: lists of labels, and figures by keys made of their codes.

use crate::data::Node;
use crate::import::grid::{Grid, Kind};
use crate::import::mapping::Mapping;
use crate::import::times;
use crate::import::told::told;
use crate::import::Source;
use std::collections::HashMap;

/// A code with its label and its unit.
type Label = [String; 3];

const NAMES: [&str; 6] = ["wilayah", "kode", "variabel", "tahun", "unit", "value"];

/// Reads a table; `None` where it is none of these.
pub fn read(node: &Node) -> Option<Source> {
    let Node::Record(figures) = get(node, "datacontent")? else { return None };
    let figures: HashMap<&str, &Node> = figures.iter().map(|(key, node)| (&**key, node)).collect();
    let list = |key: &str| get(node, key).map_or_else(Vec::new, labels);
    // what a table has none of has the code 0
    let or_none = |list: Vec<Label>| match list.is_empty() {
        true => vec![["0".to_owned(), String::new(), String::new()]],
        false => list,
    };
    let (parts, turns) = (or_none(list("turvar")), or_none(list("turtahun")));
    let years = list("tahun");
    let mut grid = Grid::default();
    let mut count = 0;
    row(&mut grid, NAMES, Kind::Text)?;
    for [place, name, _] in &list("vervar") {
        for [variable, measured, unit] in &list("var") {
            for [part, of_part, _] in &parts {
                for [year, of_year, _] in &years {
                    for [turn, of_turn, _] in &turns {
                        let key = [place, variable, part, year, turn].map(String::as_str).concat();
                        let (text, kind) = match figures.get(&*key) {
                            Some(Node::Number(number)) => (number.to_string(), Kind::Number),
                            Some(Node::Text(text)) => (text.to_string(), Kind::Text),
                            _ => continue,
                        };
                        // "Triwulan I" of a year is a quarter; what is no time names what is measured
                        let both = format!("{of_turn} {of_year}");
                        let is_time = times::time(&both).is_some();
                        let of_turn = if is_time || turns.len() == 1 { "" } else { of_turn };
                        let said = [measured.as_str(), of_part, of_turn];
                        let said: Vec<&str> = said.into_iter().filter(|text| is_said(text)).collect();
                        let time = if is_time { &both } else { of_year };
                        row(&mut grid, [name, place, &said.join(": "), time, unit, &text], kind)?;
                        count += 1;
                    }
                }
            }
        }
    }
    grid.names = Some(NAMES.map(str::to_owned).to_vec());
    let mapping = Mapping {
        place: Some("wilayah".to_owned()),
        id: Some("kode".to_owned()),
        indicator: Some("variabel".to_owned()),
        time: Some("tahun".to_owned()),
        value: Some("value".to_owned()),
        ..Mapping::default()
    };
    let about = Some(told!("json-list-in", n = count, path = "datacontent"));
    (count > 0).then_some(Source { grid, about, mapping, ..Source::default() })
}

/// "Tidak ada" stands where a variable has no parts.
fn is_said(label: &str) -> bool {
    !label.is_empty() && !label.to_lowercase().starts_with("tidak ada")
}

fn row(grid: &mut Grid, cells: [&str; 6], of_value: Kind) -> Option<()> {
    for (cell, name) in cells.iter().zip(NAMES) {
        let kind = if name == "value" { of_value } else { Kind::Text };
        grid.push(cell, kind).then_some(())?;
    }
    grid.end_row();
    Some(())
}

pub(super) fn get<'a, 'n>(node: &'a Node<'n>, key: &str) -> Option<&'a Node<'n>> {
    let Node::Record(entries) = node else { return None };
    entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
}

/// The codes of a list, with their labels and units.
fn labels(node: &Node) -> Vec<Label> {
    let Node::List(items) = node else { return Vec::new() };
    let text = |item: &Node, key: &str| match get(item, key) {
        Some(Node::Text(text)) => text.to_string(),
        Some(Node::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    items.iter().map(|item| ["val", "label", "unit"].map(|key| text(item, key))).collect()
}
