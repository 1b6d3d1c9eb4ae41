//! The text of a data file, an item a line.

use super::cell::Base;
use super::content::{Content, Place};
use super::series::{scale_name, Series};
use super::told::{told, Told};
use super::words::Share;
use super::write::{quoted, short, Placed};
use crate::data::TimePeriod;
use std::collections::BTreeSet;

/// In a file of more places than that the names of columns stand once.
const MANY: usize = 1000;
/// The most groups of places whose figures others are compared with.
const MOST_SECTIONS: usize = 30;

impl Content {
    /// All of it.
    pub(super) fn text(&self) -> String {
        let mut out = String::from("{\n  \"format\": \"village-charts/1\"");
        let mut key = |key: &str, value: String| {
            out += &format!(",\n  \"{key}\": {value}");
        };
        if let Some(locale) = &self.locale {
            key("locale", quoted(locale));
        }
        let used: Vec<&Series> = self.series.iter().filter(|series| series.count > 0).collect();
        if let Some(title) = self.title.as_ref().filter(|_| self.is_titled || used.len() > 1) {
            key("title", quoted(&short(title)));
        }
        let named =
            |id: &str, name: &str| format!("{{ \"id\": {}, \"name\": {} }}", quoted(id), quoted(name));
        if !self.sources.is_empty() {
            let sources = self.sources.iter().enumerate();
            let sources = sources.map(|(n, name)| named(&source_id(n), &short(name)));
            key("sources", list(&sources.collect::<Vec<_>>()));
        }
        if let Some([one, many]) = &self.nouns {
            key("places", format!("{{ \"one\": {}, \"many\": {} }}", quoted(one), quoted(many)));
        }
        // times whose headings say more than a date
        let is_used = |time: TimePeriod| self.figures.iter().any(|figure| figure.time == Some(time));
        let times = self.times.iter().filter(|(time, _)| is_used(*time));
        let times: Vec<String> = times
            .map(|(time, name)| format!("{{ \"time\": \"{time}\", \"name\": {} }}", quoted(name)))
            .collect();
        if !times.is_empty() {
            key("times", list(&times));
        }
        if !self.dimensions.is_empty() {
            let dimensions = self.dimensions.iter().map(|(id, name)| named(id, name));
            key("dimensions", list(&dimensions.collect::<Vec<_>>()));
        }
        key("indicators", list(&used.iter().map(|series| series.json()).collect::<Vec<_>>()));
        let villages = if self.places() > MANY { self.columns() } else { self.villages() };
        key("villages", villages);
        let references = self.references(&mut Vec::new());
        if !references.is_empty() {
            key("references", list(&references));
        }
        out + "\n}\n"
    }

    /// Each place with its figures.
    fn each(&self) -> impl Iterator<Item = (&Place, &[Placed])> {
        let mut rest = self.figures.as_slice();
        self.places.iter().enumerate().map(move |(i, place)| {
            let count = rest.iter().take_while(|figure| figure.place as usize <= i).count();
            let (own, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = others;
            (place, own)
        })
    }

    /// The id of an indicator.
    fn id_of(&self, series: u32) -> &str {
        self.series.get(series as usize).map_or("", |series| series.id.as_str())
    }

    fn villages(&self) -> String {
        let mut rows = Vec::new();
        for (place, own) in self.each().filter(|(place, _)| !place.is_reference) {
            let mut parts: Vec<String> =
                head(place).into_iter().map(|(k, v)| format!("\"{k}\": {v}")).collect();
            let groups: Vec<String> = self
                .dimensions
                .iter()
                .zip(&place.groups)
                .filter(|(_, value)| !value.is_empty())
                .map(|((id, _), value)| format!("{}: {}", quoted(id), quoted(value)))
                .collect();
            if !groups.is_empty() {
                parts.push(format!("\"dimensions\": {{ {} }}", groups.join(", ")));
            }
            let of_one = own.chunk_by(|a, b| a.series == b.series).filter_map(|group| {
                Some(format!("{}: {}", quoted(self.id_of(group.first()?.series)), figures(group)))
            });
            let figures: Vec<String> = of_one.collect();
            if !figures.is_empty() {
                parts.push(format!("\"figures\": {{ {} }}", figures.join(", ")));
            }
            rows.push(format!("{{ {} }}", parts.join(", ")));
        }
        list(&rows)
    }

    /// The names of columns once, and a list of cells for each place.
    fn columns(&self) -> String {
        let places = || self.places.iter().filter(|place| !place.is_reference);
        let is_place = |at: u32| self.places.get(at as usize).is_some_and(|place| !place.is_reference);
        let keys: BTreeSet<_> =
            self.figures.iter().filter(|p| is_place(p.place)).map(|p| (p.series, p.time)).collect();
        let mut heads = vec!["name"];
        heads.extend(places().any(|place| !place.id.is_empty()).then_some("id"));
        heads.extend(places().any(|place| !place.district.is_empty()).then_some("district"));
        heads.extend(places().any(|place| !place.craft.is_empty()).then_some("craft"));
        let mut names: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
        names.extend(self.dimensions.iter().map(|(id, _)| id.clone()));
        for (series, time) in &keys {
            let id = self.id_of(*series);
            names.push(time.map_or(id.to_owned(), |time| format!("{id}@{time}")));
        }
        let columns: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        let mut out = format!("{{\n    \"columns\": [{}],\n    \"rows\": [", columns.join(", "));
        let figures = self.figures.iter().map(|figure| figure.json.len() + 2).sum::<usize>();
        out.reserve(figures + 80 * self.places.len());
        let mut first = true;
        for (place, own) in self.each().filter(|(place, _)| !place.is_reference) {
            out += if first { "\n      [" } else { ",\n      [" };
            first = false;
            let head = head(place);
            for (n, key) in heads.iter().enumerate() {
                out += if n > 0 { ", " } else { "" };
                out += head.iter().find(|(k, _)| k == key).map_or("null", |(_, value)| value);
            }
            for (n, _) in self.dimensions.iter().enumerate() {
                let value = place.groups.get(n).map_or("", String::as_str);
                out += ", ";
                out += &if value.is_empty() { "null".to_owned() } else { quoted(value) };
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

    /// Which figures of references are not written, since they are sums of places.
    pub(super) fn sums(&self) -> Vec<Told> {
        let mut left = Vec::new();
        self.references(&mut left);
        left
    }

    fn references(&self, left: &mut Vec<Told>) -> Vec<String> {
        let mut references = Vec::new();
        if !self.places.iter().any(|place| place.is_reference) {
            return references;
        }
        // a line for each of hundreds of districts is no help
        let sections = self.places.iter().filter(|place| place.is_section).count();
        let many = sections > MOST_SECTIONS;
        if many {
            left.push(told!("left-sums", n = sections));
        }
        for (place, own) in self.each().filter(|(place, _)| place.is_reference) {
            for group in own.chunk_by(|a, b| a.series == b.series) {
                let Some(series) = group.first().and_then(|p| self.series.get(p.series as usize)) else {
                    continue;
                };
                if place.is_section && many {
                    continue;
                }
                // the total of some places is none of all
                if place.is_section && series.kind.is_summable() {
                    left.push(told!("left-sum", indicator = &series.name, place = &place.name));
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

/// What a place is beside its figures and dimensions.
fn head(place: &Place) -> Vec<(&'static str, String)> {
    let mut head = vec![("name", quoted(&short(&place.name)))];
    if !place.id.is_empty() {
        head.push(("id", quoted(&place.id)));
    }
    if !place.district.is_empty() {
        head.push(("district", quoted(&short(&place.district))));
    }
    if !place.craft.is_empty() {
        head.push(("craft", quoted(&short(&place.craft))));
    }
    head
}

/// What figures name a source by.
pub(super) fn source_id(number: usize) -> String {
    match number {
        0 => "source".to_owned(),
        n => format!("source-{}", n + 1),
    }
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

/// An item a line.
fn list(items: &[String]) -> String {
    match items {
        [] => "[]".to_owned(),
        [one] if one.len() < 100 => format!("[{one}]"),
        items => format!("[\n    {}\n  ]", items.join(",\n    ")),
    }
}

impl Series {
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
            Some(base) if base.open_currency().is_some() => None,
            Some(Base::Money(code)) => Some(format!(
                "{{ \"currency\": {}, \"scale\": \"{}\" }}",
                quoted(code),
                scale_name(self.scale)
            )),
        };
        parts.extend(unit.map(|unit| format!("\"unit\": {unit}")));
        parts.extend(self.per.map(|per| format!("\"per\": \"{}\"", per.name())));
        parts.extend(self.decimals.map(|decimals| format!("\"decimals\": {decimals}")));
        let notes = [&*self.note, &*self.per_person];
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        if !notes.is_empty() {
            parts.push(format!("\"note\": {}", quoted(&short(&notes.join("; ")))));
        }
        if self.source > 0 {
            parts.push(format!("\"source\": {}", quoted(&source_id(self.source))));
        }
        format!("{{ {} }}", parts.join(", "))
    }
}
