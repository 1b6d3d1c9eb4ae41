//! JSON that has a list somewhere: of objects, or of lists. What stands around the list is said in each of its rows.

use super::bps::get;
use crate::data::Node;
use crate::import::grid::{Grid, Kind};
use crate::import::told::{told, Told};
use crate::import::words::Words;
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
pub fn read(node: &Node) -> Result<Source, Told> {
    if matches!(get(node, "format"), Some(Node::Text(format)) if format.starts_with("village-charts/")) {
        return Err(told!("fault-data-file"));
    }
    if let Some(grid) = rows_of_cells(node).or_else(|| columns_of_cells(node)) {
        let about = Some(told!("json-cells"));
        return Ok(Source { grid, about, ..Source::default() });
    }
    // what is said of the list, and the list: as the World Bank serves it
    let node = match node {
        Node::List(items) => match &**items {
            [Node::Record(_), list @ Node::List(_)] if is_table(list) => list,
            _ => node,
        },
        _ => node,
    };
    let mut table = Table::default();
    let path = walk(node, "", 0, &mut Vec::new(), &mut table, node);
    table.label(node);
    table.labelled_by_first();
    if table.rows.is_empty() {
        return Err(told!("fault-no-list"));
    }
    let mut grid = Grid::default();
    let room = || told!("fault-room");
    for name in &table.names {
        grid.push(name, Kind::Text).then_some(()).ok_or_else(room)?;
    }
    grid.end_row();
    let count = table.names.len();
    if count > super::csv::MOST_COLUMNS {
        return Err(told!("fault-keys", n = count, most = super::csv::MOST_COLUMNS));
    }
    for row in &table.rows {
        let mut cells: Vec<(&str, Kind)> = vec![("", Kind::Text); count];
        for (at, text, kind) in row {
            if let Some(cell) = cells.get_mut(*at) {
                *cell = (text, *kind);
            }
        }
        for (text, kind) in cells {
            grid.push(text, kind).then_some(()).ok_or_else(room)?;
        }
        grid.end_row();
    }
    let about = Some(match &*path {
        "" => told!("json-list", n = table.rows.len()),
        path => told!("json-list-in", n = table.rows.len(), path = path),
    });
    (grid.names, grid.depths) = (Some(table.names), table.depths);
    Ok(Source { grid, about, ..Source::default() })
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

/// An object of lists that are as long as each other, each of the cells of a column.
fn columns_of_cells(node: &Node) -> Option<Grid> {
    let Node::Record(entries) = node else { return None };
    let lists: Vec<(&str, &Vec<Node>)> = entries
        .iter()
        .map(|(name, node)| match node {
            Node::List(list) if is_row(node) => Some((&**name, list)),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let height = lists.first().map(|(_, list)| list.len()).filter(|height| *height > 1 && lists.len() > 1)?;
    if lists.iter().any(|(_, list)| list.len() != height) {
        return None;
    }
    let mut grid = Grid::default();
    for (name, _) in &lists {
        grid.push(name, Kind::Text).then_some(())?;
    }
    grid.end_row();
    for row in 0..height {
        for (_, list) in &lists {
            let (text, kind) = list.get(row).and_then(scalar)?;
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

/// The values of a row: a list of them, or, as PxWeb has it, one of keys and one of values.
fn values<'a, 'n>(item: &'a Node<'n>) -> Vec<&'a Node<'n>> {
    match item {
        Node::List(list) => list.iter().collect(),
        Node::Record(entries) => match &**entries {
            [(a, Node::List(keys)), (b, Node::List(values))] if a == "key" && b == "values" => {
                keys.iter().chain(values).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The names of columns that stand elsewhere in a file than in its rows: so many texts, or objects with a name.
fn names(node: &Node, count: usize, depth: u8) -> Option<Vec<String>> {
    const NAMES: [&str; 7] = ["text", "label", "title", "name", "fieldName", "id", "code"];
    let Node::Record(entries) = node else { return None };
    let name = |item: &Node| match item {
        Node::Text(text) => Some(text.to_string()),
        Node::Record(entries) => NAMES.iter().find_map(|key| match entries.iter().find(|(k, _)| k == key) {
            Some((_, Node::Text(text))) => Some(text.to_string()),
            _ => None,
        }),
        _ => None,
    };
    let all = entries.iter().find_map(|(_, node)| match node {
        Node::List(list) if list.len() == count => {
            let names = list.iter().map(name).collect::<Option<Vec<String>>>()?;
            let different: std::collections::HashSet<&String> = names.iter().collect();
            (different.len() == count && names.iter().all(|name| !name.is_empty())).then_some(names)
        }
        _ => None,
    });
    all.or_else(|| {
        let inner = entries.iter().filter(|_| depth < 4);
        inner
            .filter(|(_, node)| matches!(node, Node::Record(_)))
            .find_map(|(_, node)| names(node, count, depth + 1))
    })
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
fn walk(
    node: &Node,
    path: &str,
    depth: u8,
    around: &mut Vec<(Cells, u8)>,
    table: &mut Table,
    root: &Node,
) -> String {
    if let Node::List(list) = node {
        let mut found = path.to_owned();
        for item in list {
            found = walk(item, path, depth, around, table, root);
        }
        return found;
    }
    let Node::Record(entries) = node else { return path.to_owned() };
    let lists = entries.iter().filter(|(key, node)| key != "geometry" && is_table(node));
    let inner = lists.max_by_key(|(_, node)| count(node));
    // what has a list deeper in it, beside values that have none
    let deeper = || {
        let mut all = entries.iter().filter(|(_, node)| matches!(node, Node::Record(_)) && count(node) > 0);
        let first = all.next().filter(|_| inner.is_none())?;
        (all.next().is_none()).then_some(first)
    };
    if let Some((key, node)) = deeper() {
        let others = entries.iter().filter(|(other, node)| other != key && !matches!(node, Node::Record(_)));
        let mut own = Cells::new();
        cells(&Node::Record(others.cloned().collect()), path, &mut own);
        around.push((own, depth));
        let found = walk(node, key, depth, around, table, root);
        around.pop();
        return found;
    }
    let mut own = Cells::new();
    match inner {
        Some((key, list @ Node::List(items))) => {
            let count = items.first().map_or(0, |row| values(row).len());
            let known = if count > 0 { names(root, count, 0) } else { None };
            // names of columns are none of their cells, and hide what is called the same around the list
            let is_bare = |other: &str, node: &Node| {
                let Some(known) = &known else { return true };
                !known.iter().any(|name| name == other)
                    && !matches!(node, Node::List(list) if list.len() == count && !is_table(node))
            };
            let others = entries.iter().filter(|(other, node)| other != key && is_bare(other, node));
            let bare: Vec<_> = others.cloned().collect();
            cells(&Node::Record(bare), path, &mut own);
            around.push((own, depth));
            let below = if path.is_empty() { key.to_string() } else { format!("{path}.{key}") };
            // the path of a list is its key: "ds", not "kec.ds"
            let short = key.to_string();
            let mut found = below;
            match items.first() {
                _ if known.is_some() => {
                    for item in items {
                        let cells = known.iter().flatten().zip(values(item));
                        let cells = cells.filter_map(|(name, node)| {
                            let (text, kind) = scalar(node)?;
                            Some((name.clone(), text, kind))
                        });
                        table.add(around, (cells.collect(), depth + 1));
                    }
                }
                Some(Node::Record(_)) => found = walk(list, &short, depth + 1, around, table, root),
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

/// Texts for the names of columns: an object whose keys are most of theirs.
fn labels<'a>(node: &'a Node, keys: &[&str], depth: u8) -> Option<Vec<(&'a str, &'a str)>> {
    let Node::Record(entries) = node else { return None };
    let texts: Option<Vec<(&str, &str)>> = entries
        .iter()
        .map(|(key, node)| match node {
            Node::Text(text) => Some((&**key, &**text)),
            _ => None,
        })
        .collect();
    let fits = |all: &Vec<(&str, &str)>| {
        let known = all.iter().filter(|(key, _)| keys.contains(key)).count();
        depth > 0 && known > 1 && known * 3 >= all.len() * 2
    };
    texts.filter(fits).or_else(|| {
        let inner = entries.iter().filter(|_| depth < 4);
        inner.filter_map(|(_, node)| labels(node, keys, depth + 1)).next()
    })
}

/// Is a key such that what stands around it says more: "label", "name"?
fn is_general(key: &str) -> bool {
    let words = Words::all();
    let key = super::super::words::fold(key);
    ["label_after", "value", "place", "time", "id"].iter().any(|what| words.is(what, &key)) || key.len() < 3
}

impl Table {
    /// Gives columns the names that the file has for their keys elsewhere.
    fn label(&mut self, root: &Node) {
        let last = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
        let deepest = self.depths.iter().max().copied().unwrap_or(0);
        let of_rows = self.names.iter().zip(&self.depths).filter(|(_, depth)| **depth == deepest);
        let keys: Vec<String> = of_rows.map(|(name, _)| last(name)).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let labels = labels(root, &keys, 0).unwrap_or_default();
        for (name, depth) in self.names.iter_mut().zip(&self.depths) {
            let label = labels.iter().find(|(key, _)| *key == last(name)).filter(|_| *depth == deepest);
            if let Some((_, label)) = label {
                *name = (*label).to_owned();
            }
        }
        // of a path the last key is enough where no other column has it
        let all: Vec<String> = self.names.iter().map(|name| last(name)).collect();
        for (name, own) in self.names.iter_mut().zip(&all) {
            let is_number = own.bytes().all(|b| b.is_ascii_digit());
            let says_more = !is_general(own);
            if !is_number && says_more && all.iter().filter(|other| *other == own).count() == 1 {
                name.clone_from(own);
            }
        }
    }

    /// Takes the first object for the names of columns where it has words for what are numbers in all others.
    fn labelled_by_first(&mut self) {
        let Some((first, rest)) = self.rows.split_first().filter(|(_, rest)| rest.len() > 1) else { return };
        let is_number = |text: &str| text.parse::<f64>().is_ok();
        let cell = |row: &[(usize, String, Kind)], at: usize| {
            row.iter().find(|(own, ..)| *own == at).map_or(String::new(), |(_, text, _)| text.clone())
        };
        let mut names: Vec<String> = (0..self.names.len()).map(|at| cell(first, at)).collect();
        let are_texts = first.iter().all(|(_, text, kind)| *kind == Kind::Text && !is_number(text));
        let counts = |at: &usize| rest.iter().filter(|row| is_number(&cell(row, *at))).count();
        let is_named = (0..names.len()).any(|at| counts(&at) * 2 > rest.len());
        let different: std::collections::HashSet<&String> = names.iter().collect();
        let are_names = different.len() == names.len() && names.iter().all(|name| !name.is_empty());
        let has_words = (0..names.len()).all(|at| rest.iter().any(|row| cell(row, at) != cell(first, at)));
        if are_texts && is_named && are_names && has_words {
            std::mem::swap(&mut self.names, &mut names);
            self.rows.remove(0);
        }
    }

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
