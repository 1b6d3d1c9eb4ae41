//! JSON that has a list somewhere: of objects, or of lists. What stands around the list is said in each of its rows.

use crate::data::Node;
use crate::import::grid::{Grid, Kind};
use crate::import::mapping::Mapping;
use crate::import::Source;
use std::collections::HashMap;

/// A cell by the name of its column.
type Cells = Vec<(String, String, Kind)>;

#[derive(Default)]
struct Table {
    names: Vec<String>,
    depths: Vec<u8>,
    places: HashMap<String, usize>,
    rows: Vec<Vec<(usize, String, Kind)>>,
}

/// Reads the table.
pub fn read(node: &Node) -> Result<Source, String> {
    if let Some(grid) = rows_of_cells(node) {
        let about = "JSON, a list of lists of cells".to_owned();
        return Ok(Source { grid, about, mapping: Mapping::default() });
    }
    let mut table = Table::default();
    let path = walk(node, "", 0, &mut Vec::new(), &mut table);
    if table.rows.is_empty() {
        return Err("JSON without a list of objects; expected places and their figures".to_owned());
    }
    let mut grid = Grid::default();
    let room = "more text than 4 GB";
    for name in &table.names {
        grid.push(name, Kind::Text).then_some(()).ok_or(room)?;
    }
    grid.end_row();
    let count = table.names.len();
    if count > super::csv::MOST_COLUMNS {
        return Err(format!("{count} different keys; expected at most {}", super::csv::MOST_COLUMNS));
    }
    for row in &table.rows {
        let mut cells: Vec<(&str, Kind)> = vec![("", Kind::Text); count];
        for (at, text, kind) in row {
            if let Some(cell) = cells.get_mut(*at) {
                *cell = (text, *kind);
            }
        }
        for (text, kind) in cells {
            grid.push(text, kind).then_some(()).ok_or(room)?;
        }
        grid.end_row();
    }
    let about = match &*path {
        "" => format!("JSON, a list of {}", table.rows.len()),
        path => format!("JSON, with a list of {} in {path}", table.rows.len()),
    };
    (grid.names, grid.depths) = (Some(table.names), table.depths);
    Ok(Source { grid, about, mapping: Mapping::default() })
}

/// A list whose first row has names and whose others have cells.
fn rows_of_cells(node: &Node) -> Option<Grid> {
    let Node::List(rows) = node else { return None };
    let is_heading =
        |row: &Node| matches!(row, Node::List(cells) if cells.iter().all(|c| matches!(c, Node::Text(_))));
    if rows.len() < 2 || !rows.first().is_some_and(is_heading) {
        return None;
    }
    let mut grid = Grid::default();
    for row in rows {
        let Node::List(cells) = row else { return None };
        for cell in cells {
            let (text, kind) = scalar(cell)?;
            grid.push(&text, kind).then_some(())?;
        }
        grid.end_row();
    }
    Some(grid)
}

/// A value that has no others in it.
fn scalar(node: &Node) -> Option<(String, Kind)> {
    Some(match node {
        Node::Null => (String::new(), Kind::Text),
        Node::Bool(is) => (is.to_string(), Kind::Text),
        Node::Number(x) => (x.to_string(), Kind::Number),
        Node::Text(text) => (text.clone().into_owned(), Kind::Text),
        _ => return None,
    })
}

/// The values of an object or a list that have no others in them, and those of objects in it, by the names of columns.
fn cells(node: &Node, path: &str, into: &mut Cells) {
    let name = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match node {
        Node::Record(entries) => {
            for (key, node) in entries {
                match scalar(node) {
                    Some((text, kind)) => into.push((name(key), text, kind)),
                    // shapes on a map
                    None if &**key == "geometry" => {}
                    None if matches!(node, Node::Record(_)) => cells(node, &name(key), into),
                    None if is_row(node) => cells(node, &name(key), into),
                    None => {}
                }
            }
        }
        Node::List(list) => {
            for (i, node) in list.iter().enumerate() {
                if let Some((text, kind)) = scalar(node) {
                    into.push((name(&(i + 1).to_string()), text, kind));
                }
            }
        }
        _ => {}
    }
}

/// A list of values that have no others in them.
fn is_row(node: &Node) -> bool {
    matches!(node, Node::List(list) if !list.is_empty() && list.iter().all(|item| scalar(item).is_some()))
}

/// A list of objects, or of lists of values.
fn is_table(node: &Node) -> bool {
    let is_item = |item: &Node| matches!(item, Node::Record(_)) || is_row(item);
    matches!(node, Node::List(list) if !list.is_empty() && list.iter().all(is_item))
}

/// How many rows are in the lists of a value, those of lists in it.
fn count(node: &Node) -> usize {
    match node {
        Node::List(list) if is_table(node) => list.iter().map(|item| count(item).max(1)).sum(),
        Node::Record(entries) => entries
            .iter()
            .filter(|(key, _)| key != "geometry")
            .map(|(_, node)| count(node))
            .max()
            .unwrap_or(0),
        _ => 0,
    }
}

/// Adds the rows below a value to the table, each with what stands around it. The result is where they are.
fn walk(node: &Node, path: &str, depth: u8, around: &mut Vec<(Cells, u8)>, table: &mut Table) -> String {
    if let Node::List(list) = node {
        let mut found = path.to_owned();
        for item in list {
            found = walk(item, path, depth, around, table);
        }
        return found;
    }
    let Node::Record(entries) = node else { return path.to_owned() };
    let lists = entries.iter().filter(|(key, node)| key != "geometry" && is_table(node));
    let inner = lists.max_by_key(|(_, node)| count(node));
    let mut own = Cells::new();
    match inner {
        Some((key, list @ Node::List(items))) => {
            let bare: Vec<_> = entries.iter().filter(|(other, _)| other != key).cloned().collect();
            cells(&Node::Record(bare), path, &mut own);
            around.push((own, depth));
            let below = if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
            // the path of a list is its key: "ds", not "kec.ds"
            let short = key.to_string();
            let mut found = below;
            match items.first() {
                Some(Node::Record(_)) => found = walk(list, &short, depth + 1, around, table),
                _ => {
                    for item in items {
                        let mut row = Cells::new();
                        cells(item, &short, &mut row);
                        table.add(around, (row, depth + 1));
                    }
                }
            }
            around.pop();
            found
        }
        _ if depth == 0
            && entries.len() > 1
            && entries.iter().all(|(_, node)| matches!(node, Node::Record(_))) =>
        {
            // an object for each place, under its name
            for (key, node) in entries {
                let mut row = vec![("place".to_owned(), key.to_string(), Kind::Text)];
                cells(node, "", &mut row);
                table.add(around, (row, depth));
            }
            path.to_owned()
        }
        _ => {
            // items of a list at the top have no path
            cells(node, path, &mut own);
            table.add(around, (own, depth));
            path.to_owned()
        }
    }
}

impl Table {
    fn add(&mut self, around: &[(Cells, u8)], own: (Cells, u8)) {
        let mut row = Vec::new();
        for (cells, depth) in around.iter().chain([&own]) {
            for (name, text, kind) in cells {
                let at = match self.places.get(name) {
                    Some(at) => *at,
                    None => {
                        self.names.push(name.clone());
                        self.depths.push(*depth);
                        self.places.insert(name.clone(), self.names.len() - 1);
                        self.names.len() - 1
                    }
                };
                row.push((at, text.clone(), *kind));
            }
        }
        self.rows.push(row);
    }
}
