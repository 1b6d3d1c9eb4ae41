//! The text of a data file, an item a line.

use super::cell::Base;
use super::columns::Role;
use super::rows::line;
use super::series::{scale_name, slug, Found, Series};
use super::words::Share;
use super::write::{quoted, short, Placed, Writer};
use super::Problem;
use crate::data::TimePeriod;
use std::collections::{BTreeSet, HashMap};

/// In a file of more places than that the names of columns stand once.
const MANY: usize = 1000;
/// The most groups of places whose figures others are compared with.
const MOST_SECTIONS: usize = 30;

impl Writer<'_> {
    /// All of it.
    pub(super) fn text(
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
            let of_series = found.series.iter().map(|series| series.id.as_str());
            let taken: Vec<&str> =
                of_series.chain(dimensions.iter().map(|(_, id, _): &(_, String, _)| id.as_str())).collect();
            let mut id = slug(name, column, &taken);
            if !name.contains(|c: char| c.is_ascii_alphabetic()) {
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
                self.head(i, &of).into_iter().map(|(k, v)| format!("\"{k}\": {v}")).collect();
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
    fn head(&self, i: usize, of: &Heads) -> Vec<(&'static str, String)> {
        let Some(place) = self.facts.places.get(i) else { return Vec::new() };
        let mut head = vec![("name", quoted(&short(&place.name)))];
        if let Some(id) = of.ids.get(i).and_then(|id| id.as_ref()) {
            head.push(("id", quoted(id)));
        }
        if !place.district.is_empty() {
            head.push(("district", quoted(&short(&place.district))));
        }
        if let Some(craft) =
            of.craft.map(|column| self.group(place.row, column)).filter(|craft| !craft.is_empty())
        {
            head.push(("craft", quoted(&short(&craft))));
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
        out.reserve(placed.iter().map(|figure| figure.json.len() + 2).sum::<usize>() + 80 * places.len());
        let mut rest = placed;
        let mut first = true;
        for (i, place) in places.iter().enumerate() {
            let (own, others) = rest.split_at(rest.partition_point(|p| p.place as usize <= i));
            rest = others;
            if place.is_reference {
                continue;
            }
            out += if first { "\n      [" } else { ",\n      [" };
            first = false;
            let head = self.head(i, of);
            for (n, key) in heads.iter().enumerate() {
                out += if n > 0 { ", " } else { "" };
                out += head.iter().find(|(k, _)| k == key).map_or("null", |(_, value)| value);
            }
            for (column, ..) in of.dimensions {
                let value = self.group(place.row, *column);
                out += ", ";
                out += &if value.is_empty() { "null".to_owned() } else { quoted(&value) };
            }
            // figures have the order of their columns
            let mut own = own.iter().peekable();
            for key in &keys {
                out += ", ";
                out += own
                    .next_if(|figure| (figure.series, figure.time) == *key)
                    .map_or("null", |figure| &figure.json);
            }
            out += "]";
        }
        out + "\n    ]\n  }"
    }

    fn references(&self, found: &Found, placed: &[Placed], left: &mut Vec<String>) -> Vec<String> {
        let mut references = Vec::new();
        // a line for each of hundreds of districts is no help
        let sections = self.facts.places.iter().filter(|place| place.is_section).count();
        let many = sections > MOST_SECTIONS;
        if many {
            left.push(format!("the figures of {sections} groups of places: too many to compare with"));
        }
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
                if place.is_section && many {
                    continue;
                }
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
