//! What was understood of a table, in words, and as a mapping for the next one.

use super::columns::{Plan, Role};
use super::content::Content;
use super::grid::Grid;
use super::mapping::Mapping;
use super::number::Decimal;
use super::rows::Facts;
use super::series::{Found, Series};
use super::table::Layout;
use crate::data::TimePeriod;
use std::collections::BTreeSet;

/// All that is known of a table once it is read.
pub struct Seen<'a> {
    /// The table.
    pub grid: &'a Grid,
    /// Its parts.
    pub layout: &'a Layout,
    /// Its columns.
    pub plan: &'a Plan,
    /// Its rows.
    pub facts: &'a Facts,
    /// Its figures.
    pub found: &'a Found,
    /// What came of it.
    pub content: &'a Content,
    /// References that are left out, since they are sums of places.
    pub left: &'a [String],
    /// Figures that are in the table twice, and the same.
    pub twice: usize,
}

impl Seen<'_> {
    fn column(&self, column: usize) -> String {
        let text = self.plan.headings.get(column).map_or("", |heading| heading.text.as_str());
        match (text, &self.grid.names) {
            (text, Some(_)) => format!("{text:?}"),
            ("", None) => format!("column {}", self.grid.column(column)),
            (text, None) => format!("{text:?} ({})", self.grid.column(column)),
        }
    }

    /// Lines for people.
    pub fn lines(&self, about: &str, set: &Mapping) -> Vec<String> {
        let mut lines = Vec::new();
        let rows = self.layout.headings.clone();
        let headings = match (&self.grid.names, rows.len()) {
            (Some(_), _) => String::new(),
            (None, 1) => format!("; headings in row {}", rows.end),
            (None, _) => format!("; headings in rows {} to {}", rows.start + 1, rows.end),
        };
        lines.push(format!("{about}{headings}"));
        let named = [
            (Role::Place, "places", "--place"),
            (Role::Id, "ids", "--id"),
            (Role::District, "districts", "--district"),
            (Role::Craft, "crafts", "--craft"),
            (Role::Indicator, "what is measured", "--indicator"),
            (Role::Time, "times", "--time"),
            (Role::Status, "flags and notes", "--status"),
            (Role::Unit, "units", "--unit"),
        ];
        for (role, words, option) in named {
            let columns: Vec<String> = self.plan.all(|r| *r == role).map(|c| self.column(c)).collect();
            if !columns.is_empty() {
                lines.push(format!("{words}: {} [{option}]", columns.join(", ")));
            }
        }
        for (column, role) in self.plan.roles.iter().enumerate() {
            match role {
                Role::Dimension(name) => {
                    lines.push(format!("groups: {} as {name:?} [--dimension]", self.column(column)))
                }
                Role::Note(of) => {
                    lines.push(format!("notes of {}: {}", self.column(*of), self.column(column)))
                }
                _ => {}
            }
        }
        if let (Some([one, many]), None) = (&self.content.nouns, &set.nouns) {
            lines.push(format!("places are called {one:?}, several {many:?} [--nouns]"));
        }
        if let Some(around) = self.facts.around {
            lines.push(format!("districts of one name are told apart by {}", self.column(around)));
        }
        for series in self.content.series.iter().filter(|series| series.count > 0) {
            lines.push(self.series(series));
            lines.extend(Some(&series.doubt).filter(|doubt| !doubt.is_empty()).cloned());
        }
        if let Some(of) = self.content.series.iter().find(|series| !series.note.is_empty()) {
            lines.push(format!("all indicators are of {:?}, which is their note", of.note));
        }
        lines.extend(self.times(set));
        lines.extend(self.signs(set));
        lines.extend(self.layout.titles.first().map(|title| format!("title: {title}")));
        if let Some(source) = set.source.as_ref().or(self.layout.source.as_ref()) {
            lines.push(format!("source: {source} [--source]"));
        } else {
            lines.push("source: none is named [--source]".to_owned());
        }
        for (mark, (_, said)) in self
            .layout
            .legend
            .marks
            .iter()
            .filter(|(mark, _)| !mark.starts_with('('))
            .collect::<std::collections::BTreeMap<_, _>>()
        {
            lines.push(format!("the mark {mark}: {said}"));
        }
        self.left(&mut lines);
        lines
    }

    fn series(&self, series: &Series) -> String {
        let guess = if series.kind_is_said { "" } else { ", a guess: no word of its name says it" };
        let name = &series.name;
        let (kind, unit) = (series.kind.name(), series.unit_words());
        let count = match series.count {
            1 => "1 figure".to_owned(),
            n => format!("{n} figures"),
        };
        let note = match &*series.per_person {
            "" => String::new(),
            words => format!("; {words:?} is its note"),
        };
        format!("indicator {name:?}: {count}, {unit} [--unit]{note}, kind {kind}{guess} [--kind]")
    }

    fn times(&self, set: &Mapping) -> Option<String> {
        let times: BTreeSet<TimePeriod> = self.facts.facts.iter().filter_map(|fact| fact.time).collect();
        let all: Vec<String> = times.iter().map(ToString::to_string).collect();
        let given = match self.plan.time_by {
            Some(by) => format!(", by {by} [--time]"),
            None if set.times.is_empty() => String::new(),
            None => ", as set".to_owned(),
        };
        match &*all {
            [] => Some("times: none, the figures have no date [--time]".to_owned()),
            all if all.len() > 12 => {
                Some(format!("times: {} from {} to {}{given}", all.len(), all.first()?, all.last()?))
            }
            all => Some(format!("times: {}{given}", all.join(", "))),
        }
    }

    fn signs(&self, set: &Mapping) -> Option<String> {
        let signs: BTreeSet<&str> = self
            .found
            .signs
            .values()
            .filter_map(|sign| match sign {
                Some(Decimal::Comma) => Some("comma"),
                Some(Decimal::Point) => Some("point"),
                None => None,
            })
            .collect();
        let how =
            if set.decimal.is_some() { "as set" } else { "by the numbers that can be read in one way only" };
        match signs.len() {
            0 => None,
            1 => Some(format!("decimal sign: {}, {how} [--decimal]", signs.first()?)),
            _ => Some(format!("decimal signs: comma in some columns, point in others, {how} [--decimal]")),
        }
    }

    /// What is not in the file, and why.
    fn left(&self, lines: &mut Vec<String>) {
        for (column, role) in self.plan.roles.iter().enumerate() {
            if let Role::Left(why) = role {
                let is_nothing =
                    why == "empty" && self.plan.headings.get(column).is_none_or(|h| h.text.is_empty());
                if !is_nothing {
                    lines.push(format!("left out: {}, {why}", self.column(column)));
                }
            }
        }
        for (row, why) in &self.facts.left {
            lines.push(format!("left out: {}, {why}", self.grid.row(*row)));
        }
        lines.extend(self.left.iter().map(|what| format!("left out: {what}")));
        if self.layout.titles.len() > 1 {
            lines.extend(
                self.layout.titles.iter().skip(1).map(|title| format!("left out: the line {title:?}")),
            );
        }
        lines.extend(self.layout.notes.iter().map(|note| format!("note below: {note}")));
        if self.facts.empty > 0 {
            lines.push(format!("{} empty cells: no figures", self.facts.empty));
        }
        if self.twice > 0 {
            lines.push(format!("{} figures are in the table twice", self.twice));
        }
        let references: Vec<&str> = self
            .facts
            .places
            .iter()
            .filter(|place| place.is_reference)
            .map(|place| place.name.as_str())
            .collect();
        if !references.is_empty() {
            lines.push(format!(
                "compared with, no places of the list: {} [--references, --sections]",
                references.join("; ")
            ));
        }
        let (rows, places, left) = (self.facts.rows, self.content.places(), self.facts.left.len());
        let figures = self.content.figures.len();
        lines.push(format!(
            "{rows} rows: {places} places and {} to compare with, {figures} figures; {left} rows left out",
            references.len(),
        ));
    }

    /// What is set, and what was guessed.
    pub fn mapping(&self, set: &Mapping, locale: Option<&str>) -> Mapping {
        let heading = |role: &Role| {
            let column = self.plan.first(role)?;
            let text = self.plan.headings.get(column)?.text.clone();
            Some(if text.is_empty() { self.grid.column(column) } else { text })
        };
        let mut mapping = set.clone();
        mapping.locale = locale.map(str::to_owned);
        mapping.nouns.clone_from(&self.content.nouns);
        mapping.place = heading(&Role::Place);
        mapping.id = heading(&Role::Id);
        mapping.district = heading(&Role::District);
        mapping.craft = heading(&Role::Craft);
        mapping.status = heading(&Role::Status);
        mapping.time = heading(&Role::Time).or(set.time.clone());
        if mapping.indicator.is_none() {
            let base = &self.plan.base;
            let is_used = |series: &Series| {
                let rest = series.name.strip_prefix(&**base);
                series.note == *base || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(": "))
            };
            let used = !base.is_empty() && self.content.series.iter().any(is_used);
            mapping.indicator = heading(&Role::Indicator).or(used.then(|| base.clone()));
        }
        for (column, role) in self.plan.roles.iter().enumerate() {
            if let (Role::Dimension(name), Some(heading)) = (role, self.plan.headings.get(column)) {
                mapping.dimensions.insert(heading.text.clone(), name.clone());
            }
        }
        for series in self.content.series.iter().filter(|series| series.count > 0) {
            mapping.kind.entry(series.name.clone()).or_insert_with(|| series.kind.name().to_owned());
        }
        let signs: BTreeSet<_> =
            self.found.signs.values().flatten().map(|sign| *sign == Decimal::Comma).collect();
        if let (1, Some(comma)) = (signs.len(), signs.first()) {
            mapping.decimal = Some(if *comma { Decimal::Comma } else { Decimal::Point });
        }
        let names = |section: bool| {
            let places = self
                .facts
                .places
                .iter()
                .filter(move |place| place.is_reference && place.is_section == section);
            places.map(|place| place.name.clone()).collect::<Vec<_>>()
        };
        mapping.sections = [set.sections.clone(), names(true)].concat();
        mapping.references = [set.references.clone(), names(false)].concat();
        for list in [&mut mapping.sections, &mut mapping.references] {
            list.sort();
            list.dedup();
        }
        mapping
    }
}
