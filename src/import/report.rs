//! What was understood of a table, in words, and as a mapping for the next one.

use super::columns::{Plan, Role};
use super::content::Content;
use super::grid::Grid;
use super::mapping::Mapping;
use super::number::Decimal;
use super::rows::Facts;
use super::series::{Found, Series};
use super::table::Layout;
use super::told::{commas, quote, semicolons, told, Given, Told};
use super::units::kind_said;
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
    pub left: &'a [Told],
    /// Figures that are in the table twice, and the same.
    pub twice: usize,
    /// Cells of figures that are not understood.
    pub open: usize,
}

impl Seen<'_> {
    fn column(&self, column: usize) -> Given {
        let text = self.plan.headings.get(column).map_or("", |heading| heading.text.as_str());
        let letters = self.grid.column(column);
        match (text, &self.grid.names) {
            (text, Some(_)) => quote(text),
            // no one sees its letters
            (text, None) if self.grid.is_cut && !text.is_empty() => quote(text),
            ("", None) => told!("column", letters = letters).into(),
            (text, None) => told!("headed-column", text = quote(text), letters = letters).into(),
        }
    }

    /// Lines for people.
    pub fn lines(&self, mut about: Vec<Given>, set: &Mapping) -> Vec<Told> {
        let rows = self.layout.headings.clone();
        about.extend(match (&self.grid.names, rows.len()) {
            (Some(_), _) => None,
            (None, 1) => Some(told!("heading", n = rows.end).into()),
            (None, _) => Some(told!("headings", first = rows.start + 1, last = rows.end).into()),
        });
        let mut lines = vec![told!("all", what = semicolons(about))];
        let roles = [
            Role::Place,
            Role::Id,
            Role::District,
            Role::Craft,
            Role::Indicator,
            Role::Time,
            Role::Status,
            Role::Unit,
        ];
        for role in roles {
            let is = |r: &Role| *r == role || (role == Role::Time && *r == Role::Part);
            let columns: Vec<Given> = self.plan.all(is).map(|c| self.column(c)).collect();
            if columns.is_empty() {
                continue;
            }
            let columns = commas(columns);
            lines.push(match role {
                Role::Place => told!("places", columns = columns),
                Role::Id => told!("ids", columns = columns),
                Role::District => told!("districts", columns = columns),
                Role::Craft => told!("crafts", columns = columns),
                Role::Indicator => told!("measured", columns = columns),
                Role::Time => told!("time-columns", columns = columns),
                Role::Status => told!("flags", columns = columns),
                _ => told!("units", columns = columns),
            });
        }
        for (column, role) in self.plan.roles.iter().enumerate() {
            match role {
                Role::Dimension(name) => {
                    lines.push(told!("groups", column = self.column(column), name = quote(name)))
                }
                Role::Note(of) => {
                    lines.push(told!("notes-of", noted = self.column(*of), column = self.column(column)))
                }
                Role::Bound(of, _) => {
                    lines.push(told!("bounds-of", noted = self.column(*of), column = self.column(column)))
                }
                _ => {}
            }
        }
        if let (Some([one, many]), None) = (&self.content.nouns, &set.nouns) {
            lines.push(told!("nouns", one = quote(one), many = quote(many)));
        }
        let is_code = |name: &str| {
            name.len() > 1
                && !name.contains(' ')
                && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        };
        if self.facts.places.len() > 1 && self.facts.places.iter().all(|place| is_code(&place.name)) {
            lines.push(told!("codes-for-names"));
        }
        if let Some(around) = self.facts.around {
            lines.push(told!("told-apart-by", column = self.column(around)));
        }
        for series in self.content.series.iter().filter(|series| series.count > 0) {
            lines.push(self.series(series));
            lines.extend(series.doubt.clone());
        }
        if let Some(of) = self.content.series.iter().find(|series| !series.note.is_empty()) {
            lines.push(told!("shared-note", name = quote(&of.note)));
        }
        lines.extend(self.times(set));
        lines.extend(self.signs(set));
        let title = self.layout.title(super::words::Words::all());
        lines.extend(title.map(|title| told!("title", title = title)));
        lines.push(match set.source.as_ref().or(self.layout.source.as_ref()) {
            Some(source) => told!("source", name = source),
            None => told!("no-source"),
        });
        let marks = self.layout.legend.marks.iter().filter(|(mark, _)| !mark.starts_with('('));
        for (mark, (_, said)) in marks.collect::<std::collections::BTreeMap<_, _>>() {
            lines.push(told!("mark", mark = mark, text = said));
        }
        self.left(&mut lines);
        lines
    }

    fn series(&self, series: &Series) -> Told {
        let guess: Given = if series.kind_is_said { "".into() } else { told!("kind-guessed").into() };
        let note: Given = match &*series.per_person {
            "" => "".into(),
            words => told!("unit-note", text = quote(words)).into(),
        };
        told!(
            "indicator",
            name = quote(&series.name),
            count = match self.content.known(series) {
                1 => told!("one-figure"),
                n => told!("figures", n = n),
            },
            unit = series.unit(),
            note = note,
            kind = kind_said(series.kind),
            guess = guess,
        )
    }

    fn times(&self, set: &Mapping) -> Option<Told> {
        let times: BTreeSet<TimePeriod> = self.facts.facts.iter().filter_map(|fact| fact.time).collect();
        let all: Vec<TimePeriod> = times.into_iter().collect();
        let how: Given = match &self.plan.time_by {
            Some(by) => told!("time-by", what = by.clone()).into(),
            None if set.times.is_empty() && set.column_times.is_empty() => "".into(),
            None => told!("time-set").into(),
        };
        Some(match &*all {
            [] => told!("no-times"),
            [first, .., last] if all.len() > 12 => {
                told!("times-from", n = all.len(), first = *first, last = *last, how = how)
            }
            all => told!("times", times = commas(all.iter().copied().map(Given::from).collect()), how = how),
        })
    }

    fn signs(&self, set: &Mapping) -> Option<Told> {
        let known = |sign: Decimal| self.found.signs.values().any(|known| *known == Some(sign));
        let how = if set.decimal.is_some() { told!("sign-set") } else { told!("sign-found") };
        match (known(Decimal::Comma), known(Decimal::Point)) {
            (false, false) => None,
            (true, false) => Some(told!("sign-comma", how = how)),
            (false, true) => Some(told!("sign-point", how = how)),
            (true, true) => Some(told!("sign-both", how = how)),
        }
    }

    /// What is not in the file, and why.
    fn left(&self, lines: &mut Vec<Told>) {
        for (column, role) in self.plan.roles.iter().enumerate() {
            if let Role::Left(why) = role {
                let is_nothing = *why == told!("why-empty")
                    && self.plan.headings.get(column).is_none_or(|h| h.text.is_empty());
                if !is_nothing {
                    lines.push(told!("left-column", column = self.column(column), why = why.clone()));
                }
            }
        }
        for (row, why) in &self.facts.left {
            lines.push(told!("left-row", row = self.grid.row(*row), why = why.clone()));
        }
        if self.facts.placeless > 0 {
            lines.push(told!("left-placeless", n = self.facts.placeless));
        }
        lines.extend_from_slice(self.left);
        let title = self.layout.title(super::words::Words::all());
        for title in self.layout.titles.iter().filter(|line| Some(line.as_str()) != title) {
            lines.push(told!("left-line", text = quote(title)));
        }
        lines.extend(self.layout.notes.iter().map(|note| told!("note-below", text = note)));
        if self.facts.empty > 0 {
            lines.push(told!("empty-cells", n = self.facts.empty));
        }
        if self.open > 0 {
            lines.push(told!("not-understood", n = self.open));
        }
        if self.twice > 0 {
            lines.push(told!("twice", n = self.twice));
        }
        let references: Vec<Given> = self
            .facts
            .places
            .iter()
            .filter(|place| place.is_reference)
            .map(|place| Given::from(&place.name))
            .collect();
        let count = references.len();
        if count > 0 {
            lines.push(told!("references", names = semicolons(references)));
        }
        lines.push(told!(
            "sum",
            rows = self.facts.rows,
            places = self.content.places(),
            references = count,
            figures = self.content.figures.iter().filter(|figure| !figure.is_open).count(),
            left = self.facts.left.len() + self.facts.placeless,
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
