//! JSON-stat 1 and 2: a cube of values, as PxWeb, Eurostat and ONS serve it. It becomes a long table.

use crate::data::Node;
use crate::import::cell::{Legend, Reader};
use crate::import::grid::{Grid, Kind};
use crate::import::heading;
use crate::import::mapping::Mapping;
use crate::import::own::{FIGURE, PLACE, UNDATED};
use crate::import::times;
use crate::import::told::{commas, quote, told, Told};
use crate::import::words::{Meaning, Words, SCALES};
use crate::import::Source;

/// The most cells of a cube.
const MOST_CELLS: usize = 5_000_000;

type Entries<'a, 'n> = &'a [(std::borrow::Cow<'n, str>, Node<'n>)];

fn entries<'a, 'n>(node: &'a Node<'n>) -> Entries<'a, 'n> {
    match node {
        Node::Record(entries) => entries,
        _ => &[],
    }
}

fn get<'a, 'n>(node: &'a Node<'n>, key: &str) -> Option<&'a Node<'n>> {
    entries(node).iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
}

fn text<'a>(node: Option<&'a Node>) -> Option<&'a str> {
    match node {
        Some(Node::Text(text)) => Some(text),
        _ => None,
    }
}

fn list<'a, 'n>(node: Option<&'a Node<'n>>) -> &'a [Node<'n>] {
    match node {
        Some(Node::List(list)) => list,
        _ => &[],
    }
}

/// The cube of a file, where it is one.
pub fn cube<'a, 'n>(node: &'a Node<'n>) -> Option<&'a Node<'n>> {
    let is_cube = |node: &Node| get(node, "dimension").is_some() && get(node, "value").is_some();
    if is_cube(node) {
        return Some(node);
    }
    // the first version has datasets under their names
    entries(node).iter().map(|(_, node)| node).find(|node| is_cube(node))
}

/// What one dimension has.
struct Dimension {
    label: String,
    /// Code, label and unit of each category.
    categories: Vec<[String; 3]>,
    role: Role,
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Place,
    Time,
    Metric,
    Other,
}

/// Reads a cube.
pub fn read(cube: &Node, place: Option<&str>) -> Result<Source, Told> {
    let dimension = get(cube, "dimension").ok_or_else(|| told!("fault-stat-key", key = "dimension"))?;
    let of = |key: &str| get(cube, key).or_else(|| get(dimension, key));
    let ids: Vec<&str> = list(of("id")).iter().filter_map(|id| text(Some(id))).collect();
    let roles = of("role");
    let mut dimensions = Vec::new();
    for id in &ids {
        let node = get(dimension, id).ok_or_else(|| told!("fault-stat-dimension", id = quote(id)))?;
        dimensions.push(read_dimension(id, node, roles)?);
    }
    let size = dimensions.iter().try_fold(1usize, |size, d| size.checked_mul(d.categories.len()));
    let size =
        size.filter(|size| (1..=MOST_CELLS).contains(size)).ok_or_else(|| told!("fault-stat-cells"))?;
    for (given, dimension) in list(of("size")).iter().zip(&dimensions) {
        // some offices write numbers as texts
        let number = match given {
            Node::Text(text) => text.trim().parse().ok(),
            Node::Number(number) => Some(*number),
            _ => None,
        };
        if number != Some(dimension.categories.len() as f64) {
            let n = dimension.categories.len();
            return Err(told!("fault-stat-size", n = n, name = quote(&dimension.label)));
        }
    }
    let value = get(cube, "value").ok_or_else(|| told!("fault-stat-key", key = "value"))?;
    if matches!(value, Node::List(values) if values.len() != size) {
        return Err(told!("fault-stat-values", n = list(Some(value)).len(), size = size));
    }
    if let Some(own) = get(cube, "extension").and_then(|extension| get(extension, "village-charts")) {
        if let Some(grid) = self::own(cube, own, &dimensions, size) {
            let mapping =
                Mapping { title: text(get(cube, "label")).map(str::to_owned), ..Mapping::default() };
            return Ok(Source { grid, about: Some(told!("json-stat")), mapping, ..Source::default() });
        }
    }
    // which of several has the places, or which of those of which nothing says it, is asked
    let of = |role: Role| dimensions.iter().filter(move |d| d.role == role);
    let with_several = of(Role::Place).filter(|d| d.categories.len() > 1);
    let open: Vec<&Dimension> = match of(Role::Place).next() {
        Some(_) => with_several.collect(),
        None => of(Role::Other).collect(),
    };
    if place.is_none() && (open.len() > 1 || of(Role::Place).next().is_none()) {
        return Err(told!(
            "fault-stat-places",
            names = commas(open.iter().map(|d| quote(&d.label)).collect())
        ));
    }
    let mut mapping = mapping(cube, &dimensions);
    let (grid, empty) = grid(&dimensions, size, value, get(cube, "status"))?;
    if let Some(labels) = get(cube, "extension").and_then(|e| get(e, "status")).and_then(|s| get(s, "label"))
    {
        for (code, label) in entries(labels) {
            let is_known = Words::all().mark(code).is_some() || Words::all().missing(code).is_some();
            if let (Some(label), false) = (text(Some(label)), is_known) {
                mapping.marks.insert(code.to_string(), label.to_owned());
            }
        }
    }
    let said = |d: &Dimension| told!("dimension-of", name = quote(&d.label), n = d.categories.len()).into();
    let names = commas(dimensions.iter().map(said).collect());
    let about = Some(told!("json-stat-of", dimensions = names, empty = empty, size = size));
    Ok(Source { grid, about, mapping, ..Source::default() })
}

fn read_dimension(id: &str, node: &Node, roles: Option<&Node>) -> Result<Dimension, Told> {
    let category = get(node, "category").ok_or_else(|| told!("fault-stat-categories", id = quote(id)))?;
    let labels = get(category, "label");
    let codes: Vec<String> = match get(category, "index") {
        Some(Node::List(codes)) => {
            codes.iter().filter_map(|code| text(Some(code))).map(str::to_owned).collect()
        }
        Some(Node::Record(places)) => {
            let mut codes: Vec<(f64, String)> = places
                .iter()
                .map(|(code, place)| (if let Node::Number(x) = place { *x } else { 0.0 }, code.to_string()))
                .collect();
            codes.sort_by(|a, b| a.0.total_cmp(&b.0));
            codes.into_iter().map(|(_, code)| code).collect()
        }
        // one category alone needs no index
        _ => labels
            .map_or(&[][..], |labels| entries(labels))
            .iter()
            .map(|(code, _)| code.to_string())
            .collect(),
    };
    let units = get(category, "unit");
    let categories = codes.into_iter().map(|code| {
        let label = labels.and_then(|labels| text(get(labels, &code))).unwrap_or(&code).to_owned();
        let unit = units.and_then(|units| get(units, &code));
        let unit = unit
            .and_then(|unit| ["base", "label", "symbol"].into_iter().find_map(|key| text(get(unit, key))));
        // a power of ten, where no words say it
        let power =
            units.and_then(|units| get(get(units, &code)?, "multiplier")).and_then(|power| match power {
                Node::Number(power) => Some(*power),
                _ => None,
            });
        let scales = SCALES.iter().find(|(_, known)| power == Some(f64::from(*known)) && *known > 0);
        let scale = scales.map(|(name, _)| name.replace('_', " "));
        let has_scale = |unit: &str| {
            let unit = super::super::words::fold(unit);
            Words::all()
                .phrase(&unit)
                .is_some_and(|(_, of)| of.iter().any(|of| matches!(of, Meaning::Scale(_))))
        };
        let unit = match (unit, scale) {
            (unit, None) => unit.unwrap_or("").to_owned(),
            (None, Some(scale)) => scale,
            (Some(unit), Some(_)) if has_scale(unit) => unit.to_owned(),
            (Some(unit), Some(scale)) => format!("{scale} {unit}"),
        };
        [code, label, unit]
    });
    let has_role = |role: &str| {
        list(roles.and_then(|roles| get(roles, role))).iter().any(|of| text(Some(of)) == Some(id))
    };
    let label = text(get(node, "label")).unwrap_or(id).to_owned();
    let words = Words::all();
    let is = |key: &str| [id, &label].into_iter().any(|name| words.is(key, &super::super::words::fold(name)));
    let none = Legend::default();
    let reader = Reader { words, legend: &none, noun: None };
    let is_level = |name: &str| heading::level(name, &reader).is_some();
    let categories: Vec<[String; 3]> = categories.collect();
    let are_times = !categories.is_empty() && categories.iter().all(|[code, ..]| times::time(code).is_some());
    let role = match () {
        () if has_role("geo") => Role::Place,
        () if has_role("time") || (is("time") && are_times) => Role::Time,
        () if has_role("metric") => Role::Metric,
        () if id.eq_ignore_ascii_case("geo") || [id, &label].into_iter().any(is_level) => Role::Place,
        () => Role::Other,
    };
    Ok(Dimension { label, categories, role })
}

fn mapping(cube: &Node, dimensions: &[Dimension]) -> Mapping {
    let label = |role: Role| dimensions.iter().find(|d| d.role == role).map(|d| d.label.clone());
    let with_several = dimensions.iter().find(|d| d.role == Role::Place && d.categories.len() > 1);
    Mapping {
        place: with_several.map(|d| d.label.clone()).or_else(|| label(Role::Place)),
        time: label(Role::Time),
        indicator: label(Role::Metric)
            .filter(|_| dimensions.iter().any(|d| d.role == Role::Metric && d.categories.len() > 1))
            .or_else(|| name(cube, dimensions)),
        value: Some(VALUE.to_owned()),
        title: text(get(cube, "label")).map(str::to_owned),
        source: text(get(cube, "source")).map(str::to_owned),
        ..Mapping::default()
    }
}

/// A cube that `export` wrote, as the table that it writes: with all that only its extension says.
fn own(cube: &Node, own: &Node, dimensions: &[Dimension], size: usize) -> Option<Grid> {
    let [places, measured, times] = dimensions else { return None };
    let groups = get(own, "places")?;
    let names: Vec<&str> = list(get(own, "dimensions")).iter().filter_map(|name| text(Some(name))).collect();
    let mut grid = Grid::default();
    for head in PLACE.iter().chain(&names).chain(&FIGURE) {
        grid.push(head, Kind::Text).then_some(())?;
    }
    grid.end_row();
    let units = get(get(get(get(cube, "dimension")?, "indicator")?, "category")?, "unit");
    let (values, statuses) = (spread(get(cube, "value"), size), spread(get(cube, "status"), size));
    let mut known = std::collections::HashMap::new();
    for (key, figure) in entries(get(own, "figures")?) {
        known.insert(key.parse::<usize>().ok()?, figure);
    }
    let shown = |node: Option<&Node>| match node {
        Some(Node::Number(x)) => x.to_string(),
        Some(Node::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    for (p, [id, label, _]) in places.categories.iter().enumerate() {
        let group = get(groups, id);
        let of = |key: &str| shown(group.and_then(|group| get(group, key)));
        let mut place = vec![label.clone()];
        place.extend(PLACE.iter().skip(1).chain(&names).map(|key| of(key)));
        place.push("place".to_owned());
        let mut count = 0;
        for (m, [code, name, _]) in measured.categories.iter().enumerate() {
            for (t, [time, ..]) in times.categories.iter().enumerate() {
                let at = (p * measured.categories.len() + m) * times.categories.len() + t;
                let value = shown(values.get(at).copied().flatten());
                let status = shown(statuses.get(at).copied().flatten());
                if value.is_empty() && status.is_empty() {
                    continue;
                }
                count += 1;
                let unit = units.and_then(|units| get(units, code));
                let extra = known.get(&at).copied();
                let more = |key: &str| extra.and_then(|extra| get(extra, key));
                let ends = |key: &str, n: usize| shown(list(more(key)).get(n));
                let words: Vec<&str> = status.split(' ').collect();
                let flag = |word: &&str| {
                    let flags = [("p", "provisional"), ("u", "few_cases"), ("r", "revised"), ("b", "break")];
                    flags.iter().find(|(letter, _)| letter == word).map(|(_, flag)| *flag)
                };
                let flags: Vec<&str> = words.iter().filter_map(flag).collect();
                let is_interval = more("interval").is_some();
                let qualifier = words.iter().find(|word| word.len() > 1).copied();
                let from = more("source").map_or_else(|| shown(get(cube, "source")), |own| shown(Some(own)));
                let row = [
                    name.clone(),
                    code.clone(),
                    shown(get(own, "kinds").and_then(|kinds| get(kinds, code))),
                    shown(unit.and_then(|unit| get(unit, "base"))),
                    shown(unit.and_then(|unit| get(unit, "decimals"))),
                    if time == UNDATED { String::new() } else { time.clone() },
                    qualifier.unwrap_or(if is_interval { "estimate" } else { "" }).to_owned(),
                    if qualifier == Some("range") { ends("range", 0) } else { value },
                    ends("range", 1),
                    ends("interval", 0),
                    ends("interval", 1),
                    if words.contains(&"e") { "yes" } else { "" }.to_owned(),
                    flags.join(" "),
                    shown(more("missing")),
                    shown(more("quote")),
                    from,
                    shown(more("as of")),
                ];
                for cell in place.iter().chain(&row) {
                    grid.push(cell, Kind::Text).then_some(())?;
                }
                grid.end_row();
            }
        }
        if count == 0 {
            place.iter().try_for_each(|cell| grid.push(cell, Kind::Text).then_some(()))?;
            grid.end_row();
        }
    }
    Some(grid)
}

/// What is measured, where no dimension of several categories says it.
fn name(cube: &Node, dimensions: &[Dimension]) -> Option<String> {
    let metric = dimensions.iter().find(|d| d.role == Role::Metric).and_then(|d| d.categories.first());
    let by_title = || Some(heading::base_name(text(get(cube, "label"))?, Words::all()));
    metric.map(|[_, label, _]| label.clone()).or_else(by_title).filter(|name| !name.is_empty())
}

const VALUE: &str = "value";

/// One for each cell: of a list, of an object with the numbers of cells, or one of all cells.
fn spread<'a, 'n>(node: Option<&'a Node<'n>>, size: usize) -> Vec<Option<&'a Node<'n>>> {
    let mut all = vec![None; size];
    match node {
        Some(Node::List(list)) => all.iter_mut().zip(list).for_each(|(slot, node)| *slot = Some(node)),
        Some(Node::Record(entries)) => {
            for (key, node) in entries {
                if let Some(slot) = key.parse::<usize>().ok().and_then(|i| all.get_mut(i)) {
                    *slot = Some(node);
                }
            }
        }
        one => all.fill(one),
    }
    all
}

/// A row for each cell that has a value or a sign for none, and how many have nothing.
fn grid(
    dimensions: &[Dimension],
    size: usize,
    value: &Node,
    status: Option<&Node>,
) -> Result<(Grid, usize), Told> {
    let mut grid = Grid::default();
    let mut names = Vec::new();
    let has_units = dimensions.iter().any(|d| d.categories.iter().any(|[.., unit]| !unit.is_empty()));
    for dimension in dimensions {
        names.push(dimension.label.clone());
        if dimension.role == Role::Place {
            names.push(format!("{} code", dimension.label));
        }
    }
    names.extend(has_units.then(|| "unit of measure".to_owned()));
    names.extend([VALUE.to_owned(), "status".to_owned()]);
    for name in &names {
        grid.push(name, Kind::Text);
    }
    grid.end_row();
    let (values, statuses) = (spread(Some(value), size), spread(status, size));
    let mut empty = 0;
    for i in 0..size {
        let (number, kind) = match values.get(i).copied().flatten() {
            Some(Node::Number(x)) => (x.to_string(), Kind::Number),
            Some(Node::Text(text)) => (text.to_string(), Kind::Text),
            _ => (String::new(), Kind::Text),
        };
        let status = text(statuses.get(i).copied().flatten()).unwrap_or("").to_owned();
        if number.is_empty() && status.is_empty() {
            empty += 1;
            continue;
        }
        let (mut rest, mut places) = (i, vec![0; dimensions.len()]);
        for (place, dimension) in places.iter_mut().zip(dimensions).rev() {
            *place = rest % dimension.categories.len();
            rest /= dimension.categories.len();
        }
        let mut unit = "";
        let mut fits = true;
        for (dimension, place) in dimensions.iter().zip(&places) {
            let Some([code, label, of]) = dimension.categories.get(*place) else { continue };
            let shown =
                if dimension.role == Role::Time && times::time(code).is_some() { code } else { label };
            fits &= grid.push(shown, Kind::Text);
            if dimension.role == Role::Place {
                fits &= grid.push(code, Kind::Text);
            }
            unit = if of.is_empty() { unit } else { of };
        }
        if has_units {
            fits &= grid.push(unit, Kind::Text);
        }
        fits &= grid.push(&number, kind) && grid.push(&status, Kind::Text);
        if !fits {
            return Err(told!("fault-room"));
        }
        grid.end_row();
    }
    grid.names = Some(names);
    Ok((grid, empty))
}
