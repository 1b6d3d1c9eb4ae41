//! Rows of a table → places, and the cells of their figures.

use super::cell::Reader;
use super::columns::{Plan, Role};
use super::grid::{Grid, Kind};
use super::heading;
use super::levels::{Level, SIGNS};
use super::mapping::Mapping;
use super::shape::Rows;
use super::table::Layout;
use super::times;
use super::told::{quote, told, Given, Told};
use super::words::{fold, SCALES};
use super::Problem;
use crate::data::TimePeriod;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// A place, or what places are compared with.
#[derive(Debug)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Its district, or the heading of the group of rows that it stands under.
    pub district: String,
    /// The row that it was first in.
    pub row: usize,
    /// It is no place of the list.
    pub is_reference: bool,
    /// It is the heading of a group of places, too.
    pub is_section: bool,
}

/// A cell with a figure.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    /// Of which place.
    pub place: u32,
    /// Of which indicator.
    pub indicator: u32,
    /// Of which time.
    pub time: Option<TimePeriod>,
    /// Where it stands.
    pub row: u32,
    /// And in which column.
    pub column: u32,
}

/// What came of the rows.
#[derive(Debug, Default)]
pub struct Facts {
    /// All places, in the order of the table.
    pub places: Vec<Place>,
    /// The names of what is measured, with what columns and rows say of their units.
    pub indicators: Vec<Measured>,
    /// All cells with figures.
    pub facts: Vec<Fact>,
    /// Cells that a merged one with a figure covers: what is in it is of no single place.
    pub merged: Vec<(Fact, String)>,
    /// Rows without a place or a figure, each with why.
    pub left: Vec<(usize, Told)>,
    /// How many rows are of no place, in a table whose first rows are such: figures of all places together.
    pub placeless: usize,
    /// How many rows have something in them.
    pub rows: usize,
    /// How many cells of figures are empty.
    pub empty: usize,
    /// Districts that needed the name of what is around them, too.
    pub around: Option<usize>,
}

/// What is measured.
#[derive(Debug, Default)]
pub struct Measured {
    /// Its name.
    pub name: String,
    /// What its rows or its heading say of its unit.
    pub unit: String,
    /// The column that its figures were first in.
    pub column: usize,
}

/// Reads the rows. The error is one of the whole table.
pub fn read(
    grid: &Grid,
    layout: &Layout,
    plan: &Plan,
    set: &Mapping,
    reader: &Reader,
    problems: &mut Vec<Problem>,
) -> Result<Facts, Told> {
    let rows = Rows::new(grid, layout, plan, set, reader);
    let mut facts = Facts { around: rows.around, ..Facts::default() };
    let mut walk = Walk {
        rows: &rows,
        facts: &mut facts,
        problems,
        places: FxHashMap::default(),
        indicators: FxHashMap::default(),
        by_column: FxHashMap::default(),
        section: String::new(),
        last: [String::new(), String::new()],
        level: None,
    };
    walk.problems.extend(rows.everywhere());
    for row in layout.body.clone() {
        walk.row(row);
        // no more than a data file has are kept
        if walk.facts.facts.len() > crate::data::MOST_VALUES {
            return Err(told!("fault-figures", row = grid.row(row), most = crate::data::MOST_VALUES));
        }
    }
    Ok(facts)
}

/// In one line.
pub fn line(text: &str) -> String {
    let is_line = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
    if is_line && !text.contains(|c: char| c.is_whitespace() && c != ' ') {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Walk<'a, 'r> {
    rows: &'r Rows<'a>,
    facts: &'r mut Facts,
    problems: &'r mut Vec<Problem>,
    places: FxHashMap<(&'a str, String), u32>,
    indicators: FxHashMap<(String, String), u32>,
    /// Those of columns whose headings alone say what they measure.
    by_column: FxHashMap<usize, u32>,
    section: String,
    /// The place and the district of the row above.
    last: [String; 2],
    /// The level of the row above.
    level: Option<Level>,
}

impl<'a> Walk<'a, '_> {
    fn row(&mut self, row: usize) {
        let rows = self.rows;
        if rows.grid.filled(row) == 0 {
            return;
        }
        self.facts.rows += 1;
        if let Some((_, time)) = rows.plan.lines.iter().find(|(line, _)| *line == row) {
            return self.facts.left.push((row, told!("why-time", time = *time)));
        }
        let mut name = rows.cell(row, rows.place);
        let is_covered = rows.grid.kind(row, rows.place).is_covered();
        if name.is_empty() {
            let text = |column: &usize| {
                let is_group = matches!(
                    rows.plan.roles.get(*column),
                    Some(Role::District | Role::Dimension(_) | Role::Id | Role::Left(_))
                );
                is_group && rows.is_whole(&fold(rows.cell(row, *column)))
            };
            match (0..rows.grid.width(row)).find(text) {
                Some(column) => name = rows.cell(row, column),
                None if is_covered && !self.last[0].is_empty() => {}
                None if !rows.has_numbers(row) => {
                    let found =
                        (0..rows.grid.width(row)).map(|c| rows.cell(row, c)).find(|text| !text.is_empty());
                    let why = told!("why-nothing", text = quote(found.unwrap_or("")));
                    return self.facts.left.push((row, why));
                }
                None if rows.has_placeless && rows.names_nothing(row) => {
                    self.facts.placeless += 1;
                    return;
                }
                None if self.is_of_district(row) => {
                    let district = self.district(row, rows.district.unwrap_or(0));
                    self.last = [String::new(), district.clone()];
                    let place = self.place(row, "", district, String::new(), [true, true]);
                    return self.figures(row, place);
                }
                None => {
                    let expected = told!("expected-place");
                    return self.problems.push(Problem::new(
                        rows.grid,
                        row,
                        rows.place,
                        told!("nothing"),
                        expected,
                    ));
                }
            }
        }
        // "not stated", or what a note or an option says to be none
        if rows.names_no_place(name) {
            return self.facts.left.push((row, told!("why-no-place", text = quote(name))));
        }
        let level = rows.levels.get(&row).copied().or(self.level.filter(|_| name == self.last[0]));
        self.level = level;
        if level.is_some() {
            name = name.trim_start_matches(SIGNS);
        }
        name = rows.without_number(name);
        let shown = if name.is_empty() { self.last[0].clone() } else { self.without_marks(name) };
        let folded = fold(&shown);
        let bare = without_footnotes(&folded);
        let named = |list: &[String]| list.iter().any(|name| [&*folded, bare].contains(&&*fold(name)));
        if rows.is_open_whole(bare)
            && matches!(level, None | Some(Level::Place(None)))
            && !named(&rows.set.references)
            && shown != self.last[0]
        {
            let wrong = Problem::new(rows.grid, row, rows.place, quote(&shown), told!("expected-whole"));
            self.problems.push(wrong);
        }
        let is_top = level == Some(Level::Whole) && rows.set.guesses_references();
        // the total of a district has its name
        let of = rows.district.map_or("", |column| rows.cell(row, column));
        let is_whole = rows.is_whole(bare)
            || rows.is_whole_by_id(row)
            || is_top
            || named(&rows.set.references)
            || rows.is_total_of(bare, of);
        if is_whole && !of.is_empty() && !rows.is_whole(&fold(of)) {
            let district = self.district(row, rows.district.unwrap_or(0));
            let place = self.place(row, "", district, String::new(), [true, true]);
            return self.figures(row, place);
        }
        let guesses = rows.set.guesses_sections();
        let is_listed = rows.sections.contains(&folded)
            || (guesses && rows.is_numbered_as_section(row))
            || level == Some(Level::Head);
        let is_group = !is_whole && rows.is_group(row);
        let mut is_section = !is_whole && !is_group && is_listed && rows.district.is_none();
        let has_figures = rows.has_figures(row);
        if !is_whole
            && !is_group
            && !is_section
            && !has_figures
            && guesses
            && rows.district.is_none()
            && rows.looks_like_section(row, name)
        {
            is_section = true;
        }
        if is_section {
            self.section = shown.trim_end_matches(':').to_owned();
            if !has_figures {
                return self.facts.left.push((row, told!("why-group", text = quote(&self.section))));
            }
        }
        let district = match (rows.district, level) {
            (Some(column), _) => self.district(row, column),
            (None, Some(Level::Place(above))) => above
                .map_or(String::new(), |above| line(rows.cell(above, rows.place).trim_start_matches(SIGNS))),
            (None, _) => self.section.clone(),
        };
        self.last = [shown.clone(), district.clone()];
        let is_reference = is_whole || is_section || is_group;
        let district = if is_reference { String::new() } else { district };
        let place = self.place(row, name, shown, district, [is_reference, is_section || is_group]);
        self.figures(row, place);
    }

    /// Is a row without a place that of its district? In a list of places it stands before those of the district.
    fn is_of_district(&self, row: usize) -> bool {
        let rows = self.rows;
        let own = rows.district.map_or("", |column| rows.cell(row, column));
        !own.is_empty() && rows.set.guesses_references() && (!rows.is_wide || self.last[1] != line(own))
    }

    fn district(&self, row: usize, column: usize) -> String {
        let rows = self.rows;
        let own = rows.cell(row, column);
        let is_above = own.is_empty() && (rows.fills || rows.grid.kind(row, column).is_covered());
        if is_above {
            return self.last[1].clone();
        }
        let around = rows.around.map_or("", |column| rows.cell(row, column));
        match (own, around) {
            (own, "") | (own @ "", _) => line(own),
            (own, around) if own.chars().all(super::words::is_ideograph) => format!("{around}{own}"),
            (own, around) => format!("{}, {}", line(own), line(around)),
        }
    }

    /// The name of a place without the marks that the notes explain.
    fn without_marks(&self, name: &str) -> String {
        let mut name = line(name);
        let marks = &self.rows.reader.legend.marks;
        for mark in marks.keys().filter(|mark| {
            !mark.chars().all(char::is_alphanumeric) || mark.chars().all(|c| "¹²³⁴⁵⁶⁷⁸⁹".contains(c))
        }) {
            if let Some(bare) = name.strip_suffix(&**mark).filter(|bare| !bare.trim().is_empty()) {
                name = bare.trim().to_owned();
            }
        }
        name
    }

    fn place(&mut self, row: usize, name: &'a str, shown: String, district: String, is: [bool; 2]) -> u32 {
        let next = self.facts.places.len() as u32;
        let [is_reference, is_section] = is;
        // in a list with a row for each place two rows of a name are two places
        if !self.rows.is_wide {
            let own = self.rows.told_apart(row);
            let key = match (name, &*own) {
                ("", _) => (name, format!("{shown}\n{district}")),
                (name, "") => (name, district.clone()),
                (name, own) => (name, format!("{district}\n{own}")),
            };
            if let Some(known) = self.places.get(&key) {
                return *known;
            }
            self.places.insert(key, next);
        }
        self.facts.places.push(Place { name: shown, district, row, is_reference, is_section });
        next
    }

    fn figures(&mut self, row: usize, place: u32) {
        let rows = self.rows;
        let own: Vec<&str> = rows.indicators.iter().map(|column| rows.key(row, *column)).collect();
        let line = rows.plan.lines.iter().rev().find(|(line, _)| *line < row);
        let mut time = line.map(|(_, time)| *time).or(rows.plan.time);
        if let Some(column) = rows.time {
            let text = rows.key(row, column);
            let set =
                rows.set.times.iter().find(|(of, _)| fold(of) == fold(text)).map(|(_, time)| time.as_str());
            let text = set.unwrap_or(text);
            let month = if rows.months { times::as_month(text) } else { None };
            time = times::time_marked(month.as_deref().unwrap_or(text), rows.is_roc, rows.reader);
            if time.is_none() {
                let found: Given = if text.is_empty() { told!("nothing").into() } else { text.into() };
                return self.problems.push(Problem::new(
                    rows.grid,
                    row,
                    column,
                    found,
                    told!("expected-time"),
                ));
            }
        }
        if let (Some((column, is_quarter)), Some(year)) = (rows.part, time) {
            let text = rows.cell(row, column);
            if let Some(part) = times::part(text, is_quarter) {
                time = TimePeriod::parse(&format!("{year}-{part}")).or(time);
            }
        }
        let unit = match self.unit(row) {
            Ok(unit) => unit,
            Err(problem) => return self.problems.push(problem),
        };
        for column in &rows.figures {
            let covering = match rows.grid.kind(row, *column) {
                Kind::Covered | Kind::Under => self.covering(row, *column),
                _ => "",
            };
            if !covering.is_empty() {
                let found = told!("found-merged", text = quote(covering));
                let expected = told!("expected-unmerged");
                self.problems.push(Problem::new(rows.grid, row, *column, found, expected));
                let fact = self.fact(row, *column, place, (&own, &unit), time);
                self.facts.merged.push((fact, covering.to_owned()));
                continue;
            }
            if rows.cell(row, *column).is_empty() && !self.has_reason(row, *column) {
                self.facts.empty += 1;
                continue;
            }
            let fact = self.fact(row, *column, place, (&own, &unit), time);
            self.facts.facts.push(fact);
        }
    }

    /// Does a column beside a cell say why nothing is in it? A status is that of a value, or of a row with no figure.
    fn has_reason(&self, row: usize, column: usize) -> bool {
        let rows = self.rows;
        let is_filled = |role: Role| {
            let mut beside = rows.plan.all(|other| *other == role);
            beside.any(|beside| !rows.cell(row, beside).is_empty())
        };
        let is_value =
            || rows.plan.headings.get(column).is_some_and(|h| heading::is("value", &h.text, rows.reader));
        is_filled(Role::Note(column))
            || (is_filled(Role::Status) && (rows.figures.len() == 1 || !rows.has_figures(row) || is_value()))
    }

    fn fact(
        &mut self,
        row: usize,
        column: usize,
        place: u32,
        own: (&[&str], &str),
        time: Option<TimePeriod>,
    ) -> Fact {
        let heading = self.rows.plan.headings.get(column);
        Fact {
            place,
            indicator: self.indicator(column, own),
            time: heading.and_then(|heading| heading.time).or(time),
            row: row as u32,
            column: column as u32,
        }
    }

    /// What stands in the merged cell that covers this one.
    fn covering(&self, row: usize, column: usize) -> &'a str {
        let is_covered = |row: usize, column: usize| self.rows.grid.kind(row, column).is_covered();
        let top = (0..=row).rev().find(|row| !is_covered(*row, column));
        match top
            .filter(|top| !self.rows.cell(*top, column).is_empty() && *top >= self.rows.layout.body.start)
        {
            Some(top) => self.rows.cell(top, column),
            None => {
                let left = (0..=column).rev().find(|column| !is_covered(row, *column));
                left.map_or("", |left| self.rows.cell(row, left))
            }
        }
    }

    /// The unit that a row says, times the power of ten that it says.
    fn unit(&self, row: usize) -> Result<String, Problem> {
        let rows = self.rows;
        let base = rows.unit.map_or("", |column| rows.cell(row, column));
        let filled: Vec<usize> =
            rows.scales.iter().copied().filter(|column| !rows.cell(row, *column).is_empty()).collect();
        let power = filled.iter().find_map(|column| power(rows.cell(row, *column), rows.reader));
        let is_set = !rows.set.unit.is_empty();
        let problem = |column: usize, expected: Told| {
            Problem::new(rows.grid, row, column, quote(rows.cell(row, column)), expected)
        };
        let Some(power) = power else {
            return match filled.first() {
                Some(column) if !is_set => Err(problem(*column, told!("expected-power"))),
                _ => Ok(base.to_owned()),
            };
        };
        let own = rows.reader.unit(base).and_then(|unit| unit.scale);
        let name = SCALES.iter().find(|(_, p)| *p == power).map(|(name, _)| name.replace('_', " "));
        match (power, own, filled.first(), name) {
            (0, ..) => Ok(base.to_owned()),
            (_, Some(own), ..) if own == power => Ok(base.to_owned()),
            (_, None, _, Some(name)) => Ok(match ["", "number", "index", "none"].contains(&&*fold(base)) {
                true => name,
                false => format!("{name} {base}"),
            }),
            (_, _, Some(column), _) if !is_set => {
                Err(problem(*column, told!("expected-power-of", unit = quote(base))))
            }
            _ => Ok(base.to_owned()),
        }
    }

    fn indicator(&mut self, column: usize, of: (&[&str], &str)) -> u32 {
        if !(of.0.is_empty() && of.1.is_empty()) {
            return self.named_indicator(column, of);
        }
        if let Some(known) = self.by_column.get(&column) {
            return *known;
        }
        let at = self.named_indicator(column, of);
        self.by_column.insert(column, at);
        at
    }

    /// That of a column, what its row says is measured, and its unit.
    fn named_indicator(&mut self, column: usize, (own, unit): (&[&str], &str)) -> u32 {
        let rows = self.rows;
        let heading = rows.plan.headings.get(column);
        let of_heading = heading.map_or("", |heading| heading.name.as_str());
        let of_unit = heading.map_or("", |heading| heading.unit_text.as_str());
        let key = (own.join("\n") + "\n" + unit, format!("{of_heading}\n{of_unit}"));
        if let Some(known) = self.indicators.get(&key) {
            return *known;
        }
        let mut unit = unit.to_owned();
        let mut parts: Vec<String> = Vec::new();
        for text in own.iter().filter(|text| !text.is_empty()) {
            // what is measured may say its unit in brackets
            let said = heading::read(text, rows.reader, &BTreeMap::new());
            let name = if said.time.is_some() { line(text) } else { said.name };
            if unit.is_empty() {
                unit = said.unit_text;
            }
            parts.push(name);
        }
        let names: BTreeSet<&str> =
            rows.figures.iter().filter_map(|c| rows.plan.headings.get(*c)).map(|h| h.name.as_str()).collect();
        if !of_heading.is_empty() && (own.is_empty() || names.len() > 1) {
            if own.is_empty() && !rows.prefix.is_empty() && rows.set.indicators.is_empty() {
                parts.push(rows.prefix.clone());
            }
            parts.push(of_heading.to_owned());
        } else if !own.is_empty() && !rows.is_said_by_rows {
            // "Female" of what?
            let base = if rows.set.indicator.is_some() { &rows.plan.base } else { of_heading };
            parts.splice(0..0, Some(base.to_owned()).filter(|base| !base.is_empty()));
        }
        if unit.is_empty() {
            unit = heading.map_or(String::new(), |heading| heading.unit_text.clone());
        }
        let name = match &*parts {
            [] if rows.plan.base.is_empty() => "Value".to_owned(),
            [] => line(&rows.plan.base),
            parts => line(&parts.join(": ")),
        };
        // one in another unit is another one
        let is_other = |other: &Measured| other.name == name && other.unit != unit;
        // "Poor households" and "Poor households (%)"
        let is_said_twice = rows.unit.is_none() && own.is_empty() && !unit.is_empty();
        let may_be_other = !rows.scales.is_empty() || is_said_twice;
        let name = match may_be_other && self.facts.indicators.iter().any(is_other) {
            true => format!("{name} ({unit})"),
            false => name,
        };
        let known = self.facts.indicators.iter().position(|other| other.name == name);
        let at = known.unwrap_or_else(|| {
            self.facts.indicators.push(Measured { name, unit, column });
            self.facts.indicators.len() - 1
        }) as u32;
        self.indicators.insert(key, at);
        at
    }
}

/// Does a column say nothing but powers of ten, in words?
pub(super) fn says_powers(grid: &Grid, layout: &Layout, column: usize, reader: &Reader) -> bool {
    let cells =
        layout.body.clone().take(2000).map(|row| grid.cell(row, column)).filter(|text| !text.is_empty());
    let is_word = |text: &str| text.starts_with(char::is_alphabetic);
    let mut count = 0;
    cells.inspect(|_| count += 1).all(|text| is_word(text) && power(text, reader).is_some()) && count > 0
}

/// A folded name without signs of footnotes at its end: "philippines ¹ ²", "philippines 1/, 2/".
pub(super) fn without_footnotes(name: &str) -> &str {
    let is_part = |c: char| c.is_ascii_digit() || " ,()*¹²³⁴⁵⁶⁷⁸⁹^†‡/".contains(c);
    let bare = name.trim_end_matches(is_part);
    let signs = name.get(bare.len()..).unwrap_or("");
    // "District 5" has no sign
    let is_sign = signs.contains(|c: char| "*¹²³⁴⁵⁶⁷⁸⁹^†‡/".contains(c));
    if is_sign && !bare.is_empty() {
        bare
    } else {
        name
    }
}

/// The power of ten that a cell beside a figure says.
pub(super) fn power(text: &str, reader: &Reader) -> Option<u8> {
    let folded = fold(text);
    if reader.words.is("unit_scale_none", &folded) {
        return Some(0);
    }
    let power = match folded.strip_prefix("10^").unwrap_or(&folded).parse::<u64>() {
        Ok(power @ 0..=15) => u8::try_from(power).ok()?,
        // 1000
        Ok(times) => {
            let zeros = folded.trim_start_matches('1');
            let is_power = zeros.len() + 1 == folded.len() && zeros.bytes().all(|b| b == b'0') && times > 15;
            u8::try_from(zeros.len()).ok().filter(|_| is_power)?
        }
        Err(_) => reader.unit(&folded).filter(|unit| unit.base.is_none() && unit.per.is_none())?.scale?,
    };
    SCALES.iter().any(|(_, known)| *known == power).then_some(power)
}
