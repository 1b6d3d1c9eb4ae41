//! What a data file is made of, before it is text: of one table, or of several together.

use super::columns::Role;
use super::heading;
use super::rows::line;
use super::series::{slug, Found, Series};
use super::told::{quote, told, Told};
use super::write::{Placed, Writer};
use super::Problem;
use crate::data::TimePeriod;
use std::collections::HashMap;

/// A data file.
#[derive(Default)]
pub struct Content {
    /// The language of its texts.
    pub locale: Option<String>,
    /// What it is about.
    pub title: Option<String>,
    /// Is the title an option? Else it is left out where one indicator says the same.
    pub is_titled: bool,
    /// Where its figures come from. The first is the source of all that name none.
    pub sources: Vec<String>,
    /// The words for one place and for several.
    pub nouns: Option<[String; 2]>,
    /// Names of times.
    pub times: Vec<(TimePeriod, String)>,
    /// What groups places, beside district and craft: id and name.
    pub dimensions: Vec<(String, String)>,
    /// What is measured.
    pub series: Vec<Series>,
    /// Places, and what they are compared with.
    pub places: Vec<Place>,
    /// Their figures, in the order of places, indicators and times.
    pub figures: Vec<Placed>,
}

/// A place, or what places are compared with.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// What tells it apart; may be empty.
    pub id: String,
    /// Where it lies; may be empty.
    pub district: String,
    /// What it makes; may be empty.
    pub craft: String,
    /// What it is in each dimension; may be empty.
    pub groups: Vec<String>,
    /// It is no place of the list.
    pub is_reference: bool,
    /// It is the heading of a group of places, too.
    pub is_section: bool,
    /// The row that it was first in.
    pub row: usize,
}

impl Content {
    /// How many places are in its list.
    pub fn places(&self) -> usize {
        self.places.iter().filter(|place| !place.is_reference).count()
    }

    /// Takes the words with which the names of all indicators begin out of them: they are a note of each.
    fn share(&mut self) {
        let mut names =
            self.series.iter().filter(|series| series.count > 0).map(|series| series.name.as_str());
        let Some(first) = names.next() else { return };
        let ends = first.match_indices([':', ',']).map(|(at, _)| at + 2);
        let mut shared = ends.filter_map(|end| first.get(..end)).filter(|start| start.ends_with(' '));
        let rest: Vec<&str> = names.collect();
        if rest.is_empty() {
            return;
        }
        let is_shared = |start: &&str| {
            let mut all = rest.iter().chain([&first]);
            all.all(|name| name.strip_prefix(*start).is_some_and(|own| !own.trim().is_empty()))
        };
        let Some(start) = shared.rfind(is_shared).map(str::to_owned) else { return };
        for series in &mut self.series {
            if let Some(own) = series.name.strip_prefix(&*start) {
                series.name = own.to_owned();
                start.trim_end_matches([':', ',', ' ']).clone_into(&mut series.note);
            }
        }
    }

    /// Among other indicators, "Total" needs what it is the total of again.
    pub(super) fn tell_apart(&mut self) {
        let mut used = self.series.iter().filter(|series| series.count > 0);
        let first = used.next().map(|series| series.note.clone());
        if used.all(|series| Some(&series.note) == first.as_ref()) {
            return;
        }
        for series in self.series.iter_mut().filter(|series| !series.note.is_empty()) {
            series.name = format!("{}: {}", std::mem::take(&mut series.note), series.name);
        }
    }

    /// How many figures of an indicator were understood.
    pub(super) fn known(&self, series: &Series) -> usize {
        let at = self.series.iter().position(|other| other.id == series.id);
        let is_known = |figure: &&Placed| Some(figure.series as usize) == at && !figure.is_open;
        self.figures.iter().filter(is_known).count()
    }

    /// Takes out what no place has a figure of, but only what places are compared with: no chart has a use for it. Each
    /// is told. The problems of its cells stay.
    pub(super) fn without_places(&mut self) -> Vec<Told> {
        let mut of_places = vec![false; self.series.len()];
        for figure in &self.figures {
            let place = self.places.get(figure.place as usize);
            if let (Some(of), Some(false)) =
                (of_places.get_mut(figure.series as usize), place.map(|place| place.is_reference))
            {
                *of = true;
            }
        }
        if !of_places.contains(&true) {
            return Vec::new();
        }
        let has_place = |at: usize| of_places.get(at).copied().unwrap_or(false);
        let lost = self.series.iter().enumerate().filter(|(at, series)| series.count > 0 && !has_place(*at));
        let told = lost.map(|(_, series)| told!("left-without-places", indicator = &series.name)).collect();
        self.figures.retain(|figure| has_place(figure.series as usize));
        self.count();
        told
    }

    /// Counts the figures of each indicator.
    pub fn count(&mut self) {
        for series in &mut self.series {
            series.count = 0;
        }
        for figure in &self.figures {
            if let Some(series) = self.series.get_mut(figure.series as usize) {
                series.count += 1;
            }
        }
    }
}

impl Writer<'_> {
    /// Puts together what was read.
    pub(super) fn content(
        &self,
        found: &Found,
        figures: Vec<Placed>,
        problems: &mut Vec<Problem>,
    ) -> Content {
        let dimensions = self.dimensions(found);
        let craft = self.entries.plan.first(&Role::Craft);
        let id = self.entries.plan.first(&Role::Id);
        let id_of = |row: usize| id.map_or(String::new(), |column| line(self.entries.grid.cell(row, column)));
        let mut places = Vec::with_capacity(self.facts.places.len());
        for of in &self.facts.places {
            let is_reference = of.is_reference;
            places.push(Place {
                name: of.name.clone(),
                id: id_of(of.row),
                district: of.district.clone(),
                craft: craft.map_or(String::new(), |column| self.group(of.row, column)),
                groups: dimensions.iter().map(|(column, ..)| self.group(of.row, *column)).collect(),
                is_reference,
                is_section: of.is_section,
                row: of.row,
            });
        }
        if id.is_none() {
            self.twins(&places, problems);
        }
        let mut times = Vec::new();
        for (name, time) in &self.set.times {
            times.extend(TimePeriod::parse(time).map(|time| (time, name.clone())));
        }
        let mut content = Content {
            locale: self.locale.map(str::to_owned),
            title: self.set.title.as_deref().or(self.title).map(str::to_owned),
            is_titled: self.set.title.is_some(),
            sources: self.set.source.as_deref().or(self.source).map(str::to_owned).into_iter().collect(),
            nouns: self.set.nouns.clone().or_else(|| self.nouns()),
            times,
            dimensions: dimensions.into_iter().map(|(_, id, name)| (id, name)).collect(),
            series: found.series.clone(),
            places,
            figures,
        };
        content.count();
        content.share();
        content
    }

    /// What the heading of the places calls them.
    fn nouns(&self) -> Option<[String; 2]> {
        let plan = self.entries.plan;
        let heading = plan.headings.get(plan.first(&Role::Place)?)?;
        heading::nouns(&heading.text, self.entries.reader, self.locale.unwrap_or("en"))
    }

    fn dimensions(&self, found: &Found) -> Vec<(usize, String, String)> {
        let mut dimensions = Vec::new();
        for (column, role) in self.entries.plan.roles.iter().enumerate() {
            let Role::Dimension(name) = role else { continue };
            let of_series = found.series.iter().map(|series| series.id.as_str());
            let taken: Vec<&str> =
                of_series.chain(dimensions.iter().map(|(_, id, _): &(_, String, _)| id.as_str())).collect();
            let id = match name.contains(|c: char| c.is_ascii_alphabetic()) {
                true => slug(name, column, &taken),
                false => {
                    let mut numbered = (dimensions.len() + 1..).map(|n| format!("d{n}"));
                    numbered.find(|id| !taken.contains(&&**id)).unwrap_or_default()
                }
            };
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

    /// Without ids, two places of one name and district are one too many.
    fn twins(&self, places: &[Place], problems: &mut Vec<Problem>) {
        let grid = self.entries.grid;
        let mut known: HashMap<(&str, &str), usize> = HashMap::new();
        for place in places.iter().filter(|place| !place.is_reference) {
            if let Some(row) = known.insert((&place.name, &place.district), place.row) {
                let at = self.entries.plan.first(&Role::Place).unwrap_or(0);
                let found = told!("found-twin", name = quote(&place.name), row = grid.row(row));
                problems.push(Problem::new(grid, place.row, at, found, told!("expected-no-twin")));
            }
        }
    }
}
