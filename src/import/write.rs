//! Places and their figures → the text of a data file that a person can read and mend.

use super::cell::{Base, Cell, Said};
use super::columns::Role;
use super::mapping::Mapping;
use super::number::Number;
use super::rows::{line, Fact, Facts};
use super::series::{reason, scale_name, Entries, Entry, Found, Series};
use super::words::{Mark, Qualifier, Share};
use super::Problem;
use crate::data::{IndicatorKind, TimePeriod};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// In a file of more places than that the names of columns stand once.
const MANY: usize = 1000;
/// The longest quote.
const LONGEST: usize = 480;

/// A figure in its place.
struct Placed {
    place: u32,
    series: u32,
    time: Option<TimePeriod>,
    json: Json,
    row: u32,
    column: u32,
}

/// The text of a figure; most are numbers of a few digits.
type Json = Box<str>;

/// What is written.
pub struct Written {
    /// The data file.
    pub text: String,
    /// How many places are in it.
    pub places: usize,
    /// How many figures.
    pub figures: usize,
    /// References that are left out, since they are sums of places.
    pub left: Vec<String>,
    /// Figures that are in the table twice, and the same.
    pub twice: usize,
}

/// What the writer needs.
pub struct Writer<'a> {
    /// Reads cells.
    pub entries: &'a Entries<'a>,
    /// The rows.
    pub facts: &'a Facts,
    /// What is set.
    pub set: &'a Mapping,
    /// The language of texts, where it is known.
    pub locale: Option<&'a str>,
    /// The titles above the table.
    pub title: Option<&'a str>,
    /// The source.
    pub source: Option<&'a str>,
    /// What is not understood becomes a figure without a number.
    pub force: bool,
}

/// A text in JSON.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Writer<'_> {
    /// Writes the file.
    pub fn write(&self, found: &mut Found, problems: &mut Vec<Problem>) -> Written {
        let mut placed = self.place(found, problems);
        placed.sort_by_key(|p| (p.place, p.series, p.time, p.row));
        let twice = self.single(&mut placed, problems);
        for figure in &placed {
            if let Some(series) = found.series.get_mut(figure.series as usize) {
                series.count += 1;
            }
        }
        let used: Vec<bool> = found.series.iter().map(|series| series.count > 0).collect();
        let mut left = Vec::new();
        let text = self.text(found, &used, &placed, problems, &mut left);
        let places = self.facts.places.iter().filter(|place| !place.is_reference).count();
        Written { text, places, figures: placed.len(), left, twice }
    }

    fn place(&self, found: &Found, problems: &mut Vec<Problem>) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(self.facts.facts.len());
        for fact in &self.facts.facts {
            let (series, json) = match self.figure(fact, found) {
                Ok(Some(figure)) => figure,
                Ok(None) => continue,
                Err(problem) => {
                    let json = self.not_understood(fact);
                    problems.push(problem);
                    match (self.force, found.series(fact, None)) {
                        (true, Some(series)) => (series, json),
                        _ => continue,
                    }
                }
            };
            placed.push(Placed {
                place: fact.place,
                series: series as u32,
                time: fact.time,
                json: json.into_boxed_str(),
                row: fact.row,
                column: fact.column,
            });
        }
        placed
    }

    fn not_understood(&self, fact: &Fact) -> String {
        let text = self.entries.grid.cell(fact.row as usize, fact.column as usize);
        let why = reason(&"not_understood".to_owned(), self.entries, self.locale.unwrap_or("en"));
        format!("{{ \"missing\": {}, \"quote\": {} }}", quoted(&why), quoted(&short(&line(text))))
    }

    /// A figure as JSON; `None` where there is nothing to say.
    fn figure(&self, fact: &Fact, found: &Found) -> Result<Option<(usize, String)>, Problem> {
        let entry = self.entries.read(fact, found.noun(fact.indicator))?;
        let (row, column) = (fact.row as usize, fact.column as usize);
        let text = self.entries.grid.cell(row, column);
        let problem = |expected: &str| {
            Problem::new(row, column, self.entries.grid.name(row, column), &format!("{text:?}"), expected)
        };
        let unit = match &entry.cell {
            Cell::Figure(said) => Some(&said.unit),
            _ => None,
        };
        let at = found
            .series(fact, unit)
            .ok_or_else(|| problem("the unit of its column, or one that it has alone"))?;
        let Some(series) = found.series.get(at) else { return Ok(None) };
        match &entry.cell {
            Cell::Empty => Ok(None),
            Cell::Missing(why) => Ok(Some((at, self.missing(why)))),
            Cell::Figure(said) => {
                let sign = found.signs.get(&column).copied();
                let is_open = said.numbers.iter().any(|(number, _)| number.comma != number.point);
                // the column is in doubt, which is told once
                if sign.is_none() && is_open {
                    return Ok(None);
                }
                if let (Some(own), Some(base)) = (&said.unit.base, &series.base) {
                    if own != base && !matches!((own, base), (Base::Noun(_), Base::Noun(_))) {
                        return Err(problem(&format!("the unit of its indicator, {}", series.unit_words())));
                    }
                }
                let is_bare = said.unit.base.is_none() && said.unit.scale.is_none();
                if is_bare && series.scale > 0 && series.is_scaled_by_cells {
                    return Err(problem(&format!("its unit, as other cells have: {}", series.unit_words())));
                }
                let numbers =
                    said.numbers(sign.flatten(), series.scale).map_err(|expected| problem(&expected))?;
                let below = numbers.iter().any(|number| number.is_negative());
                if below && series.kind != IndicatorKind::Change {
                    return Err(problem(&format!("no number below zero in a {}", series.kind.name())));
                }
                Ok(Some((at, self.number(said, &numbers, &entry, text, series))))
            }
        }
    }

    fn missing(&self, why: &str) -> String {
        let why = reason(&why.to_owned(), self.entries, self.locale.unwrap_or("en"));
        format!("{{ \"missing\": {} }}", quoted(&short(&why)))
    }

    fn number(&self, said: &Said, numbers: &[Number], entry: &Entry, text: &str, series: &Series) -> String {
        let mut parts = Vec::new();
        let key = match said.qualifier {
            Some(Qualifier::About) => "about",
            Some(Qualifier::Nearly) => "nearly",
            Some(Qualifier::MoreThan) => "more_than",
            Some(Qualifier::AtLeast) => "at_least",
            Some(Qualifier::LessThan) => "less_than",
            Some(Qualifier::AtMost) => "at_most",
            None => "exact",
        };
        let first = match numbers {
            [one] => one.text(),
            _ => String::new(),
        };
        parts.push(match numbers {
            [low, high] => format!("\"range\": [{}, {}]", low.text(), high.text()),
            _ => format!("\"{key}\": {first}"),
        });
        if said.estimated || entry.marks.contains(&Mark::Estimated) {
            parts.push("\"estimated\": true".to_owned());
        }
        flags(&entry.marks, said, &mut parts);
        let notes: Vec<&str> = said.notes.iter().chain(&entry.notes).map(String::as_str).collect();
        let is_other_scale = said.unit.scale.is_some_and(|scale| scale != series.scale);
        let quote = match (said.in_words || is_other_scale || said.estimated, &*notes) {
            (false, []) => None,
            (false, notes) => Some(notes.join("; ")),
            (true, []) => Some(line(text)),
            (true, notes) => Some(format!("{} ({})", line(text), notes.join("; "))),
        };
        if let Some(quote) = quote {
            parts.push(format!("\"quote\": {}", quoted(&short(&quote))));
        }
        match &*parts {
            [_] if key == "exact" && numbers.len() == 1 => first,
            parts => format!("{{ {} }}", parts.join(", ")),
        }
    }

    /// Of figures of the same place, indicator and time one stays where they are the same.
    fn single(&self, placed: &mut Vec<Placed>, problems: &mut Vec<Problem>) -> usize {
        let before = placed.len();
        let grid = self.entries.grid;
        let mut last: Option<(u32, u32, Option<TimePeriod>, Json, u32, u32)> = None;
        placed.retain(|figure| {
            let same =
                last.as_ref().filter(|l| (l.0, l.1, l.2) == (figure.place, figure.series, figure.time));
            let Some((.., json, row, column)) = same else {
                let Placed { place, series, time, json, row, column } = figure;
                last = Some((*place, *series, *time, json.clone(), *row, *column));
                return true;
            };
            if *json != figure.json {
                let (at, to) = (figure.row as usize, figure.column as usize);
                let first = grid.name(*row as usize, *column as usize);
                let found = format!(
                    "{:?}, and {:?} in {first}",
                    grid.cell(at, to),
                    grid.cell(*row as usize, *column as usize)
                );
                let expected = "one figure of a place, an indicator and a time";
                problems.push(Problem::new(at, to, grid.name(at, to), &found, expected));
            }
            false
        });
        before - placed.len()
    }

    fn text(
        &self,
        found: &Found,
        used: &[bool],
        placed: &[Placed],
        problems: &mut Vec<Problem>,
        left: &mut Vec<String>,
    ) -> String {
        let mut out = String::from("{\n  \"format\": \"village-charts/1\"");
        let mut key = |key: &str, value: String| {
            out += &format!(",\n  \"{key}\": {value}");
        };
        if let Some(locale) = self.locale {
            key("locale", quoted(locale));
        }
        let many = used.iter().filter(|used| **used).count() > 1;
        if let Some(title) = self.set.title.as_deref().or(self.title.filter(|_| many)) {
            key("title", quoted(&short(title)));
        }
        if let Some(source) = self.set.source.as_deref().or(self.source) {
            key("sources", format!("[{{ \"id\": \"source\", \"name\": {} }}]", quoted(&short(source))));
        }
        if let Some([one, many]) = &self.set.nouns {
            key("places", format!("{{ \"one\": {}, \"many\": {} }}", quoted(one), quoted(many)));
        }
        let times = self.times(placed);
        if !times.is_empty() {
            key("times", list(&times));
        }
        let dimensions = self.dimensions(found);
        if !dimensions.is_empty() {
            let each = |(_, id, name): &(usize, String, String)| {
                format!("{{ \"id\": {}, \"name\": {} }}", quoted(id), quoted(name))
            };
            key("dimensions", list(&dimensions.iter().map(each).collect::<Vec<_>>()));
        }
        let series =
            found.series.iter().zip(used).filter(|(_, used)| **used).map(|(series, _)| series.json());
        key("indicators", list(&series.collect::<Vec<_>>()));
        key("villages", self.villages(found, placed, &dimensions, problems));
        let references = self.references(found, placed, left);
        if !references.is_empty() {
            key("references", list(&references));
        }
        out + "\n}\n"
    }

    /// Times whose headings say more than a date: by options.
    fn times(&self, placed: &[Placed]) -> Vec<String> {
        let mut times = Vec::new();
        for (name, time) in &self.set.times {
            let Some(time) = TimePeriod::parse(time) else { continue };
            if placed.iter().any(|p| p.time == Some(time)) {
                times.push(format!("{{ \"time\": \"{time}\", \"name\": {} }}", quoted(name)));
            }
        }
        times
    }

    fn dimensions(&self, found: &Found) -> Vec<(usize, String, String)> {
        let mut dimensions = Vec::new();
        for (column, role) in self.entries.plan.roles.iter().enumerate() {
            let Role::Dimension(name) = role else { continue };
            let taken: Vec<&str> = found.series.iter().map(|series| series.id.as_str()).collect();
            let mut id = super::series::slug(name, column, &taken, self.entries.plan);
            if id.starts_with('i') && !name.is_ascii() {
                id = format!("d{}", dimensions.len() + 1);
            }
            dimensions.push((column, id, name.clone()));
        }
        dimensions
    }

    /// What a cell that groups its place says; codes have names where these are set.
    fn group(&self, row: usize, column: usize) -> String {
        let text = line(self.entries.grid.cell(row, column));
        let heading = self.entries.plan.headings.get(column).map_or("", |heading| heading.text.as_str());
        let names = self.set.values.get(heading);
        names.and_then(|names| names.get(&text)).cloned().unwrap_or(text)
    }

    fn villages(
        &self,
        found: &Found,
        placed: &[Placed],
        dimensions: &[(usize, String, String)],
        problems: &mut Vec<Problem>,
    ) -> String {
        let plan = self.entries.plan;
        let id = plan.first(&Role::Id);
        let craft = plan.first(&Role::Craft);
        let ids = self.ids(id, problems);
        let of = Heads { ids: &ids, craft, dimensions };
        let count = self.facts.places.iter().filter(|place| !place.is_reference).count();
        if count > MANY {
            return self.columns(found, placed, &of);
        }
        let mut rows = Vec::new();
        let mut rest = placed;
        for (i, place) in self.facts.places.iter().enumerate() {
            let (own, others) = rest.split_at(rest.partition_point(|p| p.place as usize <= i));
            rest = others;
            if place.is_reference {
                continue;
            }
            let mut parts: Vec<String> =
                self.head(i, &of).into_iter().map(|(k, v)| format!("{}: {v}", quoted(&k))).collect();
            let groups: Vec<String> = dimensions
                .iter()
                .map(|(column, id, _)| (id, self.group(place.row, *column)))
                .filter(|(_, value)| !value.is_empty())
                .map(|(id, value)| format!("{}: {}", quoted(id), quoted(&value)))
                .collect();
            if !groups.is_empty() {
                parts.push(format!("\"dimensions\": {{ {} }}", groups.join(", ")));
            }
            let figures = by_series(own, |at| found.series.get(at).map_or("", |series| series.id.as_str()));
            if !figures.is_empty() {
                parts.push(format!("\"figures\": {{ {} }}", figures.join(", ")));
            }
            rows.push(format!("{{ {} }}", parts.join(", ")));
        }
        list(&rows)
    }

    /// What a place is beside its figures and dimensions.
    fn head(&self, i: usize, of: &Heads) -> Vec<(String, String)> {
        let Some(place) = self.facts.places.get(i) else { return Vec::new() };
        let mut head = vec![("name".to_owned(), quoted(&short(&place.name)))];
        if let Some(id) = of.ids.get(i).and_then(|id| id.as_ref()) {
            head.push(("id".to_owned(), quoted(id)));
        }
        if !place.district.is_empty() {
            head.push(("district".to_owned(), quoted(&short(&place.district))));
        }
        if let Some(craft) =
            of.craft.map(|column| self.group(place.row, column)).filter(|craft| !craft.is_empty())
        {
            head.push(("craft".to_owned(), quoted(&short(&craft))));
        }
        head
    }

    /// The ids of places: those of their column, else numbers where two places have the same name and district.
    fn ids(&self, column: Option<usize>, problems: &mut Vec<Problem>) -> Vec<Option<String>> {
        let grid = self.entries.grid;
        let places = &self.facts.places;
        if let Some(column) = column {
            let id = |row: usize| Some(line(grid.cell(row, column))).filter(|id| !id.is_empty());
            return places.iter().map(|place| id(place.row)).collect();
        }
        let mut known: HashMap<(&str, &str), usize> = HashMap::new();
        for place in places.iter().filter(|place| !place.is_reference) {
            if let Some(row) = known.insert((&place.name, &place.district), place.row) {
                let at = self.entries.plan.first(&Role::Place).unwrap_or(0);
                let found = format!("{:?}, as in {}", place.name, grid.row(row));
                let expected =
                    "each place once, or a column that tells both apart (--district or --id names it)";
                problems.push(Problem::new(place.row, at, grid.name(place.row, at), &found, expected));
            }
        }
        Vec::new()
    }

    /// The names of columns once, and a list of cells for each place.
    fn columns(&self, found: &Found, placed: &[Placed], of: &Heads) -> String {
        let places = &self.facts.places;
        let mut keys: Vec<(u32, Option<TimePeriod>)> = Vec::new();
        let known: BTreeSet<_> = placed
            .iter()
            .filter(|p| places.get(p.place as usize).is_some_and(|place| !place.is_reference))
            .map(|p| (p.series, p.time))
            .collect();
        keys.extend(known);
        let at: BTreeMap<_, usize> = keys.iter().enumerate().map(|(i, key)| (*key, i)).collect();
        let mut heads = vec!["name"];
        heads.extend(of.ids.iter().any(Option::is_some).then_some("id"));
        heads.extend(places.iter().any(|place| !place.district.is_empty()).then_some("district"));
        heads.extend(of.craft.map(|_| "craft"));
        let mut names: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        names.extend(of.dimensions.iter().map(|(_, id, _)| id.clone()));
        for (series, time) in &keys {
            let id = found.series.get(*series as usize).map_or("", |series| series.id.as_str());
            names.push(time.map_or(id.to_owned(), |time| format!("{id}@{time}")));
        }
        let columns: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        let mut out = format!("{{\n    \"columns\": [{}],\n    \"rows\": [", columns.join(", "));
        let mut rest = placed;
        let mut first = true;
        for (i, place) in places.iter().enumerate() {
            let (own, others) = rest.split_at(rest.partition_point(|p| p.place as usize <= i));
            rest = others;
            if place.is_reference {
                continue;
            }
            let mut cells: Vec<String> = Vec::new();
            let head = self.head(i, of);
            for key in &heads {
                cells.push(
                    head.iter().find(|(k, _)| k == key).map_or("null".to_owned(), |(_, value)| value.clone()),
                );
            }
            for (column, ..) in of.dimensions {
                let value = self.group(place.row, *column);
                cells.push(if value.is_empty() { "null".to_owned() } else { quoted(&value) });
            }
            let start = cells.len();
            cells.resize(start + keys.len(), "null".to_owned());
            for figure in own {
                let slot = at.get(&(figure.series, figure.time)).and_then(|at| cells.get_mut(start + at));
                if let Some(slot) = slot {
                    *slot = figure.json.to_string();
                }
            }
            out += if first { "\n      [" } else { ",\n      [" };
            out += &cells.join(", ");
            out += "]";
            first = false;
        }
        out + "\n    ]\n  }"
    }

    fn references(&self, found: &Found, placed: &[Placed], left: &mut Vec<String>) -> Vec<String> {
        let mut references = Vec::new();
        let mut rest = placed;
        for (i, place) in self.facts.places.iter().enumerate() {
            let (own, others) = rest.split_at(rest.partition_point(|p| p.place as usize <= i));
            rest = others;
            if !place.is_reference {
                continue;
            }
            for group in own.chunk_by(|a, b| a.series == b.series) {
                let Some(series) = group.first().and_then(|p| found.series.get(p.series as usize)) else {
                    continue;
                };
                // the total of some places is none of all
                if place.is_section && series.kind.is_summable() {
                    left.push(format!("{} of {}, the sum of a group", series.name, place.name));
                    continue;
                }
                let figures = figures(group);
                let name = quoted(&short(&place.name));
                references.push(format!(
                    "{{ \"indicator\": {}, \"name\": {name}, \"figures\": {figures} }}",
                    quoted(&series.id)
                ));
            }
        }
        references
    }
}

/// What the heads of all places need.
struct Heads<'a> {
    ids: &'a [Option<String>],
    craft: Option<usize>,
    dimensions: &'a [(usize, String, String)],
}

/// The figures of one indicator: one, or one for each time.
fn figures(group: &[Placed]) -> String {
    match group {
        [Placed { time: None, json, .. }] => json.to_string(),
        group => {
            let one =
                |p: &Placed| format!("\"{}\": {}", p.time.map_or(String::new(), |t| t.to_string()), p.json);
            format!("{{ {} }}", group.iter().map(one).collect::<Vec<_>>().join(", "))
        }
    }
}

fn by_series<'f>(own: &[Placed], id: impl Fn(usize) -> &'f str) -> Vec<String> {
    own.chunk_by(|a, b| a.series == b.series)
        .map(|group| {
            format!("{}: {}", quoted(group.first().map_or("", |p| id(p.series as usize))), figures(group))
        })
        .collect()
}

/// An item a line.
fn list(items: &[String]) -> String {
    match items {
        [] => "[]".to_owned(),
        [one] if one.len() < 100 => format!("[{one}]"),
        items => format!("[\n    {}\n  ]", items.join(",\n    ")),
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("")),
        None => text.to_owned(),
    }
}

fn flags(marks: &[Mark], said: &Said, parts: &mut Vec<String>) {
    for flag in crate::figure::Flag::ALL {
        let is_set = marks.contains(&Mark::Flag(flag)) || said.flags.iter().any(|f| f == flag);
        if is_set {
            parts.push(format!("\"{}\": true", flag.key()));
        }
    }
}

impl Series {
    /// Its unit in words.
    pub fn unit_words(&self) -> String {
        let mut words = match &self.base {
            None => "no unit".to_owned(),
            Some(Base::Share(Share::Percent)) => "percent".to_owned(),
            Some(Base::Share(Share::Permille)) => "per mille".to_owned(),
            Some(Base::Noun(noun)) => noun.clone(),
            Some(Base::Money(code)) if self.scale == 0 => code.clone(),
            Some(Base::Money(code)) => format!("{} {code}", scale_name(self.scale).replace('_', " ")),
        };
        if let Some(per) = self.per {
            words += &format!(" a {}", per.name());
        }
        words
    }

    fn json(&self) -> String {
        let mut parts = vec![
            format!("\"id\": {}", quoted(&self.id)),
            format!("\"name\": {}", quoted(&short(&self.name))),
            format!("\"kind\": \"{}\"", self.kind.name()),
        ];
        let unit = match &self.base {
            None => None,
            Some(Base::Share(Share::Percent)) => Some("\"percent\"".to_owned()),
            Some(Base::Share(Share::Permille)) => Some("\"permille\"".to_owned()),
            Some(Base::Noun(noun)) => Some(quoted(noun)),
            Some(Base::Money(code)) => Some(format!(
                "{{ \"currency\": {}, \"scale\": \"{}\" }}",
                quoted(code),
                scale_name(self.scale)
            )),
        };
        parts.extend(unit.map(|unit| format!("\"unit\": {unit}")));
        parts.extend(self.per.map(|per| format!("\"per\": \"{}\"", per.name())));
        parts.extend(self.decimals.map(|decimals| format!("\"decimals\": {decimals}")));
        format!("{{ {} }}", parts.join(", "))
    }
}
